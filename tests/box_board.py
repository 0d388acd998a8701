"""A board kind for tests of graphics and windows: boxes in two columns, with private notes. Small, but a real one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from facilitator.boards.described import Direction, Field, Item, ItemGroup, ItemLink, Table
from facilitator.boards.kind import Kind
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.editing import next_code
from facilitator.domain.engagement import ENGAGEMENT_RECORDS, Board, Engagement, Segment, Session
from facilitator.domain.entry import Entry
from facilitator.domain.picture import Box, Group, Path, Picture, Rect, Text
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.domain.words_of_people import name as name_of
from facilitator.journal import Journal
from facilitator.workshop.capture import AddLine, LinkLine

WIDTH, HEIGHT = 300.0, 60.0
COLUMNS = ("left", "right")


class Crate(Record):
    """A box on the board; `x`, `y` are its centre."""

    board_id: str
    code: str
    name: str
    column: str
    x: float
    y: float


class CrateSecret(Record):
    """What only the facilitator may know of a box."""

    private: ClassVar[bool] = True

    note: str = ""
    mood: str = ""


class CrateTie(Record):
    """A line between two boxes."""

    board_id: str
    from_id: str
    to_id: str


@dataclass(frozen=True, slots=True)
class CrateView:
    id: str
    code: str
    name: str
    column: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BoxBoardView(View):
    crates: tuple[CrateView, ...]
    ties: tuple[tuple[str, str, str], ...]


class BoxBoard(Kind):
    id = "boxes"
    records = (Crate, CrateSecret, CrateTie)

    def found(self, board: Board, today: date) -> tuple[Record, ...]:
        return ()

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> View:
        board = document.get(Board, board_id)
        crates = [each for each in document.every(Crate) if each.board_id == board_id]
        return BoxBoardView(
            board_id=board_id,
            kind=self.id,
            title=board.title,
            question=board.question,
            language="en",
            crates=tuple(CrateView(c.id, c.code, c.name, c.column, c.x, c.y) for c in crates),
            ties=tuple((t.id, t.from_id, t.to_id) for t in document.every(CrateTie) if t.board_id == board_id),
        )

    def picture(self, view: View, theme: Theme) -> Picture:
        assert isinstance(view, BoxBoardView)
        title = Text((view.title,), 60, 40, 34, theme.ink, bold=True)
        groups = [Group("", "scenery", Rect(60, 40, 600, 41), (title,), label=view.title)]
        places = {crate.id: crate for crate in view.crates}
        for tie_id, start, end in view.ties:
            one, other = places[start], places[end]
            line = Path((("M", one.x, one.y), ("L", other.x, other.y)), stroke=theme.link, stroke_width=3)
            box = Rect(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
            label = f"{one.name} to {other.name}"
            groups.append(Group(tie_id, "link", box, (line,), label=label, ends=(start, end)))
        for crate in view.crates:
            rect = Rect(crate.x - WIDTH / 2, crate.y - HEIGHT / 2, WIDTH, HEIGHT)
            shapes = (
                Box(rect, 12, theme.surface, theme.categories[COLUMNS.index(crate.column)], 2.5),
                Text((crate.name,), crate.x, crate.y - 12, 20, theme.ink, anchor="middle"),
            )
            label = f"{crate.code} {crate.name}"
            groups.append(Group(crate.id, "item", rect, shapes, label=label, category=crate.column))
        colours = tuple(zip(COLUMNS, theme.categories, strict=False))
        return Picture(theme.paper, tuple(groups), f"{len(view.crates)} boxes", colours)

    def items(self, view: View) -> tuple[Item, ...]:
        assert isinstance(view, BoxBoardView)
        return tuple(Item(each.id, each.code, each.name, each.column) for each in view.crates)

    def links(self, view: View, words: Words) -> tuple[ItemLink, ...]:
        assert isinstance(view, BoxBoardView)
        return tuple(ItemLink(tie_id, start, end, "tied to") for tie_id, start, end in view.ties)

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        return (ItemGroup("left", "Left side"), ItemGroup("right", "Right side"))

    def counts(self, view: View) -> Mapping[str, int]:
        return {"boxes": len(self.items(view))}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        return (Table(view.title, ("Name",), tuple((each.name,) for each in self.items(view))),)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        return ()

    def handout(self, view: View, words: Words, width: float) -> list:
        return []

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        column = line.group or group
        if column not in COLUMNS:
            raise EditRejected("capture_group", column=1, group=column, known=", ".join(COLUMNS))
        name = name_of(line.name)
        count = len(self.items(self.view(document, board_id)))
        code, taken = next_code(document, "B")
        crate = Crate(
            id=new_id(),
            board_id=board_id,
            code=code,
            name=name,
            column=column,
            x=400 + 1000 * COLUMNS.index(column),
            y=200 + 90 * (count % 9),
        )
        secret = ()
        if line.influence is not None:
            secret = adding((CrateSecret(id=crate.id, mood=str(line.influence)),))
        return Change("capture_list", (taken, *adding((crate,)), *secret))

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        known = {name: each for each in document.every(Crate) for name in (each.id, each.code, each.name)}
        missing = [name for name in (line.from_name, line.to_name) if name not in known]
        if missing:
            raise EditRejected("gone", id=missing[0])
        ends = known[line.from_name].id, known[line.to_name].id
        return Change("add_board", adding((CrateTie(id=new_id(), board_id=board_id, from_id=ends[0], to_id=ends[1]),)))

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        crate = document.get(Crate, item_id)
        return Change("capture_list", (Swap(crate, crate.having(name=name_of(name))),))

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        crates = [document.get(Crate, item_id) for item_id in item_ids]
        return Change("capture_list", tuple(Swap(each, each.having(column=group)) for each in crates))

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        dx, dy = {"left": (-20, 0), "right": (20, 0), "up": (0, -20), "down": (0, 20)}[direction]
        crates = [document.get(Crate, item_id) for item_id in item_ids]
        return Change("capture_list", tuple(Swap(each, each.having(x=each.x + dx, y=each.y + dy)) for each in crates))

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        crates = [document.get(Crate, item_id) for item_id in item_ids]
        dx, dy = x - crates[0].x, y - crates[0].y
        return Change("capture_list", tuple(Swap(each, each.having(x=each.x + dx, y=each.y + dy)) for each in crates))

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        ids = set(item_ids)
        ties = [t for t in document.every(CrateTie) if ids & {t.id, t.from_id, t.to_id}]
        others = [r for r in document.records() if isinstance(r, Crate | CrateSecret) and r.id in ids]
        return Change("capture_list", removing((*ties, *others)))

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        board = document.find(Board, item_id)
        if board:
            return (Field("title", "Title", board.title, "line"), Field("question", "Question", board.question, "text"))
        crate = document.get(Crate, item_id)
        secret = document.find(CrateSecret, item_id) or CrateSecret(id=item_id)
        moods = (("", "Not known"), ("3", "Strong say"), ("1", "Little say"))
        return (
            Field("name", "Name", crate.name, "line"),
            Field("column", "Column", crate.column, "choice", choices=(("left", "Left"), ("right", "Right"))),
            Field("mood", "Influence", secret.mood, "choice", private=True, choices=moods),
            Field("note", "Note", secret.note, "text", private=True),
        )

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        board = document.find(Board, item_id)
        if board:
            return Change("capture_list", (Swap(board, board.having(**{key: value})),))
        if key in ("note", "mood"):
            secret = document.find(CrateSecret, item_id)
            after = (secret or CrateSecret(id=item_id)).having(**{key: value})
            return Change("capture_list", (Swap(secret, after),))
        crate = document.get(Crate, item_id)
        return Change("capture_list", (Swap(crate, crate.having(**{key: name_of(value)})),))

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        return {each.id: f"!{each.mood}" for each in document.every(CrateSecret) if each.mood}


KIND = BoxBoard()
RECORD_TYPES: tuple[type[Record], ...] = (*ENGAGEMENT_RECORDS, *KIND.records)


class MemoryLedger:
    """Keeps journal entries in a list; `full` makes it refuse to write, as a full disk does."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.full = False

    def last_entry(self) -> Entry | None:
        return self.entries[-1] if self.entries else None

    def entry(self, seq: int) -> Entry:
        return self.entries[seq - 1]

    def append(self, entry: Entry, change: Change) -> None:
        if self.full:
            raise StoreError("disk_full")
        self.entries.append(entry)


