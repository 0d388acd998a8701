"""Logos: a picture file becomes a small, flat PNG that says nothing but what it shows."""

import base64
import io
import warnings

from facilitator.domain.refusal import StoreError

LARGEST_FILE = 5_000_000  # bytes
_LARGEST = 40_000_000  # pixels of the file's picture
_KEPT = (900, 360)  # pixels: 300 to the inch at the largest size on paper


def logo_of(data: bytes, name: str) -> str:
    """A PNG or JPEG file's picture on white, at most 900 x 360 pixels, without what else the file says, in base64.

    Raises StoreError: "logo_too_large" or "logo_unreadable" (name).
    """
    from PIL import Image  # takes 0.1 s

    if len(data) > LARGEST_FILE:
        raise StoreError("logo_too_large", name=name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is below
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if picture.width * picture.height > _LARGEST:
                raise StoreError("logo_too_large", name=name)
            shown = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:  # what PIL says of broken files
        raise StoreError("logo_unreadable", name=name) from error
    shown.thumbnail(_KEPT)
    flat = Image.new("RGB", shown.size, "white")
    flat.paste(shown, mask=shown)
    kept = io.BytesIO()
    flat.save(kept, "PNG", optimize=True)
    return base64.b64encode(kept.getvalue()).decode()
