"""Edits of the stakeholder web: what each does, what it refuses, and that nothing private is left behind."""

import pytest

from engagements import founding
from facilitator.boards.stakeholder_web import edits, fields, tools
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.layout.geometry import RINGS, rays
from facilitator.boards.stakeholder_web.layout.layout import layout_of
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    Served,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    Web,
)
from facilitator.boards.stakeholder_web.view import view_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
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


def test_one_called_like_the_project_is_tied_by_code_and_the_project_too(board):
    project = board.document.get(Web, "web").project
    clerk, twin = board.add("Clerk"), board.add(project.upper())
    with pytest.raises(EditRejected) as refusal:
        edits.relate(board.document, "web", LinkLine("Clerk", project))
    assert refusal.value.key == "name_of_hub"
    assert refusal.value.values == {"name": twin.name, "code": twin.code, "hub": "S0"}
    board.do(edits.relate(board.document, "web", LinkLine("Clerk", twin.code)))
    board.do(edits.relate(board.document, "web", LinkLine("s0", twin.code)))
    ends = [(tie.from_id, tie.to_id) for tie in board.document.every(Relationship)]
    assert sorted(ends, key=str) == sorted([(clerk.id, twin.id), (None, twin.id)], key=str)


def test_between_two_with_several_ties_none_is_doubled_and_untying_takes_all(board):
    one, two = board.add("Town clerk"), board.add("Library")
    for its_id, kind in (("t1", "tension"), ("t2", "funds")):
        tie = Relationship(id=its_id, board_id="web", from_id=one.id, to_id=two.id, kind=kind)
        board.do(Change("relate", adding([tie])))
    assert refused(lambda: edits.relate(board.document, "web", LinkLine("S1", "S2", "tension"))) == "link_exists"
    board.do(edits.relate(board.document, "web", LinkLine("S1", "S2", remove=True)))
    assert board.ties() == []


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


def test_one_at_the_edge_does_not_keep_the_others_back(board):
    free, held = (board.add(name).id for name in ("One", "Two"))
    board.do(tools.drop(board.document, "web", [held], 1919, 700))
    before = board.one(held)
    assert refused(lambda: tools.drop(board.document, "web", [held], 1919, 700)) == "nothing_to_do"
    centres = {p.id: p.rect.centre for p in layout_of(view_of(board.document, "web"), theme()).pills}
    x, y = centres[free]
    board.do(tools.drop(board.document, "web", [free, held, free], x + 30, y))
    assert board.one(held) == before
    assert board.one(free).placed_x == pytest.approx(x + 30, abs=0.1)


def test_dragging_somebody_named_twice_is_one_move(board):
    clerk = board.add("Clerk")
    board.do(tools.drop(board.document, "web", [clerk.id, clerk.id], 1200, 700))
    assert board.one(clerk.id).placed_x == 1200


def test_a_selection_moves_together_as_far_as_each_can_go(board):
    first, second = board.add("One @1").id, board.add("Two @2").id
    board.do(tools.nudge(board.document, [first, second], "up"))
    assert (board.one(first).ring, board.one(second).ring) == (1, 1)
    board.do(tools.regroup(board.document, [first], "private"))
    board.do(tools.regroup(board.document, [first, second], "Private"))
    assert (board.one(first).category, board.one(second).category) == ("private", "private")
    assert refused(lambda: tools.regroup(board.document, [first, second], "private")) == "nothing_to_do"


def test_a_sector_that_is_none_takes_nobody(board):
    clerk = board.add("Clerk")
    for group in ("zzz", "", "council"):
        assert refused(lambda group=group: tools.regroup(board.document, [clerk.id], group)) == "group_unknown"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("category", "zzz"),
        ("category", "council"),
        ("category", ""),
        ("ring", ""),
        ("ring", "9"),
        ("ring", "two"),
        ("level_now", "zzz"),
        ("level_wanted", "zzz"),
        ("influence", "9"),
        ("influence", "a lot"),
        ("attitude", "-3"),
    ],
)
def test_what_is_out_of_scale_is_refused(board, key, value):
    clerk = board.add("Clerk")
    assert refused(lambda: fields.set_field(board.document, clerk.id, key, value)) == "choice_unknown"


