"""A board for each of a cohort: what people answer on for themselves, made for all of them at once. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from facilitator.boards.founding import Founding, own_board
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.participation import Enrolment
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.one_to_ones import HERE_STATES
from facilitator.workshop.sessions import SessionValues


@dataclass(frozen=True, slots=True)
class ForEach:
    """What it takes that each has a board: one step, None where nobody lacks one.

    `made` is how many boards that adds, `had` how many people had theirs already.
    """

    change: Change | None
    made: int
    had: int


def boards_for_each(document: Document, cohort_ids: Collection[str], kind_id: str, kinds: Founding) -> ForEach:
    """A board of a kind that is for one person's answers, for everybody in these cohorts who has none, as 1:1s get it.

    Who withdrew gets none; who is in several of the cohorts gets one. Raises EditRejected as `Kind.put_respondent` does
    for a kind that is for nobody's own answers.
    """
    here = (each for each in document.every(Enrolment) if each.cohort_id in cohort_ids and each.state in HERE_STATES)
    wanting = dict.fromkeys(each.person_id for each in here)
    kind = kinds.of(kind_id)
    owners = {kind.respondent(document, each.id) for each in document.every(Board) if each.kind == kind_id}
    lacking = [each for each in wanting if each not in owners]
    changes: list[Change] = []
    for person_id in lacking:
        added, _ = own_board(document, kind_id, SessionValues("", with_id=person_id), kinds)
        for each in added:
            document = document.after(each)
        changes += added
    step = composed("add_own_boards", changes) if changes else None
    return ForEach(step, len(lacking), len(wanting) - len(lacking))


def boards_step(document: Document, cohort_ids: Collection[str], kind_id: str, kinds: Founding) -> Change:
    """The step of `boards_for_each`; raises EditRejected("nothing_to_do") where nobody lacks a board."""
    change = boards_for_each(document, cohort_ids, kind_id, kinds).change
    if change is None:
        raise EditRejected("nothing_to_do")
    return change


def told_of(found: ForEach, words: Words) -> str:
    """How many boards were added, and how many people had theirs; that nobody takes part where there is nobody."""
    made = words("program.own_boards_made", count=found.made) if found.made else ""
    had = words("program.own_boards_had", count=found.had) if found.had else ""
    return " ".join(filter(None, (made, had))) or words("program.own_boards_nobody")
