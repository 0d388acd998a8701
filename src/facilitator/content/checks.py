"""What the checks of a board say: from `stakeholder_checks.json`, `value_checks.json` and `change_checks.json`.

When a check fires is code beside its board; what it then says, and how severe that is, is data, as are the words that
it recognizes in what people wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from facilitator.content.reading import Bilingual, read

CheckSet = Literal["stakeholder", "value", "change"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its published id (A01), with placeholders in its texts: what it found, why that matters, what to do.

    `cases` are the words that take the place of {case} where a check has several.
    """

    id: str
    severity: Literal["high", "medium", "low"]
    message: Bilingual
    why: Bilingual
    action: Bilingual
    cases: Mapping[str, Bilingual]


@cache
def checks(of: CheckSet) -> Mapping[str, Check]:
    """All checks of a kind of board by their ids, in the order of their ids."""
    return {entry["id"]: _check(entry) for entry in read("content", f"{of}_checks.json")["checks"]}


@cache
def recognized(of: CheckSet, what: str) -> tuple[str, ...]:
    """Words and phrases, in both languages, by which checks recognize something in a text; raises KeyError."""
    return tuple(read("content", f"{of}_checks.json")["recognized"][what])


def _check(entry: dict[str, Any]) -> Check:
    return Check(
        entry["id"],
        entry["severity"],
        Bilingual.of(entry["message"]),
        Bilingual.of(entry["why"]),
        Bilingual.of(entry["action"]),
        {name: Bilingual.of(case) for name, case in entry.get("cases", {}).items()},
    )
