"""Polls on paper: those that were revealed, with their counts and without a name; the others not at all."""

from datetime import date

from box_board import records
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.handouts.pack import PackAbout, Part, pack_of
from facilitator.handouts.polls import polls_pages
from facilitator.workshop import polls
from paper import Handout

DAY = date(2027, 2, 5)
SESSION = "session_1"


def voted(*, shown):
    document = Document.of(records())
    document = document.after(polls.new_poll(document, SESSION, "Which <b>first</b>?", ["The web", "The board"]))
    document = document.after(polls.temperature_check(document, SESSION))
    for poll, places in zip(polls.polls_of(document, SESSION), ((0, 0, 1), (3, 4)), strict=True):
        options = polls.options_of(document, poll.id)
        votes = {f"Zq{place}{number}": options[place].id for number, place in enumerate(places)}
        document = document.after(polls.votes_taken(document, poll.id, votes))
        if shown:
            document = document.after(polls.revealed(document, poll.id, True))
    return document


def made(tmp_path, language, screens):
    part = Part("Polls", lambda words, width: polls_pages("Who has a stake?", screens, words))
    about = PackAbout(title="Permits", organization="", made_on=DAY, session="", held_on=None, private=False)
    path = tmp_path / "handout.pdf"
    path.write_bytes(pack_of([part], about, "letter", language).data)
    return Handout(path).tree()


def test_revealed_polls_have_a_table_each_and_no_names(tmp_path):
    tree = made(tmp_path, "fr", polls.revealed_screens(voted(shown=True), SESSION))
    tables = [[each.words() for each in table.every("TH", "TD")] for table in tree.every("Table")]
    assert tables[-2:] == [
        ["Choix", "Votes", "1 The web", "2", "2 The board", "1"],
        ["Choix", "Votes", "1 Not well", "0", "2", "0", "3", "0", "4", "1", "5 Very well", "1"],
    ]
    assert "Which <b>first</b>?" in [each.text for each in tree.every("H2")]
    assert "En moyenne, 4,5 sur 5." in tree.words()
    assert "Zq" not in tree.words()


def test_hidden_polls_are_not_printed():
    document = voted(shown=False)
    assert polls.revealed_screens(document, SESSION) == ()
    hidden = [polls.poll_screen(document, each.id) for each in polls.polls_of(document, SESSION)]
    assert polls_pages("Who?", hidden, Words("en")) == []
