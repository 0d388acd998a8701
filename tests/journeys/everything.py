"""One engagement with everything of a program in it, and a mark in each private word of one of two people."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from facilitator.boards.assessment.model import AnswerTag, Dataset, NextStep, OwnAnswer, Respondent, SummaryRelease
from facilitator.boards.assessment.own.kind import CAPACITY
from facilitator.boards.case_cards.model import CaseCard, CaseNote
from facilitator.boards.change_plan.model import (
    AffectedGroup,
    AffectedGroupNote,
    EarlyWin,
    EarlyWinNote,
    TeamRole,
    TeamRoleNote,
)
from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackSheet, FeedbackShown
from facilitator.boards.question_queue.model import Question, QuestionDots, QuestionHands, QuestionNote
from facilitator.boards.speaker_series.model import Speaker, SpeakerNote, TakeAway, TakeAwayNote
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    RelationshipNote,
    SharingAgreement,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
)
from facilitator.boards.value_board.model import Card, CountedHands, PersonDots, Review
from facilitator.catalogue import KINDS
from facilitator.content.instruments import instrument
from facilitator.domain.chat import ChatLine
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.learning import Activity, Certificate, Completion, KeptBadge, Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import (
    Attendance,
    Enrolment,
    OneToOne,
    Shuffle,
    ShuffledPerson,
    StudyGroup,
)
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record
from facilitator.domain.text_fields import text_fields
from facilitator.domain.twin import Twin
from facilitator.templates import founding, new_board

DAY = date(2027, 1, 14)
MARKED, OTHER = "p_marked", "p_other"
TWO = "s_two"
"""The session between two, with whoever is marked."""


def everything(mark: str, number: int) -> list[Record]:
    """All records. What is private of one person, or of nobody in particular, begins with `mark`; numbers among it are
    made of `number`, 1 or 2. The other person's records are clean.
    """
    document = _founded()
    for part in (_people, _learning, _sessions, _web_and_values, _assessments, _panels):
        document = Document.of([*document.records(), *part(document, number)])
    return [_marked(record, n, mark) for n, record in enumerate(document.records())]


@cache
def _founded() -> Document:
    """A microcourse with a board of each kind."""
    founded = founding("microcourse", "en", title="Lakeside learns").added()
    document = Document.of(each.having(held_on=DAY) if isinstance(each, Session) else each for each in founded)
    for kind in KINDS:
        if not any(board.kind == kind.id for board in document.every(Board)):
            document = document.after(new_board(document, kind.id, kind.id.replace("_", " ").title(), "What now?"))
    return document


BETWEEN_TWO = {(Session, TWO), (Segment, "g_two"), (Outcome, "o_two"), (Twin, "t_two")}
"""What is public of other sessions, but stays between the two here."""


def _marked(record: Record, number: int, mark: str) -> Record:
    between_two = (type(record), record.id) in BETWEEN_TWO
    if not (record.private or between_two) or record.id.startswith(OTHER):
        return record
    return record.having(**{name: f"{mark}{number}{name}".replace("_", "") for name in text_fields(type(record))})


def _board(document: Document, kind: str) -> str:
    return next(board.id for board in document.every(Board) if board.kind == kind)


def _people(document: Document, number: int) -> Iterator[Record]:
    cohort = next(document.every(Cohort))
    yield Person(id=MARKED, name="x", organization="x", pronunciation="x", pronouns="x", note="x")
    yield Person(id=OTHER, name="Berta Bright", organization="Town of Brightwater")
    yield StudyGroup(id="sg", cohort_id=cohort.id, number=1, title="x", plan="x", host_id=MARKED)
    for who in (MARKED, OTHER):
        group = "sg" if who == MARKED else None
        yield Enrolment(
            id=f"{who}_e",
            cohort_id=cohort.id,
            person_id=who,
            study_group_id=group,
            enrolled_on=DAY,
            named=who == OTHER or number == 1,
            certificate_name="x" if who == MARKED else "Berta B. Bright",
        )


def _learning(document: Document, number: int) -> Iterator[Record]:
    cohort, lesson = next(document.every(Cohort)), next(document.every(Lesson))
    activities = [each for each in document.every(Activity) if each.lesson_id == lesson.id]
    for who in (MARKED, OTHER):
        for activity in activities[: 2 * number if who == MARKED else 3]:
            evidence = "x" if who == MARKED else "I tried it in May."
            yield Completion(
                id=f"{who}_{activity.id}", activity_id=activity.id, person_id=who, on=DAY, evidence=evidence
            )
        level = number if who == MARKED else 3
        yield KeptBadge(id=f"{who}_b", lesson_id=lesson.id, person_id=who, level=level, earned_on=DAY)
        yield Certificate(
            id=f"{who}_c",
            cohort_id=cohort.id,
            person_id=who,
            serial=1 if who == MARKED else 2,
            sort="part",
            name="x" if who == MARKED else "Berta B. Bright",
            language="en",
            issued_on=DAY,
            check_code="ABCD-2345" if who == MARKED else "EFGH-6789",
        )
        for n, session in enumerate(document.every(Session)):
            yield Commitment(
                id=f"{who}_w{n}",
                person_id=who,
                session_id=session.id,
                number=n,
                text="x" if who == MARKED else "Call three residents",
                with_whom="x" if who == MARKED else "",
                sign="x" if who == MARKED else "They answer",
                result="x" if who == MARKED else "",
                due=DAY,
            )


def _sessions(document: Document, number: int) -> Iterator[Record]:
    cohort, group = next(document.every(Cohort)), next(document.every(Session))
    yield Session(id=TWO, number=90, title="x", cohort_id=cohort.id, held_on=DAY, begins="09:30")
    yield Segment(id="g_two", session_id=TWO, number=1, minutes=30, title="x", prompt="x", materials="x")
    yield OneToOne(id=TWO, person_id=MARKED)
    yield Outcome(id="o_two", session_id=TWO, number=1, kind="next_step", code="N1", text="x", who="x", confirmed=True)
    yield Outcome(id="o_all", session_id=group.id, number=2, kind="decision", code="D1", text="We open in May.")
    yield Poll(id="poll", session_id=group.id, number=1, question="How is it going?", shown=True)
    yield PollOption(id="yes", poll_id="poll", number=1, text="Well")
    yield PollOption(id="no", poll_id="poll", number=2, text="Badly")
    yield PollVote(id="v", poll_id="poll", option_id="yes", person="x")
    yield CountedVotes(id="no", hands=2)
    for n, session in enumerate((group.id, TWO)):
        yield ChatLine(id=f"l{n}", session_id=session, number=n, author="x", said_at="10:00", text="x")
        yield Shuffle(id=f"sh{n}", session_id=session, number=1, size=2)
        yield ShuffledPerson(id=f"shp{n}", shuffle_id=f"sh{n}", person_id=MARKED, group=1, place=1)
        yield Attendance(
            id=f"a{n}", session_id=session, person_id=MARKED, presence="partial", minutes=17 * number, joins=number
        )
    yield Attendance(id=f"{OTHER}_a", session_id=group.id, person_id=OTHER, presence="present", minutes=60, joins=1)


def _web_and_values(document: Document, number: int) -> Iterator[Record]:
    web, value = _board(document, "stakeholder_web"), _board(document, "value_board")
    for n in (1, 2):
        yield Stakeholder(id=f"w{n}", board_id=web, code=f"S{n}", name=f"Body {n}", category="internal", ring=2)
    yield Relationship(id="r", board_id=web, from_id="w1", to_id="w2", kind="informs")
    yield RelationshipNote(id="r", text="x")
    yield StakeholderAttitude(id="w1", attitude=-number)
    yield StakeholderInfluence(id="w1", influence=number + 1)
    yield StakeholderSalience(id="w1", urgency=number == 1, legitimacy=number == 2)
    yield StakeholderNote(id="w1", text="x")
    yield StrategyReason(id="w1", text="x")
    yield SharingAgreement(id=web, text="x")
    yield Card(id="k", board_id=value, code="G1", column="guiding", text="Trust", slot=0)
    yield Review(id="rev", board_id=value, cadence="monthly", planned_on=DAY)
    yield PersonDots(id="kd", board_id=value, card_id="k", person="x", dots=number)
    yield CountedHands(id="k", hands=number)


OWN_KINDS = {"capacity": "capacity", "governance": "governance", "principles": "principles"}
"""The kinds of 1:1 boards, and the instruments that they ask through."""


def _assessments(document: Document, number: int) -> Iterator[Record]:
    for kind, name in OWN_KINDS.items():
        board = _board(document, kind)
        yield Respondent(id=board, person_id=MARKED, organization="x", subject="x", consent="include")
        statements = [each.id for each in instrument(name).areas][:4]
        for n, statement in enumerate(statements):
            answer = f"{kind}_{n}"
            scored = ("level", "unknown", "not_applicable", "level")[n]
            yield OwnAnswer(
                id=answer,
                board_id=board,
                statement=statement,
                scored=scored,
                level=number if scored == "level" else None,
                reason="x",
                target=2 + number,
                importance=number,
                example="x",
                comment="x",
            )
        yield AnswerTag(id=f"{kind}_tag", answer_id=f"{kind}_0", tag="time", within="influence")
        yield NextStep(id=f"{kind}_n", board_id=board, number=1, text="x", why="x", owner="x", first_action="x")
    for n in range(6):
        board = Board(id=f"town_{n}", number=50 + n, kind="capacity", title=f"Digital capacity {n}")
        yield from (board, *CAPACITY.found(board, DAY))
        yield Respondent(id=board.id, organization="x", subject="x", consent="include")
        for place, area in enumerate(CAPACITY.asked.areas):
            level = (0, 4, 1, 3)[(n + place) % 4]
            yield OwnAnswer(
                id=f"{board.id}_{area.id}",
                board_id=board.id,
                statement=area.id,
                scored="level",
                level=level,
                comment="x",
            )
    yield Twin(id="t_two", of_type="own_answer", of_id="capacity_0", field="comment", source="x", text="x")
    yield Dataset(
        id="ds",
        board_id=_board(document, "governance"),
        number=1,
        name="x",
        purpose="x",
        community="x",
        source="x",
        kept_where="x",
        owner="x",
        shared_with="x",
        kept_until="x",
    )
    yield SummaryRelease(
        id="release",
        board_id=_board(document, "group_summary"),
        number=1,
        released_on=DAY,
        band="5-9",
        group_least=5,
        cell_least=3,
        members=f"{number}" * 16,
        answers=f"{number}" * 16,
    )


def _panels(document: Document, number: int) -> Iterator[Record]:
    board = _board(document, "question_queue")
    for n, state in enumerate(("open", "open", "answered", "later"), start=1):
        answer = "In May." if state == "answered" else ""
        yield Question(
            id=f"q{n}", board_id=board, number=n, code=f"Q{n}", text=f"Why number {n}?", state=state, answer=answer
        )
        yield QuestionNote(id=f"q{n}", asked_by="x", note="x")
        yield QuestionDots(id=f"qd{n}", board_id=board, question_id=f"q{n}", person="x", dots=number)
        yield QuestionHands(id=f"q{n}", hands=number)
    board = _board(document, "speaker_series")
    yield Speaker(id="sp", board_id=board, number=1, code="L1", name="Ama Guest", principle="", speaks_on=DAY)
    yield SpeakerNote(id="sp", state="invited", contact="x", note="x")
    yield TakeAway(id="ta", board_id=board, number=1, code="T1", principle="people_first", text="Ask first.")
    yield TakeAwayNote(id="ta", note="x")
    board = _board(document, "case_cards")
    yield CaseCard(id="case", board_id=board, number=1, code="C1", theme="services", title="A case")
    yield CaseNote(id="case", note="x")
    board = _board(document, "change_plan")
    yield TeamRole(id="tr", board_id=board, number=1, code="R1", role="sponsor", title="Sponsor")
    yield TeamRoleNote(id="tr", note="x")
    yield AffectedGroup(id="ag", board_id=board, number=1, code="U1", name="Counter staff", changes="New screens")
    yield AffectedGroupNote(id="ag", note="x")
    yield EarlyWin(id="ew", board_id=board, number=1, code="W1", text="One form less")
    yield EarlyWinNote(id="ew", note="x")
    board = _board(document, "feedback")
    for n, statement in enumerate(("useful", "pace"), start=1):
        yield FeedbackCount(id=f"fc{n}", board_id=board, statement=statement, level=number, many=n + number)
    yield FeedbackShown(id="fv", board_id=board, statement="useful", level=number, many=1)
    yield FeedbackComment(id="fx", board_id=board, question="change", text="x")
    yield FeedbackSheet(id="fs", board_id=board, mark=f"{number}" * 12)