def crate(number: int, name: str, column: str = "left") -> Crate:
    x = 400.0 + 1000 * COLUMNS.index(column)
    return Crate(id=f"b{number}", board_id="one", code=f"B{number}", name=name, column=column, x=x, y=150.0 * number)


def records() -> list[Record]:
    """An engagement with two boards, three boxes and a tie on the first, and a session with two segments."""
    return [
        Engagement(id="engagement", title="Online permits"),
        Session(id="session_1", number=1, title="Who has a stake?"),
        Segment(id="g1", session_id="session_1", number=1, minutes=10, title="Welcome", prompt="Say hello."),
        Segment(id="g2", session_id="session_1", number=2, minutes=20, title="Silent listing", prompt="Who else?"),
        Board(id="one", number=1, kind="boxes", title="First board", question="Who is outside city hall?"),
        Board(id="two", number=2, kind="boxes", title="Second board"),
        crate(1, "Clerk"),
        crate(2, "Council"),
        crate(3, "Developers", "right"),
        CrateTie(id="t1", board_id="one", from_id="b1", to_id="b3"),
        *adding_codes(),
    ]


def adding_codes() -> list[Record]:
    from facilitator.domain.engagement import SpokenCode

    return [SpokenCode(id="B", last=3)]


def secrets() -> list[Record]:
    return [CrateSecret(id="b1", note="Met Dana in 1:1", mood="3"), CrateSecret(id="b3", note="Fears delay", mood="1")]


def journal_with(
    *some: Record, ledger: MemoryLedger | None = None, types: tuple[type[Record], ...] = RECORD_TYPES
) -> Journal:
    return Journal(Document.of(some), ledger or MemoryLedger(), Codec(types))


def new_board(document: Document, kind_id: str, title: str) -> Change:
    number = len(list(document.every(Board))) + 1
    return Change("add_board", adding((Board(id=f"board{number}", number=number, kind=kind_id, title=title),)))
