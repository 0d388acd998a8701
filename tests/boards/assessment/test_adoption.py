from datetime import date

import pytest

from facilitator.boards.assessment.kind import ADOPTION
from facilitator.boards.assessment.layout import PANEL_LEFT, layout_of
from facilitator.boards.capturing import captured
from facilitator.content.theme import theme
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH

EN, FR = Words("en"), Words("fr")


def document(*lines, language="en") -> Document:
    """The adoption check of one group, after capture lines."""
    board = Board(id="a", number=1, kind="adoption", title="Counter staff", question="How far are we?")
    engagement = Engagement(id="engagement", title="Permits", language=language)
    held = Document.of([engagement, board, *ADOPTION.found(board, date(2027, 3, 1))])
    for line in lines:
        held = held.after(captured(ADOPTION, held, "a", line, "unknown"))
    return held


def seen(held):
    return ADOPTION.view(held, "a")


def test_the_five_steps_are_asked_and_what_people_say_is_noted():
    held = document("A1 #3")
    assert [item.code for item in ADOPTION.items(seen(held))] == ["A1", "A2", "A3", "A4", "A5"]
    fields = {field.key: field for field in ADOPTION.fields(held, "a.know_why", EN)}
    assert list(fields) == ["level", "statement", "anchors", "evidence"]
    assert fields["anchors"].value.startswith("0 Nobody yet: ")
    held = held.after(ADOPTION.set_field(held, "a.know_why", "evidence", "We heard it twice"))
    (table,) = ADOPTION.tables(seen(held), EN)
    assert table.columns == ("Code", "Area", "Level", "What people say")
    assert table.rows[0] == ("A1", "Know why", "3 Most", "We heard it twice")


@pytest.mark.parametrize(
    ("lines", "act"),
    [
        ((), "No step is stuck so far."),
        (("A1 #3", "A2 #3"), "No step is stuck so far."),
        (("A1 #3", "A3 #2", "A5 #0"), "A3 Know how"),
        (("A5 #1",), "A5 Keep doing it"),
    ],
)
def test_the_first_step_that_is_stuck_is_where_to_act(lines, act):
    drawn = ADOPTION.picture(seen(document(*lines)), theme())
    assert act in drawn.alt
    assert act in next(group.label for group in drawn.groups if group.label.startswith("Where to act"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_to_act_keeps_its_place(language):
    for number in range(1, 6):
        drawn = ADOPTION.picture(seen(document(f"A{number} #0", language=language)), theme())
        legend = drawn.groups[-1].box
        (act,) = [group.box for group in drawn.groups if group.label.startswith(("Where to act", "Où agir"))]
        assert not act.overlaps(legend)
        assert legend.bottom <= STAGE_HEIGHT
        assert act.right <= STAGE_WIDTH


def test_its_handout_says_where_to_act_and_every_step():
    parts = ADOPTION.handout(seen(document("A1 #3", "A2 #1")), FR, 500)
    assert len(parts) > 5
    assert ADOPTION.withheld(document(), "a") is False


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("level", range(5))
def test_a_level_in_words_stays_beside_what_comes_first(language, level):
    held = document(*(f"A{number} #{level}" for number in range(1, 6)), language=language)
    for placed in layout_of(seen(held), theme()).areas:
        assert placed.rect.x <= placed.pill.x
        assert placed.pill.right <= placed.rect.right < PANEL_LEFT
        assert placed.pill.height < placed.rect.height
        high = len(placed.lines) * line_height(placed.size) + len(placed.text) * line_height(theme().stage_text)
        assert placed.text
        assert high < placed.rect.height
