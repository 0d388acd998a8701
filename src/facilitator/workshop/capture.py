"""Capture lines: the one line of text that adds or links, the same in the capture bar, `add` and pasted lists.

Name                    adds to the current column or sector
Name #internal @2       ... to the named one, on ring 2
Name !3 ~-1             ... with influence 3 and attitude -1 (both private)
A > B    A >funds> B    links two that exist, with a kind
A >- B                  unlinks
"Name #1 > 2"           quotes keep any of these literal
"""

import re
from dataclasses import dataclass

from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add `name`. What the line leaves open is None: group (as written), ring 1-4, influence 1-4, attitude -2..2."""

    name: str
    group: str | None = None
    ring: int | None = None
    influence: int | None = None
    attitude: int | None = None


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Link (or with `remove` unlink) two items named as people name them; `kind` as written, None = the usual one."""

    from_name: str
    to_name: str
    kind: str | None = None
    remove: bool = False


CaptureLine = AddLine | LinkLine

_ARROW = re.compile(r"(?:(?<=\s)|^)(?:>(?P<kind>[^\s<>\"]+)>|>(?P<remove>-)|>)(?=\s|$)")
_MARK = re.compile(r"(?:(?<=\s)|^)(?P<sign>[#@!~])(?P<value>[^\s\"]*)(?=\s|$)")
_SCALES = {"@": ("ring", 1, 4), "!": ("influence", 1, 4), "~": ("attitude", -2, 2)}


def parse(text: str) -> CaptureLine:
    """Read one capture line.

    Raises EditRejected: "capture_empty", "capture_quote" (column), "capture_scale" (column, mark, low, high),
    "capture_twice" (column, mark), "capture_end" (column), "capture_arrows" (column). Columns count from 1.
    """
    masked = _mask_quotes(text)
    if not masked.strip():
        raise EditRejected("capture_empty")
    arrows = list(_ARROW.finditer(masked))
    if arrows:
        return _link(text, arrows)
    return _add(text, masked)


def _mask_quotes(text: str) -> str:
    """The text with quoted parts (quotes included) blotted out by letters, so that no mark is found inside them."""
    masked, opened = list(text), -1
    for place, letter in enumerate(text):
        if letter == '"' and opened < 0 and (place == 0 or text[place - 1].isspace()):
            opened = place
        elif letter == '"' and opened >= 0:
            masked[opened : place + 1] = "x" * (place + 1 - opened)
            opened = -1
    if opened >= 0:
        raise EditRejected("capture_quote", column=opened + 1)
    return "".join(masked)


def _unquoted(text: str) -> str:
    """The text without the quotes that kept it, or a mark in it, literal; other quotes are the person's own."""
    text = text.strip()

    def inside(quoted: re.Match[str]) -> str:
        alone = quoted[0] == text
        return quoted[1] if alone or _MARK.search(quoted[1]) or _ARROW.search(quoted[1]) else quoted[0]

    return re.sub(r'(?:(?<=\s)|^)"([^"]*)"', inside, text).strip()


def _link(text: str, arrows: list[re.Match[str]]) -> LinkLine:
    if len(arrows) > 1:
        raise EditRejected("capture_arrows", column=arrows[1].start() + 1)
    arrow = arrows[0]
    from_name, to_name = _unquoted(text[: arrow.start()]), _unquoted(text[arrow.end() :])
    if not from_name or not to_name:
        raise EditRejected("capture_end", column=arrow.start() + 1)
    return LinkLine(from_name, to_name, arrow["kind"], remove=arrow["remove"] is not None)


def _add(text: str, masked: str) -> AddLine:
    group: str | None = None
    scales: dict[str, int] = {}
    kept, done = [], 0
    for mark in _MARK.finditer(masked):
        sign, value, column = mark["sign"], mark["value"], mark.start() + 1
        what = "group" if sign == "#" else _SCALES[sign][0]
        if (what == "group" and group is not None) or what in scales:
            raise EditRejected("capture_twice", column=column, mark=sign)
        if sign == "#":
            if not value:
                raise EditRejected("capture_group", column=column, group="")
            group = value
        else:
            scales[what] = _scale(sign, value, column)
        kept.append(text[done : mark.start()])
        done = mark.end()
    name = _unquoted(re.sub(r"\s+", " ", "".join([*kept, text[done:]])))
    if not name:
        raise EditRejected("capture_empty")
    return AddLine(name, group, scales.get("ring"), scales.get("influence"), scales.get("attitude"))


def _scale(sign: str, value: str, column: int) -> int:
    _, low, high = _SCALES[sign]
    plain = value.replace("\u2212", "-")  # a minus sign as word processors write it
    if not re.fullmatch(r"[+-]?[0-9]", plain) or not low <= int(plain) <= high:
        raise EditRejected("capture_scale", column=column, mark=sign, low=low, high=high)
    return int(plain)
