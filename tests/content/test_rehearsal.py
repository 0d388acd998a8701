"""The script of the rehearsal: what practising needs is in it, in both languages."""

import pytest

from facilitator.content.rehearsal import script


def test_the_script_takes_about_six_minutes_and_is_in_the_order_of_time():
    times = [line.at for line in script().lines]
    assert times == sorted(times)
    assert 300 <= script().seconds <= 400
    assert 25 <= len(times) <= 40


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_has_whatever_one_has_to_practise(language):
    lines = script().lines
    joins = [line.at for line in lines if line.what == "join"]
    assert sum(at > 60 for at in joins) >= 2
    assert {"leave", "direct", "reaction", "reply"} <= {line.what for line in lines}
    written = [line.text.within(language) for line in lines if line.what == "chat"]
    assert {"B", "b", "2", "A", "3", "9"} <= set(written)
    assert any("\n" in text for text in written)
    voters = [line.who for line in lines if line.text.within(language) in ("A", "3")]
    assert voters[0] is voters[1]  # somebody changes their mind


def test_whatever_is_written_is_there_in_both_languages():
    for line in script().lines:
        if line.what in ("chat", "direct", "reply"):
            assert line.text.en
            assert line.text.fr
        if line.what in ("reaction", "reply"):
            assert line.about.en
            assert line.about.fr


def test_nobody_writes_who_is_not_there():
    there = set()
    for line in script().lines:
        if line.what == "join":
            assert line.who not in there
            there.add(line.who)
        else:
            assert line.who in there
        if line.what == "leave":
            there.discard(line.who)
