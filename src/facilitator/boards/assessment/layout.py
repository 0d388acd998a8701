"""Where an assessment stands, in pixels of the 1920 x 1080 surface: areas as rows over a scale, choices beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.assessment.view import AreaView, AssessmentView
from facilitator.boards.assessment.wording import act_told, level_told
from facilitator.boards.drawing import HEADER, lines_of
from facilitator.content.instruments import Instrument, Mark, instrument
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

SIDE = 48.0
TOP = HEADER.bottom + 14
BOTTOM = STAGE_HEIGHT - 20.0
NAME_WIDTH = 306.0
ROW_INSET = 10.0
"""From the edge of a row, which is what can be picked, to its words."""

STEPS_LEFT = SIDE + NAME_WIDTH + 18
STEP_WIDTH = 176.0
STEP_INSET = 8.0
STEPS = 6
"""Not known, then the levels 0 to 4 that every scale has."""

PANEL_WIDTH = 400.0
PANEL_LEFT = STAGE_WIDTH - SIDE - PANEL_WIDTH
CARD_INSET = 22.0
PILL_SIGN = 24.0
PILL_INSET = 14.0
NAME_SIZE = 22.0
"""Of the areas' names, and of what is to be done."""

LARGE_NAME_SIZE = 30.0
ACT_SIZE = 30.0
LEGEND_SIZE = 22.0

_HIGH_ROW = 120.0
_MOST_PILL = 1.3 * STEP_WIDTH
_CARD_LINES = 4
_BETWEEN_CARDS = 10.0
_BETWEEN_PARTS = 30.0
_LEGEND_LINE = 36.0
_LEGEND_LINES = 3


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step of the scale, None for not known: its column, what it is called, and `below` it what it means."""

    level: int | None
    rect: Rect
    name: tuple[str, ...]
    meaning: tuple[str, ...]
    below: float


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area: its row, code and name in lines, what it is singled out as, the pill on its level and its words.

    Where rows are high, the name is larger and `text`, what is asked, stands below it.
    """

    area: AreaView
    rect: Rect
    lines: tuple[str, ...]
    size: float
    text: tuple[str, ...]
    mark: str
    pill: Rect
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedChoice:
    """An area that was singled out: what is to be done in lines, "" below it where that is the area itself."""

    area: AreaView
    rect: Rect
    lines: tuple[str, ...]
    below: str


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """What areas are singled out as: where its heading begins, its cards, and the place that says how many are open."""

    mark: Mark
    top: float
    heading: tuple[str, ...]
    meaning: tuple[str, ...]
    rule: float
    choices: tuple[PlacedChoice, ...]
    open: Rect | None


@dataclass(frozen=True, slots=True)
class PlacedAct:
    """Where to act, in place of marks: the heading, what it means, and the card with its words in lines."""

    heading: tuple[str, ...]
    meaning: tuple[str, ...]
    rule: float
    rect: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssessmentLayout:
    """The steps from left to right, the areas from top to bottom, the marks beside them; the legend stands below.

    An instrument without marks has in their place where to act.
    """

    steps: tuple[PlacedStep, ...]
    areas: tuple[PlacedArea, ...]
    marks: tuple[PlacedMark, ...]
    act: PlacedAct | None
    legend: Rect


@lru_cache(maxsize=16)
def layout_of(view: AssessmentView, theme: Theme) -> AssessmentLayout:
    """Everything of the view, in texts of the theme's sizes."""
    steps = _steps(view, theme)
    top = max(_head_bottom(step, theme) for step in steps) + 10
    high = _LEGEND_LINE * _LEGEND_LINES
    return AssessmentLayout(
        steps,
        tuple(_areas(view, theme, top)),
        _marks(view, theme),
        None if instrument(view.instrument).marks else _act(view, theme),
        Rect(PANEL_LEFT, BOTTOM - high, PANEL_WIDTH, high),
    )


def step_left(place: int) -> float:
    """The left edge of the step at this place: 0 is not known, 1 the level 0."""
    return STEPS_LEFT + place * STEP_WIDTH


def steps_moved(x: float) -> int:
    """By how many steps a row was dragged whose middle came to `x`: a level each, to the right upwards."""
    return round((x - _row(0, 0).centre[0]) / STEP_WIDTH)


def _head_bottom(step: PlacedStep, theme: Theme) -> float:
    return step.below + len(step.meaning) * line_height(theme.stage_text)


def _steps(view: AssessmentView, theme: Theme) -> tuple[PlacedStep, ...]:
    scale, language = instrument(view.instrument).scale, view.language
    unknown = (None, scale.unknown, scale.unknown_meaning)
    told = (unknown, *((level.value, level.name, level.meaning) for level in scale.levels))
    room = STEP_WIDTH - 2 * STEP_INSET
    called = [
        lines_of(
            name.within(language) if level is None else f"{level} {name.within(language)}",
            theme.stage_text,
            room,
            bold=True,
            most=2,
        )
        for level, name, _ in told
    ]
    below = TOP + 8 + max(map(len, called)) * line_height(theme.stage_text)
    steps = []
    for place, (level, _, meaning) in enumerate(told):
        rect = Rect(step_left(place) + 2, TOP, STEP_WIDTH - 4, BOTTOM - TOP)
        lines = wrap(meaning.within(language), theme.stage_text, room)
        steps.append(PlacedStep(level, rect, called[place], lines, below))
    return tuple(steps)


