"""What came out of a session, drawn for the stage."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.drawing import HEADER_RIGHT, lines_of, readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import baseline, line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Picture, Rect, Shape, Text
from facilitator.domain.screens import OutcomeLine, OutcomesScreen
from facilitator.ui.stage.lettering import BODY, CORNER, LEAST, heading, nothing_yet, quiet, sentence
from facilitator.ui.stage.outcomes_layout import (
    BELOW_GAP,
    FOOT_HIGH,
    HEAD,
    INDENT,
    MARK_PAD,
    PAD,
    Card,
    Head,
    Page,
    below_words,
    pages_of,
)

_HEADING = 56.0
_BESIDE = 34.0
_BESIDE_GAP = 32.0
_EMPTY = Rect(BODY.x, 300, BODY.width, 400)


@lru_cache(maxsize=16)
def outcomes_picture(screen: OutcomesScreen, theme: Theme) -> Picture:
    """What came out of a session, on the 1920 x 1080 surface: the page that is asked for, at most the last one."""
    pages = pages_of(screen.lines, screen.language, theme)
    number = min(max(screen.page, 0), len(pages) - 1)
    drawing = _Drawing(screen, theme, number, len(pages))
    return Picture(theme.paper, tuple(drawing.groups(pages[number])), drawing.told(pages[number]))


def page_count(screen: OutcomesScreen, theme: Theme) -> int:
    """How many pages what came out of a session takes, at least 1."""
    return len(pages_of(screen.lines, screen.language, theme))


class _Drawing:
    def __init__(self, screen: OutcomesScreen, theme: Theme, page: int, pages: int) -> None:
        self._screen, self._theme, self._page, self._pages = screen, theme, page, pages
        self._words = Words(screen.language)

    def groups(self, page: Page) -> Iterator[Group]:
        """The heading, then the parts on this page."""
        yield from self._heading()
        if not self._screen.lines:
            yield nothing_yet(self._words("stage.nothing_yet"), _EMPTY, self._theme)
            return
        for each in page:
            yield self._head(each) if isinstance(each, Head) else self._card(each)
        if self._pages > 1:
            yield self._foot()

    def told(self, page: Page) -> str:
        """The page in words."""
        parts = [self._name()]
        if not self._screen.lines:
            return f"{parts[0]} {self._words('stage.nothing_yet')}."
        for each in page:
            if isinstance(each, Head):
                parts.append(self._words("stage.part_count", part=self._part(each), count=each.count))
            else:
                parts.append(self._line_told(each.line))
        if self._pages > 1:
            parts.append(f"{self._page_told()}.")
        return " ".join(parts)

    def _name(self) -> str:
        return " ".join(sentence(each) for each in (self._words("stage.outcomes"), self._screen.title) if each)

    def _page_told(self) -> str:
        return self._words("stage.page_of", page=self._page + 1, pages=self._pages)

    def _part(self, head: Head) -> str:
        name = self._words(f"stage.part_{head.kind}")
        return self._words("stage.part_continued", part=name) if head.continued else name

    def _line_told(self, line: OutcomeLine) -> str:
        said = f"{line.code}: {line.text}" if line.code else line.text
        mark = "" if line.confirmed else self._words("stage.to_confirm")
        return " ".join(sentence(each) for each in (said, below_words(line, self._words), mark) if each)

    def _heading(self) -> Iterator[Group]:
        main = heading(self._words("stage.outcomes"), self._theme, 80, (_HEADING,), label=self._name())
        yield main
        open_ones = sum(not line.confirmed for line in self._screen.lines)
        counted = self._words("stage.count_to_confirm", count=open_ones) if open_ones else ""
        left = main.box.right + _BESIDE_GAP
        room = HEADER_RIGHT - left - (width(counted, _BESIDE, bold=True) + _BESIDE_GAP if counted else 0.0)
        for line in lines_of(self._screen.title, _BESIDE, room, most=1):
            yield self._beside(line, left, main.box.y, bold=False)
            left += width(line, _BESIDE) + _BESIDE_GAP
        if counted:
            yield self._beside(counted, left, main.box.y, bold=True)

    def _beside(self, text: str, left: float, top: float, *, bold: bool) -> Group:
        """Words beside the heading, on its line."""
        top += baseline(_HEADING) - baseline(_BESIDE)
        shape = Text((text,), left, top, _BESIDE, quiet(self._theme), bold=bold)
        box = Rect(left, top, width(text, _BESIDE, bold=bold), line_height(_BESIDE))
        return Group("", "scenery", box, (shape,), label=text)

    def _head(self, head: Head) -> Group:
        theme, rect = self._theme, head.rect
        name, count = self._part(head), str(head.count)
        ink = readable(theme.focus, theme, 7)
        shapes = (
            Text((name,), rect.x, rect.y, HEAD, ink, bold=True),
            Text((count,), rect.right, rect.y, HEAD, quiet(theme), bold=True, anchor="end", sign=True),
            Box(Rect(rect.x, rect.y + line_height(HEAD), rect.width, 3), fill=theme.focus),
        )
        return Group("", "scenery", rect, shapes, label=self._words("stage.part_count", part=name, count=count))

    def _card(self, card: Card) -> Group:
        theme, rect, line = self._theme, card.rect, card.line
        ink = quiet(theme, theme.surface)
        top = rect.y + PAD
        shapes: list[Shape] = [Box(rect, CORNER, theme.surface, theme.line, 2)]
        if line.code:
            shapes.append(Text((line.code,), rect.x + INDENT, top, card.size, ink, bold=True, sign=True))
        if card.words:
            shapes.append(Text(card.words, card.text_left, top, card.size, theme.ink))
        top += max(1, len(card.words)) * line_height(card.size) + BELOW_GAP
        if card.below:
            shapes.append(Text(card.below, card.text_left, top, LEAST, ink, bold=True))
        if card.mark:
            shapes += self._mark(card.mark, rect.right - INDENT, top)
        return Group("", "scenery", rect, tuple(shapes), label=self._line_told(line))

    def _mark(self, mark: str, right: float, top: float) -> Iterator[Shape]:
        """The words "to confirm", framed, at the right end of the line that begins at `top`."""
        theme = self._theme
        wide = width(mark, LEAST, bold=True) + 2 * MARK_PAD
        box = Rect(right - wide, top - 1, wide, line_height(LEAST) + 2)
        ground = mixed(theme.focus, 0.1, theme.surface)
        yield Box(box, box.height / 2, ground, theme.focus, 2)
        ink = readable(theme.focus, theme, 7, ground)
        yield Text((mark,), box.centre[0], top, LEAST, ink, bold=True, anchor="middle")

    def _foot(self) -> Group:
        told = self._page_told()
        top = BODY.bottom - FOOT_HIGH
        text = Text((told,), BODY.right, top, LEAST, quiet(self._theme), bold=True, anchor="end")
        wide = width(told, LEAST, bold=True)
        return Group("", "scenery", Rect(BODY.right - wide, top, wide, FOOT_HIGH), (text,), label=told)
