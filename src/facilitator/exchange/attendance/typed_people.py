"""A person in a line of a list, or in the name that they gave themselves in a meeting.

"Ana Roy", "1. Ana Roy <ana@…>", "Ana Roy (she/her)", "Ana Roy - City of Gatineau", "Ana Roy, City of Gatineau", "Roy,
Ana", or name, organization and pronouns with tabs or semicolons between.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from facilitator.content.naming import key_of
from facilitator.content.people import in_spoken_order
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.exchange.attendance.attended import Visit
from facilitator.exchange.attendance.names import clean, is_pronouns, named

_BULLET = re.compile(r"^\s*(?:(?:[-*•–‣◦·▪]|\d{1,4}\s*[.):])\s*|\[[ xX]?\]\s*)+(?=\S)")
_ADDRESS = re.compile(r"<?\s*(?:mailto:)?([^\s<>()\[\];,\"']{1,100}@[^\s<>()\[\];,\"']{1,150})\s*>?", re.IGNORECASE)
_NEXT = re.compile(r";|(?<=>)\s*,")
_APART = re.compile(r"\s+[-–—|/]\s+|\s*\|\s*")
_MOST_CELLS = 4
_READ = 600
"""Characters of an entry that are read; a longer one is no name."""


def visits_in(line: str, place: int, *, in_cells: bool = False) -> Iterator[Visit]:
    """Everybody whom a line names; what has no name, only an address, comes with the name "".

    Semicolons part people, but the cells of one where told so (`in_cells`) or where one of them is pronouns.
    """
    if ";" in line and (in_cells or _are_cells(line.split(";"))):
        line = line.replace(";", "\t")
    for entry in filter(str.strip, _NEXT.split(line)):
        cells = [cell for cell in (clean(each) for each in entry[:_READ].split("\t")) if cell]
        if cells:
            name, *rest = cells
            if name.rstrip(".)").isdigit() and rest:  # a column that counts
                name, *rest = rest
            addresses = frozenset(each.casefold() for cell in cells for each in _ADDRESS.findall(cell))
            said = [cell for cell in rest if not _ADDRESS.search(cell)]
            pronouns = next((cell for cell in said if is_pronouns(cell)), "")
            organization = ", ".join(cell for cell in said if cell != pronouns)
            told = person(_BULLET.sub("", name), addresses, organization, place=place)
            yield replace(told, pronouns=pronouns or told.pronouns)


def semicolons_part_cells(lines: Iterable[str]) -> bool:
    """Whether several lines have the same number of semicolons, one at least, and no address: a table without tabs."""
    counts = [line.count(";") if not _ADDRESS.search(line) else 0 for line in lines if line.strip()]
    return len(counts) > 1 and 0 < counts[0] < _MOST_CELLS and len(set(counts)) == 1


def _are_cells(parts: Sequence[str]) -> bool:
    return len(parts) <= _MOST_CELLS and not is_pronouns(parts[0]) and sum(map(is_pronouns, parts)) == 1


def person(
    text: str, addresses: frozenset[str] = frozenset(), organization: str = "", *, place: int, inside: bool = True
) -> Visit:
    """Somebody without times. What stands in brackets is the organization, unless told that it is not (`inside`)."""
    before, _, last = text.rpartition(",")
    if is_pronouns(last):
        said = person(before, addresses, organization, place=place, inside=inside)
        return replace(said, pronouns=said.pronouns or clean(last))
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
