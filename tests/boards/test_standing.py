"""How far checklists have come, by cohort: whose they are, what their parts say, what is late and what is next."""

from datetime import date

import pytest
from hypothesis import given

from boards.checklist.lists import views
from facilitator.boards.checklist.across import standing_of
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.standing import part_names, part_told, standing_rows, table_of
from facilitator.catalogue import CHECKLIST, kind_of
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.program import Cohort, Program

EN, FR = Words("en"), Words("fr")
DAY = date(2027, 1, 14)
FIRST = content.phases()[0]
ITEMS = [each.id for each in content.items() if each.phase == FIRST.id]


def document() -> Document:
    """Two cohorts whose sessions turn to a checklist each, a third one nobody turns to, and a board of another kind."""
    boards = [("a", "checklist"), ("b", "checklist"), ("c", "checklist"), ("w", "speaker_series")]
    return Document.of(
        [
            Engagement(id="engagement", title="T"),
            Program(id="p", number=1, title="Leaders", kind="half_day_series"),
            *(Cohort(id=each, program_id="p", number=n, title=each.upper()) for n, each in enumerate(("x", "y"))),
            *(Board(id=each, number=n, kind=kind, title=f"List {each}") for n, (each, kind) in enumerate(boards)),
            *(Session(id=f"s{each}", number=n, title="S", cohort_id=each) for n, each in enumerate(("x", "y"))),
            *(
                Segment(id=f"g{n}", session_id=session, number=n, title="G", minutes=5, board_id=board)
                for n, (session, board) in enumerate((("sx", "b"), ("sy", "a"), ("sx", "b"), ("sx", "w")))
            ),
        ]
    )


def said(held: Document, board: str, item: str, **fields: str) -> Document:
    for key, value in fields.items():
        held = held.after(CHECKLIST.set_field(held, entry_id(board, item), key, value))
    return held


def rows(held: Document, *cohorts: str, words: Words = EN):
    return standing_rows(held, cohorts, DAY, kind_of, words)


def test_a_checklist_is_of_the_cohorts_whose_sessions_turn_to_it_and_those_of_none_come_last():
    assert [(row.board.id, row.cohorts) for row in rows(document(), "x", "y")] == [
        ("a", ("Y",)),
        ("b", ("X",)),
        ("c", ()),
    ]
    assert [row.board.id for row in rows(document(), "x")] == ["b", "c"]


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ({}, "○ Not started, 0 of {count}"),
        ({0: "under_way"}, "◐ Under way, 0 of {count}"),
        ({0: "done"}, "◐ Under way, 1 of {count}"),
        ({0: "not_for_us"}, "○ Not started, 0 of {less}"),
        (dict.fromkeys(range(len(ITEMS)), "done"), "✓ Done, {count} of {count}"),
        ({**dict.fromkeys(range(len(ITEMS)), "done"), 0: "not_for_us"}, "✓ Done, {less} of {less}"),
        (dict.fromkeys(range(len(ITEMS)), "not_for_us"), "– Not for us"),
    ],
)
def test_a_phase_says_with_a_sign_and_a_word_how_far_it_has_come(statuses, told):
    held = document()
    for place, status in statuses.items():
        held = said(held, "b", ITEMS[place], status=status)
    part = rows(held, "x")[0].standing.parts[0]
    assert part.name == FIRST.name.en
    assert part_told(part, EN) == told.format(count=len(ITEMS), less=len(ITEMS) - 1)


def test_what_is_open_after_its_day_is_late_and_the_day_itself_is_in_time():
    held = document()
    for item, due, status in zip(
        ITEMS, ("2027-01-13", "2027-01-14", "2027-02-01", "2026-12-01"), ("", "", "", "done"), strict=False
    ):
        held = said(held, "b", item, due=due, **({"status": status} if status else {}))
    standing = rows(held, "x")[0].standing
    assert (standing.late, standing.next_due) == (1, DAY)
    assert rows(document(), "x")[0].standing.next_due is None


@given(views())
def test_no_part_has_more_in_place_than_applies(view):
    standing = standing_of(view, DAY, EN)
    assert [part.name for part in standing.parts] == [phase.name.en for phase in content.phases()]
    assert all(0 <= part.done <= part.count for part in standing.parts)
    assert standing.next_due is None or standing.next_due >= DAY


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_the_list_has_a_row_a_board_with_days_and_numbers_for_spreadsheets(words):
    held = said(said(document(), "b", ITEMS[0], due="2027-01-13"), "b", ITEMS[1], due="2027-03-01")
    shown = rows(held, "x", words=words)
    table = table_of(shown, words)
    assert len(table.columns) == 4 + len(content.phases())
    assert table.columns[4:] == part_names(shown)
    assert table.rows[0][:2] == ("List b", "X")
    assert table.rows[0][2:4] == ("1", "2027-03-01")
    assert table.rows[1][2:4] == ("0", "")
