"""What the rest of the engagement shows of the items of a checklist: gathered from its boards and its cohorts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.evidence import Evidence
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session
from facilitator.domain.language import Language
from facilitator.domain.participation import Attendance
from facilitator.domain.program import Cohort, Program

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
    """The kinds of boards that are asked.

    What they said of the last document is kept: a table asks once for each of its rows.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = {kind.id: kind for kind in kinds}
        self._said: dict[Language, tuple[Document, tuple[Shown, ...]]] = {}

    def shown(self, document: Document, words: Words) -> tuple[Shown, ...]:
        """All that is shown, board by board in their order, then cohort by cohort; the same sentence once an item."""
        kept = self._said.get(words.language)
        if kept is None or kept[0] is not document:
            found = {(each.item, each.sentence): each for each in reversed([*self._shown(document, words)])}
            kept = document, tuple(reversed(found.values()))
            self._said[words.language] = kept
        return kept[1]

    def _shown(self, document: Document, words: Words) -> Iterator[Shown]:
        for board in sorted(document.every(Board), key=lambda each: each.number):
            kind = self._kinds.get(board.kind)
            for evidence in kind.evidence(document, board.id, words) if kind else ():
                title = board.title if kind and _is_for_groups(kind, document, board.id) else ""
                yield Shown(board.id, evidence.item, evidence.done, _sentence(evidence, title, words))
        for cohort in sorted(document.every(Cohort), key=lambda each: each.number):
            yield from _learned(document, cohort, words)


def _is_for_groups(kind: Kind, document: Document, board_id: str) -> bool:
    """Whether the title can be told: that of a 1:1 may name the one that it is with."""
    return not kind.withheld(document, board_id) and not kind.is_unredacted(document, board_id)


def _sentence(evidence: Evidence, title: str, words: Words) -> str:
    said = evidence.sentence
    return words("checklist.says", board=title, said=said) if title else said[:1].upper() + said[1:]


def _learned(document: Document, cohort: Cohort, words: Words) -> Iterator[Shown]:
    """The sessions of a cohort at which somebody was (c6); how many, not who."""
    its = {session.id for session in document.every(Session) if session.cohort_id == cohort.id}
    there = [each for each in document.every(Attendance) if each.session_id in its and each.presence in _THERE]
    sessions, people = len({each.session_id for each in there}), len({each.person_id for each in there})
    if sessions:
        program = document.get(Program, cohort.program_id)
        said = words("checklist.says_sessions", count=sessions, people=words("checklist.says_took_part", count=people))
        title = words("checklist.says_cohort", program=program.title, cohort=cohort.title)
        yield Shown(cohort.id, "c6", False, words("checklist.says", board=title, said=said))
