"""What the inspector shows of a statement of a 1:1, and of the board: public words first, then all that is private."""

from collections.abc import Iterator, Sequence

from facilitator.boards.assessment.fields import fields_of_board as assessment_fields
from facilitator.boards.assessment.model import CONSENTS
from facilitator.boards.assessment.own.capture import can_be
from facilitator.boards.assessment.own.edits import NOT_SAID, OPPORTUNITIES
from facilitator.boards.assessment.own.reading import Answered, answered_by_id, respondent_on
from facilitator.boards.assessment.own.results import results_told
from facilitator.boards.assessment.own.wording import scored_told
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.assessment.wording import anchors_told, level_told
from facilitator.boards.described import Field
from facilitator.content.instruments import Area, Instrument, Term, terms
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.language import Language

Choices = tuple[tuple[str, str], ...]


def fields_of_statement(document: Document, its_id: str, words: Words) -> tuple[Field, ...]:
    """The statement and its anchors, then the answer and what the instrument asks beside it.

    Raises EditRejected("gone") where there is no such statement.
    """
    now = answered_by_id(document, its_id)
    asked, language = instrument_of(document, now.answer.board_id), words.language
    area = asked.area(now.answer.statement)
    return (
        Field("statement", words("assessment.head_statement"), area.text.within(language), "told"),
        Field("anchors", words("assessment.head_anchors"), anchors_told(asked, area, language), "told"),
        *_answer(asked, area, now, words),
        *_weight(asked, now, words),
        *_said_of_it(asked, now, words),
        *(_tags(now, words) if "constraint" in asked.asks else ()),
    )


def fields_of_board(document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
    """Its heading and day, then who answers, and what the answers come to so far."""
    respondent, part = respondent_on(document, board_id), words("assessment.part_respondent")
    people = sorted((each.name, each.id) for each in document.every(Person))
    persons = (("", words("assessment.nobody_named")), *((its_id, name) for name, its_id in people))
    consents = tuple((each, words(f"assessment.consent_{each}")) for each in CONSENTS)
    return (
        *assessment_fields(document, board_id, words),
        _private("person_id", words("assessment.field_person"), respondent.person_id or "", part, persons),
        _private("organization", words("assessment.field_organization"), respondent.organization, part),
        _private("subject", words("assessment.field_subject"), respondent.subject, part),
        _private("consent", words("assessment.field_consent"), respondent.consent, part, consents),
        *(
            Field(f"told_{number}", label, told, "told", private=True, part=words("assessment.part_results"))
            for number, (label, told) in enumerate(results_told(document, board_id, words))
        ),
    )


def _private(key: str, label: str, value: str, part: str, choices: Choices = ()) -> Field:
    return Field(key, label, value, "choice" if choices else "line", private=True, choices=choices, part=part)


def _answer(asked: Instrument, area: Area, now: Answered, words: Words) -> Iterator[Field]:
    language = words.language
    choices = [("", scored_told(asked, "", None, language))]
    choices += [(str(each.value), level_told(asked, each.value, language)) for each in asked.scale.levels]
    if can_be(asked, area, "unknown") or now.answer.scored == "unknown":
        choices.append(("unknown", f"? {scored_told(asked, 'unknown', None, language)}"))
    if can_be(asked, area, "not_applicable") or now.answer.scored == "not_applicable":
        choices.append(("not_applicable", scored_told(asked, "not_applicable", None, language)))
    value = str(now.answer.level) if now.answer.scored == "level" else now.answer.scored
    yield Field("answer", words("assessment.head_answer"), value, "choice", private=True, choices=tuple(choices))


def _weight(asked: Instrument, now: Answered, words: Words) -> Iterator[Field]:
    language, answer = words.language, now.answer
    if "target" in asked.asks:
        usual = "" if asked.default_target is None else level_told(asked, asked.default_target, language)
        levels = tuple((str(each.value), level_told(asked, each.value, language)) for each in asked.scale.levels)
        choices = (("", words("assessment.usual_target", level=usual)), *levels)
        value = "" if answer.target is None else str(answer.target)
        yield Field("target", words("assessment.head_target"), value, "choice", private=True, choices=choices)
    if "importance" in asked.asks:
        grades = tuple((str(each.value), f"{each.value} {each.name.within(language)}") for each in terms().importances)
        choices = (("", words("assessment.not_said")), *grades)
        value = "" if answer.importance is None else str(answer.importance)
        yield Field("importance", words("assessment.head_importance"), value, "choice", private=True, choices=choices)
    if "not_applicable" in asked.asks:
        yield Field("reason", words("assessment.head_reason"), answer.reason, "text", private=True)


def _said_of_it(asked: Instrument, now: Answered, words: Words) -> Iterator[Field]:
    answer, part = now.answer, words("assessment.part_evidence")
    if "evidence" in asked.asks:
        sorts = (("", words("assessment.not_said")), *_named(terms().evidence_sorts, words.language))
        label = words("assessment.head_evidence_sort")
        yield Field("evidence", label, answer.evidence, "choice", private=True, choices=sorts, part=part)
    if "example" in asked.asks:
        yield Field("example", words("assessment.head_example"), answer.example, "text", private=True, part=part)
    if "comment" in asked.asks:
        yield Field("comment", words("assessment.head_comment"), answer.comment, "text", private=True, part=part)


def _tags(now: Answered, words: Words) -> Iterator[Field]:
    constraints, part = _named(terms().constraints, words.language), words("assessment.part_tags")
    for reach in terms().reaches:
        label = words("assessment.constraints_within", reach=_within_a_line(reach.name.within(words.language)))
        yield _many(reach.id, label, now.within(reach.id), constraints, part)
    yield _many(NOT_SAID, words("assessment.head_constraints"), now.within(""), constraints, part)
    offered = _named(terms().opportunities, words.language)
    yield _many(OPPORTUNITIES, words("assessment.head_opportunities"), now.opportunities, offered, part)


def _many(key: str, label: str, chosen: Sequence[str], choices: Choices, part: str) -> Field:
    return Field(key, label, " ".join(chosen), "many", private=True, choices=choices, part=part)


def _named(their: Sequence[Term], language: Language) -> Choices:
    return tuple((term.id, term.name.within(language)) for term in their)


def _within_a_line(name: str) -> str:
    """A name behind a colon: "Constraints: within our control"."""
    return name[:1].lower() + name[1:]
