"""What dragging means in the forms in which places stand for values: participation now, and influence against stake."""

from collections.abc import Iterator, Mapping, Sequence

from facilitator.boards.stakeholder_web.drawing.grid import grid_layout
from facilitator.boards.stakeholder_web.drawing.grid_picture import grid_keys
from facilitator.boards.stakeholder_web.drawing.levels import levels_layout
from facilitator.boards.stakeholder_web.drawing.levels_picture import levels_keys
from facilitator.boards.stakeholder_web.edits import note_privately
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderInfluence
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content.theme import theme
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.picture import Rect
from facilitator.domain.refusal import EditRejected

_LABEL = "move_stakeholder"


def drop_on_level(document: Document, view: StakeholderWebView, ids: Sequence[str], x: float, y: float) -> Change:
    """Stakeholders dragged as in `tools.drop`: each takes part now on the level whose column is nearest to it.

    On the tray their level is not known. Raises EditRejected("nothing_to_do") where all are there already.
    """
    layout = levels_layout(view, theme(), levels_keys(view, theme()))
    columns = {column.level: column.rect for column in layout.columns}
    pairs = []
    for each, at_x, _ in _moved({pill.id: pill.rect for pill in layout.standings}, ids, x, y):
        before = document.get(Stakeholder, each)
        level = min(columns, key=lambda level: _away(at_x, columns[level].x, columns[level].right))
        pairs.append((before, before.having(level_now=level or None)))
    return changed(_LABEL, pairs)


def drop_in_cell(document: Document, view: StakeholderWebView, ids: Sequence[str], x: float, y: float) -> Change:
    """Stakeholders dragged as in `tools.drop`: each has the influence and the stake of the cell that is nearest to it.

    Stake is the higher of interest and impact: that one gets the new value (interest, where neither is higher), and
    the other one no more than that. Raises EditRejected("nothing_to_do") where all are there already, or on the tray,
    which does not tell what of the two is not known.
    """
    layout = grid_layout(view, theme(), grid_keys(view, theme()))
    changes: list[Change] = []
    for each, at_x, at_y in _moved({pill.id: pill.rect for pill in layout.placed}, ids, x, y):
        if layout.tray and at_x >= layout.tray.x:
            continue
        cell = min(
            layout.cells,
            key=lambda cell: (
                _away(at_x, layout.cells[cell].x, layout.cells[cell].right)
                + _away(at_y, layout.cells[cell].y, layout.cells[cell].bottom)
            ),
        )
        changes += _placed(document, each, *cell)
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed(_LABEL, changes)


def _placed(document: Document, its_id: str, influence: int, stake: int) -> Iterator[Change]:
    before = document.get(Stakeholder, its_id)
    interest, impact = before.interest, before.impact_on_them
    if (impact or 0) > (interest or 0):
        after = before.having(impact_on_them=stake, interest=interest and min(interest, stake))
    else:
        after = before.having(interest=stake, impact_on_them=impact and min(impact, stake))
    if after != before:
        yield changed(_LABEL, [(before, after)])
    known = document.find(StakeholderInfluence, its_id)
    if known is None or known.influence != influence:
        yield note_privately(document, its_id, StakeholderInfluence, influence=influence)


def _moved(rects: Mapping[str, Rect], ids: Sequence[str], x: float, y: float) -> Iterator[tuple[str, float, float]]:
    """Who has a pill, with its new centre: the first one's is (x, y), the others go by as much."""
    moving = [each for each in dict.fromkeys(ids) if each in rects]
    if moving:
        first_x, first_y = rects[moving[0]].centre
        for each in moving:
            its_x, its_y = rects[each].centre
            yield each, its_x + x - first_x, its_y + y - first_y


def _away(at: float, start: float, end: float) -> float:
    """How far a place is from a stretch."""
    return max(start - at, at - end, 0.0)
