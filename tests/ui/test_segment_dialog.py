"""The segment dialog has room for all of its fields in a low and narrow window, in both languages."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.content.words import Words
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.dialogs.segment_dialog import BoardOffer, SegmentDialog
from facilitator.workshop.segments import SegmentValues


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_field_ends_inside_and_nothing_scrolls_sideways(qtbot, language):
    long = "Liste de vérification de la transformation numérique " * 3
    offers = [BoardOffer("one", long, (("", long), ("two", long)), spots=(("s", long),))]
    below = QWidget()
    qtbot.addWidget(below)
    dialog = SegmentDialog(SegmentValues("A", 10), offers, lambda values: True, Words(language), below, new=True)
    dialog.board.setCurrentIndex(1)
    dialog.resize(dialog.width(), 600)
    dialog.show()
    QApplication.processEvents()
    (area,) = dialog.findChildren(FieldArea)
    fields = (dialog.title, dialog.minutes, dialog.fixed, dialog.method, dialog.prompt, dialog.materials)
    for field in (*fields, dialog.minimum, dialog.cut_order, dialog.board, dialog.form, dialog.spot, dialog.large):
        right = field.mapTo(area.viewport(), QPoint(field.width(), 0)).x()
        assert right <= area.viewport().width(), field.accessibleName()
        cuts_itself = isinstance(field, ChoiceBox)  # it says with an ellipsis that there is more
        assert cuts_itself or field.width() >= field.minimumSizeHint().width()
    assert area.horizontalScrollBar().maximum() == 0
