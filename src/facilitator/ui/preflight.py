"""What is looked at before the stage is shared: pure checks of facts, each of which knows its own facts only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from PySide6.QtCore import QMargins, QRect, QSize

from facilitator.content.typeface import x_height
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_WIDTH, Picture, Text

State = Literal["good", "warning", "bad", "reminder"]
Mend = Literal["", "bring_back", "choose_size", "set_size", "put_away", "layers_off", "back_up", "retry"]

LINES = ("stage", "size", "text", "own", "layers", "disk", "backup", "saved", "notifications", "window")
"""The ids of the lines, in the order of the page."""

RECEIVED = 1280
"""Pixels across that a call is taken to send, whatever is shared: 720 lines, as docs/legibility.md measures."""

READ, READ_MOSTLY = 5.0, 4.5
"""The height in received pixels of a small letter ("x") from which nearly all, and nine in ten, labels are read.

Measured: see "What follows" in docs/legibility.md.
"""

LEAST_FREE = 500_000_000
"""Bytes that a disk should have left before a session."""

USUAL_AGE = timedelta(minutes=10)
"""Backups are made each five minutes, so one older than this that lacks something is late."""

_FRAME = 8
_ROUNDING = 1
_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: what was looked at, how it stands, and what to do, in a sentence.

    `mend` is what a button beside it can do, named `mend_words`; "" where there is none.
    """

    id: str
    state: State
    said: str
    mend: Mend = ""
    mend_words: str = ""


@dataclass(frozen=True, slots=True)
class StageWindowFacts:
    """Where the stage window is, in the units of windows: its frame, and the free part of each screen."""

    shown: bool
    minimized: bool
    frame: QRect
    screens: tuple[QRect, ...]


@dataclass(frozen=True, slots=True)
class SizeFacts:
    """Client sizes in pixels of the screen: chosen, as large as fits, and found; the screen's scale; what would fit.

    `smaller` is the largest size that can be chosen and has room, None if none has.
    """

    chosen: QSize
    fitted: QSize
    found: QSize
    scale: float
    smaller: QSize | None = None


@dataclass(frozen=True, slots=True)
class TextFacts:
    """The picture that participants see or would see, None without one; `board` says what it shows.

    `width` is that of the stage in pixels of the screen.
    """

    picture: Picture | None
    board: str
    width: int


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """When the newest whole backup was made, None without one; how many newer ones are damaged; if something is new."""

    made_at: datetime | None
    damaged: int
    due: bool


@dataclass(frozen=True, slots=True)
class SavedFacts:
    """How many edits wait to be saved, and whether the file is where it was opened."""

    waiting: int
    in_place: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the page goes by. `layers` are those on, as (layer, board); `disks` how many bytes are free where.

    A disk that does not answer has None. `quiet` is whether the facilitator said today that notifications are off.
    `others` are the titles of the boards on the stage, or behind what it shows, that are of a 1:1 with others.
    """

    stage: StageWindowFacts
    size: SizeFacts
    text: TextFacts
    layers: tuple[tuple[str, str], ...]
    disks: tuple[tuple[str, int | None], ...]
    backup: BackupFacts
    saved: SavedFacts
    quiet: bool
    now: datetime
    others: tuple[str, ...] = ()


def lines(facts: Facts, words: Words) -> list[Line]:
    """A line for each of LINES, in that order."""
    return [
        stage_line(facts.stage, words),
        size_line(facts.size, words),
        text_line(facts.text, words),
        own_line(facts.others, words),
        layers_line(facts.layers, words),
        disk_line(facts.disks, words),
        backup_line(facts.backup, facts.now, words),
        saved_line(facts.saved, words),
        Line("notifications", *_quiet(facts.quiet, words)),
        Line("window", "reminder", words("preflight.window_reminder")),
    ]


def summary(found: Sequence[Line], words: Words) -> tuple[State, str]:
    """How it stands in all, and that in one sentence."""
    for state in ("bad", "warning"):
        count = sum(line.state == state for line in found)
        if count:
            return ("bad" if state == "bad" else "warning"), words(f"preflight.summary_{state}", count=count)
    return "good", words("preflight.summary_good")


def stage_line(facts: StageWindowFacts, words: Words) -> Line:
    """Shown, not minimized, and with all of its frame on one screen: what hangs off may be missing from the call."""
    inside = facts.frame.marginsRemoved(QMargins(_FRAME, 0, _FRAME, _FRAME))  # systems count a shadow to the frame
    if not facts.shown:
        fault = "hidden"
    elif facts.minimized:
        fault = "minimized"
    elif not any(screen.contains(inside) for screen in facts.screens):
        fault = "off"
    else:
        return Line("stage", "good", words("preflight.stage_good"))
    return Line("stage", "bad", words(f"preflight.stage_{fault}"), "bring_back", words("preflight.bring_back"))


def size_line(facts: SizeFacts, words: Words) -> Line:
    """The client size as it was chosen, at the scale of the screen."""
    found, chosen, scale = _written(facts.found), _written(facts.chosen), round(facts.scale * 100)
    off = max(abs(facts.found.width() - facts.fitted.width()), abs(facts.found.height() - facts.fitted.height()))
    if off > _ROUNDING * facts.scale:
        said = words("preflight.size_wrong", size=found, chosen=_written(facts.fitted))
        return Line("size", "bad", said, "set_size", words("preflight.set_size"))
    if facts.fitted == facts.chosen:
        return Line("size", "good", words("preflight.size_good", size=found, scale=scale))
    if facts.smaller is None:
        return Line("size", "warning", words("preflight.size_smallest", size=found, chosen=chosen))
    said = words("preflight.size_fitted", size=found, chosen=chosen)
    return Line("size", "warning", said, "choose_size", words("preflight.choose_size", size=_written(facts.smaller)))


def text_line(facts: TextFacts, words: Words) -> Line:
    """The smallest text at the size at which a call sends it."""
    smallest = smallest_text(facts.picture) if facts.picture else None
    if smallest is None:
        return Line("text", "good", words("preflight.text_none"))
    height = received(smallest.size, facts.width)
    state: State = "good" if height >= READ else "warning" if height >= READ_MOSTLY else "bad"
    its = {"height": words.number(round(height, 1)), "least": words.number(READ)}
    text = words.quote(_short(smallest.lines))
    return Line("text", state, words(f"preflight.text_{state}", text=text, board=facts.board, **its))


def own_line(titles: Sequence[str], words: Words) -> Line:
    """No board of somebody's 1:1 is on the stage in a session with others."""
    if not titles:
        return Line("own", "good", words("preflight.own_good"))
    named = words.list([words.quote(title) for title in titles])
    return Line("own", "bad", words("preflight.own_bad", boards=named), "put_away", words("preflight.put_away"))


