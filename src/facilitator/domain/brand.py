"""Brand: how the client looks on paper."""

import re

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

_COLOUR = re.compile("#[0-9a-f]{6}")


class Brand(Record):
    """The client's look on handouts; its id is the engagement's, and there is none where nobody chose one.

    `colour` is "#rrggbb" in small letters, "" for the house's own. `logo` is a PNG or JPEG picture in base64, "" for
    none, and `logo_text` what is read out in its place.
    """

    id: str = Field(primary_key=True, foreign_key="engagement.id")
    colour: str = ""
    logo: str = ""
    logo_text: str = ""

    @field_validator("colour")
    @classmethod
    def _is_a_colour(cls, colour: str) -> str:
        if colour and not _COLOUR.fullmatch(colour):
            raise ValueError("a colour is six hexadecimal digits after #")
        return colour
