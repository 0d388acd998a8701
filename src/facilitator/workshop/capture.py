"""Capture lines: the one line of text that adds or links, the same in the capture bar, `add` and pasted lists.

Name                    adds to the current column or sector
Name #internal @2       ... to the named one, on ring 2; behind a name, a group may have several words
Name !3 ~-1             ... with influence 3 and attitude -1 (both private), also without the spaces: Name!3~-1
A > B    A >funds> B    links two that exist, with a kind, of several words too: A >reports to> B
A >- B                  unlinks
"Name #1 > 2"           quotes keep any of these literal
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add `name`. What the line leaves open is None: group (as written), ring 1-4, influence 1-4, attitude -2..2.

    `literal`: the name holds what looks like a private mark, and quotation marks said that it belongs there.
    """

    name: str
    group: str | None = None
    ring: int | None = None
    influence: int | None = None
    attitude: int | None = None
    literal: bool = False


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Link (or with `remove` unlink) two items named as people name them; `kind` as written, None = the usual one."""

    from_name: str
    to_name: str
    kind: str | None = None
    remove: bool = False


CaptureLine = AddLine | LinkLine

_ARROW = re.compile(r"(?:(?<=\s)|^)>(?:(?!-\s)(?P<kind>[^\s<>](?:[^<>]*[^\s<>])?)>|(?P<remove>-)(?=\s|$)|(?=\s|$))")
_MARK = re.compile(r"(?:(?<=\s)|^)(?P<sign>[#@!~])(?P<value>[^\s\"]*)(?=\s|$)")
_MINUS = "\u2212"  # as word processors write it
_GLUED = re.compile(rf"(?<=[\w)\]\"'’.])(?:!\+?[1-4]|~[+\-{_MINUS}]?[0-2])+(?=\s*$)")
_PRIVATE = re.compile(r"[!\uff01][+\-\u2010-\u2015\u2212]?\d+|[~\u223c\uff5e]\s*(?:[+\-\u2010-\u2015\u2212]|\d+)+")
_COMPLETE = re.compile(r"(?:[!\uff01]|[~\u223c\uff5e]\s*)[+\-\u2010-\u2015\u2212]*\d+")
_BEGINS = re.compile(r"(?:^|\s)#?\Z")
_SCALES = {"@": ("ring", 1, 4), "!": ("influence", 1, 4), "~": ("attitude", -2, 2)}


def parse(text: str) -> CaptureLine:
    """Read one capture line.

    Raises EditRejected: "capture_empty", "capture_quote" (column), "capture_scale" (column, mark, low, high),
    "capture_mark" (column, mark), "capture_twice" (column, mark), "capture_group" (column), "capture_end" (column),
    "capture_arrows" (column). Columns count from 1.
    """
    masked = _mask_quotes(text)
    if not masked.strip():
        raise EditRejected("capture_empty")
    arrows = list(_ARROW.finditer(masked))
    if arrows:
        return _link(text, arrows)
    return _add(text, masked)


def private_mark_in(text: str) -> str:
    """The first piece of a text that looks like an influence or an attitude of a capture line ("~-2"), "" for none."""
    found = _PRIVATE.search(text)
    return found[0] if found else ""


def without_private_marks(text: str) -> str:
    """A line, as far as it is typed, without what says an influence or an attitude by now ("!4", "~-2").

    What is quoted stays, also while the quotation is still open.
    """
    while True:
        masked, opened = _quotes_masked(text)
        mark = _COMPLETE.search(masked, 0, opened if opened >= 0 else len(masked))
        if mark is None:
            return text
        text = text[: mark.start()] + text[mark.end() :]


def _mask_quotes(text: str) -> str:
    """See `_quotes_masked`; refuses a quotation that is not closed."""
    masked, opened = _quotes_masked(text)
    if opened >= 0:
        raise EditRejected("capture_quote", column=opened + 1)
    return masked


def _quotes_masked(text: str) -> tuple[str, int]:
    """The text with quoted parts (quotes included) blotted out by letters, so that no mark is found inside them.

    A quotation begins a word, or the group behind its #. With it goes where one begins that is not closed, else -1.
    """
    masked, opened = list(text), -1
    for place, letter in enumerate(text):
        if letter == '"' and opened < 0 and _BEGINS.search(text, max(0, place - 2), place):
            opened = place
        elif letter == '"' and opened >= 0:
            masked[opened : place + 1] = "x" * (place + 1 - opened)
            opened = -1
    return "".join(masked), opened


def _unquoted(text: str) -> str:
    """The text without the quotes that kept it, or a mark in it, literal; other quotes are the person's own."""
    text = text.strip()

    def inside(quoted: re.Match[str]) -> str:
        alone = quoted[0] == text
        kept = _MARK.search(quoted[1]) or _ARROW.search(quoted[1]) or private_mark_in(quoted[1])
        return quoted[1] if alone or kept else quoted[0]

    return re.sub(r'(?:(?<=\s)|^)"([^"]*)"', inside, text).strip()


