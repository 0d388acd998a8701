"""A group summary as tables: what is shown of every dimension and statement, themes, questions."""

from collections.abc import Iterator

from facilitator.boards.assessment.group.told import head_told, item_told, method_told
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.described import Table
from facilitator.content.words import Words


def tables(view: SummaryView, words: Words) -> Iterator[Table]:
    """The questions, and once something was released, the rest; the first table is called like the board."""
    yield Table(
        view.title,
        (words("assessment.head_question"),),
        tuple((view.words_of(each, words.language),) for each in view.questions),
    )
    if view.head is None:
        return
    if view.has_figures:
        heads: tuple[str, ...] = (words("assessment.head_dimension"), words("assessment.head_shown"))
        items = (*view.dimensions, *view.statements)
        rows = tuple((view.name(each, words.language), item_told(each, words)) for each in items)
        yield Table(words("assessment.summary_figures"), heads, rows)
    themes = [
        (words(f"assessment.head_{sort}"), term.name.within(words.language), _word(word, words))
        for sort, kind in (("constraints", "constraint"), ("opportunities", "opportunity"))
        for term, word in view.themes_of(kind)
    ]
    heads = tuple(words(f"assessment.head_{head}") for head in ("theme_sort", "theme", "share"))
    yield Table(words("assessment.summary_themes"), heads, tuple(themes))
    told = ((head_told(view, words),), (method_told(view, words),))
    yield Table(words("assessment.summary_method"), (words("assessment.summary_method"),), told)


def _word(word: str, words: Words) -> str:
    return words(f"group_summary.frequency_{word}") if word else ""
