"""The starter cards of the method: guiding values, desired impacts, approaches and indicators to pick from."""

from collections.abc import Iterator

from facilitator.boards.value_board.ready import ReadyCard
from facilitator.content import value_board as content
from facilitator.content.reading import Bilingual
from facilitator.content.value_register import starter_kpis
from facilitator.content.words import Words
from facilitator.domain.language import Language


def starters(words: Words, language: Language) -> Iterator[ReadyCard]:
    """All of them, column by column; headings in the words of the console, cards in the language of the board."""
    for value in content.starter_values():
        means, looks_like = value.means.within(language), value.looks_like.within(language)
        details = {"means_here": means, "looks_like": looks_like}
        yield _starter("guiding", value.id, _heading("guiding", words), value.name, means, language, details)
    for impact in content.starter_impacts():
        heading = words("value.offer_kind", column=_heading("impact", words), kind=impact.group.within(words.language))
        example = impact.example.within(language)
        details = {"statement": example, "kind": impact.kind}
        yield _starter("impact", impact.id, heading, impact.name, example, language, details)
    yield from _approaches(words, language)
    for kpi in starter_kpis():
        details = {
            "definition": kpi.definition.within(language),
            "nature": kpi.nature,
            "measures": kpi.measures,
            "unit": kpi.unit.within(language),
            "better_is": kpi.better_is,
            "mode": kpi.mode,
        }
        heading = words(f"value.offer_{kpi.nature}", column=_heading("kpi", words))
        yield _starter("kpi", kpi.id, heading, kpi.name, details["definition"], language, details)


def _approaches(words: Words, language: Language) -> Iterator[ReadyCard]:
    values = {each.id: each.name for each in content.starter_values()}
    impacts = {each.id: each.name for each in content.starter_impacts()}
    for each in content.starter_approaches():
        serves = {
            "guiding": tuple(values[its_id] for its_id in each.values),
            "impact": tuple(impacts[its_id] for its_id in each.impacts),
        }
        told = Words(language)
        note = told(
            "value.tends_to_serve",
            values=told.list([name.within(language) for name in serves["guiding"]]),
            impacts=told.list([name.within(language) for name in serves["impact"]]),
        )
        yield ReadyCard(
            id=f"approach:{each.id}",
            heading=_heading("approach", words),
            column="approach",
            text=each.name.within(language),
            note=note,
            also=(each.name.en, each.name.fr),
            tends_to_serve=serves,
        )


def _starter(
    column: str, its_id: str, heading: str, name: Bilingual, note: str, language: Language, details: dict[str, str]
) -> ReadyCard:
    text = name.within(language)
    return ReadyCard(f"{column}:{its_id}", heading, column, text, note, details, also=(name.en, name.fr))


def _heading(column: str, words: Words) -> str:
    return content.column(column).name.within(words.language)
