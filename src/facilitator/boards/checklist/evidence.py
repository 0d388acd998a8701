"""What the rest of the engagement shows of the items of a checklist: gathered from its boards and its cohorts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.evidence import Evidence
from facilitator.boards.kind import Kind
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.participation import Attendance
from facilitator.domain.program import Cohort, Program
from facilitator.workshop.one_to_ones import boards_between_two, is_for_two

_THERE = ("present", "partial")


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that the engagement shows of an item, in a whole sentence; see `Evidence`.

    `source` is the id of the board, or of the cohort, that shows it: of one source there is one an item.
    """

    source: str
    item: str
    done: bool
    sentence: str


class Witnesses:
    """The kinds of boards that are asked, each for the checklists that may hear what it says.

    What is of a 1:1 stays between the two: a checklist of a 1:1 hears the boards of 1:1s with the same person, of
    somebody else of the same organization those on which they speak for it, and those of groups. All others hear those
    of groups alone. What was said of the last document is kept: a table asks once for each of its rows.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = {kind.id: kind for kind in kinds}
        self._said: dict[Language, tuple[Document, Mapping[str, str], tuple[Shown, ...]]] = {}

    def shown(self, document: Document, board_id: str, words: Words) -> tuple[Shown, ...]:
        """All that a checklist is shown, board by board, then cohort by cohort; the same sentence once an item."""
        kept = self._said.get(words.language)
        if kept is None or kept[0] is not document:
            owners = self._owners(document)
            kept = document, owners, tuple(self._gathered(document, owners, words))
            self._said[words.language] = kept
        _, owners, gathered = kept
        mine = _heard(document, owners.get(board_id, ""))
        its = [each for each in gathered if each.source not in owners or owners[each.source] in mine]
        return tuple(reversed({(each.item, each.sentence): each for each in reversed(its)}.values()))

    def _gathered(self, document: Document, owners: Mapping[str, str], words: Words) -> Iterator[Shown]:
        for board in sorted(document.every(Board), key=lambda each: each.number):
            kind = self._kinds.get(board.kind)
            for evidence in kind.evidence(document, board.id, words) if kind else ():
                named = kind and board.id not in owners and not kind.is_unredacted(document, board.id)
                yield Shown(
                    board.id, evidence.item, evidence.done, _sentence(evidence, board.title if named else "", words)
                )
        for cohort in sorted(document.every(Cohort), key=lambda each: each.number):
            yield from _learned(document, cohort, words)

    def _owners(self, document: Document) -> Mapping[str, str]:
        """Whose each board is that is of a 1:1, in the words of `_heard`; "" where nobody knows."""
        owners = {
            board_id: _owner(document, board_id, people) for board_id, people in boards_between_two(document).items()
        }
        for board in document.every(Board):
            kind = self._kinds.get(board.kind)
            if kind and kind.for_one and (person_id := kind.respondent(document, board.id)):
                owners[board.id] = _organization(document, person_id) or person_id
            elif kind and (kind.for_one or kind.withheld(document, board.id)):
                owners.setdefault(board.id, "")
        return owners


def _owner(document: Document, board_id: str, people: frozenset[str]) -> str:
    """Those whom the 1:1s are with; where nobody said, these 1:1s themselves."""
    sessions = {each.session_id for each in document.every(Segment) if each.board_id == board_id}
    return " ".join(sorted(people or sessions))


def _heard(document: Document, owner: str) -> frozenset[str]:
    """Whose boards the checklist of an owner may hear; nobody's for that of a group."""
    return frozenset(filter(None, (owner, _organization(document, owner))))


def _organization(document: Document, person_id: str) -> str:
    """Whom somebody speaks for, "" for nobody."""
    person = document.find(Person, person_id)
    named = plain(person.organization) if person else ""
    return f"organization {named}" if named else ""


def _sentence(evidence: Evidence, title: str, words: Words) -> str:
    """With the title before it where that can be told: that of a 1:1 may name the one that it is with."""
    said = evidence.sentence
    return words("checklist.says", board=title, said=said) if title else said[:1].upper() + said[1:]


def _learned(document: Document, cohort: Cohort, words: Words) -> Iterator[Shown]:
    """The sessions of a cohort for all of it at which somebody was (c6); how many, not who."""
    of_cohort = (session for session in document.every(Session) if session.cohort_id == cohort.id)
    its = {session.id for session in of_cohort if not is_for_two(document, session)}
    there = [each for each in document.every(Attendance) if each.session_id in its and each.presence in _THERE]
    sessions, people = len({each.session_id for each in there}), len({each.person_id for each in there})
    if sessions:
        program = document.get(Program, cohort.program_id)
        said = words("checklist.says_sessions", count=sessions, people=words("checklist.says_took_part", count=people))
        title = words("checklist.says_cohort", program=program.title, cohort=cohort.title)
        yield Shown(cohort.id, "c6", False, words("checklist.says", board=title, said=said))
