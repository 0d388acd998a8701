"""The prompt strip: the segment's prompt first, then the board's own questions, one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.engagement import Engagement

ALT = Qt.KeyboardModifier.AltModifier


def test_the_segments_prompt_comes_first_and_the_boards_follow(look_console):
    strip = look_console.prompt
    said = []
    for _ in range(5):
        said.append((strip.heading, strip.text))
        QTest.keyClick(look_console, Qt.Key.Key_PageDown, ALT)
    assert said == [
        ("Prompt", "Say hello."),
        ("Prompt · Inside", "Who starts it?"),
        ("Prompt · Inside", "Who pays?"),
        ("Prompt · Outside", "Who is missing?"),
        ("Prompt", "Say hello."),
    ]
    QTest.keyClick(look_console, Qt.Key.Key_PageUp, ALT)
    QTest.keyClick(look_console, Qt.Key.Key_PageUp, ALT)
    assert strip.text == "Who is missing?"


def test_another_segment_turns_to_its_own_prompt(look_console):
    look_console.prompt.turn(2)
    look_console.live.agenda.list.setCurrentRow(1)
    assert look_console.prompt.text == "Who else?"


def test_an_edit_keeps_the_place(look_console, look_desk):
    look_console.prompt.turn(2)
    look_desk.ask(lambda document: look_desk.kind("one").rename(document, "b1", "Mayor"))
    look_console.show_lists()
    assert look_console.prompt.text == "Who pays?"


def test_one_prompt_alone_has_nothing_to_turn_to(console):
    assert console.prompt.text == "Say hello."
    assert all(each.isHidden() for each in console.prompt._turns)


def test_without_any_the_strip_is_away(make_console, make_desk):
    console = make_console(make_desk(Engagement(id="engagement", title="Online permits")))
    assert console.prompt.isHidden()
    console.prompt.turn(1)
    assert console.prompt.text == ""
