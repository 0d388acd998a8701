"""A board of panels on paper: its picture, then every card with all that is known of it, panel by panel."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from facilitator.boards.drawing import BELOW_HEADER
from facilitator.boards.panels.layout import layout_of
from facilitator.boards.panels.picture import picture_of
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, Rect
from facilitator.handouts import kit
from facilitator.handouts.text import web_address

_FULL = 0.85
_MUCH_PARTS, _MUCH_LETTERS = 4, 240
"""More known of a card than this reads badly in a row of a table."""

_WORDS, _PART, _DOTS = 4.0, 2.2, 0.8
_CODE = 0.11  # of the width of the other columns together, so that its head is not broken
_BEFORE_ADDRESS = " ,;:(<–\u202f"


def handout(view: PanelsView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout; panels without a card are in the picture only."""
    parts = pictured(view, words, width)
    for panel in view.panels:
        if panel.cards:
            parts += [kit.heading(panel.name, 2), *_cards(panel, words)]
    return parts


def pictured(view: PanelsView, words: Words, width: float) -> list[Flowable]:
    """How such a handout begins: title, question and picture."""
    picture = picture_of(view, theme("light"))
    return [
        kit.kicker(words("panels.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.figure(picture, width, picture.alt, _drawn_part(view)),
    ]


def _drawn_part(view: PanelsView) -> Rect:
    """The stage below its header, as far down as anything stands, so that paper is not spent on nothing."""
    if view.card(view.showing.spotlight):
        return BELOW_HEADER
    bottom = layout_of(view, theme("light")).bottom
    bottom = STAGE_HEIGHT if bottom > STAGE_HEIGHT * _FULL else bottom + 40
    return Rect(0, BELOW_HEADER.y, BELOW_HEADER.width, bottom - BELOW_HEADER.y)


def _cards(panel: PanelView, words: Words) -> Iterator[Flowable]:
    if any(_much(card) for card in panel.cards):
        for card in panel.cards:
            yield from _block(card, words)
    else:
        yield _table(panel, words)


def _much(card: CardView) -> bool:
    return len(card.parts) >= _MUCH_PARTS or sum(len(text) for _, _, text in card.parts) > _MUCH_LETTERS


def _block(card: CardView, words: Words) -> Iterator[Flowable]:
    """A card under a heading of its own, part by part."""
    yield kit.heading(f"{card.code}  {card.words}", 3)
    signs = [words("panels.done")] if card.done else []
    signs += [words("panels.dots_given", count=card.dots)] if card.dots is not None else []
    if signs:
        yield kit.quiet(" · ".join(signs))
    for _, label, text in card.parts:
        yield kit.label(label)
        for line in text.splitlines():
            yield from _line(line)


def _line(line: str) -> Iterator[Flowable]:
    """A line of text; an address at its end opens when it is clicked, on a line of its own."""
    before, _, last = line.rstrip().rpartition(" ")
    if web_address(last):
        yield kit.paragraph(before.rstrip(_BEFORE_ADDRESS))
        yield kit.link(last, last)
    else:
        yield kit.paragraph(line)


def _table(panel: PanelView, words: Words) -> Flowable:
    """A row a card, with a column for what is known of any of them."""
    cards = panel.cards
    labels = {key: label for card in cards for key, label, _ in card.parts}
    dotted = any(card.dots is not None for card in cards)
    heads = [words("panels.head_code"), panel.head or words("panels.head_card"), *labels.values()]
    rows = [_row(card, tuple(labels), words, dotted=dotted) for card in cards]
    if dotted:
        heads.append(words("panels.head_dots"))
    shares = (_WORDS, *(_PART for _ in labels), *((_DOTS,) if dotted else ()))
    return kit.table(heads, rows, (_CODE * sum(shares), *shares))


def _row(card: CardView, keys: Sequence[str], words: Words, *, dotted: bool) -> tuple[str | kit.Cell, ...]:
    told = {key: text for key, _, text in card.parts}
    named = kit.Cell(card.words, note=words("panels.done") if card.done else "")
    dots = ("" if card.dots is None else words.number(card.dots),) if dotted else ()
    return card.code, named, *(told.get(key, "") for key in keys), *dots
