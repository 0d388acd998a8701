"""A board of panels in words: the text alternative of its picture and of the parts of it."""

from collections.abc import Sequence

from facilitator.boards.panels.layout import PlacedPanel
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.content.words import Words


def told_board(view: PanelsView, panels: Sequence[PlacedPanel], words: Words) -> str:
    """What the whole picture shows, in a sentence or two."""
    counts = [words("panels.alt_panel", name=each.panel.name, count=len(each.panel.cards)) for each in panels]
    return words("panels.alt", about=told_about(view), panels=words.apart(counts))


def told_about(view: PanelsView) -> str:
    """Title and question."""
    return f"{view.title}. {view.question}".strip()


def told_card(card: CardView, words: Words) -> str:
    """A card: its code and words, what stands below them, whether it is done, its dots."""
    told = [f"{card.code}: {card.words}", *card.below]
    if card.done:
        told.append(words("panels.done"))
    if card.dots is not None:
        told.append(words("panels.dots_given", count=card.dots))
    return ". ".join(told)


def told_whole(card: CardView, words: Words) -> str:
    """A card with all that is known of it."""
    parts = [words("panels.part_label", label=label, text=text) for _, label, text in card.parts]
    signs = [words("panels.done")] if card.done else []
    if card.dots is not None:
        signs.append(words("panels.dots_given", count=card.dots))
    return ". ".join([f"{card.code}: {card.words}", *signs, *parts])


def told_panel(placed: PlacedPanel, words: Words) -> str:
    """A panel with the codes of its cards, or its hint."""
    panel = placed.panel
    if not panel.cards:
        return words("panels.panel_empty", name=panel.name, hint=panel.hint).strip()
    return words("panels.panel_label", name=panel.name, cards=", ".join(card.code for card in panel.cards))


def told_stack(placed: PlacedPanel, words: Words) -> tuple[str, str]:
    """What the stack of a panel says on the stage, and that with the codes of its cards."""
    folded = frozenset(placed.folded)
    said = words("panels.more", count=len(folded))
    codes = ", ".join(card.code for card in placed.panel.cards if card.id in folded)
    return said, words("panels.stack_label", told=said, cards=codes)
