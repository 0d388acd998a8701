"""Kills a working Facilitator again and again and counts what was lost. Run by test_kill.py in a process of its own.

    kill_trials.py HOW TRIALS SEED FOLDER      HOW: add (the command line) or window (the console, offscreen)

Each trial forks a child that edits the same file and acknowledges each edit over a pipe after its COMMIT, and kills it
with SIGKILL at a random moment. Then the file is opened again: every acknowledged edit must be there, the full check
must find nothing, and undo and redo must work. Prints one JSON object.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.opening import found_engagement, open_engagement
from facilitator.templates import founding

TRIALS_A_FILE = 20  # so that the file stays as small as a real one


def add_lines(path: Path, acknowledgements: int, names: list[str]) -> None:
    """The child: `facilitator add` reading its standard input."""
    from facilitator.command_line.cli import run

    reading, writing = os.pipe()
    os.write(writing, "".join(f"{name} #internal @2 !3\n" for name in names).encode())
    os.close(writing)
    os.dup2(reading, 0)
    os.dup2(acknowledgements, 1)
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - lives as long as the child
    sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
    run(["add", str(path), "--board", "stakeholder_web"])


def trial(child: Callable[[Path, int, list[str]], None], path: Path, names: list[str], delay: float) -> int:
    """Run the child, kill it `delay` seconds after its first acknowledgement; returns how many it gave."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            child(path, writing, names)
        finally:
            os._exit(0)
    os.close(writing)
    received, killed_at = b"", None
    while True:
        patience = 30.0 if killed_at is None else max(killed_at - time.monotonic(), 0)
        if not select.select([reading], [], [], patience)[0]:
            os.kill(pid, signal.SIGKILL)
            if killed_at is None:
                raise SystemExit("the child did not acknowledge anything within 30 s")
            killed_at = time.monotonic() + 3600
            continue
        chunk = os.read(reading, 65536)
        if not chunk:
            break
        received += chunk
        if killed_at is None:
            killed_at = time.monotonic() + delay
    os.waitpid(pid, 0)
    os.close(reading)
    return received.count(b"\n")


def survey(path: Path, acknowledged: list[str]) -> dict[str, int]:
    """What the reopened file holds: acknowledged names that are missing, and whether undo and redo still work."""
    with open_engagement(path) as engagement:
        journal = engagement.journal
        document = journal.document
        there = {each.name for each in document.every(Stakeholder)}
        found = {"lost": len(set(acknowledged) - there), "faulty": len(engagement.faults()), "undo_broken": 0}
        if journal.undo_label:
            journal.undo()
            changed = journal.document != document
            journal.redo()
            found["undo_broken"] = int(not changed or journal.document != document)
    return found


def main(how: str, trials: int, seed: int, folder: Path) -> None:
    if how == "window":
        from window_child import edit_in_window as child
    else:
        child = add_lines
    chance = random.Random(seed)
    total = {"kills": 0, "acknowledged": 0, "lost": 0, "faulty": 0, "undo_broken": 0, "interrupted": 0}
    path, acknowledged = folder, []
    for number in range(trials):
        if number % TRIALS_A_FILE == 0:
            path, acknowledged = folder / f"{how}-{number}.facilitator", []
            found_engagement(path, founding("stakeholder_1to1", "en")).close()
        names = [f"Trial {number} name {each}" for each in range(300)]
        given = trial(child, path, names, chance.uniform(0, 0.25))
        acknowledged += names[:given]
        total["kills"] += 1
        total["acknowledged"] += given
        total["interrupted"] += given < len(names)
        for key, count in survey(path, acknowledged).items():
            total[key] += count
    print(json.dumps(total))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
