"""An overlay tells of what looks other, to those who listen still."""

from facilitator.workshop.overlay import Overlay


def test_it_tells_only_of_what_looks_other():
    overlay, heard = Overlay[int](), []
    end = overlay.subscribe(lambda: heard.append(overlay.value))
    for value in (None, 5, 5, None, 4):
        overlay.show(value)
    end()
    overlay.show(3)
    assert heard == [5, None, 4]
    assert overlay.value == 3
