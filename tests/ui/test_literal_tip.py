"""Tips show people's words letter by letter, whatever looks like markup in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocument

from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.templates import new_board
from facilitator.ui.desk import Kinds
from facilitator.ui.literal_tip import literal_tip
from facilitator.workshop.capture import AddLine

ROLE = Qt.ItemDataRole.ToolTipRole
WORDS = "<b>R&D</b> &lt; 3"


def seen(tip):
    """What somebody reads in a tip."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@given(st.lists(st.sampled_from(["<b>", "</b>", "<img src='x'>", "&lt;", "&", "a", " ", "  ", "\n", '"', "é"])))
def test_whatever_is_said_is_what_is_seen(parts):
    text = "".join(parts)
    assert seen(literal_tip(text)).replace("\u2029", "\n") == text


@pytest.mark.parametrize("text", ["Parks & trails", "a < b", "R&amp;D", "one\n<b>two</b>", ""])
def test_what_qt_takes_for_plain_words_stays_as_it_is(text):
    assert literal_tip(text) == text


@pytest.fixture
def console(make_desk, make_console):
    records = (
        Engagement(id="engagement", title="Permits"),
        Program(id="p", number=1, title=WORDS, kind="half_day_series"),
        Cohort(id="c", program_id="p", number=1, title=WORDS),
        Session(id="s", number=1, title=WORDS, cohort_id="c"),
        Board(id="list", number=1, kind="checklist", title=WORDS),
        Segment(id="g", session_id="s", number=1, title=WORDS, minutes=5, board_id="list"),
        Person(id="ana", name=WORDS),
        Enrolment(id="e", cohort_id="c", person_id="ana"),
    )
    console = make_console(make_desk(*records, kinds=Kinds(kind_of, (), new_board), types=RECORD_TYPES))
    console.live.agenda.open_session("s")
    return console


def test_the_program_overview_shows_titles_and_names_as_they_are(console):
    dialog = console.live.overview.open()
    dialog.turn_to(1)
    boards, people = dialog.standings.table, dialog.table
    tips = [boards.item(0, 0).toolTip(), boards.item(0, 1).toolTip(), people.item(0, 0).toolTip()]
    tips.append(people.horizontalHeaderItem(people.columns.index("session:0")).toolTip())
    assert [seen(tip) for tip in tips] == [WORDS] * 4


def test_sessions_and_agendas_show_titles_as_they_are(console):
    console.show_lists()
    tree = console.live.sessions.open_sessions().tree
    node = tree.topLevelItem(0)
    assert seen(node.toolTip(0)) == WORDS
    assert WORDS in seen(console.live.agenda.list.item(0).toolTip())


def test_the_table_shows_what_stands_in_a_cell_as_it_is(make_desk, make_console):
    board = Board(id="cases", number=1, kind="case_cards", title="Cases")
    desk = make_desk(
        Engagement(id="engagement", title="T"), board, kinds=Kinds(kind_of, (), new_board), types=RECORD_TYPES
    )
    console = make_console(desk)
    kind = kind_of("case_cards")
    desk.ask(lambda document: kind.add(document, "cases", AddLine(WORDS), "data"))
    console.panel.show_centre(console.table)
    model = console.table.model
    assert WORDS in [seen(model.index(0, column).data(ROLE)) for column in range(model.columnCount())]
