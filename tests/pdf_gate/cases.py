"""Engagements to print: an empty one, the sample with all that a pack may tell, a huge one, and one of hostile text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import cycle

from engagements import founding
from facilitator.boards.assessment.model import (
    Answer,
    AnswerTag,
    Assessment,
    Dataset,
    NextStep,
    OwnAnswer,
    Respondent,
    SummaryLine,
)
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackForm, FeedbackShown
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, Web
from facilitator.boards.value_board.model import Card, CardLink, Kpi
from facilitator.content import checklist as checklist_content
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import OneToOne
from facilitator.domain.poll import CountedVotes, Poll, PollOption
from facilitator.domain.record import Record
from facilitator.packs.catalogue import PACKS
from facilitator.packs.sorts import PackName
from facilitator.sample import founding_of_sample
from pdf_gate.learning_case import learning

DAY, BEFORE = date(2026, 11, 22), date(2026, 11, 3)

_FREE_WORDS = (
    "title organization name question prompt materials project problem out_of_scope decision change_sought phase "
    "strategy owner contribution concerns access_plan needs text what_flows broken_when looks_like means_here "
    "riskiest_assumption smallest_test description statement evidence_today privacy_note decision_it_informs rubric_1 "
    "rubric_3 rubric_5 question_answered definition target_reason gaming_risk split_by narrative voices "
    "evidence note start next_look adjust stop tell expected surprises keep happened reasons reason who person "
    "strengths weaknesses action with_whom sign result objectives card credit issuer signatory"
)
FREE_WORDS = frozenset(_FREE_WORDS.split())
"""The fields in which people say what they like."""

_IDS = {
    OwnAnswer: ("statement", "evidence"),
    NextStep: ("statement",),
    FeedbackCount: ("statement",),
    FeedbackShown: ("statement",),
    FeedbackComment: ("question",),
}
"""Fields of these names that hold an id instead."""

_ALSO = {
    OwnAnswer: ("comment", "example"),
    Respondent: ("subject",),
    NextStep: ("first_action", "why"),
    Dataset: ("purpose", "community", "source", "kept_where", "shared_with", "kept_until"),
}
"""Fields of other names in which people say what they like, where another record keeps an id under that name."""

HOSTILE = (
    "<b",
    "</para>",
    '<img src="file:///etc/passwd"/>',
    '<a href="javascript:alert(1)">R&D &amp; &nbsp;</a>',
    '<font name="Nope" size=99999><seq/><onDraw name="x"/>',
    '=HYPERLINK("https://example.org")',
    "https://example.org/a?b=1&c=<d>",
    "(a) \\(b\\) \\000 ) Tj ET EMC /Artifact BMC",
    "%PDF-1.7 endobj stream endstream %%EOF",
    "😀🏽👩‍👩‍👧 bravo 🚀",
    "שלום עולם مرحبا",
    "ᐊᓂᔑᓈᐯ x̱ʷməθkʷəy̓əm Nguyễn",
    "漢字かな交じり文",
    "«\u202fœuvre – été €\u202f»\u202f!",
    "soft\u00adhyphen zero\u200bwidth\u200djoined \u2028line",
    "Z" + "\u0301" * 60 + "algo",
    "anticonstitutionnellement" * 8,
    "{0} {name} %s %(x)s $HOME `id` ${x}",
    "'; DROP TABLE stakeholder; --",
    "\u00a0\u202f.",
    "-",
    "\u0483",
    "NULL\tnull\nNone\n\n\nline",
)


_BODIES = (
    "Library Clinic Harbour Museum School Transit Housing Forestry Fishery Arena Theatre Shelter Foodbank Chamber "
    "Union Council Archive Nursery Laboratory Cooperative Newspaper Radio Parish Hospital Workshop"
)
_PLACES = (
    "Ajax Barrie Cobalt Dryden Elora Fergus Guelph Huntsville Ignace Jarvis Kenora London Milton Nipigon Oshawa Perth "
    "Quinte Renfrew Sudbury Timmins Wawa"
)


def called(number: int) -> str:
    """One of 525 names that differ in more than a number, so that no two rows look like page furniture."""
    bodies, places = _BODIES.split(), _PLACES.split()
    return f"{bodies[number % 25]} of {places[number % 21]}"


def empty(language: Language) -> Document:
    """One web without anybody in it, one empty board of each other kind."""
    boards = [
        Board(id=kind, number=number, kind=kind, title=kind.replace("_", " "))
        for number, kind in enumerate(("value_board", "checklist", "assessment", "feedback"), start=2)
    ]
    found = (Assessment(id="assessment", instrument="digital_audit"), FeedbackForm(id="feedback"))
    return Document.of([*_in_language(founding().added(), language), *boards, *found])


def typical(language: Language) -> Document:
    """The sample, an audit, a poll with its totals, what somebody did in a 1:1 and set out to do, and a course."""
    sample = founding_of_sample(language).added()
    return Document.of(
        [
            *sample,
            *_audit(),
            *_poll(),
            *_one_to_one(),
            *_interview(),
            *_summary(),
            *_feedback(),
            *learning(language, ("p1", "p2")),
        ]
    )


def huge(language: Language) -> Document:
    """500 stakeholders who are tied, 200 linked cards, a whole checklist, 30 segments, 100 outcomes, 60 people."""
    boards = (
        Board(id="value", number=2, kind="value_board", title="Values"),
        Board(id="list", number=3, kind="checklist", title="Checklist"),
    )
    return Document.of(
        [
            *_in_language(founding().added(), language),
            *boards,
            *_many_people(),
            *_many_cards(),
            *_rest(),
            *_feedback(),
            *learning(language, ("p1", "p2", "p3")),
        ]
    )


def hostile(language: Language) -> Document:
    """The typical one with every free word replaced by what breaks markup, fonts, files or lines."""
    return reworded(typical(language), HOSTILE)


def reworded(document: Document, texts: Sequence[str]) -> Document:
    """The same with the texts in the place of what people said, again from the first after the last."""
    follow = cycle(texts)

    def spoilt(record: Record) -> Record:
        free = FREE_WORDS.difference(_ids_in(record)).union(_ALSO.get(type(record), ()))
        given = sorted(name for name, value in record if name in free and value)
        return record.having(**{name: next(follow) for name in given})

    return Document.of([spoilt(record) for record in document.records()])


def _ids_in(record: Record) -> Sequence[str]:
    """The fields that hold an id where other records have words; a line of a summary has words only for a question."""
    if isinstance(record, SummaryLine):
        return () if record.sort == "question" else ("text",)
    return _IDS.get(type(record), ())


def whose(document: Document, pack: PackName) -> dict[str, str]:
    """The options that name the first person where the pack is somebody's own; {} else, and where there is nobody."""
    people = [person.id for person in document.every(Person)] if PACKS[pack].of_person else []
    return {"person_id": people[0]} if people else {}


