"""The boxes in which a pack is chosen: what rests for which pack, and which session is meant."""

from dataclasses import replace

import pytest

from facilitator.content.words import Words
from facilitator.ui.dialogs.handout_choices import HandoutChoices, OfferedBoards, OfferedSessions

WORDS = Words("en")
BOARDS = OfferedBoards((("web", "The web"),))
SESSIONS = OfferedSessions((("s1", "Between two"), ("s2", "Tuesday")), shown="s2", for_two=frozenset({"s1"}))
SHOWS_TWO = OfferedSessions(SESSIONS.sessions, shown="s1", for_two=SESSIONS.for_two)


@pytest.fixture
def choose(qtbot, tmp_path):
    def make(sessions=SESSIONS):
        choices = HandoutChoices(BOARDS, sessions, "en", WORDS)
        for box in (choices.pack, choices.board, choices.session, choices.paper, choices.language):
            qtbot.addWidget(box)

        def session_of(pack, board=""):
            choices.pack.setCurrentIndex(choices.pack.findData(pack))
            choices.board.setCurrentIndex(choices.board.findData(board))
            return choices.order().session_id

        return choices, session_of

    return make


def offered(choices):
    return [choices.session.itemText(place) for place in range(choices.session.count())]


def ask(choices, place):
    choices.session.setCurrentIndex(place)
    choices.session.activated.emit(place)


def test_a_pack_is_of_the_session_that_is_looked_at(choose):
    _, session_of = choose()
    assert [session_of(pack) for pack in ("participants", "report", "agenda", "script")] == ["s2"] * 4
    assert [session_of(pack) for pack in ("value", "prep", "checklist")] == [""] * 3


def test_what_was_said_between_two_goes_to_a_group_only_when_asked_for(choose):
    choices, session_of = choose(SHOWS_TWO)
    assert [session_of(pack) for pack in ("participants", "report", "agenda")] == ["", "s1", "s1"]
    session_of("participants")
    ask(choices, 1)
    assert session_of("participants") == "s1"


SEVERAL = OfferedSessions(
    (("s1", "Autumn · Half day 1"), ("s2", "Winter · Half day 1"), ("two", "Winter · With Ana")),
    shown="s2",
    for_two=frozenset({"two"}),
    cohort_of={"s1": "a", "s2": "w", "two": "w"},
    cohorts=(("a", "Autumn"), ("w", "Winter")),
)


def test_of_several_cohorts_all_sessions_of_one_can_be_asked_for(choose):
    choices, session_of = choose(SEVERAL)
    assert session_of("participants") == "s2"
    assert offered(choices)[:3] == ["All group sessions", "Autumn: all group sessions", "Winter: all group sessions"]
    ask(choices, 1)
    assert (choices.order().session_id, choices.order().cohort_id) == ("", "a")
    ask(choices, 0)
    assert (choices.order().session_id, choices.order().cohort_id) == ("", "")


def test_a_pack_of_boards_alone_is_for_the_cohort_of_the_session_that_is_looked_at(choose):
    choices, session_of = choose(SEVERAL)
    assert session_of("value") == ""
    assert choices.order().cohort_id == "w"
    session_of("value", "web")
    assert choices.order().cohort_id == ""
    session_of("lesson")
    assert choices.order().cohort_id == ""


def test_where_a_1_1_is_looked_at_a_pack_is_for_its_cohort(choose):
    choices, session_of = choose(replace(SEVERAL, shown="two"))
    assert session_of("participants") == ""
    assert choices.order().cohort_id == "w"


def test_all_sessions_are_offered_where_a_pack_can_tell_of_them(choose):
    choices, session_of = choose()
    session_of("participants")
    assert offered(choices) == ["All group sessions", "Between two", "Tuesday"]
    session_of("report")
    assert offered(choices) == ["All sessions", "Between two", "Tuesday"]
    session_of("script")
    assert offered(choices) == ["Between two", "Tuesday"]


def test_what_was_asked_for_stays_asked_for_with_another_pack(choose):
    choices, session_of = choose()
    ask(choices, 0)
    assert session_of("participants") == ""
    assert session_of("agenda") == "s1"  # the first one: there is no agenda of all
    ask(choices, 1)
    assert session_of("report") == "s2"


def test_what_a_pack_is_not_of_rests(choose):
    choices, session_of = choose()

    def resting(pack, board=""):
        session_of(pack, board)
        return [box for box in ("board", "session") if not getattr(choices, box).isEnabled()]

    assert resting("participants") == []
    assert resting("participants", "web") == ["session"]
    assert choices.board_id == "web"
    assert resting("agenda", "web") == ["board"]
    assert choices.board_id is None
    assert resting("value") == ["session"]
    choices.rest(True)
    assert not choices.pack.isEnabled()
    choices.rest(False)
    assert resting("value") == ["session"]


def test_a_pack_of_one_board_tells_of_no_session(choose):
    _, session_of = choose()
    assert session_of("participants", "web") == ""


def test_without_sessions_there_is_nothing_to_choose(choose):
    choices, session_of = choose(OfferedSessions())
    assert [session_of(pack) for pack in ("participants", "agenda")] == ["", ""]
    assert not choices.session.isEnabled()
