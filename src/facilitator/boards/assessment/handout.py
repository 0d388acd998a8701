"""An assessment on paper: its picture, what carries and what holds back, what comes first, and every area in words."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from facilitator.boards.assessment.picture import picture_of
from facilitator.boards.assessment.tables import area_table
from facilitator.boards.assessment.view import AreaView, AssessmentView
from facilitator.boards.assessment.wording import act_told, level_told
from facilitator.boards.drawing import BELOW_HEADER
from facilitator.content.instruments import Mark, instrument
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.handouts import kit

_TWIN = slice(0, 6)
"""The columns of the text twin that a page has room for: what comes first stands above it in full."""

_SHARES = (1.4, 3.2, 2.2, 3, 3, 3)


def handout(view: AssessmentView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout, `width` points wide."""
    asked, language = instrument(view.instrument), words.language
    picture = picture_of(view, theme("light"))
    day = words("assessment.assessed_on", day=words.date(view.assessed_on)) if view.assessed_on else ""
    parts = [
        kit.kicker(words("assessment.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question or asked.lead.within(language)),
        kit.quiet(day),
        kit.figure(picture, width, alt=picture.alt, part=BELOW_HEADER),
    ]
    if not asked.marks:
        act = words("assessment.where_to_act")
        return [*parts, *_listed(act, [act_told(view, words)], words), *_every_area(view, words)]
    for mark in asked.marks:
        parts += _marked(view, mark, words)
    strengths = [_noted(view, each, each.strengths, words) for each in view.strengths()]
    parts += _listed(words("assessment.strengths", level=asked.strength_from), strengths, words)
    needing = [_noted(view, each, each.weaknesses, words) for each in view.needing_work()]
    parts += _listed(words("assessment.needing_work", level=asked.needs_work_to), needing, words)
    return [*parts, *_every_area(view, words)]


def _every_area(view: AssessmentView, words: Words) -> list[Flowable]:
    columns = area_table(view, words).columns[_TWIN]
    table = kit.table(columns, _rows(view, words), _SHARES[: len(columns)], row_head=1)
    return [kit.heading(words("assessment.every_area"), 2), table]


def _rows(view: AssessmentView, words: Words) -> list[tuple[str | kit.Cell, ...]]:
    """The text twin, with what to look at below each area; a level that is not known is still to be filled in."""
    rows: list[tuple[str | kit.Cell, ...]] = []
    for each, row in zip(view.areas, area_table(view, words).rows, strict=True):
        code, name, level, *notes = row[_TWIN]
        told = instrument(view.instrument).area(each.area)
        note = told.text if told.anchors else told.look_at
        area = kit.Cell(lead=name, note=note.within(words.language))
        rows.append((code, area, kit.Cell(level, missing=each.level is None), *notes))
    return rows


def _marked(view: AssessmentView, mark: Mark, words: Words) -> list[Flowable]:
    """What areas were singled out as, each with what is to be done."""
    told = []
    for each in view.marked(mark.id):
        area = _name(view, each, words)
        told.append(words("assessment.area_action", area=area, action=each.action) if each.action else area)
    return _listed(mark.plural.within(words.language), told, words)


def _noted(view: AssessmentView, each: AreaView, note: str, words: Words) -> str:
    """An area with its level and what was noted of it."""
    level = level_told(instrument(view.instrument), each.level, words.language)
    told = words("assessment.area_level", area=_name(view, each, words), level=level)
    return words("assessment.area_action", area=told, action=note) if note else told


def _name(view: AssessmentView, each: AreaView, words: Words) -> str:
    area = instrument(view.instrument).area(each.area)
    return f"{area.code} {area.name.within(words.language)}"


def _listed(title: str, told: Iterable[str], words: Words) -> list[Flowable]:
    """A heading and its list, which says so where it is empty."""
    return [kit.heading(title, 2), *kit.bullets(list(told) or [words("assessment.none_yet")])]
