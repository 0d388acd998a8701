"""What stands in a column as one piece: a card, or what folds: a named group, or the rest of one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitator.boards.value_board.view import CardGroupView, CardLinkView, CardView


@dataclass(frozen=True, slots=True)
class Piece:
    """A card, or the cards of a group that are folded into a pill.

    `group` is the named group that the cards are in; `first` and `last` tell whether it begins and ends with them. A
    pill that is the first holds the whole group and has its name; else it counts the rest of the group.
    """

    cards: tuple[CardView, ...]
    folded: bool = False
    group: CardGroupView | None = None
    first: bool = False
    last: bool = False

    @property
    def headed(self) -> bool:
        """Whether the group's name stands above it."""
        return self.first and not self.folded

    @property
    def ended(self) -> bool:
        """Whether the panel of its group ends below it."""
        return self.last and not (self.first and self.folded)


def pieces_of(
    cards: Sequence[CardView],
    groups: Mapping[str, CardGroupView],
    folded: Collection[str] = (),
    lifted: Collection[str] = (),
) -> list[Piece]:
    """The cards of a column as pieces, from top to bottom; the cards of a group follow each other.

    `groups` by card id; of the groups `folded` only the cards `lifted` stand by themselves.
    """
    pieces: list[Piece] = []
    start = 0
    while start < len(cards):
        group = groups.get(cards[start].id)
        end = start + 1
        while group and end < len(cards) and groups.get(cards[end].id) == group:
            end += 1
        run = cards[start:end]
        pieces += _run(run, group, lifted if group and group.id in folded else None)
        start = end
    return pieces


def _run(run: Sequence[CardView], group: CardGroupView | None, lifted: Collection[str] | None) -> list[Piece]:
    shown = [card for card in run if lifted is None or card.id in lifted]
    rest = tuple(card for card in run if lifted is not None and card.id not in lifted)
    parts = [((card,), False) for card in shown] + ([(rest, True)] if rest else [])
    last = len(parts) - 1
    return [
        Piece(part, folded, group, first=group is not None and place == 0, last=group is not None and place == last)
        for place, (part, folded) in enumerate(parts)
    ]


def fold_order(
    cards: Sequence[CardView], groups: Mapping[str, CardGroupView], links: Sequence[CardLinkView]
) -> list[str]:
    """The groups of a column of more than one card, in the order in which they fold: the least linked, the largest."""
    members: dict[str, list[str]] = {}
    for card in cards:
        if group := groups.get(card.id):
            members.setdefault(group.id, []).append(card.id)
    ends: dict[str, int] = {}
    for link in links:
        for end in (link.from_id, link.to_id):
            ends[end] = ends.get(end, 0) + 1
    shares = {its_id: sum(ends.get(card, 0) for card in ids) / len(ids) for its_id, ids in members.items()}
    several = [its_id for its_id, ids in members.items() if len(ids) > 1]
    return sorted(several, key=lambda its_id: (shares[its_id], -len(members[its_id])))


def ended_anew(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of which some were taken away: each says anew whether its group begins and ends with it.

    A pill that counted the rest of a group of which nothing else is left has the group's name.
    """
    groups = [piece.group.id if piece.group else None for piece in pieces]
    return [
        replace(
            piece,
            first=piece.group is not None and groups[max(number - 1, 0) : number] != [piece.group.id],
            last=piece.group is not None and groups[number + 1 : number + 2] != [piece.group.id],
        )
        for number, piece in enumerate(pieces)
    ]
