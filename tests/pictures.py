"""Pictures made for tests."""

import io

from PIL import Image


def picture(size=(1800, 300), mode="RGBA", colour=(0, 110, 153, 128), form="PNG"):
    """The bytes of a picture file of one colour."""
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, form)
    return file.getvalue()
