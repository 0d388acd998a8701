"""The roles of a change team, from `resources/content/change_plan.json`; the wording is our own."""

from dataclasses import dataclass
from functools import cache

from facilitator.content.naming import key_of
from facilitator.content.reading import Bilingual, read


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the change team: what it `does`, and what it is `also` called, in either language."""

    id: str
    name: Bilingual
    does: Bilingual
    also: tuple[str, ...]


@cache
def roles() -> tuple[Role, ...]:
    """The eight roles, the sponsor first."""
    return tuple(
        Role(entry["id"], Bilingual.of(entry["name"]), Bilingual.of(entry["does"]), tuple(entry["also"]))
        for entry in read("content", "change_plan.json")["roles"]
    )


def role_called(title: str) -> str:
    """The id of the role that these words call, in either language, whole and but for case and accents; "" for none."""
    return _ids().get(key_of(title), "")


@cache
def _ids() -> dict[str, str]:
    return {key_of(name): role.id for role in roles() for name in (role.name.en, role.name.fr, *role.also)}
