"""Tables and lists as one HTML page that mail programs keep as it is, and the same in plain text.

No scripts, nothing fetched, styles in line, sizes relative: it can be read aloud, at 200 % and in any mail window.
What people typed is literal text, also to somebody who looks at the source.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from facilitator.content.words import Words
from facilitator.domain.language import LOCALES

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_INK, _QUIET, _LINE, _HEAD = "#1b2a3a", "#4a5866", "#8795a3", "#e3eaf1"
_BODY = f"margin:1em;font-family:Verdana,'Segoe UI',Arial,sans-serif;line-height:1.45;color:{_INK};background:#ffffff"
_TABLE = f"border-collapse:collapse;border-color:{_LINE};margin:0 0 1.5em 0"
_TABLE_MARKS = 'border="1" cellpadding="6" cellspacing="0"'  # old marks, which Outlook keeps where it drops styles
_ROW_HEAD = f' scope="row" align="left" bgcolor="{_HEAD}"'
_CAPTION = f"text-align:left;padding:0.4em 0;color:{_QUIET}"

WIDEST = 12
"""Columns that a window of a mail program has room for; of a wider table, each row is a table of its own."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of literal text; the first cell of a row is its code or name, the second tells what it is about."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PageList:
    """A headed list of lines."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of a page: its title, what it is about in a sentence or two, and what it holds."""

    title: str
    about: Sequence[str]
    blocks: Sequence[PageTable | PageList]


def html_of(title: str, about: Sequence[str], sections: Sequence[PageSection], words: Words) -> str:
    """One HTML document (UTF-8) in the language of `words`.

    A page of one section has its title from that; else sections stand below `title` and the lines `about`.
    """
    locale, alone = LOCALES[words.language], len(sections) == 1
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{locale}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_inline(sections[0].title if alone else title)}</title>",
        "</head>",
        f'<body lang="{locale}" style="{_BODY}">',
        *(() if alone else (_heading(1, title), *map(_paragraph, filter(None, about)))),
    ]
    for section in sections:
        lines += _section(section, 1 if alone else 2, words)
    return "\n".join([*lines, "</body>", "</html>", ""])


def plain_of(title: str, about: Sequence[str], sections: Sequence[PageSection], words: Words) -> str:
    """The same as plain text, for mail programs that take no other: a row is a line of what stands in it."""
    alone = len(sections) == 1
    parts = [] if alone else [title, *filter(None, about)]
    for section in sections:
        parts += [section.title.upper(), *filter(None, section.about)]
        for block in section.blocks:
            lines = block.lines if isinstance(block, PageList) else [_told(block, row, words) for row in block.rows]
            parts.append("\n".join([block.title, *(f"- {line}" for line in lines)]))
    return _CANNOT_STAND.sub("", "\n\n".join(parts)) + "\n"


def _section(section: PageSection, level: int, words: Words) -> Iterable[str]:
    yield _heading(level, section.title)
    yield from map(_paragraph, filter(None, section.about))
    for block in section.blocks:
        if block.title != section.title:
            yield _heading(level + 1, block.title)
        if isinstance(block, PageList):
            yield from _list(block)
        elif len(block.columns) > WIDEST:
            for row in block.rows:
                yield from _record(block.columns, row)
        else:
            yield from _table(block, words)


def _table(table: PageTable, words: Words) -> Iterable[str]:
    caption = words("export.table_told", title=table.title, count=len(table.rows))
    yield from _begin(caption)
    heads = "".join(_cell("th", head, ' scope="col" align="left"') for head in table.columns)
    yield f'<thead><tr bgcolor="{_HEAD}" style="vertical-align:top">{heads}</tr></thead>'
    yield "<tbody>"
    for row in table.rows:
        first = _cell("th", row[0], _ROW_HEAD)
        yield f'<tr style="vertical-align:top">{first}{"".join(_cell("td", cell) for cell in row[1:])}</tr>'
    yield "</tbody>"
    yield "</table>"


def _record(columns: Sequence[str], row: Sequence[str]) -> Iterable[str]:
    """A row of a wide table: what it is about as the caption, below it all that is known, each in a row."""
    yield from _begin(" ".join(filter(None, row[:2])))
    yield "<tbody>"
    for head, cell in zip(columns[2:], row[2:], strict=True):
        if cell:
            yield f'<tr style="vertical-align:top">{_cell("th", head, _ROW_HEAD)}{_cell("td", cell)}</tr>'
    yield "</tbody>"
    yield "</table>"


def _begin(caption: str) -> Iterable[str]:
    yield f'<table {_TABLE_MARKS} style="{_TABLE}">'
    yield f'<caption{_direction(caption)} style="{_CAPTION}">{_text(caption)}</caption>'


def _list(block: PageList) -> Iterable[str]:
    yield "<ul>"
    for line in block.lines:
        yield f"<li{_direction(line)}>{_text(line)}</li>"
    yield "</ul>"


def _cell(tag: str, text: str, more: str = "") -> str:
    return f"<{tag}{more}{_direction(text)}>{_text(text)}</{tag}>"


def _heading(level: int, text: str) -> str:
    size = {1: "1.6em", 2: "1.3em", 3: "1.1em"}[level]
    style = f"font-size:{size};line-height:1.25;margin:1em 0 0.4em 0;color:{_INK}"
    return f'<h{level}{_direction(text)} style="{style}">{_inline(text)}</h{level}>'


def _paragraph(text: str) -> str:
    return f"<p{_direction(text)}>{_text(text)}</p>"


def _told(table: PageTable, row: Sequence[str], words: Words) -> str:
    """A row as a line: what it is about, then each cell that says something after its head."""
    said = [
        cell if not place else words("export.cell_told", head=head, text=cell)
        for place, (head, cell) in enumerate(zip(table.columns, row, strict=True))
        if cell
    ]
    return words.apart([_on_one_line(each) for each in said])


def _on_one_line(text: str) -> str:
    """The text with its blanks made one; those at which no line breaks stay, as French has them."""
    return _BLANKS.sub(" ", text).strip(" ")


def _direction(text: str) -> str:
    """Words written from right to left are read so, and turn nothing around them."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL", "RLE", "RLO", "RLI", "LRO") for letter in text)
    return ' dir="auto"' if turns else ""


def _text(text: str) -> str:
    """Literal text with its lines."""
    return "<br>".join(escape(_CANNOT_STAND.sub("", line)) for line in text.splitlines())


def _inline(text: str) -> str:
    return escape(_CANNOT_STAND.sub("", _on_one_line(text)))
