"""A pack: several handouts in one tagged PDF with a cover."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.handouts import fonts
from facilitator.handouts.blocks import Heading, Label, NewPage, PageTitle
from facilitator.handouts.cover import Entry, PackAbout, cover, place
from facilitator.handouts.finish import finished
from facilitator.handouts.furniture import draw_band, draw_footer, draw_private
from facilitator.handouts.page_range import page_numbers
from facilitator.handouts.pages_kept import KeptPages
from facilitator.handouts.paper import Paper
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import Sheet
from facilitator.handouts.tagging import TaggedCanvas

__all__ = ["Pack", "PackAbout", "Part", "pack_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """A handout that begins on a new page. `flowables(words, width)` makes its parts, anew at each call.

    `width` is that of an upright page's frame in points; pages on their side have more. `document` says of one that
    can be filled in and read back what it is; a file says so of the first of its parts that does.

    `key` is by what it is left out of a pack or put elsewhere in it: what it is, and of what ("board:web"), once in a
    pack and the same in both languages.
    """

    title: str
    flowables: Callable[[Words, float], list[Flowable]]
    document: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A PDF as bytes, the number of the pack's pages, and each part's title with its first page.

    `numbers` are those of the pages that are in the file.
    """

    data: bytes
    pages: int
    parts: tuple[tuple[str, int], ...]
    numbers: tuple[int, ...]


