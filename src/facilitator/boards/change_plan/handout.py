"""A change plan on paper: its picture, then team, impact table, early wins and reviews, each in a table."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.boards.panels.handout import pictured
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.content.words import Words
from facilitator.handouts import kit

_CODE = 0.8
_SHARES = {
    "team": (_CODE, 4.2, 2.4),
    "groups": (_CODE, 3.4, 2.2, 3.0),
    "wins": (_CODE, 3.6, 1.5, 1.6, 1.8),
    "reviews": (2.2, 2.2, 2.6, 2.4),
}


def handout(view: PanelsView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout; panels without a card are in the picture only."""
    parts = pictured(view, words, width)
    for panel in view.panels:
        if panel.cards:
            rows = [_ROWS[panel.id](card, words) for card in panel.cards]
            heads = [words(f"change.{head}") for head in _HEADS[panel.id]]
            parts += [kit.heading(panel.name, 2), kit.table(heads, rows, _SHARES[panel.id])]
    return parts


Row = Sequence[str | kit.Cell]

_HEADS = {
    "team": ("head_code", "role", "who"),
    "groups": ("head_code", "group", "head_where", "action"),
    "wins": ("head_code", "win", "state", "owner", "due"),
    "reviews": ("review", "review_when", "review_looks_at", "review_output"),
}


def _role(card: CardView, words: Words) -> Row:
    told = _told(card)
    return card.code, kit.Cell(card.words, note=told.get("doing", "")), told.get("who", "")


def _group(card: CardView, words: Words) -> Row:
    told = _told(card)
    by = told.get("due", "")
    who = ", ".join(filter(None, (told.get("owner", ""), by and words("change.by", day=by))))
    where = [told.get(key, "") for key in ("weight", "step")]
    return (
        card.code,
        kit.Cell(card.words, note=told.get("changes", "")),
        kit.Cell(where[0] or where[1], note=where[1] if where[0] else ""),
        kit.Cell(told.get("action", ""), note=who),
    )


def _win(card: CardView, words: Words) -> Row:
    told = _told(card)
    return (
        card.code,
        kit.Cell(card.words, note=told.get("seen", "")),
        *(told.get(key, "") for key in ("state", "owner", "due")),
    )


def _review(card: CardView, words: Words) -> Row:
    return card.words, *(text for _, _, text in card.parts)


_ROWS = {"team": _role, "groups": _group, "wins": _win, "reviews": _review}


def _told(card: CardView) -> dict[str, str]:
    return {key: text for key, _, text in card.parts}
