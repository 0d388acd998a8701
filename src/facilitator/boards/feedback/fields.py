"""What the inspector shows of a feedback form: its session and results, and of an item what it asks and comes to."""

from collections import Counter

from facilitator.boards.described import Field
from facilitator.boards.feedback import edits
from facilitator.boards.feedback.model import FeedbackCount
from facilitator.boards.feedback.reading import asked_by, comments_on, form_on, id_of, sheets_on, tallies
from facilitator.boards.feedback.results import LIMITS, changed_by, result_of
from facilitator.boards.feedback.told import ends_told, reason_told, result_told
from facilitator.boards.heading import heading_fields
from facilitator.content.feedback import OpenQuestion, questions, statements
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.session_names import title_with_cohort


def fields_of_board(document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
    """Heading, session, whether results are shown; private: how many sheets and comments there are."""
    form = form_on(document, board_id)
    sessions = [each for each in sessions_of(document) if not is_for_two(document, each) or each.id == form.session_id]
    choices = (("", words("feedback.no_session")), *((each.id, title_with_cohort(document, each)) for each in sessions))
    came = words(
        "feedback.came",
        answers=words("feedback.answers_count", count=max(map(sum, tallies(document, board_id).values()), default=0)),
        sheets=words("feedback.sheets", count=sheets_on(document, board_id)),
        comments=words("feedback.comments_count", count=len(comments_on(document, board_id))),
    )
    return (
        *heading_fields(document, board_id, words),
        Field("session_id", words("feedback.field_session"), form.session_id or "", "choice", choices=choices),
        _results_field(document, board_id, words),
        Field("came", words("feedback.field_came"), came, "told", private=True),
    )


def fields_of_item(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    """What is asked, and for the facilitator how many answered, what it comes to and why not more is told."""
    board_id, asked = asked_by(document, item_id)
    text = asked.text.within(words.language)
    if isinstance(asked, OpenQuestion):
        count = words("feedback.comments_count", count=len(comments_on(document, board_id, asked.id)))
        return (
            Field("asked", words("feedback.field_question"), text, "told"),
            Field("comments", words("feedback.comments"), count, "told", private=True),
        )
    tally = tallies(document, board_id)[asked.id]
    result, reasons = result_of(asked.id, tally)
    told = " ".join([f"{result_told(result, words)}.", *(reason_told(each, words) for each in reasons)])
    return (
        Field("asked", words("feedback.field_statement"), text, "told"),
        Field("ends", words("feedback.field_ends"), ends_told(asked, words), "told"),
        Field("answered", words("feedback.field_answered"), words.number(sum(tally)), "told", private=True),
        Field("comes_to", words("feedback.field_comes_to"), told, "told", private=True),
    )


def badges(document: Document, board_id: str) -> dict[str, str]:
    """How many answers or comments an item has, where it has any."""
    sums = tallies(document, board_id)
    counts = {id_of(board_id, each): sum(sums[each.id]) for each in statements()}
    counts |= {id_of(board_id, each): len(comments_on(document, board_id, each.id)) for each in questions()}
    return {its_id: str(count) for its_id, count in counts.items() if count}


def captured_told(document: Document, board_id: str, change: Change, words: Words) -> str:
    """What a change counted, once it is saved: "F1: 3 counted, 6 in all"; "" where it counted no answers."""
    came: Counter[str] = Counter()
    for swap in change.swaps:
        for record, sign in ((swap.after, 1), (swap.before, -1)):
            if isinstance(record, FeedbackCount) and record.board_id == board_id:
                came[record.statement] += sign * record.many
    sums = tallies(document, board_id)
    told = [
        words("feedback.counted", code=each.code, count=came[each.id], all=sum(sums[each.id]))
        for each in statements()
        if came[each.id] > 0
    ]
    return " · ".join(told)


def waiting(document: Document, board_id: str) -> int:
    """The most answers that came to any statement since results were shown, and are too few to be shown."""
    before, now = tallies(document, board_id, shown=True), tallies(document, board_id)
    came = [changed_by(before[each], now[each]) for each in now if sum(before[each])]
    return max((each for each in came if each < LIMITS.cell), default=0)


def _results_field(document: Document, board_id: str, words: Words) -> Field:
    """A choice of what can be done with results now; a sentence while there is none."""
    label, form = words("feedback.field_results"), form_on(document, board_id)
    fresh = edits.fresh(document, board_id)
    if not form.shown and not fresh and not edits.anything_shown(document, board_id):
        return Field("results", label, words("feedback.not_yet", least=LIMITS.group), "told")
    offered = [edits.HIDDEN, edits.OPEN] + ([edits.ANEW] if form.shown and fresh else [])
    choices = tuple((each, words(f"feedback.results_{each}")) for each in offered)
    return Field("results", label, edits.OPEN if form.shown else edits.HIDDEN, "choice", choices=choices)
