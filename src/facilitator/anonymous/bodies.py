"""Names of organizations of which every word may be a common one: "Town of Golden Lake", "Ville de Rivière-Haute"."""

import re

from facilitator.boards.folded import Folded
from facilitator.content.people import names_function, words_of

_SORTS = (
    r"(?:town(?:ship)?|city|village|hamlet|municipality|county|district|region|corporation"
    r"|villes?|cité|municipalité|village|hameau|canton|paroisse|mrc|comté|région|agglomération|arrondissement)"
)
_LED = re.compile(
    rf"(?:the |la |le |l['’])?(?:[^\W\d_]+ )?{_SORTS}(?: [^\W\d_]+)*? "
    r"(?:of (?:the )?|de la |de l['’]|du |des |de |d['’])(?-i:(?=[A-ZÀ-Þ]))(?P<place>.+)",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(rf"(?:the )?(?P<place>[A-ZÀ-Þ].*) (?i:{_SORTS})")


def place_in(name: str) -> str:
    """The short form of a community's name: "Golden Lake" of "Town of Golden Lake"; "" where it has none."""
    name = " ".join(name.split())
    led = _LED.fullmatch(name)
    if led:
        return led["place"]
    followed = _FOLLOWED.fullmatch(name)
    return followed["place"] if followed and not _all_functions(followed["place"]) else ""


def is_called(name: str) -> bool:
    """Whether common words are together what somebody's organization is called, and not what an office does.

    So are the name of a community, and several words with capitals of which one says no function; but no alias, which
    has a number.
    """
    folded = Folded(name)
    capitals = [word for word in folded.words if folded.is_capital(word)]
    together = len(capitals) > 1 and not all(names_function(word.key) for word in capitals)
    return bool(place_in(name)) or (together and not any(letter.isdigit() for letter in name))


def _all_functions(place: str) -> bool:
    quiet = words_of("little") | words_of("particles")
    return all(names_function(word.key) or word.key in quiet for word in Folded(place).words)
