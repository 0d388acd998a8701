"""What participants may see of a screen: the newest items, what is to be confirmed, a poll, the outcomes."""

from datetime import date

import pytest

from facilitator.boards.capturing import captured
from facilitator.catalogue import kind_of
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import ScreenWanted
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_of

TOWN = Engagement(id="engagement", title="Town")


@pytest.fixture(scope="module")
def document():
    return Document.of(founding_of_sample("en").added())


def line(document, board_id, text, group):
    return document.after(captured(kind_of(board_id), document, board_id, text, group))


def test_the_newest_three_items_are_read_back_whatever_their_column(document):
    for text, column in (
        ("Dignity", "guiding"),
        ("Fewer visits", "impact"),
        ("One form", "approach"),
        ("Calls", "kpi"),
    ):
        document = line(document, "value_board", text, column)
    screen = screen_of(document, ScreenWanted("read_back", "value_board"))
    assert [each.text for each in screen.lines] == ["Fewer visits", "One form", "Calls"]
    assert [each.code[0] for each in screen.lines] == ["I", "A", "K"]
    assert all(each.below for each in screen.lines)


def outcome(number, kind="decision", **more):
    return Outcome(id=f"o{number}", number=number, kind=kind, code=f"D{number}", text=f"Said {number}", **more)


def test_what_is_to_be_confirmed_and_what_came_out_are_those_of_the_session_and_of_none():
    mine = [outcome(n, session_id="s", confirmed=n == 5) for n in range(1, 6)]
    step = outcome(6, "next_step", session_id="s", who="Clerk", due=date(2027, 2, 1))
    more = [step, outcome(7), outcome(8, session_id="other")]
    sessions = [Session(id=each, number=1, title="Who has a stake?") for each in ("s", "other")]
    document = Document.of([TOWN, *sessions, *mine, *more])
    shown = screen_of(document, ScreenWanted("to_confirm", "s"))
    assert [each.text for each in shown.lines] == ["Said 4", "Said 6", "Said 7"]
    closing = screen_of(document, ScreenWanted("outcomes", "s", 2))
    assert [each.kind for each in closing.lines] == ["decision"] * 6 + ["next_step"]
    assert (closing.title, closing.page, closing.lines[-1].who) == ("Who has a stake?", 2, "Clerk")


def poll_of(*, shown):
    options = [PollOption(id=f"x{n}", poll_id="p", number=n, text=f"Option {n}") for n in (2, 1)]
    votes = [PollVote(id=f"v{n}", poll_id="p", option_id="x2", person=f"Person {n}") for n in range(3)]
    hands = CountedVotes(id="x1", hands=4)
    return Document.of([TOWN, Poll(id="p", number=1, question="Which?", shown=shown), *options, *votes, hands])


@pytest.mark.parametrize(("shown", "counts"), [(False, [None, None]), (True, [4, 3])])
def test_a_poll_tells_how_many_voted_and_for_what_only_once_it_is_revealed(shown, counts):
    screen = screen_of(poll_of(shown=shown), ScreenWanted("poll", "p"))
    assert [each.votes for each in screen.answers] == counts
    assert [each.text for each in screen.answers] == ["Option 1", "Option 2"]
    assert screen.voted == 7
    assert "Person" not in repr(screen)


@pytest.mark.parametrize("kind", ["read_back", "to_confirm", "poll", "outcomes"])
def test_a_screen_about_what_is_no_more_is_refused(document, kind):
    with pytest.raises(EditRejected, match="gone"):
        screen_of(document, ScreenWanted(kind, "nobody"))
