"""A web as sheets of a spreadsheet that can be read back: every field of each stakeholder, and every tie."""

from facilitator.boards.described import Table
from facilitator.boards.stakeholder_web.exchange.exporting import field_names, graph_of, private_graph_of
from facilitator.boards.stakeholder_web.exchange.importing_ties import QUALITY, STRENGTH
from facilitator.boards.stakeholder_web.tables import answer, confidence_name, in_order
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.exchange.graph import Graph, Value

_NUMBERS = ("ring", "interest", "impact_on_them", "influence", "attitude")
_DATES = ("when",)


def sheets(view: StakeholderWebView, words: Words) -> tuple[Table, ...]:
    """The public fields, empty where nothing is known; ties if there are any, their ends by spoken code."""
    return _sheets(view, graph_of(view, words), field_names(words), words)


def private_sheets(document: Document, view: StakeholderWebView, words: Words) -> tuple[Table, ...]:
    """The same with the private fields, for the facilitator."""
    return _sheets(view, private_graph_of(document, view, words), field_names(words, private=True), words)


def _sheets(view: StakeholderWebView, graph: Graph, names: tuple[str, ...], words: Words) -> tuple[Table, ...]:
    elements = {each.id: each for each in graph.elements}
    heads = ("head_code", "field_name", "head_category", "field_flags")
    rows = []
    for each in in_order(view):
        element = elements[f"{each.code[:1].lower()}-{each.code[1:]}"]
        fields = dict(element.fields)
        said = (_text(fields.get(name)) for name in names)
        rows.append((each.code, element.label, element.type, _text(element.tags), *said))
    columns = (*(words(f"web.{head}") for head in heads), *names)
    typed = _places(_NUMBERS, columns, words), _places(_DATES, columns, words)
    people = Table(view.title, columns, tuple(rows), *typed)
    return (people, _ties(view, words)) if view.relationships else (people,)


def _places(keys: tuple[str, ...], columns: tuple[str, ...], words: Words) -> frozenset[int]:
    heads = {words(f"web.head_{key}") for key in keys}
    return frozenset(place for place, column in enumerate(columns) if column in heads)


def _ties(view: StakeholderWebView, words: Words) -> Table:
    ends = {view.board_id: view.project} | {each.id: f"{each.code} {each.name}" for each in view.stakeholders}
    heads = (
        *("head_from", "head_to", "head_tie", "field_tie_direction", "field_what_flows"),
        *("field_tie_strength", "field_tie_quality", "field_tie_confidence"),
    )
    rows = tuple((ends[tie.from_id], ends[tie.to_id], *_tie(tie, words)) for tie in view.relationships)
    return Table(words("web.relationships"), tuple(words(f"web.{head}") for head in heads), rows)


def _tie(tie: RelationshipView, words: Words) -> tuple[str, ...]:
    return (
        methods.line_kind(tie.kind).name.within(words.language),
        answer("direction", tie.direction, words),
        tie.what_flows,
        answer(STRENGTH, str(tie.strength), words),
        answer(QUALITY, tie.quality, words),
        confidence_name(tie.confidence, words),
    )


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
