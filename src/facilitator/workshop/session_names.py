"""What sessions are called where several are to be told apart: by their cohort and their day."""

from collections.abc import Collection
from datetime import date

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.program import Cohort, Program
from facilitator.workshop.agenda import sessions_of

_BETWEEN = " · "
_SEVERAL = 2


def session_names(document: Document, today: date, words: Words) -> dict[str, str]:
    """What each session is called in a list, by its id: "Winter B · 2 Feb · Half day 1".

    The cohort stands first where there are several, the day where there are, or where another session is called the
    same; else a session is called by its title alone.
    """
    sessions, several = sessions_of(document), has_several_cohorts(document)
    titles = [each.title for each in sessions]
    return {
        each.id: _BETWEEN.join(
            filter(
                None,
                (
                    cohort_of_session(document, each),
                    day_near(each.held_on, today, words) if several or titles.count(each.title) > 1 else "",
                    each.title,
                ),
            )
        )
        for each in sessions
    }


def title_with_cohort(document: Document, session: Session) -> str:
    """The title of a session, behind its cohort where there are several."""
    return _BETWEEN.join(filter(None, (cohort_of_session(document, session), session.title)))


def titles_apart(document: Document, session_ids: Collection[str]) -> dict[str, str]:
    """What these sessions are called side by side, by their ids: with their cohorts where they are of several."""
    found = [session for each in session_ids if (session := document.find(Session, each))]
    if len({each.cohort_id for each in found if each.cohort_id}) < _SEVERAL:
        return {each.id: each.title for each in found}
    return {each.id: title_with_cohort(document, each) for each in found}


def cohort_of_session(document: Document, session: Session) -> str:
    """The title of a session's cohort where there are several, with its program's where another one has such a cohort.

    "" where the session belongs to none, or there is but one.
    """
    cohort = document.find(Cohort, session.cohort_id or "")
    if cohort is None or not has_several_cohorts(document):
        return ""
    alike = [each for each in document.every(Cohort) if each.title == cohort.title]
    program = document.find(Program, cohort.program_id)
    return _BETWEEN.join((program.title, cohort.title)) if program and len(alike) > 1 else cohort.title


def has_several_cohorts(document: Document) -> bool:
    """Whether there is more than one cohort."""
    return sum(1 for _ in document.every(Cohort)) > 1


def day_near(day: date | None, today: date, words: Words) -> str:
    """A day in short, with its year unless that is this year's; "" for none."""
    if day is None:
        return ""
    return words.short_date(day) if day.year == today.year else f"{words.short_date(day)}\u00a0{day.year}"
