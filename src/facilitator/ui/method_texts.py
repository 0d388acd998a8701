"""What is said of a method in the windows: its name, how long it takes."""

from facilitator.content.agendas import MethodCard, method_cards
from facilitator.content.words import Words


def card_of(method_id: str) -> MethodCard | None:
    """The card of a method, None where there is none: a segment may name no method, or one of a newer version."""
    return next((card for card in method_cards() if card.id == method_id), None)


def method_name(method_id: str, words: Words) -> str:
    """The name of a method, "" where there is none."""
    card = card_of(method_id)
    return card.name.within(words.language) if card else ""


def method_minutes(card: MethodCard, words: Words) -> str:
    """ "5–8 min", "" for a method that runs beside others."""
    if card.minutes is None:
        return ""
    least, most = card.minutes
    return words("session.minutes", minutes=str(least) if least == most else f"{least}–{most}")
