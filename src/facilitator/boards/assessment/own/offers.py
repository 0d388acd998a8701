"""What the answers of a 1:1 suggest to do next, ready to be taken as next steps. No level is told here."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from facilitator.boards.assessment.model import Assessment, NextStep
from facilitator.boards.assessment.own.entries import require_room
from facilitator.boards.assessment.own.reading import next_steps_on
from facilitator.boards.assessment.own.results import Results, action_told, results_of
from facilitator.boards.assessment.own.wording import coded
from facilitator.boards.assessment.rules.results import Suggestion, gap
from facilitator.boards.described import Offer
from facilitator.content.instruments import LibraryStep, terms
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected


def offers(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """What is to be settled before launch, what comes first, what else to find out, quick wins, the whole library."""
    found, there = results_of(document, board_id), _there(document, board_id)
    offered: dict[str, Offer] = {}
    for heading, each in _suggested(found, words):
        note = _note(found, each.area, each.step, words)
        told = action_told(found.asked, each, words)
        its_id = _id(each)
        offered.setdefault(its_id, Offer(its_id, heading, told, note, its_id in there))
    return tuple(offered.values())


def take(document: Document, board_id: str, offer_ids: Sequence[str]) -> Change:
    """Add the offers as next steps, due as the library says from the day of the assessment on.

    Raises EditRejected: "gone" (id) for what is no such offer (any more), "steps_full" (most), "nothing_to_do" where
    all are there already.
    """
    words = Words(language_of(document))
    found, there = results_of(document, board_id), _there(document, board_id)
    ready = {_id(each): each for _, each in _suggested(found, words)}
    day = (document.find(Assessment, board_id) or Assessment(id=board_id, instrument=found.asked.id)).assessed_on
    changes = []
    for its_id in dict.fromkeys(offer_ids):
        if its_id not in ready:
            raise EditRejected("gone", id=its_id)
        if its_id in there:
            continue
        each = ready[its_id]
        require_room(document, board_id, each.area)
        steps = next_steps_on(document, board_id)
        added = NextStep(
            id=new_id(),
            board_id=board_id,
            number=max((step.number for step in steps), default=0) + 1,
            step=each.step.id if each.step else "",
            statement=each.area,
            text=action_told(found.asked, each, words),
            effort=each.step.effort if each.step else "",
            due=day + timedelta(days=each.step.days) if day and each.step else None,
        )
        changes.append(changed("add_next_step", [(None, added)]))
        document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_next_steps", changes)


def _suggested(found: Results, words: Words) -> Iterator[tuple[str, Suggestion]]:
    """Every suggestion under its heading; one that stands under two comes first under the earlier one."""
    before = terms().before_launch.within(words.language)
    yield from ((before, each) for each in found.suggested.before_launch)
    yield from ((words("assessment.head_suggested"), each) for each in found.suggested.steps)
    yield from ((terms().find_out.within(words.language), each) for each in found.suggested.find_out)
    for win in found.wins:
        yield words("assessment.head_wins"), Suggestion(win.area, "gap", 0, win.step)
    for step in found.asked.library:
        if gap(found.asked, found.answered[step.area].said):
            yield words("assessment.head_further"), Suggestion(step.area, "gap", 0, step)


def _id(each: Suggestion) -> str:
    return each.step.id if each.step else f"{each.reason}:{each.area}"


def _there(document: Document, board_id: str) -> frozenset[str]:
    """The ids of the offers that were taken: of the library by its ids, else by what they are for."""
    steps = next_steps_on(document, board_id)
    own = {f"{reason}:{each.statement}" for each in steps if not each.step for reason in ("find_out", "gate", "gap")}
    return frozenset(own | {each.step for each in steps if each.step})


def _note(found: Results, area_id: str, step: LibraryStep | None, words: Words) -> str:
    language = words.language
    area = coded(found.asked.area(area_id), language)
    if step is None:
        return area
    effort = next(each.name.within(language) for each in terms().efforts if each.id == step.effort)
    return words("assessment.offer_note", area=area, effort=effort, days=step.days)
