"""One record of every type there is, with what one likes in its texts."""

from collections.abc import Callable
from datetime import date
from types import UnionType
from typing import Any, get_args

from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.record import Record
from facilitator.domain.text_fields import text_fields

_CODES = {
    "engagement": {"id": "engagement", "language": "en"},
    "activity": {"kind": "quiz", "proof": "tick"},
    "program": {"kind": "microcourse"},
    "outcome": {"kind": "decision", "code": "D1"},
    "stakeholder": {"category": "internal", "code": "S1"},
    "none_apply": {"category": "internal"},
    "card": {"code": "K1", "column": "kpi"},
    "moment_place": {"category": "internal"},
    "summary_release": {"group_least": 5, "cell_least": 3},
    "summary_line": {"sort": "question"},
    "twin": {"of_type": "card", "of_id": "card", "field": "text"},
}


def every_record(text: Callable[[type[Record], str], str]) -> list[Record]:
    """A record of each type, with `text` of the type and the field in each field in which people's words stand."""
    return [_record(each, text) for each in RECORD_TYPES if each.type_name() != "brand"]


def _record(record_type: type[Record], text: Callable[[type[Record], str], str]) -> Record:
    kind = record_type.type_name()
    fields: dict[str, Any] = {"id": kind}
    for name, field in record_type.model_fields.items():
        if field.is_required() and name != "id":
            fields[name] = _plain(field.annotation)
    fields |= _CODES.get(kind, {})
    if kind == "board":
        fields["kind"] = "stakeholder_web"
    return record_type(**{**fields, **{name: text(record_type, name) for name in text_fields(record_type)}})


def _plain(annotation: Any) -> object:
    sort = get_args(annotation)[0] if isinstance(annotation, UnionType) else annotation
    return {str: "x", int: 1, float: 1.0, date: date(2027, 1, 14), bool: False}[sort]
