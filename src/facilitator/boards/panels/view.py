"""What participants may see of a board of panels: the public words of its cards, one by one."""

from dataclasses import dataclass

from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class CardView:
    """A card: its spoken code and words, and what stands below them.

    `below` are the short lines that stand on it, `parts` all its public fields that are filled in, as (key, label,
    text). `done` cards are struck; those that can be pressed (`ticks`) have a box for that sign. `dots` is how many it
    got, None where totals are not shown. `foot` are the keys of those parts that say where the rest is from.
    """

    id: str
    code: str
    words: str
    below: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()
    done: bool = False
    dots: int | None = None
    ticks: bool = False
    foot: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PanelView:
    """A panel and its cards in their order; `hint` says what belongs there while it is empty.

    `head` is what the words of its cards are called, "" for just that. The cards of one that is `told` tell of
    something else than the board's records: nothing can be done to them.
    """

    id: str
    name: str
    hint: str
    cards: tuple[CardView, ...]
    told: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class PanelsView(View):
    """All panels of a board."""

    panels: tuple[PanelView, ...]

    def card(self, card_id: str) -> CardView | None:
        """The card with this id, None where there is none."""
        return next((card for panel in self.panels for card in panel.cards if card.id == card_id), None)
