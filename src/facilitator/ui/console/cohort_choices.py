"""Which cohort something can belong to, as a list offers it, and when each runs."""

from collections.abc import Mapping
from datetime import date

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.program import Cohort
from facilitator.workshop.sessions import cohorts_of, programs_of

CohortDays = Mapping[str, tuple[date | None, date | None]]
"""The first and the last day of each cohort by its id, None where nobody said."""


def cohort_days(document: Document) -> CohortDays:
    """When each cohort runs."""
    return {each.id: (each.begins_on, each.ends_on) for each in document.every(Cohort)}


def cohort_choices(document: Document, words: Words) -> list[tuple[str, str]]:
    """None first (""), then each cohort by id with its program, in their order."""
    return [("", words("session.no_cohort"))] + [
        (each.id, words("session.cohort_of", cohort=each.title, program=program.title))
        for program in programs_of(document)
        for each in cohorts_of(document, program.id)
    ]
