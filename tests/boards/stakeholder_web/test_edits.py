"""Edits of the stakeholder web: what each does, what it refuses, and that nothing private is left behind."""

import pytest

from engagements import founding
from facilitator.boards.stakeholder_web import edits, fields, tools
from facilitator.boards.stakeholder_web.geometry import RINGS, rays
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.layout import layout_of
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    Web,
)
from facilitator.boards.stakeholder_web.view import view_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import SpokenCode
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine, parse


class Board:
    """A document that edits are done to one after the other."""

    def __init__(self) -> None:
        self.document = Document().after(founding())

    def do(self, change: Change) -> Change:
        self.document = self.document.after(change)
        return change

    def add(self, line: str, group: str = "internal") -> Stakeholder:
        change = self.do(edits.add_stakeholder(self.document, "web", parse(line), group))
        return next(record for record in change.added() if isinstance(record, Stakeholder))

    def one(self, stakeholder_id: str) -> Stakeholder:
        return self.document.get(Stakeholder, stakeholder_id)

    def ties(self) -> list[tuple[str, str, str]]:
        return [(tie.from_id, tie.to_id, tie.kind) for tie in self.document.every(Relationship)]


@pytest.fixture
def board() -> Board:
    return Board()


def refused(edit) -> str:
    with pytest.raises(EditRejected) as refusal:
        edit()
    return refusal.value.key


def test_a_capture_line_adds_public_and_private_records(board):
    clerk = board.add("Clerk #othergov @2 !3 ~-1")
    assert (clerk.name, clerk.category, clerk.ring, clerk.code) == ("Clerk", "othergov", 2, "S1")
    assert board.document.get(StakeholderInfluence, clerk.id).influence == 3
    assert board.document.get(StakeholderAttitude, clerk.id).attitude == -1


def test_without_marks_it_goes_to_the_current_sector_with_nothing_known(board):
    clerk = board.add("Clerk", "private")
    assert (clerk.category, clerk.ring) == ("private", 3)
    assert list(board.document.every(StakeholderInfluence)) == []


@pytest.mark.parametrize("written", ["internal", "int", "INTERNE", "Autres-gouv", "priv", "knowledge"])
def test_sectors_are_named_in_either_language(board, written):
    assert board.add(f"Clerk #{written}").category in ("internal", "othergov", "private", "knowledge")


@pytest.mark.parametrize("written", ["nowhere", "p", "council"])
def test_a_sector_that_is_none_or_several_is_refused(board, written):
    line = AddLine("Clerk", written)
    assert refused(lambda: edits.add_stakeholder(board.document, "web", line, "internal")) == "group_unknown"


def test_codes_count_on_after_a_deletion(board):
    first = board.add("One")
    board.do(edits.delete(board.document, [first.id]))
    assert board.add("Two").code == "S2"
    assert board.document.get(SpokenCode, "S").last == 2


def test_ties_by_name_code_and_beginning(board):
    one, two = board.add("Town Clerk"), board.add("Équipe des permis")
    board.do(edits.relate(board.document, "web", LinkLine("s1", "equipe")))
    assert board.ties() == [(one.id, two.id, "works_with")]
    assert refused(lambda: edits.relate(board.document, "web", LinkLine("Town", "S2"))) == "link_exists"
    board.do(edits.relate(board.document, "web", LinkLine("S2", "S1", "Finance")))
    assert board.ties() == [(two.id, one.id, "funds")]
    board.do(edits.relate(board.document, "web", LinkLine("S1", "S2", remove=True)))
    assert board.ties() == []
    assert refused(lambda: edits.relate(board.document, "web", LinkLine("S1", "S2", remove=True))) == "link_missing"


def test_ties_that_cannot_be(board):
    board.add("Town Clerk"), board.add("Town Council")
    for line, key in (
        (LinkLine("S1", "S1"), "link_self"),
        (LinkLine("S1", "Nobody"), "name_unknown"),
        (LinkLine("Town", "S1"), "name_ambiguous"),
        (LinkLine("S1", "S2", "loves"), "link_kind"),
    ):
        assert refused(lambda line=line: edits.relate(board.document, "web", line)) == key


def test_deleting_takes_ties_and_private_records_along(board):
    one, two = board.add("One !4 ~2"), board.add("Two")
    board.do(fields.set_field(board.document, one.id, "note", "met her"))
    board.do(edits.relate(board.document, "web", LinkLine("S1", "S2")))
    board.do(edits.delete(board.document, [one.id]))
    left = [type(record).__name__ for record in board.document.records()]
    assert left.count("Stakeholder") == 1
    assert not {"Relationship", "StakeholderInfluence", "StakeholderAttitude", "StakeholderNote"} & set(left)
    assert board.one(two.id)


def test_the_hub_stays(board):
    assert refused(lambda: edits.delete(board.document, ["web"])) == "hub_stays"
    assert refused(lambda: tools.drop(board.document, "web", ["web"], 10, 10)) == "hub_stays"


