"""Cards and their links in words, as all pages of a value board say them."""

from collections.abc import Iterable, Mapping

from facilitator.boards.value_board.view import CardLinkView, CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain.engagement import by_code


def coded(card: CardView) -> str:
    """Spoken code and text."""
    return f"{card.code} {card.text}"


def codes(cards: Iterable[CardView]) -> str:
    """Codes one after the other: "A1, A3"."""
    return ", ".join(card.code for card in in_code_order(cards))


def in_code_order(cards: Iterable[CardView]) -> list[CardView]:
    """The cards by letter and number of their codes, each once."""
    return sorted({card.id: card for card in cards}.values(), key=lambda card: by_code(card.code))


def told(field: str, value: str, words: Words) -> str:
    """A field with its value, "" where it has none."""
    return words("value.told", field=field, value=value) if value.strip() else ""


def links_told(view: ValueBoardView, words: Words) -> Mapping[str, str]:
    """By card id what each card is linked to, a line for each kind of link, in words and with its notes."""
    cards = {card.id: card for card in view.cards}
    lines: dict[str, dict[str, list[str]]] = {}

    def add(card_id: str, line: str, other_id: str, link: CardLinkView) -> None:
        name = coded(cards[other_id])
        noted = words("value.link_noted", card=name, note=link.note) if link.note.strip() else name
        lines.setdefault(card_id, {}).setdefault(line, []).append(noted)

    for link in sorted(
        view.links, key=lambda each: (by_code(cards[each.from_id].code), by_code(cards[each.to_id].code))
    ):
        kind = content.link_kind(link.kind)
        verb = kind.name.within(words.language)
        add(link.from_id, verb, link.to_id, link)
        add(link.to_id, verb if kind.both_ways else words("value.head_comes_from"), link.from_id, link)
    return {
        card_id: "\n".join(told(line, words.apart(found), words) for line, found in said.items())
        for card_id, said in lines.items()
    }
