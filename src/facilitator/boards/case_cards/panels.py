"""The shelves of case cards as data: a panel a theme, and what is told of a case."""

from functools import partial

from facilitator.boards.case_cards.model import CaseCard, CaseNote
from facilitator.boards.panels.shape import Panel, RowField
from facilitator.content import cases as content
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words

LETTER = "C"

FIELDS = (
    RowField("place", "cases.place", on_card=True),
    RowField("years", "cases.years"),
    RowField("problem", "cases.problem", "text"),
    RowField("tried", "cases.tried", "text"),
    RowField("result", "cases.result", "text"),
    RowField("lesson", "cases.lesson", "text"),
    RowField("source", "cases.source", "text", foot=True),
    RowField("note", "cases.note", "text", private=True),
)


def _within(text: Bilingual, words: Words) -> str:
    return text.within(words.language)


PANELS = tuple(
    Panel(
        theme.id,
        partial(_within, theme.name),
        CaseCard,
        LETTER,
        "title",
        "cases.title",
        FIELDS,
        CaseNote,
        sets={"theme": theme.id},
        hint=partial(_within, theme.hint),
    )
    for theme in content.themes()
)
