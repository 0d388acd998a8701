"""Then and now: what has moved on a web since a moment that was kept."""

from datetime import date

import pytest

from facilitator.boards.described import KeptMoment
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Moment, MomentPlace, Stakeholder, Web
from facilitator.boards.stakeholder_web.moments import what_moved
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, SpokenCode
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing
from facilitator.workshop.capture import AddLine

DAY, LATER = date(2027, 1, 14), date(2027, 2, 14)
EN = Words("en")


def somebody(number, name, **fields):
    return Stakeholder(id=f"s{number}", board_id="web", code=f"S{number}", name=name, category="internal", **fields)


@pytest.fixture
def document():
    return Document.of(
        [
            Engagement(id="engagement", title="T"),
            Board(id="web", number=1, kind="stakeholder_web", title="Web"),
            Web(id="web", project="P"),
            SpokenCode(id="S", last=10),
            somebody(2, "Clerk", ring=3, level_now="inform"),
            somebody(10, "Library", ring=2),
            somebody(1, "IT", ring=1, level_now="consult"),
            Board(id="other", number=2, kind="stakeholder_web", title="Other"),
            Web(id="other", project="O"),
        ]
    )


def kept(document, title="First session", day=DAY):
    """The document with a moment, and the moment's id."""
    change = KIND.keep_moment(document, "web", title, day)
    moment = next(record for record in change.added() if isinstance(record, Moment))
    return document.after(change), moment.id


def set_fields(document, item_id, **fields):
    for key, value in fields.items():
        document = document.after(KIND.set_field(document, item_id, key, value))
    return document


def moved_rows(document, moment_id, words=EN):
    view = KIND.view(document, "web", Showing(then=moment_id))
    return {row[0]: row[1:] for row in KIND.tables(view, words)[-1].rows}


def test_a_moment_keeps_where_everybody_stood(document):
    after, moment_id = kept(document)
    assert KIND.moments(after, "web") == (KeptMoment(moment_id, "First session", DAY),)
    assert KIND.moments(after, "other") == ()
    places = [(each.name, each.category, each.ring, each.level_now) for each in after.every(MomentPlace)]
    assert places == [
        ("IT", "internal", 1, "consult"),
        ("Clerk", "internal", 3, "inform"),
        ("Library", "internal", 2, None),
    ]


def test_the_newest_moment_comes_first(document):
    titles = (("b", LATER), ("a", DAY), ("c", LATER))
    for title, day in titles:
        document, _ = kept(document, title, day)
    assert [each.title for each in KIND.moments(document, "web")] == ["c", "b", "a"]


def test_a_moment_can_be_forgotten_and_is_one_step(document):
    after, moment_id = kept(document)
    change = KIND.forget_moment(after, moment_id)
    assert after.after(change) == document
    assert after.after(change).after(change.reversed()) == after
    with pytest.raises(EditRejected):
        KIND.forget_moment(document, moment_id)


@pytest.mark.parametrize(
    ("board_id", "title", "key"),
    [("other", "T", "nothing_to_do"), ("gone", "T", "gone"), ("web", " ", "name_empty")],
)
def test_what_cannot_be_kept(document, board_id, title, key):
    with pytest.raises(EditRejected) as refusal:
        KIND.keep_moment(document, board_id, title, DAY)
    assert refusal.value.key == key


def test_nothing_moved(document):
    after, moment_id = kept(document)
    assert what_moved(KIND.view(after, "web", Showing(then=moment_id))) == ()
    table = KIND.tables(KIND.view(after, "web", Showing(then=moment_id)), EN)[-1]
    assert table.title == "What has moved since First session"
    assert table.rows == (("Nothing has moved", "", "", "", ""),)


def test_without_a_moment_there_is_no_such_table(document):
    after, _ = kept(document)
    assert len(KIND.tables(KIND.view(after, "web"), EN)) == 1


def test_every_way_to_move_is_told(document):
    after, moment_id = kept(document)
    after = set_fields(after, "s2", ring="1", level_now="involve", category="community")
    after = set_fields(after, "s1", ring="4", level_now="", name="Digital services")
    after = after.after(KIND.delete(after, ["s10"]))
    after = after.after(KIND.add(after, "web", AddLine("Tenants", None, None, None, None), "community"))
    assert [each.name for each in what_moved(KIND.view(after, "web", Showing(then=moment_id)))] == [
        "Digital services",
        "Clerk",
        "Tenants",
        "Library",
    ]  # by their codes, those who are gone last
    assert moved_rows(after, moment_id) == {
        "Clerk": (
            "Closer, in another category, more involved",
            "Internal → Community and residents",
            "Affected or consulted → Core team",
            "Inform → Involve",
        ),
        "Digital services": (
            "Further out, level no longer known, was called IT",
            "Internal",
            "Core team → Wider environment",
            "Consult → –",
        ),
        "Tenants": ("New", "– → Community and residents", "– → Affected or consulted", ""),
        "Library": ("No longer on the map", "Internal → –", "Directly involved → –", ""),
    }


def test_levels_that_fall_or_become_known(document):
    after, moment_id = kept(document)
    after = set_fields(after, "s1", level_now="inform")
    after = set_fields(after, "s10", level_now="none")
    rows = moved_rows(after, moment_id, Words("fr"))
    assert rows["IT"][0] == "Participe moins"
    assert rows["Library"][0] == "Niveau désormais connu"


def test_the_table_is_in_the_boards_words_for_levels(document):
    after, moment_id = kept(document)
    after = set_fields(after, "s1", level_now="involve")
    after = set_fields(after, "web", level_labels="plain")
    assert moved_rows(after, moment_id)["IT"][3] == "Ask → Work it through"


def test_a_moment_of_the_full_set_is_told_in_the_short_one(document):
    document = set_fields(document, "web", category_set="full")
    document = set_fields(document, "s1", category="enabling")
    after, moment_id = kept(document)
    after = set_fields(after, "web", category_set="short")
    assert what_moved(KIND.view(after, "web", Showing(then=moment_id))) == ()


def test_the_moment_of_another_board_is_not_shown(document):
    after, moment_id = kept(document)
    view = KIND.view(after, "other", Showing(then=moment_id))
    assert (view.then, view.then_title) == ((), "")
