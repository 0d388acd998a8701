"""The label file: every text, with a box that hugs its letters in the image."""

from PySide6.QtCore import QSize

from boards.stakeholder_web.webs import named_rows, web
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.content.theme import theme
from facilitator.domain.picture import Group, Picture, Rect, Text
from facilitator.graphics.labels import label_file
from facilitator.graphics.render import rendered


def test_items_carry_id_text_language_and_category(picture):
    found = label_file(picture, QSize(1920, 1080), "fr")
    assert found["lang"] == "fra"
    assert found["background"] == picture.background
    assert set(found["categories"]) == {"left", "right"}
    clerk = next(label for label in found["labels"] if label["text"] == "Clerk")
    assert clerk["id"] == "b1"
    assert clerk["lang"] == "fra"
    assert clerk["category"] == "left"
    assert 9 < clerk["xheight_px"] < 11
    assert [label["text"] for label in found["labels"]] == ["First board", "Clerk", "Council", "Developers"]


def test_boxes_hug_the_letters_at_every_size(qapp, picture, ink):
    for size in (QSize(1920, 1080), QSize(1280, 720)):
        for label in label_file(picture, size, "en")["labels"]:
            group = next(g for g in picture.groups if g.item_id == label["id"] or g.label == label["text"])
            texts = tuple(shape for shape in group.shapes if isinstance(shape, Text))
            only = Picture("#FFFFFF", (Group("", "scenery", group.box, texts),), "")
            left, top, right, bottom = ink(rendered(only, size))
            x, y, width, height = label["bbox"]
            assert x - 1 <= left
            assert y - 1 <= top
            assert right <= x + width + 1
            assert bottom <= y + height
            assert width - (right - left) < 8


def test_each_colour_is_one_category_named_after_all_that_have_it():
    view = web(named_rows(1, 30, "full"), "full")
    picture = picture_of(view, theme())
    found = label_file(picture, QSize(1920, 1080), "en")
    colours = dict(picture.category_colours)
    assert len(colours) == 13
    assert sorted(found["categories"].values()) == sorted(theme().categories)
    assert sorted(" / ".join(found["categories"]).split(" / ")) == sorted(colours)
    labels = {label["id"]: label for label in found["labels"]}
    for each in view.stakeholders:
        entry = labels[each.id]["category"]
        assert each.category in entry.split(" / ")
        assert found["categories"][entry] == colours[each.category]
    assert all(label.get("category", entry) in found["categories"] for label in found["labels"])


def test_wrapped_text_is_one_label_and_several_texts_are_several():
    text, more = Text(("Mairie de", "Saint-Étienne"), 100, 100, 20, "#000000"), Text(("3",), 100, 200, 20, "#000000")
    group = Group("s1", "item", Rect(100, 100, 200, 200), (text, more), category="ally", swatch=Rect(90, 100, 6, 48))
    labels = label_file(Picture("#FFFFFF", (group,), ""), QSize(960, 540), "fr")["labels"]
    assert [label["text"] for label in labels] == ["Mairie de\nSaint-Étienne", "3"]
    assert [label["id"] for label in labels] == ["s1", "s1.1"]
    assert labels[0]["swatch"] == [45, 50, 3, 24]
    assert "swatch" not in labels[1]


def test_signs_are_no_labels():
    words, code = Text(("Equity",), 100, 100, 20, "#000000"), Text(("G2",), 60, 100, 18, "#000000", sign=True)
    group = Group("g2", "item", Rect(50, 100, 200, 40), (code, words))
    labels = label_file(Picture("#FFFFFF", (group,), ""), QSize(1920, 1080), "en")["labels"]
    assert [(label["id"], label["text"]) for label in labels] == [("g2", "Equity")]