CASES: Mapping[str, Callable[[Language], Document]] = {
    "empty": empty,
    "typical": typical,
    "huge": huge,
    "hostile": hostile,
}


def _in_language(records: Iterable[Record], language: Language) -> Iterator[Record]:
    for record in records:
        yield record.having(language=language) if isinstance(record, Engagement) else record


def _audit() -> Iterator[Record]:
    yield Board(id="audit", number=4, kind="assessment", title="Digital audit", question="Where do we stand?")
    yield Assessment(id="audit", instrument="digital_audit", assessed_on=DAY)
    for number, area in enumerate(("aud_data", "aud_service", "aud_security")):
        yield Answer(
            id=f"audit.{area}",
            board_id="audit",
            area=area,
            level=number + 1,
            strengths="The team knows it by heart",
            weaknesses="Nothing is written down",
            evidence="Interviews of October",
            mark=("quick", "foundation", "")[number],
            action="Write it down" if number < 2 else "",
        )


def _interview() -> Iterator[Record]:
    """What somebody said of a digital project, who is nobody in particular."""
    own = "governance"
    yield Board(id=own, number=6, kind=own, title="Our booking system", question="How do we treat its data?")
    yield Assessment(id=own, instrument=own, assessed_on=DAY)
    yield Respondent(id=own, organization="Town of Quinte", subject="Bookings")
    for number, area in enumerate(("dg_t1", "dg_t2", "dg_a1", "dg_r2", "dg_r3", "dg_q1", "dg_p1")):
        scored = ("unknown", "level", "level", "level", "not_applicable", "level", "level")[number]
        tells = {"reason": "No such data", "example": "The notice at the desk", "comment": "We talked of it in May"}
        weighs = {"level": number % 4 if scored == "level" else None, "importance": number % 3 + 1}
        its_id = f"{own}.{area}"
        sort = "document" if number % 2 else ""
        yield OwnAnswer(id=its_id, board_id=own, statement=area, scored=scored, evidence=sort, **tells, **weighs)
        yield AnswerTag(id=f"{its_id}.grant", answer_id=its_id, tag="grant")
        yield AnswerTag(id=f"{its_id}.time", answer_id=its_id, tag="time", within="control")
    step = {"text": "Put up a notice", "why": "People asked", "first_action": "Write it", "owner": "Clerk"}
    yield NextStep(id="step", board_id=own, number=1, statement="dg_t1", effort="S", due=DAY, **step)
    row = {"name": "Bookings", "purpose": "To book rooms", "community": "Nobody", "source": "The form"}
    kept = {"kept_where": "Here", "owner": "Clerk", "shared_with": "Nobody", "kept_until": "Two years"}
    yield Dataset(id="set", board_id=own, number=1, about_people="yes", **row, **kept)


