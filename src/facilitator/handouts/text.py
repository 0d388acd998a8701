"""The one door by which people's words enter a PDF: cleaned, never parsed, every character drawn.

Nothing on a handout is markup, so `<b>` or `</para>` in a name is four or seven letters like any others.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from facilitator.content import typeface
from facilitator.content.faces import FACES, face_for
from facilitator.handouts import fonts

# Controls, invisible joiners and direction overrides: they draw nothing, or make a name read as another.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # no-break spaces are no place to break

# At a space, but neither before the French high punctuation nor after an opening guillemet; and after a hyphen,
# dash or slash between words, as `typeface.wrap` does.
_BREAK = re.compile(r"(?<!«) (?![:;!?»%](?: |$))|(?<=\w\w[-‐–—/])(?=[^\W\d_]{2})")
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"  # these stay; letters beyond ASCII are escaped
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\"<>]+", re.IGNORECASE)


class Run(NamedTuple):
    """Text that one font draws; `font` is the name it has in `fonts`."""

    font: str
    text: str


def plain(text: str) -> str:
    """One line for what is not drawn: bookmarks, text alternatives, metadata. NFC, without controls.

    No-break spaces stay as they are.
    """
    return _BLANKS.sub(" ", _cleaned(text)).strip()


def held(text: str) -> str:
    """The same words with their line breaks, for a form field to hold: NFC, without controls, nothing named."""
    return _cleaned(text).strip("\n")


@lru_cache(maxsize=8192)
def drawable(text: str) -> str:
    """What a page can show of `text`, with its line breaks: NFC, no controls, each character in a house face.

    Characters that no face has are named in brackets, those beside each other together: "[grinning face]".
    Lone surrogates and direction overrides are left out.
    """
    lines = (_BLANKS.sub(" ", line).strip() for line in _cleaned(text).split("\n"))
    return "\n".join("".join(_shown(line)) for line in lines).strip("\n")


def runs(text: str, *, bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """One drawable line in pieces of one font each; bold and italic hold for the faces that stand in, too."""
    font, piece = "", ""
    for cluster in _clusters(text):
        face = next(filter(None, map(face_for, cluster)), FACES[0])
        if len(cluster) > 1:  # a letter and its marks come from one face where there is one
            shared = (each for each in FACES if all(fonts.draws(each, char) for char in cluster))
            face = next(shared, face)
        name = fonts.font_name(face, bold=bold, italic=italic)
        if name != font:
            if piece:
                yield Run(font, piece)
            font, piece = name, ""
        piece += cluster
    if piece:
        yield Run(font, piece)


@lru_cache(maxsize=8192)
def lines(text: str, size: float, max_width: float, *, bold: bool = False, italic: bool = False) -> tuple[str, ...]:
    """Drawable `text` in lines of at most `max_width` points, each filled in turn; blank text gives none.

    Where a line ends with a word, the space after it is kept, so that copied text keeps its words apart; it does not
    count for the width. A word wider than a line is broken between characters, without a space.
    """
    if not text.strip():
        return ()
    filled: list[str] = []
    for paragraph in text.split("\n"):
        line, used, glue = "", 0.0, ""
        for word, next_glue in _words(paragraph, size, max_width, bold, italic):
            wide = typeface.width(glue + word, size, bold=bold, italic=italic)
            if line and used + wide > max_width:
                filled.append(line + glue)
                line, used, glue = "", 0.0, ""
                wide = typeface.width(word, size, bold=bold, italic=italic)
            line, used, glue = line + glue + word, used + wide, next_glue
        filled.append(line + " ")
    filled[-1] = filled[-1].removesuffix(" ")
    return tuple(filled)


def web_address(text: str) -> str | None:
    """The address if a handout may link to it: http, https and mailto only."""
    address = plain(text)
    return quote(address, safe=_IN_ADDRESSES) if _WEB.fullmatch(address) else None


def _cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def _words(paragraph: str, size: float, max_width: float, bold: bool, italic: bool) -> Iterator[tuple[str, str]]:
    """Words with the glue that follows each; words that are too wide in parts that fit."""
    start = 0
    gaps = [*_BREAK.finditer(paragraph), None]
    for gap in gaps:
        word = paragraph[start : gap.start()] if gap else paragraph[start:]
        glue = gap.group() if gap else ""
        start = gap.end() if gap else start
        if typeface.width(word, size, bold=bold, italic=italic) <= max_width:
            yield word, glue
            continue
        *parts, last = typeface.wrap(word, size, max_width, bold=bold, italic=italic)
        end = 0
        for part in parts:  # a space at which no line should end is kept, too, where one has to
            end += len(part)
            space = " " if word[end : end + 1] == " " else ""
            end += len(space)
            yield part, space
        yield last, glue


def _clusters(text: str) -> Iterator[str]:
    """Characters with the combining marks that follow them."""
    cluster = ""
    for char in text:
        if cluster and unicodedata.category(char) != "Mn":
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _shown(line: str) -> Iterator[str]:
    """`line` with what no face has as names; what can't be seen goes first, as it may part a letter from its mark.

    Where nothing would be left, what can't be seen is named, too: whatever people typed shows.
    """
    missing: list[str] = []
    seen = "".join(char for char in line if face_for(char) or not _invisible(char))
    if not seen.strip():
        seen, missing = "", [char for char in line if unicodedata.category(char)[0] not in "CZ"]
    for char in unicodedata.normalize("NFC", seen):
        if face_for(char):
            if missing:
                yield _named(missing)
                missing = []
            yield char
        elif unicodedata.category(char) == "Zs":
            yield " "
        else:
            missing.append(char)
    if missing:
        yield _named(missing)


def _invisible(char: str) -> bool:
    """Variation selectors, skin tones and other parts that only change the character before them."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= char <= "\U0001f3ff"


def _named(characters: list[str]) -> str:
    """ "[grinning face, rocket]"; what a name shares with the one before it ("hebrew letter ") is said once."""
    names: list[str] = []
    kind = ""
    for char in characters:
        name = unicodedata.name(char, f"character U+{ord(char):04X}").lower()
        names.append(name.removeprefix(kind) if kind else name)
        before, letter, _ = name.partition(" letter ")
        kind = before + letter if letter else ""
    return f"[{', '.join(names)}]"
