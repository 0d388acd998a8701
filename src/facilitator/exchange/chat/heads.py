"""Heads: the lines at which a message begins, shape by shape. Every pattern is anchored or has one run to search."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.exchange.chat.lines import single
from facilitator.exchange.chat.message import Shape

_TIME = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_BLANK = "[ \t\u00a0\u202f]"
_ZOOM = re.compile(rf"({_TIME}){_BLANK}+(?:From|De){_BLANK}+(?=\S)")
_CLOUD = re.compile(rf"({_TIME})\t(?=[^\t ])")
_TEAMS = re.compile(rf"\[((?:[\d/.\- ]{{1,20}},? )?{_TIME})\]{_BLANK}*(?=\S)")
_MEET = re.compile(r"(\d{1,2}:\d{2}:\d{2})[.,]\d{1,3} ?(?:,|-->) ?\d{1,2}:\d{2}:\d{2}[.,]\d{1,3}\s?$")
_TIMED = re.compile(rf"\[?({_TIME})\]?{_BLANK}?[-–,]?{_BLANK}?(?=\S)")
_DIRECT = re.compile(
    r"\((?:direct message|direct|privately|private|message direct|message privé|en privé|privé|privément)\) ?:",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r" (?:to|à) (?:everyone(?: in meeting)?|tout le monde|tous les participants|toutes et tous|tous)"
    r"(?: ?\([^()]{1,40}\))? ?:(?= |$)",
    re.IGNORECASE,
)
_TO = (" to ", " à ")
_COLON = re.compile(r" ?:(?= |$)")
_OUTSIDER = re.compile(r" ?\((?:external|guest|unverified|externe|invitée?|non vérifiée?)\)$", re.IGNORECASE)
_NAME_LIMIT, _NAME_WORDS = 60, 6


@dataclass(frozen=True, slots=True)
class Head:
    """Who begins to speak, when, and the first words that stand on the same line. `direct`: to one person only."""

    author: str
    said_at: str
    text: str = ""
    direct: bool = False


def _zoom(line: str) -> Head | None:
    """`10:02:11 From NAME to Everyone:`, older `From  NAME  to  Everyone : text`, `From  NAME : text`, and in French.

    Whatever might be a message to one person counts as one.
    """
    found = _ZOOM.match(line)
    return _addressed(single(line[found.end() :]), found[1]) if found else None


def _addressed(rest: str, said_at: str) -> Head | None:
    direct = _DIRECT.search(rest)
    if direct:
        return Head(_sender(rest[: direct.start()]), said_at, rest[direct.end() :].strip(), direct=True)
    public = _PUBLIC.search(rest)
    if public:
        author = rest[: public.start()]
        hidden = ": " in author and any(to in author for to in _TO)  # sent to one person, about everyone
        return Head(author, said_at, rest[public.end() :].strip(), direct=hidden)
    colon = _COLON.search(rest)
    if colon is None:
        return None
    head = rest[: colon.start()]
    return Head(_sender(head), said_at, rest[colon.end() :].strip(), direct=any(to in f"{head} " for to in _TO))


def _sender(head: str) -> str:
    return min((head.partition(to)[0] for to in _TO), key=len).strip()


def _cloud(line: str) -> Head | None:
    """`00:12:04<TAB>NAME:<TAB>text`."""
    found = _CLOUD.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    name, tab, text = rest.partition("\t")
    if not tab or not name.rstrip().endswith(":"):
        return _named_rest(single(rest), found[1])
    direct = _DIRECT.search(single(name))
    return Head(_sender(single(name)) if direct else single(name)[:-1].rstrip(), found[1], text.strip(), bool(direct))


def _named_rest(rest: str, said_at: str) -> Head | None:
    direct = _DIRECT.search(rest)
    if direct:
        return Head(_sender(rest[: direct.start()]), said_at, rest[direct.end() :].strip(), direct=True)
    colon = _COLON.search(rest)
    if not colon or not 0 < colon.start() <= _NAME_LIMIT:
        return None
    return Head(rest[: colon.start()], said_at, rest[colon.end() :].strip())


def _teams(line: str) -> Head | None:
    """`[10:02] NAME`, with the text below, or `[10:02] NAME: text`."""
    found = _TEAMS.match(line)
    if not found:
        return None
    rest = single(line[found.end() :])
    head = _named_rest(rest, found[1]) or Head(rest, found[1])
    return Head(_OUTSIDER.sub("", head.author), head.said_at, head.text, head.direct)


def _meet(line: str) -> Head | None:
    """`00:12:04.000,00:12:09.000`; the name stands on the next line."""
    found = _MEET.match(line[:80])
    return Head("", found[1]) if found else None


def _timed(line: str) -> Head | None:
    """A time, then `NAME: text`, or text alone.

    `NAME (something):` with the text below is how Zoom heads a direct message, in whatever language.
    """
    found = _TIMED.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    name, tab, text = rest.partition("\t")
    if tab and text.strip() and len(name) <= _NAME_LIMIT and not _DIRECT.search(single(rest)):
        return Head(single(name).rstrip(":").rstrip(), found[1], text.strip())
    whole = single(rest)
    name = whole.rstrip(":：").rstrip()
    if name != whole and name.endswith((")", "）")):
        return Head(name, found[1], direct=True)
    return _named_rest(whole, found[1]) or Head("", found[1], whole)


def _named(line: str) -> Head | None:
    """`NAME: text` or `NAME<TAB>text`."""
    if line[:1].isspace():
        return None
    direct = _DIRECT.search(single(line)) if "(" in line else None
    if direct:
        rest = single(line)
        return Head(_sender(rest[: direct.start()]), "", rest[direct.end() :].strip(), direct=True)
    name, tab, text = line.partition("\t")
    if not tab:
        colon = _COLON.search(line[: _NAME_LIMIT + 3].replace("\u00a0", " ").replace("\u202f", " "))
        name, text = (line[: colon.start()], line[colon.end() :]) if colon else ("", "")
    name = single(name).rstrip(":").rstrip()
    is_name = 0 < len(name) <= _NAME_LIMIT and len(name.split()) <= _NAME_WORDS and "://" not in name
    return Head(name, "", text.strip()) if is_name and text.strip() else None


def _plain(line: str) -> Head | None:
    """Every line is a message of its own."""
    if "(" in line and _DIRECT.search(single(line)):
        return Head("", "", single(line), direct=True)
    return Head("", "", line.strip()) if line.strip() else None


HEADS: Mapping[Shape, Callable[[str], Head | None]] = {
    "zoom": _zoom,
    "zoom_cloud": _cloud,
    "teams": _teams,
    "meet": _meet,
    "timed": _timed,
    "named": _named,
    "plain": _plain,
}
"""For each shape: the head that a line is, None where it is none."""


def name_on_line(line: str) -> tuple[str, str]:
    """The name and the text of `NAME: text`, the name "" where there is none."""
    head = _named(line.strip())
    return (head.author, head.text) if head and not head.direct else ("", line)