def _summary() -> Iterator[Record]:
    """What several organizations came to, as it was released."""
    own = "group_summary"
    yield Board(id=own, number=7, kind=own, title="What we share", question="Where do we stand together?")
    yield Assessment(id=own, instrument="capacity", assessed_on=DAY, summary=True)
    told = (
        ("sentence", "release", None, "10-19 2026-11 5 3 figures"),
        ("dimension", "people", 2.5, "low=some:5 middle=most:7"),
        ("dimension", "tech", None, "similar"),
        ("statement", "cap_p1", 1.5, "low=most high=some unknown=some"),
        ("sentence", "cap_p2", None, "strength"),
        ("sentence", "cap_p3", None, "gap"),
        ("theme", "constraint.time", None, "most"),
        ("theme", "opportunity.grant", None, ""),
        ("question", "0", None, ""),
        ("question", "", None, "What would we write once and share?"),
    )
    for number, (sort, item, median, text) in enumerate(told, start=1):
        its = {"sort": sort, "item": item, "median": median, "text": text}
        yield SummaryLine(id=f"line{number}", board_id=own, number=number, **its)


def _feedback() -> Iterator[Record]:
    """A form whose results are shown, of enough answers but to one statement, with a comment that was kept."""
    own = "feedback"
    yield Board(id=own, number=8, kind=own, title="Feedback: permits", question="How was it for you?")
    yield FeedbackForm(id=own, shown=True)
    for statement, answers in (
        ("useful", {2: 3, 4: 5}),
        ("part", {5: 7}),
        ("pace", {1: 1, 3: 4, 5: 2}),
        ("next", {4: 2}),
    ):
        for level, many in answers.items():
            for of in (FeedbackCount, FeedbackShown) if sum(answers.values()) > 4 else (FeedbackCount,):
                its_id = f"{own}.{statement}.{level}"
                yield of(id=its_id, board_id=own, statement=statement, level=level, many=many)
    for number, kept in enumerate((True, False)):
        text = "The map showed whom we had forgotten"
        yield FeedbackComment(id=f"said{number}", board_id=own, question="helped", text=text, kept=kept)


def _poll() -> Iterator[Record]:
    yield Poll(id="poll", session_id="session_1", number=1, question="What comes first?", shown=True)
    for number, text in enumerate(("The form", "The register", "The office hours"), start=1):
        yield PollOption(id=f"poll.{number}", poll_id="poll", number=number, text=text)
        yield CountedVotes(id=f"poll.{number}", hands=number)


