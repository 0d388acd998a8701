"""The map of a web on paper: the picture of the stage as large as a page, and what its signs mean below it."""

import dataclasses
from collections.abc import Iterator

from reportlab.platypus import Flowable

from facilitator.boards.drawing import BELOW_HEADER
from facilitator.boards.stakeholder_web.drawing.curves import Curve
from facilitator.boards.stakeholder_web.drawing.lines import line_shapes, look_of
from facilitator.boards.stakeholder_web.drawing.mark_signs import mark_meaning, mark_shapes
from facilitator.boards.stakeholder_web.layout.layout import layout_of
from facilitator.boards.stakeholder_web.marks import BID, GATE, GROUP, marks_of
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.boards.stakeholder_web.view import WEB, StakeholderWebView, form_of
from facilitator.content import methods
from facilitator.content.theme import Theme, theme
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Path, PathCommand, Picture, Rect, Shape
from facilitator.handouts import kit

_LINE = Rect(0, 0, 96, 30)
_PILL = Rect(0, 0, 68, 26)
_MARK = Rect(0, 0, 26, 26)
_ROUND, _SQUARE = 13.0, 6.0  # corners
_POINT = 10.0  # what the ends of a hexagon reach out
_OUTLINE_WIDTH = 2.5
_DASH = (6.0, 4.0)
_MARKS = (GATE, BID, GROUP)


def paper_map(view: StakeholderWebView, words: Words) -> Flowable:
    """The view's picture; the web's own legend, which would be small on paper, is left out for a larger one below."""
    light = theme("light")
    picture = picture_of(view, light)
    signs = list(_sides(view, light, words))
    if form_of(view) == WEB:
        picture = _without_legend(picture, view, light)
        signs += [*_pills(view, light, words), *_marks(view, light, words), *_ties(view, light, words)]
    return kit.large_figure(picture, signs, picture.alt, BELOW_HEADER)


def _without_legend(picture: Picture, view: StakeholderWebView, light: Theme) -> Picture:
    legend = layout_of(view, light).legend
    if legend is None:
        return picture
    return dataclasses.replace(picture, groups=tuple(each for each in picture.groups if each.box != legend.rect))


def _sides(view: StakeholderWebView, light: Theme, words: Words) -> Iterator[kit.Sign]:
    sides = {methods.category(each.category, view.category_set).side for each in view.stakeholders}
    for side, corner in (("internal", _SQUARE), ("external", _ROUND)):
        if side in sides:
            yield _pill(_outline(light, corner), words(f"web.sign_{side}"))


def _pills(view: StakeholderWebView, light: Theme, words: Words) -> Iterator[kit.Sign]:
    if any("rights_holder" in each.flags for each in view.stakeholders):
        yield _pill(_hexagon(light), answer("flags", "rights_holder", words))
    if any(each.confidence == "guess" for each in view.stakeholders):
        yield _pill(dataclasses.replace(_outline(light, _ROUND), dash=_DASH), words("web.sign_guess"))


def _marks(view: StakeholderWebView, light: Theme, words: Words) -> Iterator[kit.Sign]:
    used = {mark for each in view.stakeholders for mark in marks_of(each, view)}
    for mark in _MARKS:
        if mark in used:
            yield kit.Sign(tuple(mark_shapes(mark, _MARK, light)), _MARK, mark_meaning(mark, words))


def _outline(light: Theme, corner: float) -> Box:
    return Box(_PILL.grown(-2), corner, light.surface, light.quiet, _OUTLINE_WIDTH)


def _pill(shape: Shape, meaning: str) -> kit.Sign:
    return kit.Sign((shape,), _PILL, meaning)


def _hexagon(light: Theme) -> Path:
    left, right, top, bottom = 2.0, _PILL.right - 2, 2.0, _PILL.bottom - 2
    outline: tuple[PathCommand, ...] = (
        ("M", left, _PILL.height / 2),
        ("L", left + _POINT, top),
        ("L", right - _POINT, top),
        ("L", right, _PILL.height / 2),
        ("L", right - _POINT, bottom),
        ("L", left + _POINT, bottom),
        ("Z",),
    )
    return Path(outline, light.surface, light.quiet, _OUTLINE_WIDTH)


def _ties(view: StakeholderWebView, light: Theme, words: Words) -> Iterator[kit.Sign]:
    used = {tie.kind for tie in view.relationships}
    for kind in methods.line_kinds():
        if kind.id in used:
            yield _tie(kind.id, kind.name.within(words.language), light)
    if any(tie.quality == "strained" for tie in view.relationships):
        yield _tie("works_with", words("web.sign_strained"), light, quality="strained")
    if any(tie.confidence == "guess" for tie in view.relationships):
        yield _tie("works_with", words("web.sign_unsure"), light, confidence="guess")


def _tie(kind: str, meaning: str, light: Theme, quality: str = "", confidence: str = "") -> kit.Sign:
    middle = _LINE.height / 2
    curve = Curve(tuple((2 + (_LINE.width - 4) * share, middle) for share in (0, 1 / 3, 2 / 3, 1)))
    look = look_of(kind, quality=quality, confidence=confidence)
    return kit.Sign(tuple(line_shapes(look, curve, light)), _LINE, meaning)
