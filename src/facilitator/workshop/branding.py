"""How the client looks on handouts: pure edits of the engagement's brand."""

import re

from facilitator.domain import words_of_people
from facilitator.domain.brand import Brand
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement
from facilitator.domain.refusal import EditRejected

_COLOUR = re.compile("#?(?:([0-9a-f]{6})|([0-9a-f]{3}))", re.IGNORECASE)


def brand_of(document: Document) -> Brand:
    """The client's look, an empty one where nobody chose any."""
    return document.find(Brand, ENGAGEMENT_ID) or Brand(id=ENGAGEMENT_ID)


def logo_words(document: Document) -> str:
    """What is read out in the logo's place: its own words, else whose it is as that is called now; "" for no logo."""
    brand, engagement = brand_of(document), document.get(Engagement, ENGAGEMENT_ID)
    return brand.logo and (brand.logo_text or engagement.organization or engagement.title)


def set_brand(document: Document, colour: str, logo: str, logo_text: str) -> Change:
    """Another look: `colour` as `colour_typed` reads it, `logo` as `exchange.logo.logo_of` gives it, "" for none.

    A logo without words is read as `logo_words` says. Raises EditRejected: "colour_unreadable" (text), "logo_unnamed"
    where there is no name to read, "nothing_to_do", and what a name may not be.
    """
    said = words_of_people.name(logo_text) if logo_text.strip() else ""
    if logo and not said and not document.get(Engagement, ENGAGEMENT_ID).organization:
        raise EditRejected("logo_unnamed")
    before = document.find(Brand, ENGAGEMENT_ID)
    after = Brand(id=ENGAGEMENT_ID, colour=colour_typed(colour), logo=logo, logo_text=said if logo else "")
    return changed("set_brand", [(before, None if after == Brand(id=ENGAGEMENT_ID) else after)])


def colour_typed(text: str) -> str:
    """A colour as people type it ("#0A7", "0b6e99") as "#rrggbb", "" for none.

    Raises EditRejected("colour_unreadable") (text).
    """
    if not text.strip():
        return ""
    found = _COLOUR.fullmatch(text.strip())
    if not found:
        raise EditRejected("colour_unreadable", text=text.strip())
    return "#" + (found[1] or "".join(letter * 2 for letter in found[2])).lower()
