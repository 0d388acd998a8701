"""Engagements to print: an empty one, the sample with all that a pack may tell, a huge one, and one of hostile text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import cycle

from engagements import founding
from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder
from facilitator.boards.value_board.model import Card, CardLink, Kpi
from facilitator.content import checklist as checklist_content
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.outcome import Outcome
from facilitator.domain.poll import CountedVotes, Poll, PollOption
from facilitator.domain.record import Record
from facilitator.sample import founding_of_sample

DAY = date(2026, 11, 22)

_FREE_WORDS = (
    "title organization name question prompt materials project problem out_of_scope decision change_sought phase "
    "strategy owner contribution concerns access_plan needs text what_flows broken_when looks_like means_here "
    "riskiest_assumption smallest_test description statement evidence_today privacy_note decision_it_informs rubric_1 "
    "rubric_3 rubric_5 question_answered definition target_reason gaming_risk split_by narrative voices "
    "evidence note start next_look adjust stop tell expected surprises keep happened reasons reason who person "
    "strengths weaknesses action"
)
FREE_WORDS = frozenset(_FREE_WORDS.split())
"""The fields in which people say what they like."""

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
        for number, kind in enumerate(("value_board", "checklist", "assessment"), start=2)
    ]
    found = Assessment(id="assessment", instrument="digital_audit")
    return Document.of([*_in_language(founding().added(), language), *boards, found])


def typical(language: Language) -> Document:
    """The sample, a digital audit, and a poll with its totals."""
    sample = founding_of_sample(language).added()
    return Document.of([*sample, *_audit(), *_poll()])


def huge(language: Language) -> Document:
    """500 stakeholders who are tied, 200 linked cards, a whole checklist, 30 segments, 100 outcomes, 60 people."""
    boards = (
        Board(id="value", number=2, kind="value_board", title="Values"),
        Board(id="list", number=3, kind="checklist", title="Checklist"),
    )
    return Document.of(
        [*_in_language(founding().added(), language), *boards, *_many_people(), *_many_cards(), *_rest()]
    )


def hostile(language: Language) -> Document:
    """The typical one with every free word replaced by what breaks markup, fonts, files or lines."""
    return reworded(typical(language), HOSTILE)


def reworded(document: Document, texts: Sequence[str]) -> Document:
    """The same with the texts in the place of what people said, again from the first after the last."""
    follow = cycle(texts)

    def spoilt(record: Record) -> Record:
        given = sorted(name for name, value in record if name in FREE_WORDS and value)
        return record.having(**{name: next(follow) for name in given})

    return Document.of([spoilt(record) for record in document.records()])


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


def _poll() -> Iterator[Record]:
    yield Poll(id="poll", session_id="session_1", number=1, question="What comes first?", shown=True)
    for number, text in enumerate(("The form", "The register", "The office hours"), start=1):
        yield PollOption(id=f"poll.{number}", poll_id="poll", number=number, text=text)
        yield CountedVotes(id=f"poll.{number}", hands=number)


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