def test_ties_and_boards_take_only_what_there_is(board):
    board.add("One"), board.add("Two")
    tie = next(board.do(edits.relate(board.document, "web", LinkLine("S1", "S2"))).added())
    assert refused(lambda: fields.set_field(board.document, tie.id, "kind", "zzz")) == "choice_unknown"
    assert refused(lambda: fields.set_field(board.document, "web", "category_set", "zzz")) == "choice_unknown"
    board.do(fields.set_field(board.document, tie.id, "kind", "funds"))
    assert board.ties()[0][2] == "funds"
    for item in (tie.id, "web", "S1"):
        its_id = next(each.id for each in board.document.every(Stakeholder)) if item == "S1" else item
        with pytest.raises(KeyError):
            fields.set_field(board.document, its_id, "size", "short")


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


def test_what_is_not_known_has_no_badge(board):
    one = board.add("Town clerk")
    for key, value in (("sources", "authority"), ("basis", "assumed")):
        board.do(KIND.set_field(board.document, one.id, key, value))
    assert KIND.private_badges(board.document, "web") == {}
    assert isinstance(board.document.find(StakeholderNote, one.id), type(None))


def test_what_is_meant_for_somebody_stays_meant_when_they_leave_the_map(board):
    one, two = board.add("Night shift"), board.add("Clerk")
    meant = [
        Served(id="a", card_id="i1", name="Night shift", stakeholder_id=one.id),
        Served(id="b", card_id="i2", name="The clerk", stakeholder_id=two.id),
        Served(id="c", card_id="i1", name="Newcomers"),
    ]
    board.do(Change("edit_card", adding(meant)))
    before = board.document
    change = board.do(KIND.delete(board.document, [one.id]))
    after = {each.id: each for each in board.document.every(Served)}
    assert (after["a"].name, after["a"].stakeholder_id) == ("Night shift", None)
    assert [after["b"], after["c"]] == meant[1:]
    assert board.document.after(change.reversed()) == before


def test_a_name_that_would_show_a_private_mark_is_refused_by_every_way(board):
    poet = board.add("Poet")
    ways = (
        lambda name: KIND.add(board.document, "web", AddLine(name), "internal"),
        lambda name: KIND.rename(board.document, poet.id, name),
        lambda name: KIND.set_field(board.document, poet.id, "name", name),
    )
    for way in ways:
        for name in ("Poet ~-2", "Poet!4", "Poet (~+1)", "Poet !3"):
            assert refused(lambda way=way, name=name: way(name)) == "name_mark"
        change = way('"Poet ~-2"')
        assert "Poet ~-2" in [getattr(swap.after, "name", "") for swap in change.swaps]
    literal = board.add('"Ed~-2"')
    assert literal.name == "Ed~-2"
    with pytest.raises(EditRejected, match="nothing_to_do"):
        KIND.rename(board.document, literal.id, "Ed~-2")  # as it stands there


def test_glued_marks_are_private_and_groups_have_several_words(board):
    assert board.add("Geologist~-1!4").name == "Geologist"
    assert [each.attitude for each in board.document.every(StakeholderAttitude)] == [-1]
    school = board.add("School board #other government @3")
    assert (school.name, school.category, school.ring) == ("School board", "othergov", 3)
    with pytest.raises(EditRejected) as refusal:
        board.add("School board #other nonsense")
    assert refusal.value.key == "group_unknown"
    assert "Other government" in refusal.value.values["known"]


def test_only_a_note_is_undone_as_a_private_note(board):
    poet = board.add("Poet")
    assert KIND.set_field(board.document, poet.id, "attitude", "-1").label == "detail_privately"
    assert KIND.set_field(board.document, poet.id, "note", "Shy").label == "note_privately"
