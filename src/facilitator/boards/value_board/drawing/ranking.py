"""The form "ranking": cards by their dots, once these are revealed; until then nothing of them."""

from collections.abc import Iterator

from facilitator.boards.drawing import HEADER, header, readable, stripe
from facilitator.boards.value_board.drawing.inks import COLOURS, Inks
from facilitator.boards.value_board.drawing.measures_told import sentences
from facilitator.boards.value_board.drawing.shapes import SMALL_CORNER
from facilitator.boards.value_board.layout.ranking import (
    BESIDE,
    HEAD_TOP,
    RANK,
    STRIPE,
    RankedPanel,
    RankedRow,
    RankingLayout,
    ranking_layout,
)
from facilitator.boards.value_board.layout.threads import thread_of
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.content.typeface import baseline, line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Group, Path, Picture, Rect, Shape, Text

_MESSAGE_WIDE = 1100.0


def ranking_picture(view: ValueBoardView, theme: Theme) -> Picture:
    """The cards of each column ranked, or in calm words that there is nothing to rank yet."""
    drawing = _Ranking(view, Inks(theme))
    colours = tuple((column, theme.categories[place]) for column, place in COLOURS.items())
    return Picture(theme.paper, (header(view, theme), *drawing.groups()), drawing.alternative(), colours)


