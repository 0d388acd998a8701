"""Outcomes as rows of the console's lists: grouped by kind, or by what is still to be done about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.content.words import Words
from facilitator.domain.outcome import OUTCOME_KINDS, Outcome


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome as it is listed: `head` is its code, who and by when, `mark` whether it is to be confirmed."""

    id: str
    head: str
    text: str
    mark: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """Rows under a heading."""

    heading: str
    rows: tuple[OutcomeRow, ...]


def by_kind(outcomes: Sequence[Outcome], words: Words) -> list[OutcomeSection]:
    """A section for each kind that there is any of, headed by the digit that moves an outcome there."""
    sections = []
    for number, kind in enumerate(OUTCOME_KINDS, start=1):
        its = [each for each in outcomes if each.kind == kind]
        if its:
            heading = words("outcome.numbered", number=number, kind=words(f"outcome.{kind}_many"))
            sections.append(_section(heading, its, words))
    return sections


def to_close(outcomes: Sequence[Outcome], words: Words) -> list[OutcomeSection]:
    """What is still to be done before the session ends; an outcome stands under every heading that is true of it."""
    found = (
        ("close_confirm", [each for each in outcomes if not each.confirmed]),
        ("close_steps", [each for each in outcomes if each.kind == "next_step" and not (each.who and each.due)]),
        ("close_open", [each for each in outcomes if each.kind in ("question", "parking") and not _is_given(each)]),
    )
    return [_section(words(f"outcome.{key}", count=len(its)), its, words) for key, its in found if its]


def counted_to_confirm(outcomes: Iterable[Outcome]) -> int:
    """How many of these are still to be confirmed."""
    return sum(not each.confirmed for each in outcomes)


def _is_given(outcome: Outcome) -> bool:
    """Whether somebody takes it on, or a day is set for it."""
    return bool(outcome.who or outcome.due)


def _section(heading: str, outcomes: Iterable[Outcome], words: Words) -> OutcomeSection:
    return OutcomeSection(heading, tuple(_row(each, words) for each in outcomes))


def _row(outcome: Outcome, words: Words) -> OutcomeRow:
    missing = outcome.kind == "next_step"
    due = words.short_date(outcome.due) if outcome.due else words("outcome.no_day") if missing else ""
    told = [due, outcome.who or (words("outcome.nobody") if missing else "")]
    head = " · ".join(filter(None, (outcome.code, *told)))
    mark = words("outcome.confirmed" if outcome.confirmed else "outcome.to_confirm")
    return OutcomeRow(outcome.id, head, outcome.text, mark, outcome.confirmed)
