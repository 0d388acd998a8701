"""What was to be said and what is read aloud, to be compared."""

from collections.abc import Iterator

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.handouts.blocks import TextBlock
from facilitator.packs.catalogue import PACKS, scope_of
from facilitator.packs.sorts import HandoutOrder, PackName
from pdf_gate.cases import DAY, whose
from pdf_gate.opened import Opened

BULLETS = {"•", ""}


def said(document: Document, pack: PackName, language: Language) -> set[str]:
    """Every text that the parts of a pack hand to the kit, blanks made one."""
    words = Words(language)
    scope = scope_of(document, HandoutOrder("letter", language, pack, day=DAY, **whose(document, pack)))
    parts = [part for make in PACKS[pack].parts for part in make(scope)]
    found = (block for part in parts for block in blocks_of(part.flowables(words, 504)))
    return {" ".join(block.text.split()) for block in found} - BULLETS


def read(paper: Opened) -> set[str]:
    """What the elements of the parts say that hold no others: not the cover, and not what figures say by their Alt."""
    inside = {id(each) for figure in paper.every("Figure") for each in figure.all_below()}
    below = [each for part in paper.every("Sect") for each in part.elements_below()]
    leaves = [each for each in below if not each.elements and not each.alt and id(each) not in inside]
    return {paper.words(each) for each in leaves} - BULLETS


def blocks_of(thing: object) -> Iterator[TextBlock]:
    """All blocks of text that flowables are made of."""
    return _blocks(thing, set())


def _blocks(thing: object, seen: set[int]) -> Iterator[TextBlock]:
    """All blocks of text that a flowable is made of."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    kids: list[object] = []
    if isinstance(thing, TextBlock):
        yield thing
    if isinstance(thing, list | tuple):
        kids = list(thing)
    elif type(thing).__module__.startswith("facilitator.handouts"):
        kids = list(getattr(thing, "__dict__", {}).values())
    for kid in kids:
        yield from _blocks(kid, seen)
