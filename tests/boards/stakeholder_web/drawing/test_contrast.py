"""Words on a web stand out from what is drawn under them, by the pixels of the stage: form by form, in both themes."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from boards.stakeholder_web.webs import DARK, LIGHT, named_rows, web
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.view import ATTITUDE, GRID, INFLUENCE, LEVELS, WEB, StakeholderWebView
from facilitator.content.theme import contrast
from facilitator.domain.picture import Picture, Text
from facilitator.domain.view import Showing
from facilitator.graphics.labels import label_file
from facilitator.graphics.render import rendered

SIZE = QSize(1920, 1080)
LAYERS = frozenset({ATTITUDE, INFLUENCE})


def stages(category_set):
    """All that puts words on a stage: prompts and rings of an empty one, ties with their legend, other forms."""
    empty = web((), category_set)
    full = web(named_rows(1, 30, category_set), category_set, ties=((1, 3, "funds"), (2, 7, "informs")))
    people = tuple(
        replace(
            each,
            influence=(None, 1, 3, 2, 4)[number % 5],
            attitude=(None, -2, 1, 0)[number % 4],
            level_now=(None, "inform", "involve")[number % 3],
            level_wanted=(None, "consult")[number % 2],
            flags=("formal_approver",) if number % 4 == 0 else (),
        )
        for number, each in enumerate(full.stakeholders)
    )
    known = replace(full, stakeholders=people)
    last = known.stakeholders[0].category
    return {
        "empty": empty,
        "reasons": replace(empty, none_apply=((last, "Nobody from there has a part in this"),)),
        "full": known,
        "layers": replace(known, showing=Showing(form=WEB, layers=LAYERS)),
        "levels": replace(known, showing=Showing(form=LEVELS)),
        "grid": replace(known, showing=Showing(form=GRID, layers=LAYERS)),
        "spotlight": replace(known, showing=Showing(spotlight=last)),
        "spotlight on nobody": replace(empty, showing=Showing(spotlight=last)),
        "large": replace(known, showing=Showing(large=True)),
    }


def measured(picture: Picture) -> list[tuple[float, str, str]]:
    """Contrast of each text, its colour against the colour that most pixels under it have, with the text and that."""
    image = rendered(picture, SIZE)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    texts = [
        shape for group in picture.groups for shape in group.shapes if isinstance(shape, Text) and any(shape.lines)
    ]
    found = []
    for text, label in zip(texts, label_file(picture, SIZE, "en")["labels"], strict=True):
        left, top, width, height = map(int, label["bbox"])
        seen: Counter[int] = Counter()
        for y in range(top, top + height):
            seen.update(pixels[y * SIZE.width() + left : y * SIZE.width() + left + width])
        colours = [f"#{pixel & 0xFFFFFF:06X}" for pixel, _ in seen.most_common()]
        assert text.colour in colours, "the letters are what is seen there"
        found.append((contrast(text.colour, colours[0]), label["text"], colours[0]))
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("category_set", ["short", "full"])
@pytest.mark.parametrize("name", stages("short"))
def test_all_words_on_the_drawn_stage_have_a_contrast_of_seven(qapp, name, category_set, theme):
    view: StakeholderWebView = stages(category_set)[name]
    found = measured(picture_of(view, theme))
    assert len(found) > 10
    weak = [each for each in found if each[0] < 7]
    assert not weak
