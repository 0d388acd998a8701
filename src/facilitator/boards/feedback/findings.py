"""The checks of a feedback form, FB1 to FB4. For the facilitator."""

from collections.abc import Iterator

from facilitator.boards.checking import most_severe_first
from facilitator.boards.described import Finding, Severity
from facilitator.boards.feedback.edits import anything_shown, fresh
from facilitator.boards.feedback.fields import waiting
from facilitator.boards.feedback.reading import comments_on, form_on, tallies
from facilitator.boards.feedback.results import LIMITS
from facilitator.content.words import Words
from facilitator.domain.document import Document


def findings_of(document: Document, board_id: str, words: Words) -> tuple[Finding, ...]:
    """Every check that fires.

    FB1 answers came, and too few to any statement to show results; FB2 results can be shown with what came since;
    FB3 answers came after results were shown, and too few to show them; FB4 no session is chosen. Raises
    EditRejected("gone") if the board is no more.
    """
    return most_severe_first(_found(document, board_id, words))


def _found(document: Document, board_id: str, words: Words) -> Iterator[Finding]:
    form, new = form_on(document, board_id), fresh(document, board_id)
    most = max(sum(tally) for tally in tallies(document, board_id).values())
    came = bool(most or comments_on(document, board_id))
    shown_before = anything_shown(document, board_id)
    if came and not new and not shown_before:
        yield _finding("FB1", "medium", board_id, "results", words, count=most, least=LIMITS.group)
    if new and form.shown:
        yield _finding("FB2", "low", board_id, "results", words)
    late = waiting(document, board_id)
    if late and shown_before and not new:
        yield _finding("FB3", "low", board_id, "results", words, count=late, cell=LIMITS.cell)
    if form.session_id is None and came:
        yield _finding("FB4", "low", board_id, "session_id", words)


def _finding(check: str, severity: Severity, board_id: str, opens: str, words: Words, **values: object) -> Finding:
    message, why, action = (
        words(f"feedback.{check.lower()}_{part}", **values) for part in ("message", "why", "action")
    )
    return Finding(check, severity, (), message, why, action, (board_id, opens))
