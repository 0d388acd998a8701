"""What can be done to a 1:1 assessment: its statements are given, so edits say how each is answered. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from facilitator.boards.assessment.edits import set_board as set_assessment
from facilitator.boards.assessment.model import AnswerTag, OwnAnswer, Respondent
from facilitator.boards.assessment.own.capture import noted, read_answer
from facilitator.boards.assessment.own.reading import Answered, answered_by_id, blank, respondent_on
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.founding import renamed_after
from facilitator.boards.typed import optional_line
from facilitator.content.instruments import terms
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.record import Record
from facilitator.workshop.capture import AddLine

NOT_SAID = "constraints"
"""The field of the constraints of which nobody said who can change them; the others are called like the reach."""

OPPORTUNITIES = "opportunities"
RESPONDENT_KEYS = ("person_id", "organization", "subject", "consent")

_TEXTS: Mapping[str, Callable[[str], str]] = {
    "reason": words_of_people.note,
    "example": words_of_people.note,
    "comment": words_of_people.note,
    "evidence": str,
}
_NUMBERS = ("target", "importance")


class _Pair(NamedTuple):
    before: Record | None
    after: Record | None


def capture(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """Answer the statement that a line names, else the next one; raises EditRejected as `read_answer` does."""
    said = read_answer(document, board_id, line, group)
    now = answered_by_id(document, blank(board_id, said.area.id).id)
    after = noted(instrument_of(document, board_id), now.answer, said)
    return changed("answer_statement", _swapped(document, now, after))


def step_level(document: Document, answer_ids: Sequence[str], step: int) -> Change:
    """Move answers by `step` in the row not answered, 0, 1, 2, 3, 4; at its ends they stay.

    One that is "don't know" or does not apply begins at the end that the step comes from.
    """
    pairs: list[_Pair] = []
    for its_id in dict.fromkeys(answer_ids):
        now = answered_by_id(document, its_id)
        row = (None, *(level.value for level in instrument_of(document, now.answer.board_id).scale.levels))
        place = min(max(row.index(now.answer.level) + step, 0), len(row) - 1)
        level = row[place]
        after = now.answer.having(scored="" if level is None else "level", level=level)
        pairs += _swapped(document, now, after)
    return changed("answer_statement", pairs)


def clear(document: Document, answer_ids: Sequence[str]) -> Change:
    """Back to where every statement begins: nothing said, no tags."""
    pairs: list[_Pair] = []
    for its_id in dict.fromkeys(answer_ids):
        now = answered_by_id(document, its_id)
        pairs += [_Pair(tag, None) for tag in now.tags]
        pairs.append(_Pair(document.find(OwnAnswer, its_id), None))
    return changed("clear_answer", pairs)


def set_statement(document: Document, its_id: str, key: str, value: str) -> Change:
    """Edit one line of the inspector of a statement; raises KeyError for another key.

    `answer` is "" (not answered), a level, "unknown" or "not_applicable"; tags are ids with a space between.
    """
    now = answered_by_id(document, its_id)
    if key in (NOT_SAID, OPPORTUNITIES, *(reach.id for reach in terms().reaches)):
        return _tag(document, now, key, value.split())
    answer = now.answer
    if key == "answer":
        level = int(value) if value.isdigit() else None
        after = answer.having(scored="level" if level is not None else value, level=level)
    elif key in _NUMBERS:
        after = answer.having(**{key: int(value) if value else None})
    else:
        after = answer.having(**{key: _TEXTS[key](value)})
    return changed("answer_statement" if key == "answer" else "edit_answer", _swapped(document, now, after))


def set_board(document: Document, board_id: str, key: str, value: str) -> Change:
    """Edit one line of the board: its heading, its day, or what is known of who answers."""
    if key not in RESPONDENT_KEYS:
        return set_assessment(document, board_id, key, value)
    before = document.find(Respondent, board_id)
    plain = respondent_on(document, board_id)
    if key == "person_id":
        after = plain.having(person_id=value or None)
    elif key == "consent":
        after = plain.having(consent=value)
    else:
        after = plain.having(**{key: optional_line(value)})
    edited = changed("edit_respondent", [(before, None if after == Respondent(id=board_id) else after)])
    person = document.find(Person, after.person_id or "")
    organization = after.organization or (person.organization if person else "")
    named = key in ("person_id", "organization")
    named_after = [renamed_after(document.after(edited), board_id, organization)] if named else []
    return composed("edit_respondent", [edited, *named_after])


def put_respondent(document: Document, board_id: str, person: Person) -> Change:
    """Say who answers, and for which organization; that stays as it is where none is known of them."""
    before, plain = document.find(Respondent, board_id), respondent_on(document, board_id)
    after = plain.having(person_id=person.id, organization=person.organization or plain.organization)
    return changed("edit_respondent", [(before, after)])


def _tag(document: Document, now: Answered, key: str, wanted: Sequence[str]) -> Change:
    """Hang exactly these tags on an answer in one of its ways; one that hangs there in another way comes over."""
    of_key = terms().opportunities if key == OPPORTUNITIES else terms().constraints
    within = "" if key in (NOT_SAID, OPPORTUNITIES) else key
    known = {term.id for term in of_key}
    there = {tag.tag: tag for tag in now.tags}
    pairs: list[_Pair] = []
    for tag in now.tags:
        if tag.tag in known and tag.within == within and tag.tag not in wanted:
            pairs.append(_Pair(tag, None))
    for each in wanted:
        its_id = f"{now.answer.id}.{each}"
        after = AnswerTag(id=its_id, answer_id=now.answer.id, tag=each, within=within)
        pairs.append(_Pair(there.get(each), there[each].having(within=within) if each in there else after))
    gone = {pair.before.id for pair in pairs if pair.before and pair.after is None}
    left = bool(wanted) or any(tag.id not in gone for tag in now.tags)
    before = document.find(OwnAnswer, now.answer.id)
    if left and before is None:
        return changed("tag_answer", [_Pair(None, now.answer), *pairs])
    if not left and now.answer == _blank_like(now.answer):
        return changed("tag_answer", [*pairs, _Pair(before, None)])
    return changed("tag_answer", pairs)


def _swapped(document: Document, now: Answered, after: OwnAnswer) -> Iterator[_Pair]:
    """What is noted now, and this answer after it; what says nothing and bears no tag has no record."""
    nothing = after == _blank_like(after) and not now.tags
    yield _Pair(document.find(OwnAnswer, after.id), None if nothing else after)


def _blank_like(answer: OwnAnswer) -> OwnAnswer:
    return blank(answer.board_id, answer.statement)
