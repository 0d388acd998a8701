"""The register of indicators in words: the text alternatives of its picture, of rows and of charts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from facilitator.boards.value_board.amounts import latest_reading, promise, promised_by, reading_said
from facilitator.boards.value_board.layout.measures import MeasuresLayout, standing_word
from facilitator.boards.value_board.status import standing
from facilitator.boards.value_board.view import CardView, KpiView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words


class MeasuresTold:
    """Words for the register of a view."""

    def __init__(self, view: ValueBoardView, words: Words) -> None:
        self.words, self._view = words, view
        self._kpis = {kpi.id: kpi for kpi in view.kpis}
        self._about = f"{view.title}. {view.question}".strip()
        self._code_of = {card.id: card.code for card in view.cards}

    def register(self, layout: MeasuresLayout) -> str:
        """What the register shows: how many, how they stand, how many are only counted."""
        words, view = self.words, self._view
        if not layout.rows:
            return words("value.alt_measures_empty", about=self._about)
        parts = [words("value.alt_measures", about=self._about, count=len(view.kpis))]
        stands = Counter(filter(None, (_standing(kpi, view.showing.day, words) for kpi in view.kpis)))
        parts += [words("value.standing_count", standing=told, count=count) for told, count in stands.items()]
        if layout.rest:
            parts.append(words("value.not_shown", count=len(layout.rest)))
        return " ".join(parts)

    def one(self, card: CardView) -> str:
        """What the picture of one indicator shows."""
        return self.words("value.alt_measure", about=self._about, told=self.whole(card))

    def rest(self, told: str, ids: Sequence[str]) -> str:
        """What is only counted, with the codes of the indicators."""
        return self.words("value.stack_label", told=told, cards=", ".join(self._code_of[each] for each in ids))

    def indicator(self, card: CardView) -> str:
        """All that its row says of an indicator."""
        return indicator_told(card, self._kpis[card.id], self.words, self._view.showing.day)

    def whole(self, card: CardView) -> str:
        """The same with the question that it answers and the decision that it informs."""
        kpi = self._kpis[card.id]
        more = [
            _named(self.words, f"field_{key}", said)
            for key in ("question_answered", "decision_it_informs")
            if (said := getattr(kpi, key).strip())
        ]
        return sentences([self.indicator(card), *more])


def indicator_told(card: CardView, kpi: KpiView, words: Words, day: date | None) -> str:
    """An indicator: what is promised, what was read last, how it stands on a day, who looks and how often."""
    return sentences(_parts(card, kpi, words, day))


def sentences(parts: Iterable[str]) -> str:
    """Parts with a full stop between them, unless one ends with a mark of its own; blank ones are left out."""
    told = filter(None, (part.strip() for part in parts))
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in told)


def _parts(card: CardView, kpi: KpiView, words: Words, day: date | None) -> Iterator[str]:
    yield f"{card.code}: {card.text}"
    yield " ".join(filter(None, [promise(kpi, words), promised_by(kpi, words)]))
    yield words("value.reading_count", count=len(kpi.readings)) if kpi.readings else ""
    yield _latest(kpi, words, day)
    if told := _standing(kpi, day, words):
        yield _named(words, "head_standing_only", told)
    if kpi.owner.strip():
        yield _named(words, "head_owner", kpi.owner)
    if kpi.frequency:
        yield content.choice_name("frequency", kpi.frequency).within(words.language)


def _latest(kpi: KpiView, words: Words, day: date | None) -> str:
    reading = latest_reading(kpi, day)
    if not reading:
        return words("value.no_finding" if kpi.mode == "learning" else "value.no_reading")
    said = reading_said(kpi, reading, words)
    return _named(words, "head_latest", words("value.told_on", told=said, day=words.date(reading.read_on)))


def _standing(kpi: KpiView, day: date | None, words: Words) -> str:
    return standing_word(kpi, standing(kpi, day) if day else None, words)


def _named(words: Words, key: str, told: str) -> str:
    return words("value.told_of", name=words(f"value.{key}"), told=told)