def test_a_drag_goes_to_the_sector_and_ring_under_the_point_and_stays(board):
    clerk = board.add("Clerk #internal @1")
    for category in ("othergov", "private", "publicsector", "community", "knowledge"):
        board.add(f"Somebody #{category} @4")
    layout = layout_of(view_of(board.document, "web"), theme())
    sector = next(each for each in layout.scenery.sectors if each.category == "community")
    x, y = rays()[(sector.start + sector.end) // 2].point(RINGS[1])
    board.do(tools.drop(board.document, "web", [clerk.id], x, y))
    moved = board.one(clerk.id)
    assert (moved.category, moved.ring) == ("community", 2)
    assert (moved.placed_x, moved.placed_y) == (round(x, 1), round(y, 1))
    shown = next(pill for pill in layout_of(view_of(board.document, "web"), theme()).pills if pill.id == clerk.id)
    assert shown.rect.centre == pytest.approx((x, y), abs=1)


def test_several_dragged_together_keep_their_distance(board):
    ids = [board.add(name).id for name in ("One", "Two")]
    centres = {p.id: p.rect.centre for p in layout_of(view_of(board.document, "web"), theme()).pills}
    x, y = centres[ids[0]]
    board.do(tools.drop(board.document, "web", ids, x + 30, y + 20))
    second = board.one(ids[1])
    assert second.placed_x == pytest.approx(centres[ids[1]][0] + 30, abs=0.1)
    assert second.placed_y == pytest.approx(centres[ids[1]][1] + 20, abs=0.1)


def test_moving_by_key(board):
    clerk = board.add("Clerk #internal @2")
    board.do(tools.nudge(board.document, [clerk.id], "up"))
    assert board.one(clerk.id).ring == 1
    assert refused(lambda: tools.nudge(board.document, [clerk.id], "up")) == "nothing_to_do"
    board.do(tools.nudge(board.document, [clerk.id], "right"))
    assert board.one(clerk.id).category == "othergov"
    board.do(tools.nudge(board.document, [clerk.id], "left"))
    board.do(tools.nudge(board.document, [clerk.id], "left"))
    assert board.one(clerk.id).category == "knowledge"


def test_switching_the_category_set_to_and_fro_loses_nothing(board):
    board.do(fields.set_field(board.document, "web", "category_set", "full"))
    council = board.add("Mayor #council")
    board.do(fields.set_field(board.document, "web", "category_set", "short"))
    assert view_of(board.document, "web").stakeholders[0].category == "internal"
    board.do(edits.move_stakeholder(board.document, council.id, category="internal", ring=1))
    board.do(fields.set_field(board.document, "web", "category_set", "full"))
    assert view_of(board.document, "web").stakeholders[0].category == "council"


@pytest.mark.parametrize(
    ("key", "value", "stored"),
    [
        ("name", " New  name ", "New name"),
        ("category", "private", "private"),
        ("ring", "1", 1),
        ("level_now", "inform", "inform"),
        ("level_wanted", "consult", "consult"),
        ("strategy", "Talk weekly", "Talk weekly"),
        ("owner", "Clerk", "Clerk"),
        ("next_contact", "2027-01-14", "2027-01-14"),
        ("influence", "4", "4"),
        ("attitude", "-2", "-2"),
        ("note", "two\nlines", "two\nlines"),
    ],
)
def test_every_field_can_be_set_and_reads_back(board, key, value, stored):
    clerk = board.add("Clerk")
    board.do(fields.set_field(board.document, clerk.id, key, value))
    shown = {field.key: field for field in KIND.fields(board.document, clerk.id, Words("fr"))}
    assert shown[key].value == str(stored)
    assert shown[key].private == (key in ("influence", "attitude", "note"))
    assert refused(lambda: fields.set_field(board.document, clerk.id, key, value)) == "nothing_to_do"


@pytest.mark.parametrize("key", ["level_now", "strategy", "owner", "next_contact", "influence", "attitude", "note"])
def test_empty_means_not_known(board, key):
    clerk = board.add("Clerk")
    full = {"next_contact": "2027-01-14", "influence": "4", "attitude": "0", "level_now": "inform"}.get(key, "x")
    board.do(fields.set_field(board.document, clerk.id, key, full))
    before = len(list(board.document.records()))
    board.do(fields.set_field(board.document, clerk.id, key, ""))
    shown = {field.key: field.value for field in KIND.fields(board.document, clerk.id, Words("en"))}
    assert shown[key] == ""
    assert len(list(board.document.records())) == before - (key in ("influence", "attitude", "note"))


def test_a_date_that_is_none_is_refused_with_how_to_write_one(board):
    clerk = board.add("Clerk")
    edit = lambda: fields.set_field(board.document, clerk.id, "next_contact", "14 Jan")  # noqa: E731
    assert refused(edit) == "date_unreadable"


def test_the_words_of_the_hub(board):
    for key, value in (("title", "Map"), ("question", ""), ("project", "P"), ("problem", "<b>why")):
        if key != "question":
            board.do(fields.set_field(board.document, "web", key, value))
    view = view_of(board.document, "web")
    assert (view.title, view.project, view.problem) == ("Map", "P", "<b>why")
    assert board.document.get(Web, "web").problem == "<b>why"


def test_badges_are_the_private_marks(board):
    one, two = board.add("One !3 ~-1"), board.add("Two")
    assert KIND.private_badges(board.document, "web") == {one.id: "!3 ~\u22121"}
    board.do(fields.set_field(board.document, two.id, "attitude", "0"))
    assert KIND.private_badges(board.document, "web")[two.id] == "~0"
    assert isinstance(board.document.find(StakeholderNote, one.id), type(None))
