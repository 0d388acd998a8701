"""Where one indicator stands that has the stage for itself: its chart, what is known of it, what its readings tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.drawing import lines_of
from facilitator.boards.value_board.amounts import latest_reading, promise, promised_by, reading_said, says
from facilitator.boards.value_board.layout.frame import SIDE
from facilitator.boards.value_board.layout.measures import (
    BESIDE,
    BOTTOM,
    HEAD_TOP,
    STRIPE,
    SYMBOL_SPACE,
    finding,
    finding_of,
    standing_word,
)
from facilitator.boards.value_board.layout.series import RATINGS, series_of
from facilitator.boards.value_board.status import measured, standing
from facilitator.boards.value_board.view import CardView, KpiView, ReadingView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_WIDTH, Rect

_CARD = Rect(SIDE, HEAD_TOP, STAGE_WIDTH - 2 * SIDE, BOTTOM - HEAD_TOP)
_ABOVE = 26.0
_FACTS_WIDE = 520.0
_FACTS_BESIDE = 60.0
_CHART_ABOVE = 22.0
_CHART_HIGH = 440.0
_CHART_ALONE_HIGH = 620.0
_FINDING_LINES = 6
_BETWEEN = 16.0
_FACT_LINES = 3
_STORY_LINES = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A quiet or bold line, and below it lines of text; `standing` says that it begins with the symbol of it."""

    top: float
    head: str
    lines: tuple[str, ...]
    standing: bool = False


@dataclass(frozen=True, slots=True)
class MeasureLayout:
    """One indicator: the card's box, its name from `left`, its chart or the words in place of it, facts and stories.

    `small` is the size of heads and stories, `text` that of facts, `name` that of the name; `more` are stories that
    have no room.
    """

    card: CardView
    kpi: KpiView
    rect: Rect
    left: float
    facts_left: float
    name: tuple[str, ...]
    sizes: tuple[float, float, float]
    chart: Rect
    instead: tuple[str, ...]
    facts: tuple[Told, ...]
    stories: tuple[Told, ...]
    more: int
    more_top: float


def measure_layout(view: ValueBoardView, card: CardView, theme: Theme) -> MeasureLayout:
    """An indicator of a view by itself."""
    words, day = Words(view.language), view.showing.day
    kpi = next(each for each in view.kpis if each.id == card.id)
    large = view.showing.large
    small = theme.stage_large if large else theme.stage_text
    text, title = max(small, theme.stage_text * 1.1), theme.stage_title
    left = _CARD.x + STRIPE + 2 * BESIDE + width(card.code, small) + BESIDE
    facts_left = _CARD.right - _FACTS_WIDE - 2 * BESIDE
    wide = facts_left - _FACTS_BESIDE - left
    name = lines_of(card.text, title, wide, bold=True, most=2)
    body = _CARD.y + _ABOVE + len(name) * line_height(title) + _CHART_ABOVE
    foot = _CARD.bottom - _ABOVE
    instead = () if series_of(kpi) else _instead(view, kpi, words, theme.stage_large, wide)
    stories = _stories(kpi, words, small, wide, skip=latest_reading(kpi, day) if instead else None)
    chart = Rect(left, body, wide, _CHART_HIGH if stories else _CHART_ALONE_HIGH)
    below = chart.bottom if not instead else body + len(instead) * line_height(theme.stage_large)
    placed, more_top = _flow(stories, below + _CHART_ABOVE, foot, small, small, line_height(small))
    facts, facts_end = _flow(list(_facts(view, kpi, words, text)), _CARD.y + _ABOVE, foot, small, text, 0.0)
    ends = [below, more_top + (line_height(small) if len(placed) < len(stories) else -_BETWEEN), facts_end - _BETWEEN]
    return MeasureLayout(
        card,
        kpi,
        Rect(_CARD.x, _CARD.y, _CARD.width, min(max(ends), foot) + _ABOVE - _CARD.y),
        left,
        facts_left,
        name,
        (small, text, title),
        chart,
        instead,
        facts,
        placed,
        len(stories) - len(placed),
        more_top,
    )


def _instead(view: ValueBoardView, kpi: KpiView, words: Words, size: float, wide: float) -> tuple[str, ...]:
    return lines_of(finding_of(view, kpi, words), size, wide, most=_FINDING_LINES)


def _facts(view: ValueBoardView, kpi: KpiView, words: Words, size: float) -> Iterator[Told]:
    """What is known, the most important first."""
    day = view.showing.day
    word = standing_word(kpi, standing(kpi, day) if day else None, words)
    if word:
        lines = lines_of(word, size, _FACTS_WIDE - SYMBOL_SPACE, bold=True, most=1)
        yield Told(0, words("value.head_standing_only"), lines, standing=True)
    reading = latest_reading(kpi, day)
    said = ""
    if reading and measured(kpi, reading) is not None:
        told = reading_said(kpi, reading, words)
        said = words("value.told_on", told=told, day=words.date(reading.read_on))
    often = content.choice_name("frequency", kpi.frequency).within(words.language) if kpi.frequency else ""
    facts = [
        (words("value.head_latest"), said),
        (words("value.head_promise"), " ".join(filter(None, [promise(kpi, words), promised_by(kpi, words)]))),
        (words("value.field_question_answered"), kpi.question_answered),
        (words("value.field_decision_it_informs"), kpi.decision_it_informs),
        (words("value.head_owner"), kpi.owner),
        (words("value.field_frequency"), often),
    ]
    if kpi.nature == "qualitative":
        rubric = zip(RATINGS, (kpi.rubric_1, kpi.rubric_3, kpi.rubric_5), strict=True)
        facts += [(words(f"value.field_rubric_{int(rating)}"), told) for rating, told in rubric]
    for head, told in facts:
        if told.strip():
            yield Told(0, head, lines_of(told, size, _FACTS_WIDE, most=_FACT_LINES))


def _stories(kpi: KpiView, words: Words, size: float, wide: float, skip: ReadingView | None) -> list[Told]:
    """What readings tell, the latest first, without the one that is told already."""
    found = []
    for each in sorted(kpi.readings, key=lambda each: each.read_on, reverse=True):
        if each != skip and each.narrative.strip() and says(kpi, each):
            head = words.date(each.read_on)
            if measured(kpi, each) is not None:
                head = words("value.told_of", name=head, told=reading_said(kpi, each, words))
            (line,) = lines_of(head, size, wide, bold=True, most=1)
            found.append(Told(0, line, lines_of(finding(kpi, each, words), size, wide, most=_STORY_LINES)))
    return found


def _flow(
    blocks: Sequence[Told], top: float, bottom: float, head: float, text: float, rest: float
) -> tuple[tuple[Told, ...], float]:
    """As many blocks one below the other as have room, with `rest` kept free where there are more; where they end."""
    placed: list[Told] = []
    for block in blocks:
        high = line_height(head) + len(block.lines) * line_height(text)
        kept = 0.0 if block is blocks[-1] else rest
        if top + high + kept > bottom:
            break
        placed.append(Told(top, block.head, block.lines, block.standing))
        top += high + _BETWEEN
    return tuple(placed), top
