"""Which cohort something can belong to, as a list offers it."""

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.workshop.sessions import cohorts_of, programs_of


def cohort_choices(document: Document, words: Words) -> list[tuple[str, str]]:
    """None first (""), then each cohort by id with its program, in their order."""
    return [("", words("session.no_cohort"))] + [
        (each.id, words("session.cohort_of", cohort=each.title, program=program.title))
        for program in programs_of(document)
        for each in cohorts_of(document, program.id)
    ]
