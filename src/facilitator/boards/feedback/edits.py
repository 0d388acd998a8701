"""What can be done to a feedback form: count answers, note comments, show results. Pure; nobody knows who answered."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackShown
from facilitator.boards.feedback.reading import asked_by, asked_on_every_form, comments_on, form_on, tallies
from facilitator.boards.feedback.results import NOBODY, may_be_shown
from facilitator.boards.heading import set_heading
from facilitator.boards.typed import require_no_scales
from facilitator.content.feedback import LEVELS, OpenQuestion, Statement, questions, statements
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Session, language_of
from facilitator.domain.language import LANGUAGES
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine
from facilitator.workshop.session_names import title_with_cohort

STATEMENTS = "statements"
"""The group of the statements; each open question is a group of its own."""

HIDDEN, OPEN, ANEW = "hidden", "shown", "anew"
"""What can be done with results: nobody sees them; all do; all do, with what came since they were shown."""

MOST_AT_ONCE = 500
COMMENT_LIMIT = 2_000
_ANSWER = re.compile(r"(?P<level>\d+)(?:[x×*](?P<many>\d+))?", re.IGNORECASE)

C = TypeVar("C", FeedbackCount, FeedbackShown)
Pair = tuple[Record | None, Record | None]


def capture(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """Count answers ("F1 4", "F1 4x3", "F1 5 5 4 3"), or note a comment below the question that is chosen.

    Raises EditRejected: "capture_no_scale" (mark), "feedback_answer" (said, code) for what is no answer from 1 to 5,
    "feedback_many" (most), "feedback_where" (code, known) for words where no question is chosen, "group_unknown"
    (group, known), and what a note may not be.
    """
    require_no_scales(line)
    form_on(document, board_id)
    first, _, rest = line.name.partition(" ")
    asked = _coded(first)
    if line.group is not None:
        group = _group_named(line.group)
    if isinstance(asked, OpenQuestion):
        return _noted(board_id, asked.id, rest)
    if asked and (group == STATEMENTS or rest[:1].isdigit()):
        return changed("count_feedback", _counted(document, board_id, {asked.id: _read_answers(asked, rest)}))
    if group == STATEMENTS:
        known = ", ".join(each.name.within(language_of(document)) for each in questions())
        raise EditRejected("feedback_where", code=statements()[0].code, known=known)
    return _noted(board_id, group, line.name)


def counted(
    document: Document, board_id: str, answers: Mapping[str, Counter[int]], comments: Iterable[tuple[str, str]]
) -> list[Pair]:
    """Records before and after for so many more answers, and comments by question, in an order that tells nothing.

    Raises EditRejected for what a note may not be.
    """
    pairs = list(_counted(document, board_id, answers))
    noted = sorted((question, comment(text)) for question, text in comments)
    fresh = (FeedbackComment(id=new_id(), board_id=board_id, question=key, text=text) for key, text in noted)
    return [*pairs, *((None, each) for each in fresh)]


def clear(document: Document, item_ids: Sequence[str]) -> Change:
    """Take back all answers to statements, all comments below questions.

    Raises EditRejected: "gone", "nothing_to_do" where nothing is noted, "feedback_was_shown" (code) for a statement of
    which results were shown: with some answers taken back, later results could be compared with those.
    """
    pairs: list[Pair] = []
    for its_id in dict.fromkeys(item_ids):
        board_id, asked = asked_by(document, its_id)
        if tallies(document, board_id, shown=True).get(asked.id, NOBODY) != NOBODY:
            raise EditRejected("feedback_was_shown", code=asked.code)
        pairs += [
            (each, None)
            for each in document.every(FeedbackCount)
            if each.board_id == board_id and each.statement == asked.id
        ]
        if isinstance(asked, OpenQuestion):
            pairs += [(each, None) for each in comments_on(document, board_id, asked.id)]
    return changed("clear_feedback", pairs)


def set_results(document: Document, board_id: str, wanted: str) -> Change:
    """Show results, hide them, or show them anew; raises EditRejected("feedback_too_few") where nothing may be shown.

    Statements of which too little is new stay as they were shown.
    """
    form = form_on(document, board_id)
    if wanted == HIDDEN:
        return changed("hide_feedback", [(form, form.having(shown=False))])
    pairs = list(_released(document, board_id))
    if not pairs and not anything_shown(document, board_id):
        raise EditRejected("feedback_too_few")
    return changed("show_feedback", [(form, form.having(shown=True)), *pairs])


def anything_shown(document: Document, board_id: str) -> bool:
    """Whether there is anything that was shown before, and may be again."""
    return any(tally != NOBODY for tally in tallies(document, board_id, shown=True).values())


def fresh(document: Document, board_id: str) -> tuple[str, ...]:
    """The statements whose answers may be shown now and are not what was shown."""
    before, now = tallies(document, board_id, shown=True), tallies(document, board_id)
    return tuple(each for each in now if may_be_shown(before[each], now[each]))


def set_board(document: Document, board_id: str, key: str, value: str) -> Change:
    """Edit one line of the board: its heading, its session, whether results are shown."""
    if key == "results":
        return set_results(document, board_id, value)
    if key != "session_id":
        return set_heading(document, board_id, key, value)
    form, board = form_on(document, board_id), document.get(Board, board_id)
    pairs: list[Pair] = [(form, form.having(session_id=value or None))]
    if board.title in _usual_titles(document, form.session_id):
        title = title_of(document, value or None, Words(language_of(document)))
        pairs.append((board, board.having(title=words_of_people.name(title[: words_of_people.NAME_LIMIT]))))
    return changed("edit_board", pairs)


def title_of(document: Document, session_id: str | None, words: Words) -> str:
    """What a board is called unless somebody called it otherwise: after its session, with its cohort of several."""
    session = document.find(Session, session_id) if session_id else None
    if session is None:
        return words("cli.kind_feedback")
    return words("feedback.title_of", session=title_with_cohort(document, session))


def _usual_titles(document: Document, session_id: str | None) -> set[str]:
    every = (Words(language) for language in LANGUAGES)
    session = document.find(Session, session_id or "")
    usual = {title_of(document, its_id, words) for words in every for its_id in (session_id, None)}
    bare = {Words(each)("feedback.title_of", session=session.title) for each in LANGUAGES} if session else set()
    return usual | bare  # it may have got its title while there was one cohort


def _coded(typed: str) -> Statement | OpenQuestion | None:
    code = typed.rstrip(":").casefold()
    return next((each for each in asked_on_every_form() if each.code.casefold() == code), None)


def _group_named(typed: str) -> str:
    """The question whose id or name begins like this, or the statements."""
    wanted = typed.casefold()
    names = {each.id: (each.id, each.code, each.name.en, each.name.fr) for each in questions()}
    for its_id, told in {STATEMENTS: (STATEMENTS,), **names}.items():
        if any(each.casefold().startswith(wanted) for each in told):
            return its_id
    raise EditRejected("group_unknown", group=typed, known=", ".join(each.id for each in questions()))


def _read_answers(asked: Statement, rest: str) -> Counter[int]:
    found: Counter[int] = Counter()
    for said in rest.replace(",", " ").split() or [""]:
        answer = _ANSWER.fullmatch(said)
        if answer is None or int(answer["level"]) not in LEVELS:
            raise EditRejected("feedback_answer", said=said, code=asked.code)
        found[int(answer["level"])] += int(answer["many"] or 1)
    if not 0 < sum(found.values()) <= MOST_AT_ONCE:
        raise EditRejected("feedback_many", most=MOST_AT_ONCE)
    return found


def _counted(document: Document, board_id: str, answers: Mapping[str, Counter[int]]) -> Iterator[Pair]:
    for statement in statements():
        for level in LEVELS:
            if more := answers.get(statement.id, Counter())[level]:
                before = document.find(FeedbackCount, _count_id(board_id, statement.id, level))
                many = more + (before.many if before else 0)
                yield before, _count(FeedbackCount, board_id, statement.id, level, many)


def _released(document: Document, board_id: str) -> Iterator[Pair]:
    """What was shown of a statement gives way to its answers now, where they may be shown."""
    now = tallies(document, board_id)
    for statement in fresh(document, board_id):
        for level, many in zip(LEVELS, now[statement], strict=True):
            before = document.find(FeedbackShown, _count_id(board_id, statement, level))
            after = _count(FeedbackShown, board_id, statement, level, many) if many else None
            if before or after:
                yield before, after


def _count(of: type[C], board_id: str, statement: str, level: int, many: int) -> C:
    its_id = _count_id(board_id, statement, level)
    return of(id=its_id, board_id=board_id, statement=statement, level=level, many=many)


def _count_id(board_id: str, statement: str, level: int) -> str:
    return f"{board_id}.{statement}.{level}"


def _noted(board_id: str, question: str, text: str) -> Change:
    noted = FeedbackComment(id=new_id(), board_id=board_id, question=question, text=comment(text))
    return changed("add_feedback_comment", [(None, noted)])


def comment(text: str) -> str:
    """What may stand as a comment; raises EditRejected: "name_empty", "name_too_long", "name_control"."""
    said = words_of_people.note(text, limit=COMMENT_LIMIT)
    if not said:
        raise EditRejected("name_empty")
    return said
