"""What a kind's handout is made of. Every text is people's literal words: nothing in it is read as markup.

    def handout(view, words, width):
        return [
            kit.kicker(words("web.kicker")),
            kit.heading(view.title, 1),
            kit.lead(view.question),
            kit.figure(picture, width, alt=picture.alt),
            kit.heading(words("web.relationships"), 2),
            kit.table(columns, rows),
            *kit.bullets(gaps),
        ]

Blank texts draw nothing. All parts are drawn once: a handout that is built again is made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_WIDTH, Picture, Rect
from facilitator.handouts import styles
from facilitator.handouts.beside import FigureBeside, SignedLine, code_rows
from facilitator.handouts.blocks import Heading, Label, LinkLine, ListItem, NewPage, PageTitle, RunningLine, TextBlock
from facilitator.handouts.cards import CardBlock, CardList
from facilitator.handouts.cells import Cell
from facilitator.handouts.checklists import ChecklistItem, Entry, State
from facilitator.handouts.figures import FigureBlock, LargeFigure
from facilitator.handouts.legends import LegendBlock, Sign
from facilitator.handouts.tables import TableBlock
from facilitator.handouts.tagging import Node
from facilitator.handouts.text import plain, web_address
from facilitator.handouts.writing import TickField, WritingSpace, in_columns

__all__ = [
    "CardList",
    "Cell",
    "ChecklistEntry",
    "Sign",
    "State",
    "bullets",
    "card",
    "checklist",
    "codes",
    "facts",
    "figure",
    "figure_beside",
    "heading",
    "kicker",
    "label",
    "large_figure",
    "lead",
    "link",
    "new_page",
    "page_section",
    "page_title",
    "paragraph",
    "progress_heading",
    "quiet",
    "signed",
    "table",
    "tick_fields",
    "writing_columns",
    "writing_space",
]


def kicker(text: str) -> Flowable:
    """A small coloured line in capitals above a title: what kind of page this is, of which board.

    The same line on further pages is page furniture, read aloud on the first of them only.
    """
    return RunningLine(text.upper(), styles.KICKER)


def heading(text: str, level: int) -> Flowable:
    """A heading, also a bookmark, of level 1 (a part's title), 2 (on a hairline) or 3; stays with what follows."""
    return Heading(text, level)


def page_title(text: str) -> Flowable:
    """A heading of level 2 in the look of a title, for a further page of a part, which the contents list too.

    Below it stand `page_section`s and headings of level 3.
    """
    return PageTitle(text)


def page_section(text: str) -> Flowable:
    """A heading of level 3 in the look of level 2, for what stands below a `page_title`."""
    return Heading(text, 3, style=styles.SECTION)


def progress_heading(text: str, done: int, count: int, words: Words) -> Flowable:
    """A heading of level 2 with "3 of 9 in place" at its right end."""
    return Heading(text, 2, words("handouts.progress", done=done, count=count))


def paragraph(text: str) -> Flowable:
    """Running text; line breaks are kept."""
    return TextBlock(text, styles.BODY)


def lead(text: str) -> Flowable:
    """The sentence or two below a title."""
    return TextBlock(text, styles.LEAD)


def quiet(text: str) -> Flowable:
    """A note in small, quiet letters: a source, a figure's caption."""
    return TextBlock(text, styles.NOTE)


def label(text: str) -> Flowable:
    """A small bold line above the text that it names; it never stands at the foot of a page without it."""
    return Label(text, styles.CARD_LABEL)


def facts(text: str) -> Flowable:
    """A line of running text that never stands at the foot of a page without what is told below it."""
    return Label(text, styles.BODY)


def link(label: str, address: str) -> Flowable:
    """A line that opens a web or mail address; with any other address it is a line of plain text."""
    target = web_address(address)
    return LinkLine(label, target, styles.LINK) if target else TextBlock(label, styles.BODY)


def bullets(texts: Sequence[str], *, small: bool = False) -> list[Flowable]:
    """A list with one bullet a text, as running text or in the `small` letters of a card."""
    node, style = Node("L"), styles.CARD_ITEM if small else styles.BODY
    shown = [text for text in texts if text.strip()]
    last = len(shown)
    return [ListItem(text, node.add("LI"), last=n == last, style=style) for n, text in enumerate(shown, 1)]


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str | Cell]],
    widths: Sequence[float] | None = None,
    *,
    row_head: int | None = 0,
    whole: bool = False,
) -> Flowable:
    """A table as wide as the page whose head is repeated on every page; blank cells show "–".

    `widths` are the columns' shares of the width, such as (2, 1, 3); without them columns fit their words.
    `row_head` is the place of the column that names its rows, set in bold (by default the first). A `whole` table
    rather begins a new page than goes on overleaf, as far as that is sensible. Raises ValueError when a row or
    `widths` has not as many cells as there are columns, or there are none.
    """
    return TableBlock(columns, rows, widths, row_head=row_head, whole=whole)


