"""From what a check hit to a finding in words, for all kinds of boards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitator.boards.described import Finding
from facilitator.content.checks import Check
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words, phrase

Value = str | int | date | Bilingual

_ORDER = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a check fires, in no language yet; see Finding for `items`, `opens` and `sets`.

    `values` fill the placeholders of the check's words; `cases` name which of its cases these are.
    """

    items: tuple[str, ...]
    opens: tuple[str, str]
    values: Mapping[str, Value] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    sets: tuple[tuple[str, str, str], ...] = ()


def told(check: Check, hit: Hit, words: Words) -> Finding:
    """A hit in the words of its check; raises KeyError where a placeholder has no value."""
    values = {name: _in_words(value, words) for name, value in hit.values.items()}
    cases = [phrase(check.cases[each].within(words.language), words.language, values) for each in hit.cases]
    if cases:
        values["case"] = words.list(cases)
    message, why, action = (
        phrase(each.within(words.language), words.language, values) for each in (check.message, check.why, check.action)
    )
    return Finding(check.id, check.severity, hit.items, message, why, action, hit.opens, hit.sets)


def most_severe_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """High, medium, low, and within that by the id of the check (Q2 before Q10); those of one stay as they come."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    return _ORDER.index(finding.severity), finding.check[:1], len(finding.check), finding.check


def _in_words(value: Value, words: Words) -> object:
    if isinstance(value, Bilingual):
        return value.within(words.language)
    return words.date(value) if isinstance(value, date) else value
