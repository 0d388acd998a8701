"""A pack: several handouts in one tagged PDF with a cover."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageBreak, PageTemplate

from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.handouts import fonts, styles
from facilitator.handouts.blocks import Heading
from facilitator.handouts.cover import PackAbout, cover, place
from facilitator.handouts.finish import finished
from facilitator.handouts.furniture import draw_footer, draw_private
from facilitator.handouts.styles import Paper
from facilitator.handouts.tagging import Piece, TaggedCanvas

__all__ = ["Pack", "PackAbout", "Paper", "Part", "pack_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """A handout that begins on a new page. `flowables(words, width)` makes its parts, anew at each call."""

    title: str
    flowables: Callable[[Words, float], list[Flowable]]


@dataclass(frozen=True, slots=True)
class Pack:
    """A PDF as bytes, the number of its pages, and each part's title with its first page."""

    data: bytes
    pages: int
    parts: tuple[tuple[str, int], ...]


def pack_of(
    parts: Sequence[Part],
    about: PackAbout,
    paper: Paper,
    language: Language,
    *,
    with_cover: bool = True,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pack:
    """A PDF of all parts in the given language, tagged as PDF/UA-1.

    `progress(done, total)` is called as parts are laid out, and `cancelled()` is asked before each. Raises
    Refusal("handout_cancelled").
    """
    layout = _Layout(parts, about, paper, Words(language), with_cover)
    steps = _Steps(2 * len(parts), progress, cancelled)
    layout.run(steps)  # learns the number of pages and where each part begins; the second pass prints them
    canvas, data = layout.run(steps)
    subject = about.owner()
    whole = finished(data, canvas, title=about.title, subject=subject, language=language, day=about.made_on)
    return Pack(whole, layout.pages, tuple(layout.contents))


class _Steps:
    """Counts the parts laid out, tells of them, and stops when cancelled."""

    def __init__(self, total: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self._total, self._done = total, 0
        self._progress, self._cancelled = progress, cancelled

    def next(self) -> None:
        if self._cancelled():
            raise Refusal("handout_cancelled")
        self._done += 1
        self._progress(self._done, self._total)


class _Layout:
    """Lays the pack out; a later run prints what the run before it found out."""

    def __init__(self, parts: Sequence[Part], about: PackAbout, paper: Paper, words: Words, with_cover: bool) -> None:
        self.pages = 0
        self.contents = [(part.title, 0) for part in parts]
        self._parts, self._about, self._paper = parts, about, paper
        self._words, self._with_cover = words, with_cover

    def run(self, steps: _Steps) -> tuple[TaggedCanvas, bytes]:
        """One pass over all parts: the canvas with its tag tree, and the file without tags."""
        made: list[TaggedCanvas] = []
        buffer = io.BytesIO()
        template = self._template(buffer)
        story = self._story(steps)

        def new_canvas(*args: Any, **keywords: Any) -> TaggedCanvas:
            keywords |= {"initialFontName": fonts.body(), "pageCompression": 0}  # pikepdf reads, then compresses
            made.append(TaggedCanvas(*args, **keywords))
            return made[-1]

        template.build(story, canvasmaker=new_canvas)
        self.pages = template.page
        return made[-1], buffer.getvalue()

    def _template(self, buffer: io.BytesIO) -> Any:
        size = styles.SIZES[self._paper]
        wide, high = styles.frame_width(self._paper), styles.frame_height(self._paper)
        frame = Frame(styles.SIDE, styles.BOTTOM, wide, high, 0, 0, 0, 0)  # no padding
        template = BaseDocTemplate(buffer, pagesize=size, invariant=1, pdfVersion=(1, 7))
        template.addPageTemplates(PageTemplate("page", [frame], onPage=self._draw_furniture))
        return template

    def _story(self, steps: _Steps) -> list[Flowable]:
        width, height = styles.frame_width(self._paper), styles.frame_height(self._paper)
        story: list[Flowable] = []
        if self._with_cover:
            story += [*cover(self._about, self.contents, self._words, height), PageBreak()]
        for number, part in enumerate(self._parts, start=1):
            steps.next()
            story += [_PartStart(number, self.contents), *part.flowables(self._words, width), PageBreak()]
        return _kept_together(story, width)

    def _draw_furniture(self, canvas: TaggedCanvas, template: Any) -> None:
        if self._about.private:
            draw_private(canvas, self._words("handouts.private"), self._paper)
        if self._with_cover and canvas.page == 1:
            return
        draw_footer(
            canvas,
            self._about.owner(),
            self._words("handouts.page_of", page=canvas.page, pages=self.pages),
            self._paper,
            read=not self._with_cover and canvas.page == 1,
        )


class _PartStart(Piece):
    """Where a part begins: a place to link to, a section of the tag tree, a line of the contents."""

    def __init__(self, number: int, contents: list[tuple[str, int]]) -> None:
        super().__init__()
        self._number, self._contents = number, contents

    def height_for(self, width: float) -> float:
        return 0

    def draw(self) -> None:
        title, _ = self._contents[self._number - 1]
        self._contents[self._number - 1] = (title, self.canv.page)
        self.canv.bookmarkPage(place(self._number))
        self.canv.begin_section()


def _kept_together(story: list[Flowable], width: float) -> list[Flowable]:
    """The story with page breaks where a heading would stand at the foot of a page without its text."""
    kept: list[Flowable] = []
    for number, piece in enumerate(story):
        if isinstance(piece, Heading):
            kept.append(CondPageBreak(_needed(story[number:], width)))
        kept.append(piece)
    return kept


def _needed(story: list[Flowable], width: float) -> float:
    """The height of the headings that a story begins with, and of the least of what follows."""
    needed = 0.0
    for piece in story:
        if not isinstance(piece, Piece):
            break
        needed += piece.spaceBefore + piece.least_height(width) + piece.spaceAfter
        if not isinstance(piece, Heading):
            break
    return needed
