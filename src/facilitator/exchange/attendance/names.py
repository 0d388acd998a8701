"""What stands in a name besides the name: pronouns, guest marks, devices, addresses."""

import re
import unicodedata
from dataclasses import dataclass

from facilitator.content.naming import bared, plain
from facilitator.exchange.chat.lines import lines_of, single

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*")
_LAST = re.compile(r"(.*\S)\s+([^\s/]{2,8}(?:/[^\s/]{1,8}){1,3})")
_ENGLISH = "she her hers he him his they them theirs ze zir hir xe xem ey em any all pronouns"
_FRENCH = "elle elles il ils lui iel iels ielle ellui ael al ul tous pronoms"
_PRONOUNS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
_GUESTS = frozenset(
    ("guest", "external", "unverified", "invite", "invitee", "externe", "non verifie", "host", "co host", "hote", "me")
)
_DEVICE = r"(?:iphone|ipad|android|phone|mobile|tablet|laptop|tablette|portable|telephone|cellulaire|cell|pixel|galaxy)"
_DEVICE_WORD = re.compile(rf"{_DEVICE}(?: \d{{1,2}})?")
_OWNED = re.compile(
    rf"^(.{{2,}}?)(?:(?:['’]s|\s+-)\s+{_DEVICE}|\s+(?:iphone|ipad|android))\s*\d{{0,2}}$", re.IGNORECASE
)
_OF = re.compile(rf"^{_DEVICE}\s+(?:de\s+|d['’]|of\s+)(.{{2,}})$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:call[- ]?in user|phone|tel|telephone)[ :_]*)?\+?[\d\s().*x•_/-]{4,}", re.IGNORECASE)
_LEAST_DIGITS = 4
_ALONE = frozenset(("she", "he", "they", "elle", "iel"))
_MOST_PRONOUNS = 6
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart; `inside` is what else stood in brackets, the last of it."""

    name: str
    pronouns: str = ""
    inside: str = ""


def clean(text: str) -> str:
    """One line without controls, marks that turn the direction, and what shows nothing."""
    return single(" ".join(lines_of(text)))


def named(text: str) -> Named:
    """A clean name without guest marks and devices, its pronouns apart: "Ana (she/her) (Guest)" -> Ana, she/her.

    What stands in brackets behind a device is who has it: "iPhone de Ana (Ana Roy)" -> Ana Roy.
    """
    pronouns = inside = ""

    def take(found: re.Match[str]) -> str:
        nonlocal pronouns, inside
        said = found[1].strip()
        if is_pronouns(said):
            pronouns = said
        elif not all(_is_mark(plain(part)) for part in said.split(",")):
            inside = said
        return " "

    bare = single(_BRACKETS.sub(take, text[:_LONGEST])).strip(" ,;-–—|")
    if (ended := _LAST.match(bare)) and is_pronouns(ended[2]):
        bare, pronouns = ended[1].rstrip(" ,;-–—|"), ended[2]
    if not any(unicodedata.category(letter)[0] not in "CPZ" for letter in bare):
        return Named(inside, pronouns)
    owner = _without_device(bare)
    device_alone = bool(_DEVICE_WORD.fullmatch(plain(bare)))
    if inside and (device_alone or (owner != bare and set(plain(owner).split()) <= set(plain(inside).split()))):
        return Named(inside, pronouns)
    return Named(owner, pronouns, inside)


def is_number(name: str) -> bool:
    """Whether a name is nothing but a telephone number, also one of which a meeting hides a part."""
    return bool(_NUMBER.fullmatch(name)) and sum(map(str.isdigit, name)) >= _LEAST_DIGITS


def _without_device(name: str) -> str:
    found = _OF.match(bared(name))
    if found:
        return name[len(name) - len(found[1]) :] if len(bared(name)) == len(name) else name
    owned = _OWNED.match(name)
    return owned[1].strip() if owned else name


def _is_mark(text: str) -> bool:
    """Whether a meeting added it: that somebody is a guest or the host, or on which device."""
    return text in _GUESTS or bool(_DEVICE_WORD.fullmatch(text) or _OF.match(text))


def is_pronouns(text: str) -> bool:
    """Whether a text says nothing but how to speak of somebody: "she/her", "elle", "iel, they/them"."""
    words = plain(text).split()
    if len(words) == 1:
        return words[0] in _ALONE
    return 1 < len(words) <= _MOST_PRONOUNS and all(word in _PRONOUNS for word in words)
