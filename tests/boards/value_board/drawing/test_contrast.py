"""Words on a value board stand out from what is drawn under them, by the pixels of the stage, in both themes."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from boards.value_board.stages import board, grouped, sixty, some_links, twenty
from facilitator.boards.value_board.picture import picture_of
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import baseline, cap_height, width
from facilitator.domain.picture import Picture, Text
from facilitator.domain.view import Showing
from facilitator.graphics.render import rendered

SIZE = QSize(1920, 1080)
GROUPS = {"Openness": ["G1", "G2"], "Ways in": ["A2", "A4"], "Service": ["I1", "I2", "I3"], "Stories": ["K1", "K2"]}


def stages():
    """All that puts words on a stage."""
    busy = board(
        {"G": 6, "A": 6, "I": 6, "K": 6, "H": 2, "E": 1, "P": 9},
        some_links(6, 14),
        groups=GROUPS,
        levels={"I1": "immediate"},
        dots={"G1": 5, "A2": 7, "I3": 12, "K1": 1},
    )
    answered = replace(busy, valuable="yes", authorised="partly", doable="not_yet")
    return {
        "empty": board({}, language="fr"),
        "twenty": twenty(),
        "think": replace(twenty("fr"), showing=Showing(form="think")),
        "busy": answered,
        "lifted": replace(answered, showing=Showing(spotlight="I2")),
        "large": replace(answered, showing=Showing(large=True)),
        "sixty": grouped(sixty(), GROUPS),
        "folded": grouped(board({"I": 40, "P": 1}), {"Service": [f"I{n}" for n in range(1, 31)]}),
        "sixty lifted": replace(sixty("fr"), showing=Showing(spotlight="I4")),
    }


def measured(picture: Picture) -> list[tuple[float, str]]:
    """Contrast of each line of words, its colour against the colour that most pixels under it have."""
    image = rendered(picture, SIZE)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    found = []
    for text in (shape for group in picture.groups for shape in group.shapes if isinstance(shape, Text)):
        for number, line in enumerate(text.lines):
            wide = width(line, text.size, bold=text.bold)
            left = int(text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor])
            foot = text.y + number * text.size * 1.2 + baseline(text.size)
            seen: Counter[int] = Counter()
            for y in range(int(foot - cap_height(text.size)), int(foot) + 1):
                seen.update(pixels[y * SIZE.width() + left : y * SIZE.width() + left + int(wide)])
            colours = [f"#{pixel & 0xFFFFFF:06X}" for pixel, _ in seen.most_common()]
            assert text.colour in colours, "the letters are what is seen there"
            ground = next(colour for colour in colours if colour != text.colour)
            found.append((contrast(text.colour, ground), line))
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("stage", stages())
def test_all_words_on_the_drawn_stage_have_a_contrast_of_seven(qapp, stage, name):
    found = measured(picture_of(stages()[stage], theme(name)))
    assert len(found) > 10
    weak = [each for each in found if each[0] < 7]
    assert not weak
