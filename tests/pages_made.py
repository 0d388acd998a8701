"""A small PDF for tests of what shows and prints pages: three of them, the second on its side."""

from datetime import date

from facilitator.handouts import kit
from facilitator.handouts.pack import PackAbout, Part, pack_of


def _pages(words, width):
    return [
        kit.heading("First page", 1),
        kit.new_page(wide=True),
        kit.heading("Second", 2),
        kit.new_page(),
        kit.heading("Third", 2),
    ]


def _made() -> bytes:
    about = PackAbout("Town", "", date(2027, 1, 15))
    return pack_of([Part("Part", _pages)], about, "letter", "en", with_cover=False).data


PDF = _made()
