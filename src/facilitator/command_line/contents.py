"""What is in an engagement, as data and as lines to read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from facilitator.boards.listed import boards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.program import Cohort, Program
from facilitator.files.board_files import kind_and_view
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.enrolments import state_counts
from facilitator.workshop.participants import planned_minutes, presence_counts
from facilitator.workshop.sessions import cohorts_of, programs_of


def contents(document: Document) -> dict[str, Any]:
    """All that `info --json` tells; days are ISO dates."""
    engagement = document.get(Engagement, "engagement")
    boards = []
    for board in boards_of(document):
        kind, view = kind_and_view(document, board.id)
        boards.append({"id": board.id, "kind": board.kind, "title": board.title, "counts": dict(kind.counts(view))})
    outcomes = list(document.every(Outcome))
    return {
        "engagement": engagement.model_dump(mode="json", exclude={"id"}),
        "programs": [
            {
                **_named(program),
                "kind": program.kind,
                "cohorts": [_cohort(document, cohort) for cohort in cohorts_of(document, program.id)],
            }
            for program in programs_of(document)
        ],
        "sessions": [_session(document, session) for session in sessions_of(document)],
        "boards": boards,
        "outcomes": {
            "count": len(outcomes),
            "to_confirm": sum(not each.confirmed for each in outcomes),
        },
        "people": [person.model_dump(mode="json") for person in document.every(Person)],
    }


def content_lines(found: dict[str, Any], words: Words) -> Iterator[str]:
    """The same in short, to be read: the sessions without a cohort, then programs with cohorts and theirs, boards."""
    yield found["engagement"]["title"]
    yield from _sessions_of(found, None, "  ", words)
    for program in found["programs"]:
        yield f"  {program['title']}"
        for cohort in program["cohorts"]:
            yield f"    {cohort['title']}"
            yield from _sessions_of(found, cohort["id"], "      ", words)
    for board in found["boards"]:
        yield f"  {board['id']}  {board['title']} ({next(iter(board['counts'].values()), 0)})"


def _session(document: Document, session: Session) -> dict[str, Any]:
    return {
        **session.model_dump(mode="json", exclude={"number"}),
        "minutes": planned_minutes(document, session.id),
        "participants": presence_counts(document, session.id),
    }


def _cohort(document: Document, cohort: Cohort) -> dict[str, Any]:
    days = cohort.model_dump(mode="json", include={"begins_on", "ends_on", "closes_on", "capacity"})
    return {**_named(cohort), **days, "enrolled": state_counts(document, cohort.id)}


def _named(record: Program | Cohort) -> dict[str, str]:
    return {"id": record.id, "title": record.title}


def _sessions_of(found: dict[str, Any], cohort_id: str | None, indent: str, words: Words) -> Iterator[str]:
    for session in found["sessions"]:
        if session["cohort_id"] == cohort_id:
            day = words.date(date.fromisoformat(session["held_on"])) if session["held_on"] else ""
            when = ", ".join(filter(None, (day, session["begins"])))
            yield indent + "  ".join(filter(None, (session["id"], session["title"], when)))
