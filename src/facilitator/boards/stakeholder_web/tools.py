"""What a gesture on a stakeholder web means: dragging stakeholders, and moving them by key."""

from collections.abc import Sequence
from typing import cast

from facilitator.boards.described import Direction
from facilitator.boards.stakeholder_web.dropping import drop_in_cell, drop_on_level
from facilitator.boards.stakeholder_web.edits import category_named, moved
from facilitator.boards.stakeholder_web.layout.geometry import FRAME, direction_of, distance_of, ring_of
from facilitator.boards.stakeholder_web.layout.layout import WebLayout, layout_of
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.boards.stakeholder_web.view import GRID, LEVELS, form_of, view_of
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.theme import theme
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.picture import Rect
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing


def drop(document: Document, board_id: str, ids: Sequence[str], x: float, y: float, showing: Showing = PLAIN) -> Change:
    """Stakeholders dragged: the first one's centre to (x, y) in stage pixels, the others by as much.

    Each goes into the sector and the ring under its new centre, as far as the frame lets it, and stays there; where
    places stand for values it gets those, see `dropping`. Raises EditRejected: "hub_stays" when the hub is dragged,
    "nothing_to_do" when none can go further.
    """
    view = view_of(document, board_id, showing)
    by_value = {LEVELS: drop_on_level, GRID: drop_in_cell}.get(form_of(view))
    if by_value:
        return by_value(document, view, ids, x, y)
    layout = layout_of(view, theme())
    rects = {pill.id: pill.rect for pill in layout.pills}
    moving = [each for each in dict.fromkeys(ids) if each in rects]
    if not moving:
        raise EditRejected("hub_stays" if board_id in ids else "nothing_to_do")
    first_x, first_y = rects[moving[0]].centre
    pairs = []
    for each in moving:
        old_x, old_y = rects[each].centre
        new_x, new_y = _inside(rects[each], old_x + x - first_x, old_y + y - first_y)
        category, ring = _category_at(layout, new_x, new_y), ring_of(distance_of(new_x, new_y))
        pairs.append(moved(document, each, category=category, ring=ring, placed=(new_x, new_y)))
    return changed("move_stakeholder", pairs)


def nudge(document: Document, ids: Sequence[str], direction: Direction) -> Change:
    """Stakeholders moved by key: left and right to the neighbouring sector, up towards the hub, down away from it.

    Where a hand had put them no longer counts. Raises EditRejected("nothing_to_do") when none can go further.
    """
    pairs = []
    for each in dict.fromkeys(ids):
        before = document.get(Stakeholder, each)
        if direction in ("up", "down"):
            ring = before.ring + (1 if direction == "down" else -1)
            if 1 <= ring <= 4:
                pairs.append(moved(document, each, ring=ring))
            continue
        category = _neighbour(document, before, 1 if direction == "right" else -1)
        pairs.append(moved(document, each, category=category))
    return changed("move_stakeholder", pairs)


def regroup(document: Document, ids: Sequence[str], category: str) -> Change:
    """Stakeholders into another sector, where the layout places them; who is there already stays as it is.

    Raises EditRejected: "group_unknown" (group, known), "nothing_to_do".
    """
    pairs = []
    for each in dict.fromkeys(ids):
        before = document.get(Stakeholder, each)
        wanted = category_named(document, document.get(Web, before.board_id), category)
        if _shown(document, before) != wanted:
            pairs.append(moved(document, each, category=wanted))
    return changed("move_stakeholder", pairs)


def _inside(rect: Rect, x: float, y: float) -> tuple[float, float]:
    """The centre (x, y), moved as little as keeps a pill of this size inside the frame."""
    half_width, half_height = rect.width / 2, rect.height / 2
    return (
        min(max(x, FRAME.x + half_width), FRAME.right - half_width),
        min(max(y, FRAME.y + half_height), FRAME.bottom - half_height),
    )


def _category_at(layout: WebLayout, x: float, y: float) -> str:
    direction = direction_of(x, y)
    sectors = layout.scenery.sectors
    return next((each.category for each in sectors if each.start <= direction < each.end), sectors[-1].category)


def _neighbour(document: Document, stakeholder: Stakeholder, step: int) -> str:
    web = document.get(Web, stakeholder.board_id)
    around = [category.id for category in methods.categories(cast(CategorySet, web.category_set))]
    return around[(around.index(_shown(document, stakeholder)) + step) % len(around)]


def _shown(document: Document, stakeholder: Stakeholder) -> str:
    web = document.get(Web, stakeholder.board_id)
    return methods.display_category(stakeholder.category, cast(CategorySet, web.category_set))
