"""Dragging where places stand for values: on levels of participation, and in the grid of influence and stake."""

from dataclasses import replace

import pytest

from engagements import founding
from facilitator.boards.stakeholder_web import edits, tools
from facilitator.boards.stakeholder_web.drawing.grid import grid_layout
from facilitator.boards.stakeholder_web.drawing.grid_picture import grid_keys
from facilitator.boards.stakeholder_web.drawing.levels import levels_layout
from facilitator.boards.stakeholder_web.drawing.levels_picture import levels_keys
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderInfluence
from facilitator.boards.stakeholder_web.view import GRID, INFLUENCE, LEVELS, view_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.workshop.capture import parse

ON_LEVELS = Showing(LEVELS)
IN_GRID = Showing(GRID, layers=frozenset({INFLUENCE}))


class Town:
    def __init__(self):
        self.document = Document().after(founding())
        self.clerk, self.council, self.media = (
            self.add(line) for line in ("Town clerk !3", "Council !4", "Local newspaper")
        )
        for key, value in (("level_now", "inform"), ("level_wanted", "involve"), ("interest", "2")):
            self.set(self.clerk, key, value)
        for key, value in (("level_now", "consult"), ("interest", "4"), ("impact_on_them", "3")):
            self.set(self.council, key, value)

    def do(self, change):
        self.document = self.document.after(change)
        return change

    def add(self, line):
        change = self.do(edits.add_stakeholder(self.document, "web", parse(line), "internal"))
        return next(record.id for record in change.added() if isinstance(record, Stakeholder))

    def set(self, item, key, value):
        self.do(KIND.set_field(self.document, item, key, value))

    def get(self, item):
        return self.document.get(Stakeholder, item)

    def influence(self, item):
        found = self.document.find(StakeholderInfluence, item)
        return found.influence if found else None

    def columns(self):
        view = view_of(self.document, "web", ON_LEVELS)
        layout = levels_layout(view, theme(), levels_keys(view, theme()))
        return {column.level: column.rect for column in layout.columns}

    def grid(self):
        view = view_of(self.document, "web", IN_GRID)
        return grid_layout(view, theme(), grid_keys(view, theme()))

    def drop(self, showing, ids, x, y):
        return self.do(tools.drop(self.document, "web", ids, x, y, showing))


@pytest.fixture
def town():
    return Town()


def refused(act):
    with pytest.raises(EditRejected) as refusal:
        act()
    return refusal.value.key


def test_a_pill_dropped_on_another_level_takes_part_there(town):
    before = town.document
    x, y = town.columns()["collaborate"].centre
    change = town.drop(ON_LEVELS, [town.clerk], x, y)
    clerk = town.get(town.clerk)
    assert (clerk.level_now, clerk.level_wanted, clerk.ring) == ("collaborate", "involve", 3)
    assert change.label == "move_stakeholder"
    assert town.document.after(change.reversed()) == before
    here = lambda: tools.drop(town.document, "web", [town.clerk], x, y + 100, ON_LEVELS)  # noqa: E731
    assert refused(here) == "nothing_to_do"


def test_on_the_tray_a_level_is_not_known_any_more_and_from_there_it_is(town):
    columns = town.columns()
    town.drop(ON_LEVELS, [town.clerk], *columns[""].centre)
    assert town.get(town.clerk).level_now is None
    town.drop(ON_LEVELS, [town.media], *town.columns()["empower"].centre)
    assert town.get(town.media).level_now == "empower"


def test_between_two_columns_and_past_the_last_the_nearest_counts(town):
    columns = town.columns()
    last = max((each for each in columns if each), key=lambda level: columns[level].right)
    town.drop(ON_LEVELS, [town.clerk], 1919, -40)
    nearest = max(columns, key=lambda level: columns[level].right)
    assert town.get(town.clerk).level_now == (nearest or None)
    assert last == "empower"


def test_several_go_on_by_as_much(town):
    view = view_of(town.document, "web", ON_LEVELS)
    layout = levels_layout(view, theme(), levels_keys(view, theme()))
    rects = {each.id: each.rect for each in layout.standings}
    columns = town.columns()
    step = columns["consult"].centre[0] - columns["inform"].centre[0]
    x, y = rects[town.clerk].centre
    town.drop(ON_LEVELS, [town.clerk, town.council], x + step, y)
    assert [town.get(each).level_now for each in (town.clerk, town.council)] == ["consult", "involve"]


@pytest.mark.parametrize(
    ("who", "cell", "known"),
    [
        ("clerk", (1, 4), (1, 4, None)),  # interest is the one that is known
        ("council", (4, 2), (4, 2, 2)),  # neither may be higher than what they have at stake
        ("council", (2, 3), (2, 3, 3)),
        ("media", (3, 3), (3, 3, None)),  # from the tray
    ],
)
def test_a_pill_dropped_in_another_cell_has_its_influence_and_stake(town, who, cell, known):
    its_id, before = getattr(town, who), town.document
    change = town.drop(IN_GRID, [its_id], *town.grid().cells[cell].centre)
    now = town.get(its_id)
    assert (town.influence(its_id), now.interest, now.impact_on_them) == known
    assert change.label == "move_stakeholder"
    assert town.document.after(change.reversed()) == before
    placed = {each.id: each.rect for each in town.grid().placed}
    rect, (x, y) = town.grid().cells[cell], placed[its_id].centre
    assert rect.x <= x <= rect.right
    assert rect.y <= y <= rect.bottom


def test_impact_that_is_higher_is_the_one_that_changes(town):
    town.set(town.clerk, "impact_on_them", "4")
    town.drop(IN_GRID, [town.clerk], *town.grid().cells[3, 3].centre)
    clerk = town.get(town.clerk)
    assert (clerk.interest, clerk.impact_on_them, town.influence(town.clerk)) == (2, 3, 3)


def test_where_it_stands_already_and_on_the_tray_nothing_changes(town):
    grid = town.grid()
    for x, y in (grid.cells[4, 4].centre, grid.tray.centre):
        drop = lambda x=x, y=y: tools.drop(town.document, "web", [town.council], x, y, IN_GRID)  # noqa: E731
        assert refused(drop) == "nothing_to_do"


def test_without_its_layer_the_grid_is_a_web_and_so_is_what_dragging_means(town):
    town.drop(replace(IN_GRID, layers=frozenset()), [town.clerk], 960, 300)
    assert town.get(town.clerk).placed_x is not None
    assert town.influence(town.clerk) == 3


def test_all_three_forms_take_drops():
    assert [form.takes_drops for form in KIND.forms(Words("en"))] == [True, True, True]
