"""Whom a board of speakers names to everybody, and whom to the facilitator only."""

import pytest

from boards.speaker_series.series import BOARD, series
from facilitator.boards.panels.layout import layout_of
from facilitator.boards.speaker_series.kind import KIND
from facilitator.boards.speaker_series.model import SPEAKER_STATES, Speaker, SpeakerNote, TakeAway
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.view import PLAIN, Showing

EN, FR = Words("en"), Words("fr")
HIDDEN = ("Ivo Invited", "Ida Idea", "Nobody Noted")
PRIVATE = ("mia@example.org", "no slides", "said in the break", "invited", "Qzwx")
OWN = KIND.own_showing()


def names(showing=PLAIN, document=None):
    return [item.name for item in KIND.items(KIND.view(document or series(), BOARD, showing))]


def test_only_those_who_agreed_are_named():
    assert names() == ["Mia Roy", "Sit beside people", "Ask why twice"]
    assert names(OWN) == ["Mia Roy", *HIDDEN, "Sit beside people", "Ask why twice"]


@pytest.mark.parametrize("state", SPEAKER_STATES)
def test_a_state_names_somebody_or_not(state):
    document = series().after(KIND.set_field(series(), "l3", "state", state)) if state != "idea" else series()
    assert ("Ida Idea" in names(document=document)) == (state in ("confirmed", "spoke"))


def test_nothing_private_gets_into_what_everybody_may_have():
    document = series()
    view = KIND.view(document, BOARD)
    told = [repr(view), repr(KIND.items(view)), repr(KIND.dates(document, BOARD, EN))]
    for words in (EN, FR):
        told += [repr(KIND.tables(view, words)), repr(KIND.sheets(view, words)), repr(KIND.spots(view, words))]
    told += [repr(KIND.picture(view, theme(name))) for name in ("light", "dark")]
    for each in (*HIDDEN, *PRIVATE):
        assert not any(each in text for text in told), each
    assert all("Mia Roy" in text for text in (told[0], told[3]))


def test_a_take_away_does_not_give_away_a_speaker_who_has_not_agreed():
    cards = {card.id: card for panel in KIND.view(series(), BOARD).panels for card in panel.cards}
    assert cards["t1"].below == ("Mia Roy",)
    assert cards["t2"].below == ()


def test_a_session_between_two_is_not_told_of_a_speaker():
    document = series()
    mia = document.get(Speaker, "l1")
    two = Document.of([*(each for each in document.records() if each != mia), mia.having(session_id="s2")])
    for showing in (PLAIN, OWN):
        (card,) = (card for card in KIND.view(two, BOARD, showing).panels[0].cards if card.id == "l1")
        assert "session_id" not in [key for key, _, _ in card.parts]
        assert "s2" not in repr(KIND.view(two, BOARD, showing))
    (sheet,) = KIND.private_sheets(two, BOARD, EN)
    assert not any("s2" in row for row in sheet.rows)
    assert "Principle 1" in repr(KIND.view(document, BOARD))


def test_without_private_records_nobody_is_named():
    """What is not known to be agreed is not shown: the list is of whom to show."""
    bare = Document.of(each for each in series().records() if not each.private)
    assert names(document=bare) == ["Sit beside people", "Ask why twice"]


def test_the_facilitators_own_view_says_where_it_stands():
    view = KIND.view(series(), BOARD, OWN)
    below = {card.id: card.below for card in view.panels[0].cards}
    assert below["l2"][0] == "Not announced: invited"
    assert below["l4"] == ("Not announced: not said",)
    assert below["l1"] == (
        "Chief clerk",
        "Lakeshore",
        "Watching people fill in forms",
        EN.date(series().get(Speaker, "l1").speaks_on),
    )
    assert KIND.counts(view) == KIND.counts(KIND.view(series(), BOARD)) == {"cards": 3, "take_aways": 2, "speakers": 1}


def test_who_has_not_agreed_can_not_be_spotlit():
    view = KIND.view(series(), BOARD, OWN)
    spots = {each.id for each in KIND.spots(view, EN)}
    assert {"speakers", "user", "aspire", "l1", "t2"} <= spots
    assert not {"l2", "l3", "l4"} & spots
    assert (KIND.spot_of(view, "l1"), KIND.spot_of(view, "l2")) == ("l1", "")
    assert "Ivo" not in repr(KIND.picture(KIND.view(series(), BOARD, Showing(spotlight="l2")), theme()))


def test_private_tables_hold_everybody_and_who_is_deleted_leaves_what_they_said():
    agreed_on, waiting, noted = KIND.private_tables(series(), BOARD, EN)
    assert [row[1] for row in agreed_on.rows] == ["Mia Roy", *HIDDEN]
    assert agreed_on.rows[0][2:] == ("confirmed: named on the stage", "mia@example.org", "no slides")
    assert [row[1] for row in waiting.rows] == [*HIDDEN]
    assert noted.rows == (("T2", "Ask why twice", "said in the break"),)
    (sheet,) = KIND.private_sheets(series(), BOARD, EN)
    assert {"Chief clerk", "Principle 1", "no slides"} <= set(sheet.rows[0])
    assert any({"T2", "said in the break"} <= set(row) for row in sheet.rows)
    after = series().after(KIND.delete(series(), ["l1", "l2"]))
    assert [each.speaker_id for each in after.every(TakeAway)] == [None, None]
    assert {each.id for each in after.every(SpeakerNote)} == {"l3"}


def test_where_nobody_waits_nothing_private_is_looked_at():
    document = series().after(KIND.delete(series(), ["l2", "l3", "l4"]))
    own, plain = KIND.view(document, BOARD, OWN), KIND.view(document, BOARD)
    assert own == plain
    assert not own.showing.layers
    assert KIND.view(series(), BOARD, OWN).showing.layers


def test_a_card_is_dropped_beside_the_one_that_everybody_sees():
    new = (Speaker(id="l5", board_id=BOARD, number=5, code="L5", name="Pia"), SpeakerNote(id="l5", state="confirmed"))
    more = (Speaker(id="l6", board_id=BOARD, number=6, code="L6", name="Leo"), SpeakerNote(id="l6", state="spoke"))
    document = series(*new, *more)
    placed = {each.card.id: each.rect for each in layout_of(KIND.view(document, BOARD), theme("light")).panels[0].cards}
    x = placed["l5"].centre[0]
    after = document.after(KIND.drop(document, BOARD, ["l1"], x, placed["l5"].bottom + 1))
    assert [card.id for card in KIND.view(after, BOARD).panels[0].cards] == ["l5", "l1", "l6"]
    first = document.after(KIND.drop(document, BOARD, ["l6"], x, placed["l1"].y + 1))
    assert [card.id for card in KIND.view(first, BOARD).panels[0].cards] == ["l6", "l1", "l5"]
