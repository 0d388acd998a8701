"""Prints pages of value boards for tests and reads them back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from boards.value_board.complete import TODAY
from facilitator.content.words import Words
from facilitator.handouts.pack import PackAbout, Part
from paper import Element, Handout
from written_packs import write_pack


def printed(path: Path, pages: Callable[[Words], Sequence[Flowable]], language: str = "en", **about: bool) -> Handout:
    """The pages as a file of their own on Letter, without a cover."""
    parts = [Part("Board", lambda words, width: list(pages(words)))]
    write_pack(path, parts, PackAbout("Permits", "Town", TODAY, **about), "letter", language, with_cover=False)
    return Handout(path)


def rows(handout: Handout, *heads: str) -> list[list[str]]:
    """The rows of the first table that begins with these columns."""
    return next(found for first, found in _tables(handout) if tuple(first[: len(heads)]) == heads)


def heads(handout: Handout) -> list[list[str]]:
    """The names of the columns of every table."""
    return [first for first, _ in _tables(handout)]


def _tables(handout: Handout) -> list[tuple[list[str], list[list[str]]]]:
    found = []
    for table in handout.tree().every("Table"):
        first, *others = [[cell.words() for cell in row.kids] for row in table.every("TR")]
        found.append((first, others))
    return found


def headings(tree: Element) -> list[str]:
    """All headings in reading order."""
    return [each.words() for each in tree.every("H1", "H2", "H3")]
