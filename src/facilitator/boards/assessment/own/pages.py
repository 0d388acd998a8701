"""The questions of a 1:1 on paper: for whoever wants to know what is asked, and to think about before."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from facilitator.boards.assessment.own.view import OwnView, dimension_of
from facilitator.boards.assessment.own.wording import groups_of
from facilitator.boards.assessment.wording import level_told
from facilitator.content.instruments import Instrument, Inventory
from facilitator.content.words import Words
from facilitator.handouts import kit

_WRITING_LINES = 2


def questions(view: OwnView, words: Words) -> list[Flowable]:
    """A participant's handout: what the board is about, the scale, every statement with what the levels look like."""
    asked = view.asked
    return [
        kit.kicker(asked.name.within(words.language)),
        kit.heading(view.title, 1),
        kit.lead(view.question or asked.lead.within(words.language)),
        kit.paragraph(words("assessment.questions_lead")),
        *_scale(asked, words),
        *(() if asked.dimensions else (kit.new_page(),)),
        *_statements(asked, words, to_fill_in=False),
        *_roles(asked, words),
        kit.quiet(asked.credit.within(words.language)),
    ]


def prep_guide(asked: Instrument, words: Words) -> list[Flowable]:
    """The same without any board, with room for a level of one's own."""
    return [
        kit.kicker(words("prep.kicker")),
        kit.heading(asked.name.within(words.language), 1),
        kit.lead(asked.lead.within(words.language)),
        kit.paragraph(words("assessment.prep_lead")),
        *(_inventory(asked.inventory, words) if asked.inventory else ()),
        *_scale(asked, words),
        *_statements(asked, words, to_fill_in=True),
        *_roles(asked, words),
        kit.quiet(asked.credit.within(words.language)),
    ]


def _scale(asked: Instrument, words: Words) -> Iterator[Flowable]:
    language = words.language
    rows = [(level_told(asked, each.value, language), each.meaning.within(language)) for each in asked.scale.levels]
    for scored, term in (("unknown", asked.scale.dont_know), ("not_applicable", asked.scale.not_applicable)):
        if scored in asked.asks:
            rows.append((term.name.within(language), term.meaning.within(language)))
    yield kit.heading(words("assessment.scale_heading"), 2)
    yield kit.table([words("assessment.head_level_word"), words("assessment.head_meaning")], rows, (1, 3), whole=True)


def _statements(asked: Instrument, words: Words, *, to_fill_in: bool) -> Iterator[Flowable]:
    """A table a dimension: the statement, and an anchor a column."""
    language = words.language
    heads = [words("assessment.head_code"), words("assessment.head_statement")]
    heads += [level_told(asked, level, language) for level in asked.anchors_at]
    shares: list[float] = [0.6, 3.4, *(2 for _ in asked.anchors_at)]
    if to_fill_in:
        heads, shares = [*heads, words("assessment.head_your_level")], [*shares, 0.8]
    for group, name in groups_of(asked, language):
        rows: list[tuple[str | kit.Cell, ...]] = []
        for area in asked.areas:
            if dimension_of(asked, area) == group:
                prompts = " ".join(each.within(language) for each in area.prompts)
                row = (area.code, kit.Cell(area.text.within(language), note=prompts))
                anchors = tuple(anchor.text.within(language) for anchor in area.anchors)
                rows.append((*row, *anchors, *([" "] if to_fill_in else [])))
        yield kit.heading(name if asked.dimensions else words("assessment.every_statement"), 2)
        yield kit.table(heads, rows, shares, row_head=1)


def _roles(asked: Instrument, words: Words) -> Iterator[Flowable]:
    """What the roles mean that the statements speak of, where an instrument says so."""
    if asked.roles:
        told = [(each.name.within(words.language), each.meaning.within(words.language)) for each in asked.roles]
        yield kit.heading(words("assessment.roles_heading"), 2)
        yield from kit.bullets([words("assessment.fact", name=name, value=value) for name, value in told])


def _inventory(inventory: Inventory, words: Words) -> Iterator[Flowable]:
    """The inventory to fill in: its columns are too many for a page, so each is a line to write on."""
    yield kit.heading(inventory.name.within(words.language), 2)
    names = [(column.name.within(words.language), "") for column in inventory.columns]
    yield from kit.writing_columns(names, _WRITING_LINES)