def pack_of(
    parts: Sequence[Part],
    about: PackAbout,
    paper: Paper,
    language: Language,
    *,
    with_cover: bool = True,
    pages: str = "",
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pack:
    """A PDF of all parts in the given language: PDF/UA-1 and PDF/A-2a.

    Of the `pages` asked for, such as "2-4, 7", it has these only; the others are counted all the same. Raises
    StoreError as `page_numbers` does.

    `progress(done, total)` is called as parts are laid out, where `total` may grow once, and `cancelled()` is asked
    before each. Raises Refusal("handout_cancelled").
    """
    layout = _Layout(parts, about, paper, Words(language), with_cover)
    steps = _Steps(2 * len(parts), progress, cancelled)
    layout.run(steps)  # learns the number of pages and where each part begins; the second pass prints them
    if layout.looks_like_furniture():
        steps.add(len(parts))
        layout.deepen(paper)
        layout.run(steps)
    numbers = layout.keep(pages)
    canvas, data = layout.run(steps)
    title = about.file_title(Words(language))
    document = next((part.document for part in parts if part.document), "")
    told: dict[str, Any] = {"subject": about.owner(), "language": language, "day": about.made_on}
    whole = finished(data, canvas, title=title, document=document, **told)
    begins = tuple((each.title, each.page) for each in layout.contents if not each.within)
    return Pack(whole, layout.pages, begins, numbers)


class _Steps:
    """Counts the parts laid out, tells of them, and stops when cancelled."""

    def __init__(self, total: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self._total, self._done = total, 0
        self._progress, self._cancelled = progress, cancelled

    def add(self, more: int) -> None:
        """There is more to lay out than was known."""
        self._total += more

    def next(self) -> None:
        if self._cancelled():
            raise Refusal("handout_cancelled")
        self._done += 1
        self._progress(self._done, self._total)


class _Layout:
    """Lays the pack out; a later run prints what the run before it found out."""

    def __init__(self, parts: Sequence[Part], about: PackAbout, paper: Paper, words: Words, with_cover: bool) -> None:
        self.pages = 0
        self.contents: list[Entry] = []
        self._kept = KeptPages()
        self._laid_out: TaggedCanvas | None = None
        self._parts, self._about = parts, about
        self._upright, self._wide = Sheet(paper), Sheet(paper, wide=True)
        self._words, self._with_cover = words, with_cover

    def looks_like_furniture(self) -> bool:
        """Whether what was laid out has lines at the edges of its pages that would be taken for page furniture."""
        return self._laid_out is not None and self._laid_out.edges.any_repeated(self.pages)

    def deepen(self, paper: Paper) -> None:
        """Leave those edges free from now on."""
        self._upright, self._wide = Sheet(paper, deep=True), Sheet(paper, wide=True, deep=True)

    def keep(self, asked: str) -> tuple[int, ...]:
        """Draw these pages only, now that it is known which there are; returns their numbers."""
        numbers = page_numbers(asked, self.pages)
        if self._laid_out and len(numbers) < self.pages:
            self._kept = KeptPages(numbers, self._laid_out.places, frozenset(self._laid_out.headed))
        return numbers

    def run(self, steps: _Steps) -> tuple[TaggedCanvas, bytes]:
        """One pass over all parts: the canvas with its tag tree, and the file without tags."""
        made: list[TaggedCanvas] = []
        buffer = io.BytesIO()
        story = self._story(steps)
        begins_wide = isinstance(story[0], NewPage) and story[0].wide
        template = self._template(buffer, begins_wide)

        def new_canvas(*args: Any, **keywords: Any) -> TaggedCanvas:
            keywords |= {"initialFontName": fonts.body(), "pageCompression": 0}  # pikepdf reads, then compresses
            made.append(TaggedCanvas(*args, **keywords))
            made[-1].inks = self._about.look.inks
            made[-1].kept = self._kept
            return made[-1]

        template.build(_paged(story, self._upright.frame_width), canvasmaker=new_canvas)
        self.pages, self._laid_out = template.page, made[-1]
        return made[-1], buffer.getvalue()

    def _template(self, buffer: io.BytesIO, begins_wide: bool) -> Any:
        sheets = (self._wide, self._upright) if begins_wide else (self._upright, self._wide)
        template = BaseDocTemplate(buffer, pagesize=sheets[0].size, invariant=1, pdfVersion=(1, 7))
        template.addPageTemplates([self._page(sheet) for sheet in sheets])
        return template

    def _page(self, sheet: Sheet) -> PageTemplate:
        frame = Frame(sheet.side, sheet.bottom, sheet.frame_width, sheet.frame_height, 0, 0, 0, 0)  # no padding

        def furnish(canvas: TaggedCanvas, template: Any) -> None:
            self._draw_furniture(canvas, sheet)

        return PageTemplate(_template_name(sheet.wide), [frame], onPage=furnish, pagesize=sheet.size)

    def _story(self, steps: _Steps) -> list[Flowable]:
        """All parts, each on a new page of the sort that it asks for, after a cover that tells where they begin."""
        pages = [entry.page for entry in self.contents]
        self.contents.clear()
        story: list[Flowable] = []
        for part in self._parts:
            steps.next()
            pieces = part.flowables(self._words, self._upright.frame_width)
            story.append(pieces.pop(0) if pieces and isinstance(pieces[0], NewPage) else NewPage())
            story.append(self._place(Entry(part.title)))
            for piece in pieces:
                if isinstance(piece, PageTitle):
                    story.append(self._place(Entry(piece.text, within=True)))
                story.append(piece)
        for entry, page in zip(self.contents, pages, strict=False):  # there are none before the second pass
            entry.page = page
        if self._with_cover:
            front = cover(self._about, self.contents, self._words, self._upright)
            story = [NewPage(), *front, *story]
        return story

    def _place(self, entry: Entry) -> "_Place":
        self.contents.append(entry)
        return _Place(place(len(self.contents) - 1), entry)

    def _draw_furniture(self, canvas: TaggedCanvas, sheet: Sheet) -> None:
        first = self._kept.begins_with(canvas.page)
        on_cover = self._with_cover and canvas.page == 1
        if self._about.private:
            draw_private(canvas, self._words("handouts.private"), sheet, read=first)
        elif on_cover and self._about.look.colour:
            draw_band(canvas, self._about.look.colour, sheet)
        if on_cover:
            return
        page = self._words("handouts.page_of", page=canvas.page, pages=self.pages)
        draw_footer(canvas, self._about.owner(), page, sheet, read=first, heads=self._kept.lacks_headings)


class _Place(Piece):
    """Where an entry of the contents begins: a place to link to and, for a part, a section of the tag tree."""

    def __init__(self, name: str, entry: Entry) -> None:
        super().__init__()
        self._name, self._entry = name, entry

    def height_for(self, width: float) -> float:
        return 0

    def draw(self) -> None:
        self._entry.page = self.canv.page
        self.canv.bookmarkPage(self._name)
        if not self._entry.within:
            self.canv.begin_section()


def _template_name(wide: bool) -> str:
    return "wide" if wide else "upright"


def _paged(story: list[Flowable], width: float) -> list[Flowable]:
    """The story with its page breaks, and those where a heading or label would stand at a foot without its text."""
    paged: list[Flowable] = []
    for number, piece in enumerate(story):
        if isinstance(piece, NewPage):
            if number:
                paged += [NextPageTemplate(_template_name(piece.wide)), PageBreak()]
            continue
        if isinstance(piece, Heading | Label):
            paged.append(CondPageBreak(_needed(story[number:], width)))
        paged.append(piece)
    return paged


def _needed(story: list[Flowable], width: float) -> float:
    """The height of what a story begins with that stays with the next, and of the least of what follows."""
    needed = 0.0
    for piece in story:
        if not isinstance(piece, Piece):
            break
        needed += piece.spaceBefore + piece.least_height(width) + piece.spaceAfter
        if not piece.stays_with_next:
            break
    return needed
