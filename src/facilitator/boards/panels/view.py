"""What participants may see of a board of panels: the public words of its cards, one by one."""

from dataclasses import dataclass

from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class CardView:
    """A card: its spoken code and words, and what stands below them.

    `below` are the short lines that stand on it, `parts` all its public fields that are filled in, as (key, label,
    text). `done` cards are struck; those that can be pressed (`ticks`) have a box for that sign. `dots` is how many it
    got, None where totals are not shown.
    """

    id: str
    code: str
    words: str
    below: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()
    done: bool = False
    dots: int | None = None
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class PanelView:
    """A panel and its cards in their order; `hint` says what belongs there while it is empty.

    The cards of one that is `told` tell of something else than the board's records: nothing can be done to them.
    """

    id: str
    name: str
    hint: str
    cards: tuple[CardView, ...]
    told: bool = False


@dataclass(frozen=True, slots=True)
class PanelsView(View):
    """All panels of a board. `note` is a short sentence beside the title in place of the question, "" for none.

    `ranked` says that the cards of a panel stand in the order of their dots, with the number of them.
    """

    panels: tuple[PanelView, ...]
    note: str = ""
    ranked: bool = False

    def card(self, card_id: str) -> CardView | None:
        """The card with this id, None where there is none."""
        return next((card for panel in self.panels for card in panel.cards if card.id == card_id), None)
