"""The form "measures": the register of indicators, each with a chart, or one of them large in the spotlight."""

from collections.abc import Iterator

from facilitator.boards.drawing import header, icon, readable, stripe
from facilitator.boards.value_board.drawing.chart import Lettered, chart
from facilitator.boards.value_board.drawing.inks import COLOURS, Inks
from facilitator.boards.value_board.drawing.measure import measure_groups
from facilitator.boards.value_board.drawing.measures_told import MeasuresTold
from facilitator.boards.value_board.drawing.shapes import CORNER, DASHED
from facilitator.boards.value_board.layout.frame import SIDE
from facilitator.boards.value_board.layout.measures import (
    BESIDE,
    CELLS,
    HEAD_TOP,
    STRIPE,
    SYMBOL,
    SYMBOL_SPACE,
    Cell,
    MeasuresLayout,
    Row,
    indicators,
    measures_layout,
)
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content import value_register
from facilitator.content.theme import Theme
from facilitator.content.typeface import baseline, line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Path, Picture, Rect, Shape, Text

_INVITATION = Rect(SIDE, 176, 760, 124)


def measures_picture(view: ValueBoardView, theme: Theme) -> Picture:
    """The register as rows; an indicator in the spotlight stands alone, with its readings."""
    words, inks = Words(view.language), Inks(theme)
    told = MeasuresTold(view, words)
    lit = next((card for card in indicators(view) if card.id == view.showing.spotlight), None)
    groups = measure_groups(view, lit, inks, told) if lit else _Register(view, inks, told).groups()
    return Picture(
        theme.paper,
        (header(view, theme), *groups),
        told.one(lit) if lit else told.register(measures_layout(view, theme)),
        (("kpi", theme.categories[COLOURS["kpi"]]),),
    )


class _Register:
    def __init__(self, view: ValueBoardView, inks: Inks, told: MeasuresTold) -> None:
        self._view, self._inks, self._told = view, inks, told
        self._words = told.words
        self._layout: MeasuresLayout = measures_layout(view, inks.theme)

    def groups(self) -> Iterator[Group]:
        """The heads of the columns, the rows, and what is counted."""
        yield self._heading()
        if not self._layout.rows:
            yield self._invitation()
        if self._layout.rest_box:
            yield self._rest(self._layout.rest_box)
        yield from map(self._row, self._layout.rows)

    def _heading(self) -> Group:
        theme, layout, view = self._inks.theme, self._layout, self._view
        column = content.column("kpi")
        name = column.name.within(self._words.language)
        size, colour = theme.stage_heading, self._inks.column("kpi")
        left = layout.columns["name"][0]
        shapes: list[Shape] = [
            Text((name,), left, HEAD_TOP, size, readable(colour, theme, 7), bold=True),
            Box(layout.rule, fill=colour),
        ]
        heads = [name]
        if layout.rows and not view.showing.large:
            top = HEAD_TOP + baseline(size) - baseline(theme.stage_text)
            for cell in CELLS:
                head = self._head(cell)
                heads.append(head)
                shapes.append(Text((head,), layout.columns[cell][0], top, theme.stage_text, self._inks.quiet))
        box = Rect(left, HEAD_TOP, layout.rule.width, layout.rule.bottom - HEAD_TOP)
        return Group("", "scenery", box, tuple(shapes), label=self._words.list(heads), category="kpi")

    def _head(self, cell: str) -> str:
        if cell == "standing":
            return self._words("value.head_standing" if self._view.showing.day else "value.head_owner")
        return self._words("value.readings" if cell == "chart" else f"value.head_{cell}")

    def _invitation(self) -> Group:
        theme, box = self._inks.theme, _INVITATION
        question = content.column("kpi").question.within(self._words.language)
        size = theme.stage_large if self._view.showing.large else theme.stage_text * 1.1
        lines = wrap(question, size, box.width - 48)
        shapes = (
            Box(box, CORNER, stroke=theme.line, stroke_width=2, dash=DASHED),
            Text(lines, box.x + 24, box.centre[1] - len(lines) * line_height(size) / 2, size, self._inks.quiet),
        )
        return Group("", "scenery", box, shapes, label=question, category="kpi")

    def _rest(self, box: Rect) -> Group:
        rest, size = self._layout.rest, self._layout.setting.text
        told = self._words("value.and_more", count=len(rest))
        shapes = (Text((told,), box.x + self._layout.tab, box.y, size, self._inks.quiet, bold=True),)
        return Group("", "scenery", box, shapes, label=self._told.rest(told, rest), category="kpi")

    def _row(self, row: Row) -> Group:
        inks, setting, rect = self._inks, self._layout.setting, row.rect
        colour = inks.column("kpi", dimmed=row.dimmed)
        patch = Rect(rect.x, rect.y, STRIPE, rect.height)
        top = rect.centre[1] - len(row.name) * line_height(setting.name) / 2
        code_top = top + baseline(setting.name) - baseline(setting.text)
        left = self._layout.columns["name"][0]
        shapes: list[Shape] = [
            Box(rect, CORNER, inks.ground(dimmed=row.dimmed), inks.theme.line, 1.5),
            Path(stripe(patch, CORNER), fill=colour),
            Text((row.card.code,), left + STRIPE + BESIDE, code_top, setting.text, inks.quiet, sign=True),
            Text(
                row.name,
                left + self._layout.tab,
                top,
                setting.name,
                inks.words(dimmed=row.dimmed),
                bold=not row.dimmed,
            ),
        ]
        lettered = Lettered(setting.text) if setting.lettered else None
        box = self._layout.chart_box(row)
        shapes += chart(row.kpi, box, self._words, inks.theme, lettered, dimmed=row.dimmed)
        for cell in CELLS:
            shapes += self._cell(row, cell)
        return Group(row.card.id, "item", rect, tuple(shapes), self._told.indicator(row.card), "kpi", patch)

    def _cell(self, row: Row, name: str) -> Iterator[Shape]:
        cell: Cell = row.cells[name]
        inks, size = self._inks, self._layout.setting.text
        left = self._layout.columns[name][0]
        top = row.rect.centre[1] - cell.height(size) / 2
        if cell.bold:
            ink = inks.words(dimmed=row.dimmed)
            x = left
            if name == "standing" and row.judged and row.standing:
                ink = inks.standing(row.standing.word, dimmed=row.dimmed)
                sign = Rect(left, top + (line_height(size) - SYMBOL) / 2, SYMBOL, SYMBOL)
                yield icon(value_register.standing(row.standing.word).symbol, sign, ink)
                x += SYMBOL_SPACE
            number = not any(letter.isalpha() for line in cell.bold for letter in line)
            yield Text(cell.bold, x, top, size, ink, bold=not row.dimmed, sign=number)
        if cell.quiet:
            below = top + len(cell.bold) * line_height(size)
            yield Text(cell.quiet, left, below, size, inks.quiet)
