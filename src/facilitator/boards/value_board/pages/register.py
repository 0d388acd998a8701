"""The register of indicators on paper: a block for each, or all in one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from facilitator.boards.drawing import icon
from facilitator.boards.value_board.amounts import amount, finite, latest_reading, promise, promised_by, reading_said
from facilitator.boards.value_board.card_fields import LINES
from facilitator.boards.value_board.detail_tables import cards_of_column, column_table
from facilitator.boards.value_board.drawing.chart import Lettered, chart
from facilitator.boards.value_board.pages.telling import coded, told
from facilitator.boards.value_board.status import measured, standing
from facilitator.boards.value_board.view import CardView, KpiView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content import value_register
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import Group, Picture, Rect
from facilitator.handouts import kit

_SHORT_SHARES = (2.8, 1.9, 2.3, 1.6, 1.9)
_FACT_SHARES = (1, 1.9)
_MORE_SHARES = (1, 3.2)
_READING_SHARES = (2.1, 1.7, 3.2, 2)
_LATEST = 6
"""As many readings are listed one by one."""
_CHART = Rect(0, 0, 460, 276)
_CHART_PAD = 14.0
_LETTERS = 18.0
_SIGN = Rect(0, 0, 24, 24)
_IN_FACTS = frozenset(
    {"question_answered", "mode", "baseline", "baseline_date", "target", "target_high", "target_date"}
    | {"owner", "frequency", "source", "unit"}
)
"""Fields that the table beside the chart tells, in words of its own."""

_Row = tuple[str, str | kit.Cell]


@dataclass(frozen=True, slots=True)
class _More:
    """What else is known of an indicator as fields with their values: those chosen from a few, those written."""

    chosen: tuple[tuple[str, str], ...]
    written: tuple[tuple[str, str], ...]


def register(view: ValueBoardView, words: Words) -> list[Flowable]:
    """A block for each indicator, [] where there is none."""
    cards = cards_of_column(view, "kpi")
    if not cards:
        return []
    kpis = {kpi.id: kpi for kpi in view.kpis}
    more = _more(view, words)
    parts = _head(view, words)
    for card in cards:
        parts += _block(card, kpis[card.id], more[card.id], view.showing.day, words)
    return parts


def short_register(view: ValueBoardView, words: Words) -> list[Flowable]:
    """A row for each indicator, [] where there is none."""
    cards = cards_of_column(view, "kpi")
    if not cards:
        return []
    kpis = {kpi.id: kpi for kpi in view.kpis}
    heads = [words("value.head_card"), *(words(f"value.fact_{each}") for each in ("promise", "latest", "standing"))]
    rows = [_short_row(card, kpis[card.id], view.showing.day, words) for card in cards]
    return [*_head(view, words), kit.table([*heads, words("value.fact_owner")], rows, _SHORT_SHARES)]


def _head(view: ValueBoardView, words: Words) -> list[Flowable]:
    day = view.showing.day
    return [
        kit.new_page(),
        kit.kicker(view.title),
        kit.page_title(words("value.register")),
        kit.lead(words("value.register_lead", day=words.date(day)) if day else ""),
    ]


def _short_row(card: CardView, kpi: KpiView, day: date | None, words: Words) -> list[str | kit.Cell]:
    latest = latest_reading(kpi, day)
    return [
        coded(card),
        kit.Cell(promise(kpi, words), note=promised_by(kpi, words)),
        kit.Cell(reading_said(kpi, latest, words), note=words.date(latest.read_on)) if latest else "",
        _standing_name(kpi, day, words),
        kit.Cell(kpi.owner, note=_chosen("frequency", kpi.frequency, words)),
    ]


def _named(card: CardView, words: Words) -> str:
    """Spoken code and text, and where that is signs alone, which are not read aloud, that it has no words."""
    has_words = any(letter.isalnum() for letter in card.text)
    return coded(card) if has_words else f"{coded(card)} {words('value.no_words')}"


def _block(card: CardView, kpi: KpiView, more: _More, day: date | None, words: Words) -> Iterator[Flowable]:
    yield kit.page_section(_named(card, words))
    if day:
        yield _signed(kpi, day, words)
    facts, heads = _facts(kpi, words), (words("value.head_register"), words("value.head_set_down"))
    drawn = _chart(card, kpi, words)
    if drawn:
        yield kit.figure_beside(drawn, drawn.alt, _CHART, heads, facts, _FACT_SHARES)
    else:
        yield kit.table(heads, facts, _MORE_SHARES, whole=True)
    yield from _readings(kpi, words)
    yield kit.quiet(" · ".join(told(*each, words) for each in more.chosen))
    yield from kit.bullets([told(*each, words) for each in more.written], small=True)


def _signed(kpi: KpiView, day: date, words: Words) -> Flowable:
    """How the indicator stands: a sign, the word, and what the word means."""
    word = value_register.standing(standing(kpi, day).word)
    said = words(
        "value.stands",
        standing=word.name.within(words.language),
        meaning=word.meaning.within(words.language),
    )
    return kit.signed(kit.Sign((icon(word.symbol, _SIGN, theme("light").ink),), _SIGN, said))


def _standing_name(kpi: KpiView, day: date | None, words: Words) -> str:
    return value_register.standing(standing(kpi, day).word).name.within(words.language) if day else ""


def _facts(kpi: KpiView, words: Words) -> list[_Row]:
    """What everybody asks of an indicator; what is not set yet says so."""
    baseline = finite(kpi.baseline)
    asked = [(words("value.fact_question"), kpi.question_answered)] if kpi.question_answered.strip() else []
    return [
        *asked,
        _fact(
            "baseline", "" if baseline is None else amount(kpi, baseline, words), words, _day(kpi.baseline_date, words)
        ),
        _fact("promise", promise(kpi, words), words, promised_by(kpi, words)),
        _fact("owner", kpi.owner, words),
        _fact("frequency", _chosen("frequency", kpi.frequency, words), words),
        _fact("source", kpi.source, words),
    ]


def _fact(key: str, text: str, words: Words, note: str = "") -> _Row:
    text = text.strip()
    cell = kit.Cell(text, note=note) if text else kit.Cell(words("value.not_set"), note=note, missing=True)
    return words(f"value.fact_{key}"), cell


def _more(view: ValueBoardView, words: Words) -> dict[str, _More]:
    """By card id all else that is known of the indicators."""
    table = column_table(view, "kpi", words)
    assert table is not None
    forms = {line.label("kpi", words): line.form for line in LINES["kpi"] if line.key not in _IN_FACTS}
    forms |= {words("value.field_group"): "choice", words("value.head_dots"): "choice"}
    found = {}
    for card, row in zip(cards_of_column(view, "kpi"), table.rows, strict=True):
        cells = [each for each in zip(table.columns[2:], row[2:], strict=True) if each[1] and each[0] in forms]
        chosen = [each for each in cells if forms[each[0]] in ("choice", "yes_no")]
        found[card.id] = _More(tuple(chosen), tuple(each for each in cells if each not in chosen))
    return found


def _chart(card: CardView, kpi: KpiView, words: Words) -> Picture | None:
    """The chart of an indicator as a picture that is told in words too; None where there is nothing to draw."""
    light = theme("light")
    inner = _CHART.grown(-_CHART_PAD)
    shapes = chart(kpi, inner, words, light, Lettered(_LETTERS, values=True))
    if not shapes:
        return None
    alt = words("value.chart_alt", card=_named(card, words), promise=promise(kpi, words) or words("value.not_set"))
    read = [each for each in kpi.readings if measured(kpi, each) is not None]
    if read:
        first, last = read[0], read[-1]
        told_ends = {
            "first": reading_said(kpi, first, words),
            "first_day": words.date(first.read_on),
            "last": reading_said(kpi, last, words),
            "last_day": words.date(last.read_on),
        }
        alt = " ".join((alt, words("value.chart_readings", count=len(read), **told_ends)))
    return Picture(light.surface, (Group("", "scenery", _CHART, shapes),), alt)


def _readings(kpi: KpiView, words: Words) -> Iterator[Flowable]:
    """The latest readings, the last one first; the columns in which something stands."""
    if not kpi.readings:
        yield kit.quiet(words("value.no_readings"))
        return
    latest = kpi.readings[: -_LATEST - 1 : -1]
    rows: list[tuple[str | kit.Cell, ...]] = [
        (
            kit.Cell(lead=words.date(each.read_on)),
            reading_said(kpi, each, words) if measured(kpi, each) is not None else "",
            each.narrative,
            kit.Cell(each.voices, note=each.evidence),
        )
        for each in latest
    ]
    said = [any(each.narrative for each in latest), any(each.voices or each.evidence for each in latest)]
    shown = [0, 1, *(place for place, there in zip((2, 3), said, strict=True) if there)]
    heads = [words(f"value.head_{head}") for head in ("read_on", "reading", "narrative", "heard")]
    yield kit.table(
        [heads[each] for each in shown],
        [[row[each] for each in shown] for row in rows],
        [_READING_SHARES[each] for each in shown],
        row_head=None,  # days name no reading
        whole=True,
    )
    earlier = len(kpi.readings) - len(latest)
    if earlier:
        yield kit.quiet(words("value.earlier_readings", count=earlier))


def _chosen(field: str, choice: str, words: Words) -> str:
    return content.choice_name(field, choice).within(words.language) if choice else ""


def _day(day: date | None, words: Words) -> str:
    return words.date(day) if day else ""