def layers_line(layers: Sequence[tuple[str, str]], words: Words) -> Line:
    """No private layer is on, for whatever board."""
    if not layers:
        return Line("layers", "good", words("preflight.layers_good"))
    names = words.list([words("preflight.layer", layer=layer, board=words.quote(board)) for layer, board in layers])
    return Line("layers", "bad", words("preflight.layers_bad", layers=names), "layers_off", words("console.layers_off"))


def disk_line(disks: Sequence[tuple[str, int | None]], words: Words) -> Line:
    """Room on the disks that the engagement and its backups are on."""
    for path, free in disks:
        if free is None:
            return Line("disk", "bad", words("preflight.disk_silent", path=path))
    path, free = min(((path, free or 0) for path, free in disks), key=lambda disk: disk[1])
    if free < LEAST_FREE:
        said = words("preflight.disk_bad", path=path, free=words.number(free // 1_000_000))
        return Line("disk", "bad", said)
    return Line("disk", "good", words("preflight.disk_good", free=words.number(round(free / 1e9, 1))))


def backup_line(facts: BackupFacts, now: datetime, words: Words) -> Line:
    """A backup that was checked is there, and not long ago."""
    mend = words("preflight.back_up")
    if facts.made_at is None:
        key = "preflight.backup_all_damaged" if facts.damaged else "preflight.backup_none"
        return Line("backup", "bad", words(key), "back_up", mend)
    its = {"when": when_made(facts.made_at, now, words)}
    if facts.damaged:
        return Line("backup", "bad", words("preflight.backup_damaged", **its), "back_up", mend)
    if facts.due and now - facts.made_at > USUAL_AGE:
        return Line("backup", "warning", words("preflight.backup_late", **its), "back_up", mend)
    return Line("backup", "good", words("preflight.backup_next" if facts.due else "preflight.backup_good", **its))


def saved_line(facts: SavedFacts, words: Words) -> Line:
    """Nothing waits to be saved, and it is saved into the file that was opened."""
    if facts.waiting:
        said = words("preflight.saved_waits", count=facts.waiting)
        return Line("saved", "bad", said, "retry", words("console.retry"))
    if not facts.in_place:
        return Line("saved", "bad", words("preflight.saved_gone"))
    return Line("saved", "good", words("preflight.saved_good"))


def smallest_text(picture: Picture) -> Text | None:
    """The text of the picture with the smallest letters, None in one without text."""
    texts = [
        shape for group in picture.groups for shape in group.shapes if isinstance(shape, Text) and any(shape.lines)
    ]
    return min(texts, key=lambda text: text.size, default=None)


def received(size: float, width: int) -> float:
    """How many pixels high a small letter is in the call: text of this size, on a stage that is so wide."""
    return x_height(size) * min(width, RECEIVED) / STAGE_WIDTH


def when_made(made_at: datetime, now: datetime, words: Words) -> str:
    """When a backup was made, in the clock of this computer; of another day with the day."""
    made, today = made_at.astimezone(), now.astimezone().date()
    time = made.strftime("%H:%M")
    if made.date() == today:
        return words("preflight.when_today", time=time)
    return words("preflight.when", day=words.date(made.date()), time=time)


def _quiet(quiet: bool, words: Words) -> tuple[State, str]:
    if quiet:
        return "good", words("preflight.notifications_good")
    return "reminder", words("preflight.notifications_reminder")


def _short(text: Sequence[str]) -> str:
    whole = " ".join(text)
    return whole if len(whole) <= _MOST_LETTERS else whole[: _MOST_LETTERS - 1].rstrip() + "…"


def _written(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
