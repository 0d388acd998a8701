"""What is ready to be taken onto a change plan: the roles, groups of maps and of adoption boards, where they stand now.

Cards are written in the language of the engagement, whatever that of the console is: they are for the stage.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from facilitator.boards.change_plan.adoption import AdoptionStep, action_for, card_id, card_of, moved, standings
from facilitator.boards.change_plan.edits import role_card, roles_there
from facilitator.boards.change_plan.model import AffectedGroup
from facilitator.boards.change_plan.panels import GROUPS, step_told
from facilitator.boards.described import Offer
from facilitator.boards.panels.edits import new_card
from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.boards.value_board.model import Card
from facilitator.content.change_plan import roles
from facilitator.content.naming import key_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.one_to_ones import boards_withheld


@dataclass(frozen=True, slots=True)
class _Ready:
    """An offer, and the swaps that taking it makes of a document; `card` is alike for offers of one role or group."""

    offer: Offer
    card: str
    swaps: Callable[[Document], tuple[Swap, ...]]


def offers_of(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """The eight roles; groups that stand elsewhere by now; groups of adoption boards, of maps, whom impacts serve.

    Nothing of a map or board of a 1:1. Raises EditRejected("gone") if the board is no more.
    """
    return tuple(each.offer for each in _ready(document, board_id, words))


def take(document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
    """Take offers that are not on the board yet, in one step.

    Raises EditRejected: "gone" (id) for an id that is no offer, "nothing_to_do" where all are there already.
    """
    changes = []
    cards: set[str] = set()
    known = {each.offer.id: each for each in _ready(document, board_id, words)}
    for its_id in dict.fromkeys(offer_ids):
        if its_id not in known:
            raise EditRejected("gone", id=its_id)
        ready = known[its_id]
        if ready.offer.taken or ready.card in cards:  # of two that mean the same group the first one is taken
            continue
        cards.add(ready.card)
        changes.append(Change("take_offers", ready.swaps(document)))
        document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_offers", changes)


def _ready(document: Document, board_id: str, words: Words) -> Iterator[_Ready]:
    document.get(Board, board_id)
    groups = [each for each in document.every(AffectedGroup) if each.board_id == board_id]
    yield from _roles(document, board_id, words)
    yield from _moved(document, board_id, words)
    yield from _adoption(document, board_id, groups, words)
    there = {key_of(each.name) for each in groups}
    yield from _named(document, board_id, there, words)


def _roles(document: Document, board_id: str, words: Words) -> Iterator[_Ready]:
    there, language = roles_there(document, board_id), language_of(document)
    for role in roles():
        title, note = role.name.within(language), role.does.within(words.language)
        offer = Offer(f"role:{role.id}", words("change.offer_roles"), title, note, taken=role.id in there)
        yield _Ready(offer, offer.id, partial(role_card, board_id=board_id, role_id=role.id))


def _moved(document: Document, board_id: str, words: Words) -> Iterator[_Ready]:
    for group, standing in moved(document, board_id):
        after = group.having(step=standing.step, action=action_for(group, standing))
        name = words("change.offer_at", group=group.name, step=step_told(standing.step, words))
        offer = Offer(f"moved:{standing.board_id}", words("change.offer_moved"), name, after.action)
        yield _Ready(offer, f"moved:{group.id}", partial(_swapped, swap=Swap(group, after)))


def _swapped(document: Document, swap: Swap) -> tuple[Swap, ...]:
    return (swap,)


def _adoption(document: Document, board_id: str, groups: list[AffectedGroup], words: Words) -> Iterator[_Ready]:
    for standing in standings(document):
        name, note = standing.group, words("change.offer_no_step")
        if standing.step:
            name = words("change.offer_at", group=standing.group, step=step_told(standing.step, words))
            note = standing.action
        taken = card_of(groups, board_id, standing) is not None
        offer = Offer(f"adoption:{standing.board_id}", words("change.offer_adoption"), name, note, taken=taken)
        yield _Ready(offer, f"group:{key_of(standing.group)}", partial(_group, board_id=board_id, standing=standing))


def _group(document: Document, board_id: str, standing: AdoptionStep) -> tuple[Swap, ...]:
    its_id = card_id(board_id, standing.board_id)
    values = {"id": its_id, "name": standing.group, "step": standing.step, "action": standing.action}
    return new_card(document, board_id, GROUPS, values)


def _named(document: Document, board_id: str, there: set[str], words: Words) -> Iterator[_Ready]:
    """Names of maps, then those whom impacts serve and no map has; each name once."""
    told: set[str] = set()
    for its_id, heading, name in (*_mapped(document, words), *_served(document, words)):
        if key_of(name) not in told:
            told.add(key_of(name))
            offer = Offer(its_id, heading, name, taken=key_of(name) in there)
            swaps = partial(new_card, board_id=board_id, panel=GROUPS, values={"name": name})
            yield _Ready(offer, f"group:{key_of(name)}", swaps)


def _mapped(document: Document, words: Words) -> Iterator[tuple[str, str, str]]:
    withheld = boards_withheld(document) | {web.made_from_id for web in document.every(Web)}
    boards = {each.id: each for each in document.every(Board) if each.id not in withheld}
    people = (each for each in document.every(Stakeholder) if each.board_id in boards)
    for each in sorted(people, key=lambda one: (boards[one.board_id].number, key_of(one.name), one.id)):
        yield f"stakeholder:{each.id}", words("change.offer_map", map=boards[each.board_id].title), each.name


def _served(document: Document, words: Words) -> Iterator[tuple[str, str, str]]:
    withheld = boards_withheld(document)
    impacts = {each.id for each in document.every(Card) if each.board_id not in withheld}
    meant = (each for each in document.every(Served) if each.meant and each.card_id in impacts)
    unmapped = (each for each in meant if not each.stakeholder_id)
    for each in sorted(unmapped, key=lambda one: (key_of(one.name), one.id)):
        yield f"served:{each.id}", words("change.offer_served"), each.name
