"""Mouse and keys on the canvas become requests with the right ids and places; the canvas itself changes nothing."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from canvas_hands import B1, B2, B3, EMPTY, LEFT, NONE, SHIFT, at, click, drag, requests
from facilitator.content.theme import theme
from facilitator.graphics.marks import Ghost


def test_a_click_picks_and_a_click_beside_lets_go(canvas, asked):
    click(canvas, B1)
    click(canvas, B3, SHIFT)
    assert canvas.picked == ("b1", "b3")
    click(canvas, B1, SHIFT)
    assert canvas.picked == ("b3",)
    click(canvas, EMPTY)
    assert canvas.picked == ()
    assert requests(asked) == []


def test_dragging_asks_to_drop_where_the_pointer_let_go(canvas, asked):
    drag(canvas, (380, 140), (580, 340))
    (name, ids, x, y), *rest = requests(asked)
    assert (name, ids, rest) == ("dropRequested", ("b1",), [])
    assert x == pytest.approx(600, abs=4)
    assert y == pytest.approx(350, abs=4)
    assert canvas.board.group("b1").box.centre == B1  # nothing has moved until the edit is saved


def test_dragging_one_of_several_asks_for_all_with_the_pressed_one_first(canvas, asked):
    canvas.pick(["b1", "b2"])
    drag(canvas, B2, (500, 400))
    assert requests(asked)[0][:2] == ("dropRequested", ("b2", "b1"))


def test_esc_takes_a_drag_back(canvas, asked):
    drag(canvas, B1, (700, 700), release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, at(canvas, (700, 700)))
    assert requests(asked) == []
    assert canvas.picked == ("b1",)


RIGHT, MIDDLE = Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton


@pytest.mark.parametrize("other", [RIGHT, MIDDLE])
def test_another_button_during_a_drag_changes_nothing(canvas, asked, other):
    port, end = canvas.viewport(), at(canvas, (700, 700))
    drag(canvas, B1, (700, 700), release=False)
    gesture = canvas._gesture
    QTest.mousePress(port, other, NONE, end)
    QTest.mouseRelease(port, other, NONE, end)
    assert requests(asked) == []
    assert canvas._gesture is gesture
    QTest.mouseRelease(port, LEFT, NONE, end)
    assert [each[:2] for each in requests(asked)] == [("dropRequested", ("b1",))]
    assert ghosts(canvas) == []


def ghosts(canvas):
    return [item for item in canvas.board.items() if isinstance(item, Ghost)]


def test_a_drag_whose_release_went_elsewhere_is_taken_back_by_the_next_press(canvas, asked):
    drag(canvas, B1, (700, 700), release=False)
    QTest.mouseDClick(canvas.viewport(), RIGHT, NONE, at(canvas, B2))
    assert canvas.editor is None
    click(canvas, B3)
    assert ghosts(canvas) == []
    assert requests(asked) == []
    assert canvas.picked == ("b3",)


def test_a_tiny_move_is_a_click(canvas, asked):
    canvas.pick(["b1", "b2"])
    begin = at(canvas, B1)
    QTest.mousePress(canvas.viewport(), LEFT, NONE, begin)
    QTest.mouseMove(canvas.viewport(), begin + QPoint(2, 1))
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, begin + QPoint(2, 1))
    assert requests(asked) == []
    assert canvas.picked == ("b1",)


def test_a_band_picks_what_it_meets_and_shift_keeps_the_rest(canvas, asked):
    drag(canvas, (120, 90), (700, 380))
    assert canvas.picked == ("b1", "b2")
    drag(canvas, (1200, 380), (1700, 600), SHIFT)
    assert canvas.picked == ("b1", "b2", "b3")
    assert requests(asked) == []


def test_a_link_is_dragged_from_the_handle(canvas, asked):
    click(canvas, B1)
    handle = canvas.board.handle.pos()
    drag(canvas, (handle.x(), handle.y()), B3)
    assert requests(asked) == [("linkRequested", "b1", "b3")]


def test_a_link_dropped_beside_or_taken_back_asks_for_nothing(canvas, asked):
    click(canvas, B1)
    handle = canvas.board.handle.pos()
    drag(canvas, (handle.x(), handle.y()), EMPTY)
    drag(canvas, (handle.x(), handle.y()), B3, release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, at(canvas, B3))
    assert requests(asked) == []


def test_ctrl_l_links_with_the_item_reached_by_the_arrows(canvas, asked):
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert canvas.linking == "b1"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert requests(asked) == [("linkRequested", "b1", "b2")]
    assert canvas.linking is None
    assert canvas.picked == ("b1",)


def test_ctrl_l_links_with_the_item_clicked_and_esc_forgets_it(canvas, asked):
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    click(canvas, B3)
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    click(canvas, B3)
    assert requests(asked) == [("linkRequested", "b1", "b3")]


def test_a_link_has_no_name_to_change(canvas, asked):
    middle = (900, 300)
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, at(canvas, middle))
    assert canvas.editor is None
    click(canvas, middle)
    assert canvas.picked == ("t1",)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert requests(asked) == [("deleteRequested", ("t1",))]


def test_a_double_click_on_paper_goes_to_the_capture_bar(canvas, asked):
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, at(canvas, EMPTY))
    assert requests(asked) == [("captureRequested",)]


@pytest.mark.parametrize(
    ("key", "direction"),
    [
        (Qt.Key.Key_Left, "left"),
        (Qt.Key.Key_Right, "right"),
        (Qt.Key.Key_Up, "up"),
        (Qt.Key.Key_Down, "down"),
    ],
)
def test_alt_and_arrows_nudge_what_is_picked(canvas, asked, key, direction):
    canvas.pick(["b1", "b2"])
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.AltModifier)
    assert requests(asked) == [("nudgeRequested", ("b1", "b2"), direction)]


def test_tab_goes_through_the_items_and_on(canvas):
    for expected in ("b1", "b2", "b3"):
        assert canvas.focusNextPrevChild(True)
        assert canvas.picked == (expected,)
    canvas.focusNextPrevChild(True)
    assert canvas.picked == ("b3",)
    assert canvas.focusNextPrevChild(False)
    assert canvas.picked == ("b2",)


def test_arrows_go_to_the_nearest_and_shift_adds_it(canvas):
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.picked == ("b1",)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.picked == ("b2",)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert canvas.picked == ("b2", "b3")
    QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert canvas.picked == ("b1", "b2", "b3")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.picked == ()


def test_enter_edits_and_delete_deletes(canvas, asked):
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    canvas.pick(["b1", "b2"])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert requests(asked) == [("editRequested", ("b1", "b2")), ("deleteRequested", ("b1", "b2"))]


def test_the_middle_button_pushes_the_paper(canvas):
    canvas.zoom(4)
    before = canvas.mapToScene(QPoint(0, 0))
    port = canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.MiddleButton, NONE, QPoint(500, 300))
    QTest.mouseMove(port, QPoint(450, 260))
    QTest.mouseRelease(port, Qt.MouseButton.MiddleButton, NONE, QPoint(450, 260))
    moved = canvas.mapToScene(QPoint(0, 0)) - before
    assert moved.x() > 0
    assert moved.y() > 0


def test_the_ring_round_what_is_picked_can_be_seen(canvas):
    plain = canvas.grab().toImage()
    canvas.pick(["b2"])
    ringed = canvas.grab().toImage()
    box = canvas.board.group("b2").box
    edge = canvas.mapFromScene(QPointF(box.x - 5, box.centre[1]))
    colours = {ringed.pixelColor(edge + QPoint(dx, 0)).name() for dx in range(-2, 3)}
    assert theme().focus.lower() in colours
    assert plain != ringed