def _link(text: str, arrows: list[re.Match[str]]) -> LinkLine:
    if len(arrows) > 1:
        raise EditRejected("capture_arrows", column=arrows[1].start() + 1)
    arrow = arrows[0]
    from_name, to_name = _unquoted(text[: arrow.start()]), _unquoted(text[arrow.end() :])
    if not from_name or not to_name:
        raise EditRejected("capture_end", column=arrow.start() + 1)
    kind = text[arrow.start("kind") : arrow.end("kind")].strip('" ') if arrow["kind"] else None
    return LinkLine(from_name, to_name, kind, remove=arrow["remove"] is not None)


class _Mark(NamedTuple):
    """A mark of a line: its sign, and where it begins and ends in the text with what belongs to it."""

    sign: str
    start: int
    end: int


def _add(text: str, masked: str) -> AddLine:
    marks = list(_parted(text, masked))
    marks += _glued(_blank(masked, marks))
    if left := _PRIVATE.search(_blank(masked, marks)):
        raise EditRejected("capture_mark", column=left.start() + 1, mark=left[0])
    group: str | None = None
    scales: dict[str, int] = {}
    for mark in marks:
        value, column = text[mark.start + 1 : mark.end], mark.start + 1
        what = "group" if mark.sign == "#" else _SCALES[mark.sign][0]
        if (what == "group" and group is not None) or what in scales:
            raise EditRejected("capture_twice", column=column, mark=mark.sign)
        if what == "group":
            group = _unquoted(value)
            if not group:
                raise EditRejected("capture_group", column=column, group="")
        else:
            scales[what] = _scale(mark.sign, value, column)
    name = _unquoted(re.sub(r"\s+", " ", _blank(text, marks)))
    if not name:
        raise EditRejected("capture_empty")
    literal = bool(private_mark_in(name))
    return AddLine(name, group, scales.get("ring"), scales.get("influence"), scales.get("attitude"), literal)


def _parted(text: str, masked: str) -> Iterator[_Mark]:
    """The marks that stand apart; a group behind a name goes on to the next of them, unless it is quoted."""
    found, named, done = list(_MARK.finditer(masked)), False, 0
    for at, mark in enumerate(found):
        named = named or bool(masked[done : mark.start()].strip())
        done = mark.end()
        if named and mark["sign"] == "#" and mark["value"] and text[mark.start() + 1] != '"':
            done = found[at + 1].start() if at + 1 < len(found) else len(masked)
        yield _Mark(mark["sign"], mark.start(), done)


def _glued(masked: str) -> Iterator[_Mark]:
    """The private marks that the last word ends with."""
    if found := _GLUED.search(masked):
        for mark in re.finditer(r"[!~][^!~]+", found[0]):
            yield _Mark(mark[0][0], found.start() + mark.start(), found.start() + mark.end())


def _blank(text: str, marks: Iterable[_Mark]) -> str:
    """The text with blanks in place of the marks, so that columns stay what they are."""
    for mark in marks:
        text = f"{text[: mark.start]}{' ' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


def _scale(sign: str, value: str, column: int) -> int:
    _, low, high = _SCALES[sign]
    plain = value.replace(_MINUS, "-")
    if not re.fullmatch(r"[+-]?[0-9]", plain) or not low <= int(plain) <= high:
        raise EditRejected("capture_scale", column=column, mark=sign, low=low, high=high)
    return int(plain)