def _row(top: float, high: float) -> Rect:
    left = SIDE - ROW_INSET
    return Rect(left, top, step_left(STEPS) - left, high)


def _areas(view: AssessmentView, theme: Theme, top: float) -> Iterator[PlacedArea]:
    asked, language = instrument(view.instrument), view.language
    high = (BOTTOM - top) / len(view.areas)
    for each, area in zip(view.areas, asked.areas, strict=True):
        row = _row(top, high)
        roomy = high >= _HIGH_ROW
        size = LARGE_NAME_SIZE if roomy else NAME_SIZE
        text = wrap(area.text.within(language), theme.stage_text, NAME_WIDTH) if roomy else ()
        lines = wrap(f"{area.code}\u00a0{area.name.within(language)}", size, NAME_WIDTH, bold=True)
        told, pill = _pill(asked, each, row, theme, language, roomy=roomy)
        mark = asked.mark(each.mark).name.within(language) if each.mark else ""
        yield PlacedArea(each, row, lines, size, text, mark, pill, told)
        top += high


def _pill(
    asked: Instrument, each: AreaView, row: Rect, theme: Theme, language: Language, *, roomy: bool
) -> tuple[tuple[str, ...], Rect]:
    """The words of a level and the pill around them: in one line, or in several where the row has room for them."""
    told, beside = level_told(asked, each.level, language), 2 * PILL_INSET + _sign_width(asked, each)
    lines = wrap(told, theme.stage_text, _MOST_PILL - beside, bold=True) if roomy else (told,)
    wide = max(width(line, theme.stage_text, bold=True) for line in lines) + beside
    tall = len(lines) * line_height(theme.stage_text) + 16
    centre = step_left(0 if each.level is None else each.level + 1) + STEP_WIDTH / 2
    left = min(centre - wide / 2, row.right - wide)
    return lines, Rect(left, row.centre[1] - tall / 2, wide, tall)


def _sign_width(asked: Instrument, each: AreaView) -> float:
    plain = each.level is not None and not asked.is_strength(each.level) and not asked.needs_work(each.level)
    return 0 if plain else PILL_SIGN + 6


def _marks(view: AssessmentView, theme: Theme) -> tuple[PlacedMark, ...]:
    """The marks under each other; where their words are long, a card has fewer lines."""
    marks: tuple[PlacedMark, ...] = ()
    for most in range(_CARD_LINES, 0, -1):
        marks, top = (), TOP
        for mark in instrument(view.instrument).marks:
            placed = _mark(view, mark, theme, top, most)
            marks += (placed,)
            top = _bottom(placed) + _BETWEEN_PARTS
        if top - _BETWEEN_PARTS <= BOTTOM - _LEGEND_LINE * _LEGEND_LINES - 20:
            break
    return marks


def _act(view: AssessmentView, theme: Theme) -> PlacedAct:
    words = Words(view.language)
    heading = lines_of(words("assessment.where_to_act"), theme.stage_heading, PANEL_WIDTH, bold=True, most=1)
    meaning = wrap(words("assessment.where_to_act_meaning"), theme.stage_text, PANEL_WIDTH)
    rule = TOP + line_height(theme.stage_heading) + len(meaning) * line_height(theme.stage_text) + 6
    lines = wrap(act_told(view, words), ACT_SIZE, PANEL_WIDTH - CARD_INSET - 14, bold=True)
    rect = Rect(PANEL_LEFT, rule + 14, PANEL_WIDTH, len(lines) * line_height(ACT_SIZE) + 28)
    return PlacedAct(heading, meaning, rule, rect, lines)


def _mark(view: AssessmentView, mark: Mark, theme: Theme, top: float, most: int) -> PlacedMark:
    language = view.language
    heading = lines_of(mark.plural.within(language), theme.stage_heading, PANEL_WIDTH, bold=True, most=1)
    meaning = wrap(mark.meaning.within(language), theme.stage_text, PANEL_WIDTH)
    rule = top + line_height(theme.stage_heading) + len(meaning) * line_height(theme.stage_text) + 6
    choices, below = [], rule + 14
    for each in view.marked(mark.id)[: mark.most]:
        placed = _choice(view, each, theme, below, most)
        choices.append(placed)
        below = placed.rect.bottom + _BETWEEN_CARDS
    missing = mark.most - len(choices)
    room = Rect(PANEL_LEFT, below, PANEL_WIDTH, line_height(theme.stage_text) + 20) if missing else None
    return PlacedMark(mark, top, heading, meaning, rule, tuple(choices), room)


def _choice(view: AssessmentView, each: AreaView, theme: Theme, top: float, most: int) -> PlacedChoice:
    area = instrument(view.instrument).area(each.area)
    room = PANEL_WIDTH - CARD_INSET - 14
    name = f"{area.code} {area.name.within(view.language)}"
    lines = lines_of(each.action or name, NAME_SIZE, room, bold=True, most=most)
    below = lines_of(name, theme.stage_text, room, most=1)[0] if each.action else ""
    high = len(lines) * line_height(NAME_SIZE) + bool(below) * line_height(theme.stage_text) + 20
    return PlacedChoice(each, Rect(PANEL_LEFT, top, PANEL_WIDTH, high), lines, below)


def _bottom(placed: PlacedMark) -> float:
    if placed.open:
        return placed.open.bottom
    return placed.choices[-1].rect.bottom
