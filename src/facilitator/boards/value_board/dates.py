"""The days that a value board asks people to keep: reviews, target dates, and when the next readings are due."""

from collections.abc import Iterator

from facilitator.boards.described import Dated
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_register as content
from facilitator.content.words import Words
from facilitator.domain.rhythm import next_day


def dates_of(view: ValueBoardView, words: Words) -> tuple[Dated, ...]:
    """In the order of time: reviews that were not held yet, target dates, the next reading of each active indicator.

    Indicators that are paused or retired have no dates. The next reading is due at the frequency of the indicator
    after its last one, or after its baseline.
    """
    return tuple(sorted((*_reviews(view, words), *_indicators(view, words)), key=lambda each: (each.day, each.title)))


def _reviews(view: ValueBoardView, words: Words) -> Iterator[Dated]:
    for each in view.reviews:
        if each.held_on is None:
            cadence = content.cadence(each.cadence)
            name = cadence.name.within(words.language)
            note = words(
                "value.date_review_note",
                minutes=cadence.minutes,
                looks_at=cadence.looks_at.within(words.language),
                output=cadence.output.within(words.language),
            )
            title = words("value.date_review", review=name, title=view.title)
            yield Dated(f"review-{each.id}", each.planned_on, title, note)


def _indicators(view: ValueBoardView, words: Words) -> Iterator[Dated]:
    card_of = {card.id: card for card in view.cards}
    for kpi in view.kpis:
        card = card_of[kpi.id]
        if kpi.status in ("paused", "retired"):
            continue
        if kpi.target_date is not None:
            title = words("value.date_target", code=card.code, card=card.text)
            yield Dated(f"target-{kpi.id}", kpi.target_date, title, kpi.target_reason)
        last = kpi.readings[-1].read_on if kpi.readings else kpi.baseline_date
        every = content.days_between(kpi.frequency)
        if kpi.status == "active" and last and every and (due := next_day(last, days=every)):
            title = words("value.date_reading", code=card.code, card=card.text)
            yield Dated(f"reading-{kpi.id}", due, title, kpi.owner)