def _one_to_one() -> Iterator[Record]:
    yield Board(id="own_web", number=5, kind="stakeholder_web", title="Who matters to my service")
    yield Web(id="own_web", project="Permits at the counter")
    for number in (1, 2, 3):
        tells = {
            "needs": "An answer on the same day",
            "owner": "Amara",
            "level_now": "inform",
            "level_wanted": "consult",
        }
        place = {"category": "internal", "ring": number}
        yield Stakeholder(
            id=f"own{number}", board_id="own_web", code=f"S{90 + number}", name=called(number), **place, **tells
        )
    yield Session(id="session_2", number=2, title="1:1 on permits", agenda="stakeholder_1to1", held_on=BEFORE)
    yield Segment(id="own_segment", session_id="session_2", number=1, minutes=60, title="Map", board_id="own_web")
    yield Segment(id="own_talk", session_id="session_2", number=2, minutes=9, title="Data", board_id="governance")
    yield OneToOne(id="session_2", person_id="p1")
    its = {"session_id": "session_2", "kind": "next_step", "code": "N90", "who": "Amara Dosanjh"}
    yield Outcome(id="own_step", number=90, text="Ask the counter what is asked most", due=DAY, **its)
    for number, state in enumerate(("open", "done", "dropped"), start=1):
        said = {"text": "Watch three residents apply", "with_whom": "Sam", "sign": "Two questions fewer are asked"}
        its = {"principle": "user" if number == 1 else "", "result": "Two are gone" if number == 2 else ""}
        due = DAY if number == 1 else None
        yield Commitment(id=f"own{number}", person_id="p1", number=number, state=state, due=due, **said, **its)


def _many_people() -> Iterator[Record]:
    levels = ("inform", "consult", "involve", "collaborate", "empower")
    sectors = ("internal", "othergov", "community", "publicsector")
    for number in range(1, 501):
        yield Stakeholder(
            id=f"s{number}",
            board_id="web",
            code=f"S{number}",
            name=called(number),
            category=sectors[number % 4],
            ring=number % 4 + 1,
            level_now=levels[number % 4],
            level_wanted=levels[number % 5],
            owner=f"Owner {number % 9}",
            needs="A date that holds" if number % 3 else "",
            concerns="Cost" if number % 5 else "",
            interest=number % 4 + 1,
        )
        if number > 1:
            yield Relationship(id=f"r{number}", board_id="web", from_id=f"s{number // 2}", to_id=f"s{number}")


def _many_cards() -> Iterator[Record]:
    columns = (("guiding", "G"), ("approach", "A"), ("impact", "I"), ("kpi", "K"))
    for number in range(1, 51):
        for column, letter in columns:
            yield Card(
                id=f"{letter}{number}",
                board_id="value",
                code=f"{letter}{number}",
                column=column,
                text=f"{called(50 * ord(letter) + number)} knows when to come",
            )
        yield Kpi(id=f"K{number}", definition="Days from asking to answer", unit="days", owner="Clerk")
        for start, end, kind in (("G", "A", "shapes"), ("A", "I", "contributes_to"), ("I", "K", "measured_by")):
            yield CardLink(
                id=f"{start}{number}.{end}",
                board_id="value",
                from_id=f"{start}{number}",
                to_id=f"{end}{number}",
                kind=kind,
            )


def _rest() -> Iterator[Record]:
    for item in checklist_content.items():
        given = {"status": "under_way", "owner": "Town clerk", "evidence": item.text.en, "reason": item.why.en}
        yield ChecklistEntry(id=entry_id("list", item.id), board_id="list", item=item.id, **given)
    yield Session(id="session", number=1, title="All of it", held_on=DAY, begins="09:00")
    for number in range(1, 31):
        yield Segment(id=f"g{number}", session_id="session", number=number, minutes=5, title=called(number))
    for number in range(1, 101):
        yield Outcome(
            id=f"o{number}",
            session_id="session",
            number=number,
            kind="decision",
            code=f"D{number}",
            text=f"{called(number)} opens earlier",
            confirmed=True,
        )
    yield from (Person(id=f"p{number}", name=f"Participant {number}") for number in range(1, 61))
