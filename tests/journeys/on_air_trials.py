"""Kills the app again and again at a random moment of a session and looks at what comes back on the stage.

    on_air_trials.py TRIALS SEED FOLDER

A scripted session is played in a child to its end, telling what the stage shows after each step. Each trial plays it
again, acknowledging each step, until SIGKILL; then the app is started once more. What it shows then must be what it
showed after the last acknowledged step, or after the one that was under way. Prints a JSON object.
"""

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import QSettings

from calls_counted import die_after
from facilitator.app import App
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.ui.application import application
from facilitator.ui.on_air import OnAir
from facilitator.ui.preferences import Preferences
from facilitator.workshop import agenda

STEPS = 40
TRIALS_A_SCRIPT = 5
CALLS_A_STEP = 4
"""As a power of ten: about how many functions are called in one step."""


def signature(app) -> str:
    """What participants see, what waits behind it, and what the console says of it."""
    workshop = app.workshop
    feed = workshop.feed
    state = feed.state
    running = workshop.console.live.timing.clock.running
    segment = running.segment.id if running else ""
    said = (feed.shown, state.wanted, state.held and state.held.wanted, state.blanked, feed.held_changes, segment)
    return blake2b(repr(said).encode(), digest_size=16).hexdigest()


def opened(path: Path, kept: Path):
    """The app on this file, which keeps what is on air in `kept`."""
    application("en")
    settings = QSettings(str(kept / "settings.ini"), QSettings.Format.IniFormat)
    app = App(Words("en"), "light", "1280x720", Preferences(settings), OnAir(kept, SCHEMA_VERSION))
    app.start(path)
    return app


def session(app, seed: int) -> Iterator[None]:
    """Steps of a session, the same for the same seed; each does one thing, and none makes an id."""
    chance, workshop = random.Random(seed), app.workshop
    desk, console, feed = workshop.desk, workshop.console, workshop.feed
    boards = [board.id for board in desk.boards()]
    for number in range(STEPS):
        what = chance.choice(("show", "hold", "blank", "blank", "edit", "edit", "undo", "segment"))
        board = chance.choice(boards)
        if what == "show":
            forms = [form.id for form in desk.showings.forms(board) if not form.needs] or [""]
            desk.showings.choose(board, form=chance.choice(forms), large=chance.random() < 0.5)
            desk.show_on_stage(board)
        elif what == "edit":
            before = chance.choice(sorted(desk.document.every(Stakeholder), key=lambda each: each.id))
            desk.journal.do(Change("edit", (Swap(before, before.having(name=f"Trial {number}")),)))
        elif what == "segment":
            now, session_id = console.live.timing.clock.now(), console.live.session_id
            desk.ask(lambda document, now=now, its=session_id: agenda.next_started(document, its, now))
        elif what == "undo":
            desk.undo()
        elif what == "hold":
            (feed.release if feed.holding else feed.hold)()
        else:
            console.blank()
        yield


def play(path: Path, kept: Path, seed: int, tell: Callable[[str], None], dies: tuple[int, int] | None = None) -> None:
    """Play the session; with `dies` only until so many functions were called after so many steps."""
    app = opened(path, kept)
    tell(signature(app))
    for number, _ in enumerate(session(app, seed)):
        tell(signature(app))
        if dies and dies[0] == number:
            die_after(dies[1])


def look(path: Path, kept: Path, seed: int, tell: Callable[[str], None]) -> None:
    tell(signature(opened(path, kept)))


def told_by(child: Callable[..., None], path: Path, kept: Path, seed: int) -> list[str]:
    """What the child tells, to its end or until it is killed."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            child(path, kept, seed, lambda text: os.write(writing, f"{text}\n".encode()))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = [line.strip() for line in lines]
    os.waitpid(pid, 0)
    return told


def main(trials: int, seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    total = {"kills": 0, "interrupted": 0, "acknowledged": 0, "under_way": 0, "other": 0}
    founded = folder / "sample.facilitator"
    found_engagement(founded, founding_of_sample("en")).close()
    whole: list[str] = []
    for number in range(trials):
        path, kept, script = folder / f"{number}.facilitator", folder / f"{number}", seed + number // TRIALS_A_SCRIPT
        if number % TRIALS_A_SCRIPT == 0:
            unharmed = folder / f"whole-{number}"
            copyfile(founded, unharmed.with_suffix(".facilitator"))
            whole = told_by(play, unharmed.with_suffix(".facilitator"), unharmed, script)
        copyfile(founded, path)
        dies = chance.randrange(STEPS), round(10 ** chance.uniform(1, CALLS_A_STEP))
        killed = told_by(partial(play, dies=dies), path, kept, script)
        assert whole[: len(killed)] == killed, "the script must play the same twice"
        (back,) = told_by(look, path, kept, 0)
        last = len(killed) - 1
        total["kills"] += 1
        total["interrupted"] += len(killed) < len(whole)
        total["acknowledged"] += back == killed[last]
        total["under_way"] += back != killed[last] and back == whole[min(last + 1, STEPS)]
        total["other"] += back not in (killed[last], whole[min(last + 1, STEPS)])
    print(json.dumps(total))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
