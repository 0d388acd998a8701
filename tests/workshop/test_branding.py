"""How the client looks: what can be typed as a colour, what a logo needs."""

import base64
import io

import pytest
from PIL import Image

from facilitator.domain.brand import Brand
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.exchange.logo import LARGEST_FILE, logo_of
from facilitator.workshop.branding import brand_of, colour_typed, logo_words, set_brand
from facilitator.workshop.twins import twin_places
from pictures import picture


def engagement(organization="Town of Maple Bay"):
    return Document.of([Engagement(id=ENGAGEMENT_ID, title="Permits", organization=organization)])


@pytest.mark.parametrize(
    ("typed", "colour"), [("#0A7", "#00aa77"), ("0B6E99", "#0b6e99"), (" #0b6e99 ", "#0b6e99"), ("", ""), ("  ", "")]
)
def test_a_colour_is_read_as_people_type_it(typed, colour):
    assert colour_typed(typed) == colour


@pytest.mark.parametrize("typed", ["blue", "#12", "#12345", "#1234567", "# 123456", "rgb(1,2,3)"])
def test_what_is_no_colour_is_said(typed):
    with pytest.raises(EditRejected) as refused:
        colour_typed(typed)
    assert (refused.value.key, refused.value.values) == ("colour_unreadable", {"text": typed})


def test_a_look_is_set_changed_and_taken_back():
    document = engagement()
    assert brand_of(document) == Brand(id=ENGAGEMENT_ID)
    document = document.after(set_brand(document, "#0A7", "cGljdHVyZQ==", "The town's arms"))
    assert brand_of(document).model_dump(exclude={"id"}) == {
        "colour": "#00aa77",
        "logo": "cGljdHVyZQ==",
        "logo_text": "The town's arms",
    }
    with pytest.raises(EditRejected, match="nothing_to_do"):
        set_brand(document, "#00aa77", "cGljdHVyZQ==", "The town's arms")
    document = document.after(set_brand(document, "", "", "The town's arms"))
    assert not list(document.every(Brand))


def test_a_logo_is_read_as_the_organization_is_called_where_nobody_said_how():
    document = engagement()
    document = document.after(set_brand(document, "", "eA==", ""))
    assert (brand_of(document).logo_text, logo_words(document)) == ("", "Town of Maple Bay")
    assert [place.id for place in twin_places(document) if "brand" in place.id] == []
    before = document.get(Engagement, ENGAGEMENT_ID)
    document = document.after(changed("rename", [(before, before.having(organization="Ville"))]))
    assert logo_words(document) == "Ville"
    document = document.after(set_brand(document, "", "eA==", "The arms"))
    assert logo_words(document) == "The arms"
    assert logo_words(engagement()) == ""
    with pytest.raises(EditRejected, match="logo_unnamed"):
        set_brand(engagement(organization=""), "", "eA==", " ")


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (picture(), (900, 150)),
        (picture((90, 60)), (90, 60)),
        (picture((100, 2000), "RGB", (1, 2, 3), "JPEG"), (18, 360)),
        (picture((40, 40), "CMYK", (1, 2, 3, 4), "JPEG"), (40, 40)),
        (picture((40, 40), "P", 3), (40, 40)),
        (picture((40, 40), "I;16", 900), (40, 40)),
    ],
)
def test_a_logo_becomes_a_small_flat_picture_without_what_else_its_file_says(data, size):
    kept = Image.open(io.BytesIO(base64.b64decode(logo_of(data, "arms.png"))))
    assert (kept.size, kept.mode, kept.format, kept.info) == (size, "RGB", "PNG", {})


def test_what_shows_through_becomes_white():
    kept = Image.open(io.BytesIO(base64.b64decode(logo_of(picture((9, 9), colour=(0, 0, 0, 0)), "arms.png"))))
    assert kept.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "logo_unreadable"),
        (b"%PDF-1.7", "logo_unreadable"),
        (picture()[:400], "logo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo_unreadable"),
        (picture((40, 40), "P", 3, "GIF"), "logo_unreadable"),
        (picture((8000, 8000), "1", 0), "logo_too_large"),
        (b"\x89PNG" + b"x" * LARGEST_FILE, "logo_too_large"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_by_name(data, key):
    with pytest.raises(StoreError) as refused:
        logo_of(data, "arms.png")
    assert (refused.value.key, refused.value.values) == (key, {"name": "arms.png"})
