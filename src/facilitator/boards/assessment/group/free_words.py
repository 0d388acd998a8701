"""Words of a summary that people wrote, and what in them could tell who it is: for the check before a release."""

from collections.abc import Iterable, Iterator

from facilitator.boards.assessment.group.view import view_of
from facilitator.boards.assessment.rules.stripping import Name, hits
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, language_of


def free_words_told(document: Document, board_id: str, organizations: Iterable[str], words: Words) -> Iterator[str]:
    """A line for each name, address, number, day or amount in the title, the question or the questions to discuss.

    `organizations` are the names of those whose answers are collected, whatever they consented to. All else that is
    shown is the house's own words. Nobody can promise that it finds everything.
    """
    view, language = view_of(document, board_id), language_of(document)
    people = list(document.every(Person))
    known = [Name(each, "organization") for each in (*organizations, *(each.organization for each in people)) if each]
    known += [Name(each.name, "person") for each in people if each.name]
    for text in (view.title, view.question, *(view.words_of(each, language) for each in view.questions)):
        for hit in hits(text, known):
            yield words("group_summary.free_word", word=hit.text, text=text)