class _Ranking:
    def __init__(self, view: ValueBoardView, inks: Inks) -> None:
        self._view, self._inks, self._words = view, inks, Words(view.language)
        self._layout: RankingLayout = ranking_layout(view, inks.theme)
        self._thread = thread_of(view, view.showing.spotlight)

    def alternative(self) -> str:
        """What the picture shows, in a few sentences."""
        view, words = self._view, self._words
        about = f"{view.title}. {view.question}".strip()
        if not self._layout.panels:
            return sentences([about, *self._message()])
        ranked = [
            words("value.told_of", name=self._name(panel.column), told=words.list([_told(row) for row in panel.rows]))
            for panel in self._layout.panels
        ]
        return sentences([words("value.alt_ranking", about=about, ranked=". ".join(ranked)), *self._also()])

    def groups(self) -> Iterator[Group]:
        """Panel by panel: head, rows, what is only counted."""
        layout = self._layout
        if not layout.panels:
            yield self._calm_words()
            return
        for panel in layout.panels:
            yield self._head(panel)
            if panel.foot:
                yield self._foot(panel, panel.foot)
        if layout.note:
            yield self._note(sentences(self._also()), layout.note)
        for panel in layout.panels:
            yield from (self._row(row, panel.column) for row in panel.rows)

    def _also(self) -> Iterator[str]:
        """What the panels leave out: other columns that got dots, and cards that got none."""
        for column, count in self._layout.folded:
            yield self._words("value.count_strip", name=self._name(column), count=count)
        if self._layout.without:
            yield self._words("value.ranked_without", count=self._layout.without)

    def _message(self) -> tuple[str, ...]:
        words = self._words
        if self._view.dots_shown:
            return (words("value.ranked_none"),)
        return words("value.ranking_hidden"), words("value.ranking_later")

    def _calm_words(self) -> Group:
        theme = self._inks.theme
        first, *more = self._message()
        size, below = theme.stage_title, theme.stage_heading
        lines = [line for each in more for line in wrap(each, below, _MESSAGE_WIDE)]
        high = line_height(size) + (BESIDE + len(lines) * line_height(below) if lines else 0)
        x, top = STAGE_WIDTH / 2, (HEADER.bottom + STAGE_HEIGHT - high) / 2
        shapes: list[Shape] = [Text((first,), x, top, size, theme.ink, bold=True, anchor="middle")]
        if lines:
            under = top + line_height(size) + BESIDE
            shapes.append(Text(tuple(lines), x, under, below, self._inks.quiet, anchor="middle"))
        box = Rect(x - _MESSAGE_WIDE / 2, top, _MESSAGE_WIDE, high)
        return Group("", "scenery", box, tuple(shapes), label=sentences([first, *more]))

    def _name(self, column: str) -> str:
        return content.column(column).name.within(self._words.language)

    def _head(self, panel: RankedPanel) -> Group:
        theme, name, rule = self._inks.theme, self._name(panel.column), panel.rule
        colour = self._inks.column(panel.column)
        size = theme.stage_heading
        while size > theme.stage_text and width(name, size, bold=True) > rule.width:
            size -= 2
        top = HEAD_TOP + baseline(theme.stage_heading) - baseline(size)
        line = wrap(name, size, rule.width, bold=True, max_lines=1)
        shapes = (Text(line, rule.x, top, size, readable(colour, theme, 7), bold=True), Box(rule, fill=colour))
        box = Rect(rule.x, HEAD_TOP, rule.width, rule.bottom - HEAD_TOP)
        return Group("", "scenery", box, shapes, label=name, category=panel.column)

    def _foot(self, panel: RankedPanel, box: Rect) -> Group:
        dots = self._words("value.dots_given", count=panel.rest[0].dots)
        told = self._words("value.ranked_rest", count=len(panel.rest), dots=dots)
        if width(told, self._layout.size) > box.width:
            told = self._words("value.and_more", count=len(panel.rest))
        group = self._note(told, box)
        codes = ", ".join(each.card.code for each in panel.rest)
        label = self._words("value.stack_label", told=told, cards=codes)
        return Group("", "scenery", box, group.shapes, label=label, category=panel.column)

    def _note(self, told: str, box: Rect) -> Group:
        size = self._layout.size
        line = wrap(told, size, box.width, max_lines=1)
        return Group("", "scenery", box, (Text(line, box.x, box.y, size, self._inks.quiet),), label=told)

    def _row(self, row: RankedRow, column: str) -> Group:
        card, rect, size, inks = row.ranked.card, row.rect, self._layout.size, self._inks
        dim = bool(self._thread) and card.id not in self._thread
        colour, ink = inks.column(column, dimmed=dim), inks.words(dimmed=dim)
        patch = Rect(rect.x, rect.y, STRIPE, rect.height)
        rank_size = size * RANK
        rank_top = row.text_top + baseline(size) - baseline(rank_size)
        number = str(row.ranked.dots)
        number_x, number_top = row.bar.right + BESIDE, row.bar.centre[1] - line_height(size) / 2
        shapes: list[Shape] = [
            Box(rect, SMALL_CORNER, inks.ground(dimmed=dim), inks.theme.line, 1.0),
            Path(stripe(patch, SMALL_CORNER), fill=colour),
            Text((str(row.ranked.rank),), patch.right + BESIDE, rank_top, rank_size, ink, bold=True, sign=True),
            Text((card.code,), row.code_x, row.text_top, size, inks.quiet, sign=True),
            Text(row.lines, row.text_x, row.text_top, size, ink, bold=not dim),
            Box(row.bar, SMALL_CORNER / 2, fill=colour),
            Text((number,), number_x, number_top, size, ink, bold=True, sign=True),
        ]
        if row.ranked.tied:
            tied_x = number_x + width(number, size, bold=True) + BESIDE
            shapes.append(Text((self._words("value.tied"),), tied_x, number_top, size, inks.quiet))
        return Group(card.id, "item", rect, tuple(shapes), self._label(row), column, patch)

    def _label(self, row: RankedRow) -> str:
        ranked, words = row.ranked, self._words
        rank = words("value.ranked", rank=ranked.rank)
        if ranked.tied:
            rank = words("value.told_on", told=rank, day=words("value.tied"))
        card = f"{ranked.card.code}: {ranked.card.text}"
        return sentences([card, rank, words("value.dots_given", count=ranked.dots)])


def _told(row: RankedRow) -> str:
    return f"{row.ranked.rank} {row.ranked.card.text} ({row.ranked.dots})"
