"""An import as the facilitator sees it before anything is done: where columns go, and what would come of each row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from facilitator.content.naming import plain
from facilitator.content.reading import Bilingual, read
from facilitator.content.words import Words
from facilitator.domain.change import Change


@dataclass(frozen=True, slots=True)
class Target:
    """A field of the board that a column can go into; `private` ones stay with the facilitator."""

    key: str
    name: Bilingual
    private: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What comes of one row.

    `fate` is "new", "update" (of one that is there), "same" (there already, nothing to change), "there" (there
    already, and left as it is) or "rejected". `name` is as it was read, `why` a sentence for what was rejected or
    what it looks like, else "". `place` is a line or a path.
    """

    place: int | str
    name: str
    fate: Literal["new", "update", "same", "there", "rejected"]
    why: str = ""

    def sentence(self, words: Words) -> str:
        """Where it is and what is said of it; may hold people's words."""
        if isinstance(self.place, int):
            return words("refusals.line_refused", line=self.place, why=self.why)
        return words("refusals.place_refused", place=self.place, why=self.why)


LeftOutWhy = Literal["unknown", "taken", "unreadable", "asked", "unknown_tie", "unheld", "code"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that goes nowhere, or a part of the file that the board can't hold.

    `why`: no field is called so ("unknown", of a tie "unknown_tie"), another column goes there ("taken"), what stands
    in it can't be read as the field of that name ("unreadable"), it was to be left out ("asked"), nothing here can hold
    it ("unheld"), or it holds codes, which the board gives itself ("code").
    """

    name: str
    why: LeftOutWhy


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do.

    `change` is the one step, None where there is nothing to do. `ties` are how many relationships would be new.
    """

    change: Change | None
    rows: tuple[PlannedRow, ...]
    ties: int
    rejected_ties: tuple[PlannedRow, ...]
    left_out: tuple[LeftOut, ...]

    def count(self, fate: str) -> int:
        """How many rows have this fate."""
        return sum(row.fate == fate for row in self.rows)

    def told_left_out(self, words: Words) -> list[str]:
        """What is left out, a sentence for each reason; [] where nothing is."""
        names: dict[str, list[str]] = {}
        for each in self.left_out:
            names.setdefault(each.why, []).append(each.name)
        return [words(f"exchange.left_out_{why}", columns=", ".join(its)) for why, its in names.items()]


Mapped = Mapping[str, str]
"""Where columns go: the key of a target by column; a column that is not in it goes nowhere."""


def guessed(
    columns: Sequence[str], targets: Sequence[Target], fits: Callable[[str, str], bool], *, foreign: bool
) -> dict[str, str]:
    """Where the columns of a source are likely to go.

    By the names of the fields in either language; else by what they are often called elsewhere, where what stands in
    the column `fits` the field. In a `foreign` source it must always fit: what is called the same there may be measured
    on another scale. Each target is taken once, by the first column that is called so.
    """
    found: dict[str, str] = {}
    for surely, known in zip((not foreign, not foreign, False), _names(targets), strict=True):
        for column in columns:
            target = known.get(plain(column))
            if target and column not in found and target not in found.values() and (surely or fits(column, target)):
                found[column] = target
    if "name" not in found.values() and len(columns) == 1:
        found[columns[0]] = "name"
    return found


def field_called(column: str, targets: Sequence[Target]) -> str | None:
    """The key of the field that a column is called by, as `guessed` goes by names; None where there is none."""
    return next((names[plain(column)] for names in _names(targets) if plain(column) in names), None)


def _names(targets: Sequence[Target]) -> tuple[dict[str, str], ...]:
    """Keys by names: those that fields have, those they have in files, and what they are often called elsewhere."""
    return (
        {plain(target.name.en): target.key for target in targets}
        | {plain(target.name.fr): target.key for target in targets},
        {plain(target.key): target.key for target in targets},
        {plain(also): target.key for target in targets for also in _also_called().get(target.key, ())},
    )


@cache
def _also_called() -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in read("exchange", "import_names.json").items()}
