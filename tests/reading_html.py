"""Reads a page of HTML as a screen reader would: headings, paragraphs, lists, tables, in their order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = ("meta", "br")
_BLOCKS = ("h1", "h2", "h3", "p", "li", "caption", "th", "td", "title")


@dataclass
class ReadTable:
    caption: str = ""
    heads: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class ReadPage(HTMLParser):
    """A page that was read: `tags` with their marks, `told` as (tag, text) outside of tables, `tables`.

    Raises AssertionError for elements that are not closed where they should be.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.told: list[tuple[str, str]] = []
        self.tables: list[ReadTable] = []
        self.stray: list[str] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self._scope: str | None = None
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self._text.append("\n")
        if tag in _EMPTY:
            return
        self._open.append(tag)
        if tag == "table":
            self.tables.append(ReadTable())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in _BLOCKS:
            self._text, self._scope = [], dict(attrs).get("scope")

    def handle_data(self, data):
        if self._open and self._open[-1] in _BLOCKS:
            self._text.append(data)
        elif data.strip():
            self.stray.append(data)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        text = "".join(self._text)
        if tag == "caption":
            self.tables[-1].caption = text
        elif tag == "th" and self._scope == "col":
            self.tables[-1].heads.append(text)
        elif tag in ("th", "td"):
            self.tables[-1].rows[-1].append(text)
        elif tag == "thead":
            assert self.tables[-1].rows.pop() == []
        elif tag in _BLOCKS:
            self.told.append((tag, text))
