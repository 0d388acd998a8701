"""What the checks find on the boards of an engagement, as lines to read and as plain data."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from facilitator.boards.described import Finding
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

_CODES_SHOWN = 3
"""A finding about more items than these names the first and counts the others."""

Found = Sequence[tuple[Board, tuple[Finding, ...]]]


def findings_on(document: Document, boards: Sequence[Board], today: date, words: Words) -> Found:
    """The boards on which checks fire, each with its findings, the most severe first."""
    asked = ((board, kind_of(board.kind).findings(document, board.id, today, words)) for board in boards)
    return [(board, found) for board, found in asked if found]


def finding_lines(document: Document, found: Found, words: Words, *, headed: bool) -> Iterator[str]:
    """A line for each finding ("A01 high S7 Town clerk: …"), each board `headed` by its title and id."""
    for board, theirs in found:
        if headed:
            yield words("cli.findings_title", title=board.title, id=board.id)
        kind = kind_of(board.kind)
        view = kind.view(document, board.id, kind.own_showing())
        code_of = {item.id: item.code for item in kind.items(view)}
        for each in theirs:
            yield words(
                "cli.finding",
                check=each.check,
                severity=words(f"cli.severity_{each.severity}"),
                codes=_codes([code_of[its_id] for its_id in each.items if its_id in code_of]),
                message=each.message,
                action=each.action,
            )


def finding_rows(found: Found) -> list[dict[str, Any]]:
    """The findings as plain data: check, severity, board, items, message, why, action."""
    return [
        {
            "check": each.check,
            "severity": each.severity,
            "board": board.id,
            "items": list(each.items),
            "message": each.message,
            "why": each.why,
            "action": each.action,
        }
        for board, theirs in found
        for each in theirs
    ]


def _codes(codes: Sequence[str]) -> str:
    shown = list(codes[:_CODES_SHOWN])
    if len(codes) > _CODES_SHOWN:
        shown.append(f"+{len(codes) - _CODES_SHOWN}")
    return "".join(f"{each} " for each in shown)
