"""Where the register of indicators stands on the stage: a row for each, with a chart, in columns that line up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.drawing import HEADER, lines_of
from facilitator.boards.value_board.amounts import latest_reading, promise, promised_by, reading_said
from facilitator.boards.value_board.layout.frame import SIDE
from facilitator.boards.value_board.layout.series import series_of
from facilitator.boards.value_board.layout.settings import shown_text
from facilitator.boards.value_board.layout.standing import standing as cards_in_place
from facilitator.boards.value_board.layout.threads import thread_of
from facilitator.boards.value_board.status import IndicatorStanding, measured, standing
from facilitator.boards.value_board.view import CardView, KpiView, ReadingView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content import value_register
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

CELLS = ("chart", "promise", "latest", "standing")
"""The columns right of the names, from left to right."""

STRIPE = 12.0
SYMBOL = 24.0
SYMBOL_SPACE = 34.0
BESIDE = 16.0
ABOVE = 8.0
RULE_HEIGHT = 4.0
HEAD_TOP = HEADER.bottom + 22
BOTTOM = STAGE_HEIGHT - 24.0

_SHARES = {"name": 0.265, "chart": 0.28, "promise": 0.165, "latest": 0.13, "standing": 0.16}
_LARGE_SHARES = {"name": 0.25, "chart": 0.24, "promise": 0.195, "latest": 0.155, "standing": 0.16}
_CELLS_BESIDE = 28.0
_RULE_ABOVE = 6.0
_ROWS_ABOVE = 16.0
_REST_ABOVE = 8.0
_DORMANT = ("paused", "retired")


@dataclass(frozen=True, slots=True)
class RowSetting:
    """How rows are set: at most so many, sizes of names and of all else, heights that rows may have, room between.

    Where charts are not `lettered` they show the course only; the numbers stand beside them.
    """

    rows: int
    name: float
    text: float
    most: float
    between: float
    lettered: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell: lines in bold, then quiet ones."""

    bold: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()

    def height(self, size: float) -> float:
        """How high the lines are."""
        return (len(self.bold) + len(self.quiet)) * line_height(size)


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator in the register: its box, name and cells. `standing` is None where no day was said.

    The cell "chart" holds words in place of a chart that can't be drawn, else nothing; `judged` says that the cell
    "standing" begins with the symbol and word of how it stands.
    """

    card: CardView
    kpi: KpiView
    rect: Rect
    name: tuple[str, ...]
    cells: Mapping[str, Cell]
    standing: IndicatorStanding | None
    judged: bool
    dimmed: bool


@dataclass(frozen=True, slots=True)
class MeasuresLayout:
    """The register: the left edges and widths of its columns, rows, and the ids of what is counted in `rest_box`.

    Names begin `tab` pixels from the left of their column, right of the codes.
    """

    setting: RowSetting
    columns: Mapping[str, tuple[float, float]]
    tab: float
    rule: Rect
    rows: tuple[Row, ...]
    rest: tuple[str, ...]
    rest_box: Rect | None

    def chart_box(self, row: Row) -> Rect:
        """Where the chart of a row stands, in its middle."""
        left, wide = self.columns["chart"]
        return Rect(left, row.rect.y + ABOVE, wide, row.rect.height - 2 * ABOVE)


def row_settings(theme: Theme, *, large: bool) -> tuple[RowSetting, ...]:
    """What the register may be set in, from roomy to tight."""
    if large:
        return (RowSetting(4, theme.stage_large, theme.stage_large, 230, 16, True),)
    usual = theme.stage_text
    return RowSetting(6, usual * 1.1, usual, 210, 14, True), RowSetting(12, usual, usual, 100, 8, False)


@lru_cache(maxsize=16)
def measures_layout(view: ValueBoardView, theme: Theme) -> MeasuresLayout:
    """The register of a view. It holds as many indicators as have room, those on a golden thread and active ones first,
    in the order of their column; the others are counted.
    """
    cards = indicators(view)
    settings = row_settings(theme, large=view.showing.large)
    setting = next((each for each in settings if len(cards) <= each.rows), settings[-1])
    thread = thread_of(view, view.showing.spotlight)
    shown = _chosen(view, cards, thread, setting.rows)
    rest = tuple(card.id for card in cards if card not in shown)
    columns = _columns(_LARGE_SHARES if view.showing.large else _SHARES)
    tab = STRIPE + BESIDE + max((width(card.code, setting.text) for card in shown), default=0.0) + BESIDE
    rule_top = HEAD_TOP + line_height(theme.stage_heading) + _RULE_ABOVE
    rule = Rect(SIDE, rule_top, STAGE_WIDTH - 2 * SIDE, RULE_HEIGHT)
    rest_high = line_height(setting.text) + _REST_ABOVE if rest else 0.0
    boxes = _boxes(len(shown), setting, rule.bottom + _ROWS_ABOVE, BOTTOM - rest_high)
    kpis = {kpi.id: kpi for kpi in view.kpis}
    setter = _Setter(view, setting, columns, tab)
    rows = tuple(
        setter.row(card, kpis[card.id], box, dimmed=bool(thread) and card.id not in thread)
        for card, box in zip(shown, boxes, strict=True)
    )
    rest_box = Rect(SIDE, boxes[-1].bottom + _REST_ABOVE, rule.width, line_height(setting.text)) if rest else None
    return MeasuresLayout(setting, columns, tab, rule, rows, rest, rest_box)


def indicators(view: ValueBoardView) -> list[CardView]:
    """The cards of the column of indicators, from top to bottom."""
    card_of = {card.id: card for card in view.cards}
    return [card_of[each] for each in cards_in_place(view)["kpi"]]


def standing_word(kpi: KpiView, found: IndicatorStanding | None, words: Words) -> str:
    """How an indicator stands in a word or two: its status where it is at rest; "" where no day was said."""
    if kpi.status in _DORMANT:
        return content.choice_name("status", kpi.status).within(words.language)
    return value_register.standing(found.word).name.within(words.language) if found else ""


def finding_of(view: ValueBoardView, kpi: KpiView, words: Words) -> str:
    """What stands in place of a chart: the last finding of a learning question, or that there is nothing yet."""
    reading = latest_reading(kpi, view.showing.day)
    if kpi.mode != "learning":
        return words("value.no_reading")
    return words.quote(finding(kpi, reading, words)) if reading else words("value.no_finding")


def finding(kpi: KpiView, reading: ReadingView, words: Words) -> str:
    """What a reading found: its story, else its number or rating."""
    return reading.narrative.strip() or reading_said(kpi, reading, words)


def _columns(shares: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    room = STAGE_WIDTH - 2 * SIDE - _CELLS_BESIDE * len(CELLS)
    columns, left = {}, SIDE
    for name, share in shares.items():
        columns[name] = (left, room * share)
        left += room * share + _CELLS_BESIDE
    return columns


def _chosen(view: ValueBoardView, cards: Sequence[CardView], thread: frozenset[str], most: int) -> tuple[CardView, ...]:
    status = {kpi.id: kpi.status for kpi in view.kpis}
    by_weight = sorted(cards, key=lambda card: (card.id not in thread, ("", *_DORMANT).index(_rest(status[card.id]))))
    kept = {card.id for card in by_weight[:most]}
    return tuple(card for card in cards if card.id in kept)


def _rest(status: str) -> str:
    return status if status in _DORMANT else ""


def _boxes(count: int, setting: RowSetting, top: float, bottom: float) -> list[Rect]:
    if not count:
        return []
    high = min((bottom - top - (count - 1) * setting.between) / count, setting.most)
    step = high + setting.between
    return [Rect(SIDE, top + place * step, STAGE_WIDTH - 2 * SIDE, high) for place in range(count)]


class _Setter:
    """Sets the words of rows."""

    def __init__(
        self,
        view: ValueBoardView,
        setting: RowSetting,
        columns: Mapping[str, tuple[float, float]],
        tab: float,
    ) -> None:
        self._view, self._setting, self._columns, self._tab = view, setting, columns, tab
        self._words = Words(view.language)

    def row(self, card: CardView, kpi: KpiView, box: Rect, *, dimmed: bool) -> Row:
        """An indicator in its box."""
        setting, words, day = self._setting, self._words, self._view.showing.day
        found = standing(kpi, day) if day else None
        word = standing_word(kpi, found, words)
        judged = bool(word) and kpi.status not in _DORMANT
        reading = latest_reading(kpi, day)
        said = reading and (measured(kpi, reading) is not None) and reading_said(kpi, reading, words)
        drawn = series_of(kpi) is not None
        read_on = words.date(reading.read_on) if reading else words("value.no_reading") if drawn else ""
        promised = promise(kpi, words)
        often = content.choice_name("frequency", kpi.frequency).within(words.language) if kpi.frequency else ""
        cells = {
            "chart": ("", [] if drawn else [finding_of(self._view, kpi, words)]),
            "promise": (promised, [promised_by(kpi, words) if promised else words("value.not_set")]),
            "latest": (said, [read_on]) if said else ("", [read_on]),
            "standing": (word, [kpi.owner, often]),
        }
        room = self._columns["name"][1] - self._tab
        lines = int((box.height - 2 * ABOVE) / line_height(setting.name))
        name = lines_of(shown_text(card.text), setting.name, room, bold=True, most=max(lines, 1))
        made = {each: self._cell(each, *cells[each], box, judged) for each in CELLS}
        return Row(card, kpi, box, name, made, found, judged, dimmed)

    def _cell(self, column: str, bold: str, quiet: Sequence[str], box: Rect, judged: bool) -> Cell:
        size = self._setting.text
        room = self._columns[column][1] - BESIDE
        most = int((box.height - 2 * ABOVE + 0.5) / line_height(size))
        texts = [(text, place == 0) for place, text in enumerate([bold, *quiet]) if text.strip()]
        texts = texts[:most]
        spare = most - len(texts)
        lines: dict[bool, tuple[str, ...]] = {True: (), False: ()}
        for text, strong in texts:
            wide = room - (SYMBOL_SPACE if column == "standing" and strong and judged else 0)
            found = lines_of(text, size, wide, bold=strong, most=1 + spare)
            spare -= len(found) - 1
            lines[strong] += found
        return Cell(lines[True], lines[False])
