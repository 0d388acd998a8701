"""A web as a graph that other programs can read: its public words, or with what only the facilitator knows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from facilitator.boards.described import Field
from facilitator.boards.stakeholder_web.exchange.columns import HUB
from facilitator.boards.stakeholder_web.exchange.importing_ties import CONFIDENCE, DIRECTIONS, QUALITY, STRENGTH
from facilitator.boards.stakeholder_web.reading import PRIVATE
from facilitator.boards.stakeholder_web.stakeholder_fields import stakeholder_fields, subcategory_named
from facilitator.boards.stakeholder_web.tables import answer, confidence_name, level_name
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.exchange.graph import Connection, Direction, Element, Graph, Value

_TO_GRAPH: Mapping[str, Direction] = {"one_way": "directed", "both": "mutual", "none": "undirected", "": ""}
assert {value: key for key, value in _TO_GRAPH.items()} == DIRECTIONS

_Fields = tuple[tuple[str, Value], ...]


def graph_of(view: StakeholderWebView, words: Words) -> Graph:
    """The public words of a web: an element a stakeholder and one for the hub, a connection a tie.

    Ids are the spoken codes (s-7), types the names of categories and kinds of ties in the language of `words`,
    levels of scales are numbers, fields without a value are left out. What an import can read is all that it says of
    a stakeholder but where a hand put it, its origin and its roles in deliverables.
    """
    hub = Element(view.project, id=HUB, type=words("web.hub"), description=view.problem)
    keys = {view.board_id: HUB} | {each.id: _key(each.code) for each in view.stakeholders}
    return Graph(
        (hub, *(_element(each, view, words) for each in view.stakeholders)),
        tuple(_connection(tie, keys, words) for tie in view.relationships),
    )


def private_graph_of(document: Document, view: StakeholderWebView, words: Words) -> Graph:
    """The same with the private fields of every stakeholder: for the facilitator alone."""
    graph = graph_of(view, words)
    private = {_key(each.code): _private(document, each.id, words) for each in view.stakeholders}
    return replace(
        graph,
        elements=tuple(replace(each, fields=(*each.fields, *private.get(each.id, ()))) for each in graph.elements),
    )


def field_names(words: Words, *, private: bool = False) -> tuple[str, ...]:
    """The names of all fields that elements may have, in their order."""
    names = tuple(words(f"web.{label}") for label in _LABELS)
    return (*names, *(words(f"web.head_{key}") for key in PRIVATE)) if private else names


def _key(code: str) -> str:
    return f"{code[:1].lower()}-{code[1:]}"


def _element(each: StakeholderView, view: StakeholderWebView, words: Words) -> Element:
    flags = [name.name.within(words.language) for name in methods.choices("flags") if name.id in each.flags]
    return Element(
        each.name,
        id=_key(each.code),
        type=methods.category(each.category, view.category_set).name.within(words.language),
        tags=tuple(flags),
        fields=tuple((words(f"web.{label}"), value) for label, value in _public(each, view, words) if value),
    )


_LABELS = (
    *("field_subcategory", "head_ring", "field_sort", "head_interest", "head_impact_on_them", "field_needs"),
    *("field_concerns", "field_contribution", "field_confidence", "head_now", "head_aim", "field_strategy"),
    *("head_how", "head_who", "head_when", "head_cadence", "head_channel", "field_access_plan"),
)
"""The labels of the public fields, as the inspector has them."""


def _public(each: StakeholderView, view: StakeholderWebView, words: Words) -> Iterator[tuple[str, Value]]:
    """The labels of _LABELS with their values."""
    if each.subcategory:
        yield "field_subcategory", subcategory_named(each.subcategory)[1].name.within(words.language)
    yield "head_ring", each.ring
    yield "field_sort", answer("kind", each.kind, words)
    yield "head_interest", each.interest
    yield "head_impact_on_them", each.impact_on_them
    yield "field_needs", each.needs
    yield "field_concerns", each.concerns
    yield "field_contribution", each.contribution
    yield "field_confidence", confidence_name(each.confidence, words)
    yield "head_now", level_name(each.level_now, view.level_labels, words)
    yield "head_aim", level_name(each.level_wanted, view.level_labels, words)
    yield "field_strategy", methods.strategy(each.strategy_id).name.within(words.language) if each.strategy_id else ""
    yield "head_how", each.strategy
    yield "head_who", each.owner
    yield "head_when", each.next_contact.isoformat() if each.next_contact else ""
    yield "head_cadence", answer("cadence", each.cadence, words)
    yield "head_channel", answer("channel", each.channel, words)
    yield "field_access_plan", each.access_plan


def _private(document: Document, stakeholder_id: str, words: Words) -> _Fields:
    fields = (each for each in stakeholder_fields(document, stakeholder_id, words) if each.private)
    return tuple((each.label, _said(each)) for each in fields if each.form != "told" and each.value)


def _said(field: Field) -> Value:
    """The value of a field as people would write it: levels as numbers, choices by name."""
    names = dict(field.choices)
    if field.form == "many":
        return tuple(names[each] for each in field.value.split())
    if field.form == "choice":
        is_level = field.value.lstrip("-").isdigit()
        return int(field.value) if is_level else names[field.value]
    return field.value


def _connection(tie: RelationshipView, keys: Mapping[str, str], words: Words) -> Connection:
    said = (
        (STRENGTH, tie.strength),
        (QUALITY, answer("quality", tie.quality, words)),
        (CONFIDENCE, confidence_name(tie.confidence, words)),
    )
    return Connection(
        keys[tie.from_id],
        keys[tie.to_id],
        type=methods.line_kind(tie.kind).name.within(words.language),
        direction=_TO_GRAPH[tie.direction],
        label=tie.what_flows,
        fields=tuple((words(f"web.field_tie_{key}"), value) for key, value in said if value),
    )
