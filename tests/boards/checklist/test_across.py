"""Several checklists of one engagement side by side."""

from datetime import date

from boards.checklist.engagements import having
from boards.checklist.lists import after, document
from facilitator.boards.checklist.across import checklists_of, items_across, phases_across
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words
from facilitator.domain.engagement import Board
from facilitator.handouts.blocks import Heading
from facilitator.handouts.tables import TableBlock

EN, FR = Words("en"), Words("fr")
TODAY = date(2027, 1, 14)


def two(title="Town of Elm", language="en"):
    held = after(document(language), "v1", "v2 #under")
    other = Board(id="v", number=3, kind="value_board", title="Value")
    held = having(held, Board(id="o", number=2, kind="checklist", title=title), other)
    return held.after(KIND.set_field(held, "o.v2", "status", "not_for_us"))


def test_each_board_is_a_column_and_each_phase_a_row():
    table = phases_across(two(), checklists_of(two()), EN)
    assert table.columns == ("Phase", "Checklist", "Town of Elm")
    assert table.rows[0] == (
        "Vision",
        "1 of 9 in place (7 Not started, 1 Under way, 1 Done)",
        "0 of 8 in place (8 Not started, 1 Not for us)",
    )
    assert len(table.rows) == 5


def test_each_item_is_a_row_with_the_status_in_a_word():
    table = items_across(two(language="fr"), checklists_of(two()), FR)
    assert len(table.rows) == 45
    assert [row[1:] for row in table.rows[:2]] == [("Fait", "Pas commencé"), ("En cours", "Ne s’applique pas")]
    assert table.rows[1][0].startswith("v2 ")


def test_boards_of_one_title_are_told_apart_by_their_number():
    assert phases_across(two("Checklist"), checklists_of(two("Checklist")), EN).columns[1:] == (
        "Checklist (1)",
        "Checklist (2)",
    )


def test_one_checklist_alone_has_neither_private_sheets_nor_a_report():
    held = after(document(), "v1")
    assert KIND.private_sheets(held, "c", EN) == ()
    assert KIND.private_report(held, "c", TODAY, EN, 468) == []


def test_the_facilitators_sheets_are_the_boards_own_and_all_side_by_side():
    titles = [table.title for table in KIND.private_sheets(two(), "o", EN)]
    assert len(titles) == 7
    assert titles[-2:] == ["All checklists, phase by phase", "All checklists, item by item"]


def test_the_report_begins_with_what_is_open_and_shows_all_once():
    held = two()
    first, second = (KIND.private_report(held, board, TODAY, EN, 468) for board in ("c", "o"))
    headings = [[part.text for part in story if isinstance(part, Heading)] for story in (first, second)]
    assert headings == [
        ["Checklist", "All checklists, phase by phase", "All checklists, item by item"],
        ["Town of Elm"],
    ]
    assert sum(isinstance(part, TableBlock) for part in first) == 3


def test_many_boards_are_at_most_four_abreast_and_as_evenly_as_can_be():
    held = document()
    for number in range(2, 6):
        held = having(held, Board(id=f"o{number}", number=number, kind="checklist", title=f"Town {number}"))
    tables = [part for part in KIND.private_report(held, "c", TODAY, EN, 468) if isinstance(part, TableBlock)]
    assert [len(table.head) for table in tables] == [4, 3, 4, 3]