def figure(picture: Picture, width: float, alt: str = "", part: Rect | None = None) -> Flowable:
    """A board's picture, `width` points wide, in a hairline frame; `alt` (or its own) is read aloud in its place.

    `part` is the piece of the stage to show, in stage pixels: leave out a header strip of 120 pixels with
    `Rect(0, 120, 1920, 960)`. Raises ValueError when there is nothing to read aloud.
    """
    return FigureBlock(picture, width, plain(alt) or picture.alt, part)


def large_figure(picture: Picture, signs: Sequence[Sign], alt: str = "", part: Rect | None = None) -> Flowable:
    """A picture as large as the rest of its page, with what its signs mean below it; else as `figure`."""
    return LargeFigure(picture, plain(alt) or picture.alt, part, LegendBlock(signs))


def figure_beside(
    picture: Picture,
    alt: str,
    part: Rect,
    columns: Sequence[str],
    rows: Sequence[Sequence[str | Cell]],
    widths: Sequence[float] | None = None,
) -> Flowable:
    """A `figure` in the left half of the page and a `table` in the right one; high ones stand below each other."""
    block = FigureBlock(picture, STAGE_WIDTH, plain(alt) or picture.alt, part)
    return FigureBeside(block, TableBlock(columns, rows, widths))


def signed(sign: Sign) -> Flowable:
    """A line in bold after a small sign: how something stands."""
    return SignedLine(sign)


def codes(pairs: Sequence[tuple[str, str]], across: int = 3) -> list[Flowable]:
    """A list of codes, each with the text that it stands for, in `across` columns, to be read row by row."""
    return list(code_rows([(code, text) for code, text in pairs if text.strip()], across))


def card(title: str, line: str, note: str, left: CardList, right: CardList) -> Flowable:
    """A box with a heading of level 3, a sentence, a quiet note, and two lists, each a label and its texts."""
    return CardBlock(title, line, note, left, right)


@dataclass(frozen=True, slots=True)
class ChecklistEntry:
    """One item of a checklist. `evidence` shows that it is in place, `reason` says why it is not for us.

    `example` is what evidence could be, told as such where there is none.
    """

    text: str
    state: State
    evidence: str = ""
    owner: str = ""
    due: date | None = None
    reason: str = ""
    example: str = ""


def checklist(entries: Sequence[ChecklistEntry], words: Words) -> list[Flowable]:
    """Items with tick boxes, evidence, and boxes for who and by when, to fill in by hand where they are empty."""
    node = Node("L")
    shown = [_printed(entry, words) for entry in entries if entry.text.strip()]
    return [ChecklistItem(entry, node, last=number == len(shown)) for number, entry in enumerate(shown, 1)]


def writing_space(question: str, hint: str, lines: int, field: str = "") -> Flowable:
    """A question, a hint below it, and `lines` to write on by hand; either text may be blank.

    `field` is the name ("group.part") of a field in their place, in which people type, too.
    """
    return WritingSpace(question, hint, lines, field)


def writing_columns(questions: Sequence[tuple[str, str]], lines: int, fields: Sequence[str] = ()) -> list[Flowable]:
    """Questions with their hints, two side by side, each with `lines` to write on or its field."""
    named = fields or [""] * len(questions)
    spaces = [WritingSpace(*asked, lines, field) for asked, field in zip(questions, named, strict=True)]
    return list(in_columns(spaces))


def tick_fields(ticks: Sequence[tuple[str, str]]) -> list[Flowable]:
    """A list with a field to tick before each text: (text, name of the field)."""
    node, last = Node("L"), len(ticks)
    return [TickField(text, node.add("LI"), field, last=n == last) for n, (text, field) in enumerate(ticks, 1)]


def new_page(*, wide: bool = False) -> Flowable:
    """What follows begins a new page, on its side if `wide`; as the first of a part it says how that begins."""
    return NewPage(wide=wide)


def _printed(entry: ChecklistEntry, words: Words) -> Entry:
    state = words(f"handouts.{entry.state}")
    notes = [state] if entry.state in ("under_way", "not_for_us") else []  # a tick and an empty box say it
    if entry.reason.strip():
        notes.append(entry.reason)
    if entry.evidence.strip():
        notes.append(words("handouts.evidence", evidence=entry.evidence))
    elif entry.example.strip():
        notes.append(words("handouts.evidence_example", evidence=entry.example))
    due = words.short_date(entry.due) if entry.due else ""
    return Entry(
        text=entry.text,
        state=entry.state,
        state_word=state,
        evidence=" · ".join(notes),
        owner=entry.owner,
        due=state.lower() if entry.state == "done" and not due else due,
        owner_prompt=words("handouts.owner"),
        due_prompt=words("handouts.due"),
    )
