"""The script of the rehearsal: a made-up meeting's chat, from resources/content/rehearsal.json.

The file holds one object; texts are `{"en": "…", "fr": "…"}`, `key`s tie its parts together and mean nothing outside:

    title (of the meeting), facilitator (what direct messages call the one who facilitates)
    people: [{key, name, address}]
    lines: [{at (seconds from the start), what (join, leave, chat, direct, reaction or reply), who (key),
        text (of what was written), about (the message that a reaction or a reply is about), sign (of a reaction)}]
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from facilitator.content.reading import Bilingual, read

LineWhat = Literal["join", "leave", "chat", "direct", "reaction", "reply"]


@dataclass(frozen=True, slots=True)
class ScriptPerson:
    """Somebody made up; the name is the same in both languages."""

    key: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What happens `at` so many seconds after the start; see the module for the parts."""

    at: int
    what: LineWhat
    who: ScriptPerson
    text: Bilingual
    about: Bilingual
    sign: str


@dataclass(frozen=True, slots=True)
class Script:
    """The whole meeting; the lines are in the order of time."""

    title: Bilingual
    facilitator: Bilingual
    people: tuple[ScriptPerson, ...]
    lines: tuple[ScriptLine, ...]

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return self.lines[-1].at


@cache
def script() -> Script:
    """The script that ships with the app."""
    data = read("content", "rehearsal.json")
    people = tuple(ScriptPerson(each["key"], each["name"], each["address"]) for each in data["people"])
    by_key = {each.key: each for each in people}
    lines = tuple(_line(each, by_key) for each in data["lines"])
    return Script(Bilingual.of(data["title"]), Bilingual.of(data["facilitator"]), people, lines)


def _line(data: Mapping[str, Any], people: Mapping[str, ScriptPerson]) -> ScriptLine:
    text, about = (Bilingual.of(data[part]) if part in data else Bilingual("", "") for part in ("text", "about"))
    return ScriptLine(data["at"], data["what"], people[data["who"]], text, about, data.get("sign", ""))
