"""A board of panels on paper: its picture, then every card with all that is known of it, panel by panel."""

from collections.abc import Iterator, Sequence
from itertools import groupby

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
MANY_PANELS, FEW_CARDS = 4, 3
"""So many panels with no more cards each than this, on average, stand in one table."""
_SHORT = 60
"""What is known of a card in fewer letters shares a line with others of its sort."""

_WORDS, _PART, _THEME, _DOTS = 4.0, 2.2, 2.6, 0.8
_CODE = 0.11  # of the width of the other columns together, so that its head is not broken
_BEFORE_ADDRESS = " ,;:(<–\u202f"


def handout(view: PanelsView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout; panels without a card are in the picture only."""
    return [*pictured(view, words, width), *in_words(view, words)]


def in_words(view: PanelsView, words: Words) -> Iterator[Flowable]:
    """What stands below the picture: every card, panel by panel, or many panels of few cards in one table."""
    for _, alike in groupby((panel for panel in view.panels if panel.cards), lambda panel: panel.head):
        panels = tuple(alike)
        if any(_much(card) for panel in panels for card in panel.cards):
            for panel in panels:
                yield kit.heading(panel.name, 2)
                for card in panel.cards:
                    yield from _block(card, words)
        elif are_sparse([len(panel.cards) for panel in panels]):
            yield kit.heading(words("panels.by_theme"), 2)
            yield _table(panels, words)
        else:
            for panel in panels:
                yield kit.heading(panel.name, 2)
                yield _table((panel,), words)


def are_sparse(counts: Sequence[int]) -> bool:
    """Whether panels with so many cards each would be a page of headings, so that one table says it better."""
    return len(counts) >= MANY_PANELS and sum(counts) <= FEW_CARDS * len(counts)


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


def _much(card: CardView) -> bool:
    return len(card.parts) >= _MUCH_PARTS or sum(len(text) for _, _, text in card.parts) > _MUCH_LETTERS


def _block(card: CardView, words: Words) -> Iterator[Flowable]:
    """A card under a heading of its own: what is short in a line, then part by part."""
    yield kit.heading(f"{card.code}  {card.words}", 3)
    signs = [words("panels.done")] if card.done else []
    signs += [words("panels.dots_given", count=card.dots)] if card.dots is not None else []
    if signs:
        yield kit.quiet(" · ".join(signs))
    runs = [(short, list(parts)) for short, parts in groupby(card.parts, lambda part: _is_short(part, card))]
    for place, (short, parts) in enumerate(runs, 1):
        if short:
            told = " · ".join(words("panels.part_label", label=label, text=text) for _, label, text in parts)
            yield kit.paragraph(told) if place == len(runs) else kit.facts(told)
            continue
        for _, label, text in parts:
            yield kit.label(label)
            for line in text.splitlines():
                yield from _line(line)


def _is_short(part: tuple[str, str, str], card: CardView) -> bool:
    key, _, text = part
    return key not in card.foot and len(text) < _SHORT and "\n" not in text and not web_address(text.rpartition(" ")[2])


def _line(line: str) -> Iterator[Flowable]:
    """A line of text; an address at its end opens when it is clicked, on a line of its own."""
    before, _, last = line.rstrip().rpartition(" ")
    if web_address(last):
        yield kit.paragraph(before.rstrip(_BEFORE_ADDRESS))
        yield kit.link(last, last)
    else:
        yield kit.paragraph(line)


def _table(panels: Sequence[PanelView], words: Words) -> Flowable:
    """A row a card, with a column for what is known of any of them, and one for the panel where there are several."""
    cards = [card for panel in panels for card in panel.cards]
    labels = {key: label for card in cards for key, label, _ in card.parts}
    dotted, themed = any(card.dots is not None for card in cards), len(panels) > 1
    heads = [words("panels.head_theme")] if themed else []
    heads += [words("panels.head_code"), panels[0].head or words("panels.head_card"), *labels.values()]
    heads += [words("panels.head_dots")] if dotted else []
    shares = [_WORDS, *(_PART for _ in labels), *((_DOTS,) if dotted else ())]
    code = _CODE * (sum(shares) + (_THEME if themed else 0))
    rows = [
        (*((panel.name,) if themed else ()), *_row(card, tuple(labels), words, dotted=dotted))
        for panel in panels
        for card in panel.cards
    ]
    before = (_THEME,) if themed else ()
    return kit.table(heads, rows, (*before, code, *shares), row_head=len(before))


def _row(card: CardView, keys: Sequence[str], words: Words, *, dotted: bool) -> tuple[str | kit.Cell, ...]:
    told = {key: text for key, _, text in card.parts}
    named = kit.Cell(card.words, note=words("panels.done") if card.done else "")
    dots = ("" if card.dots is None else words.number(card.dots),) if dotted else ()
    return card.code, named, *(told.get(key, "") for key in keys), *dots
