"""A person in a line of a list, or in the name that they gave themselves in a meeting.

"Ana Roy", "1. Ana Roy <ana@…>", "Ana Roy (she/her)", "Ana Roy - City of Gatineau", "Ana Roy, City of Gatineau", "Roy,
Ana", or a name and an organization with a tab between.
"""

import re
from collections.abc import Iterator

from facilitator.content.naming import key_of
from facilitator.content.people import in_spoken_order
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.exchange.attendance.attended import Visit
from facilitator.exchange.attendance.names import clean, is_pronouns, named

_BULLET = re.compile(r"^\s*(?:(?:[-*•–‣◦·▪]|\d{1,4}\s*[.):])\s*|\[[ xX]?\]\s*)+(?=\S)")
_ADDRESS = re.compile(r"<?\s*(?:mailto:)?([^\s<>()\[\];,\"']{1,100}@[^\s<>()\[\];,\"']{1,150})\s*>?", re.IGNORECASE)
_NEXT = re.compile(r";|(?<=>)\s*,")
_APART = re.compile(r"\s+[-–—|/]\s+|\s*\|\s*")
_READ = 600
"""Characters of an entry that are read; a longer one is no name."""


def visits_in(line: str, place: int) -> Iterator[Visit]:
    """Everybody whom a line names; what has no name, only an address, comes with the name ""."""
    for entry in filter(str.strip, _NEXT.split(line)):
        cells = [cell for cell in (clean(each) for each in entry[:_READ].split("\t")) if cell]
        if cells:
            name, *rest = cells
            if name.rstrip(".)").isdigit() and rest:  # a column that counts
                name, *rest = rest
            addresses = frozenset(each.casefold() for cell in cells for each in _ADDRESS.findall(cell))
            organization = next((cell for cell in rest if not _ADDRESS.search(cell)), "")
            yield person(_BULLET.sub("", name), addresses, organization, place=place)


def person(
    text: str, addresses: frozenset[str] = frozenset(), organization: str = "", *, place: int, inside: bool = True
) -> Visit:
    """Somebody without times. What stands in brackets is the organization, unless told that it is not (`inside`)."""
    told = named(_ADDRESS.sub(" ", text).strip(" \"'"))
    name, pronouns = told.name, told.pronouns
    organization = organization or (told.inside if inside else "")
    parts = _APART.split(name, maxsplit=1)
    if len(parts) > 1 and all(part.strip() for part in parts):
        name, rest = parts
        if is_pronouns(rest):
            pronouns = pronouns or rest
        else:
            organization = organization or rest
    if "," in name and len(name) <= NAME_LIMIT:
        turned = in_spoken_order(name)
        first, _, rest = name.partition(",")
        if turned != name:
            name = turned
        elif first.strip() and rest.strip():
            name, organization = first, organization or rest
    again = named(name.strip())
    name, pronouns = again.name, pronouns or again.pronouns
    return Visit(name, key_of(name), addresses, organization.strip()[:NAME_LIMIT], pronouns, place=place)
