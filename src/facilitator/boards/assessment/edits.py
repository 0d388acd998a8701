"""What can be done to an assessment: its areas are given, so edits say how each stands. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.assessment.typed_levels import area_coded, level_said, require_level
from facilitator.boards.assessment.view import answer_id, area_of_id, instrument_of
from facilitator.boards.finding import choice_named
from facilitator.boards.heading import set_heading
from facilitator.boards.typed import optional_day, optional_line, require_no_scales
from facilitator.content.instruments import Area, Instrument
from facilitator.content.naming import AmbiguousNameError, UnknownNameError, match_name, plain
from facilitator.content.reading import Bilingual
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

UNKNOWN = "unknown"
"""The group of the areas whose level is not known; the other groups are the levels, "0" to "4"."""

_READ: Mapping[str, Callable[[str], str]] = {
    "strengths": words_of_people.note,
    "weaknesses": words_of_people.note,
    "evidence": words_of_people.note,
    "action": optional_line,
}


def rate_named(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """Give the area that the line names, by code, id or the beginning of its name, the level of the line or `group`.

    "U6 3 two portals" says the level and what is behind it, "U6 #3" and "Data #3" the level, "U6 ?" that it is not
    known; words are added to the evidence once.

    Raises EditRejected: "assessment_fixed" when there is no such area, "name_ambiguous" (name, codes),
    "capture_no_scale" (mark), "group_unknown" (group, known), "level_outside" (said, low, high), "answer_not_here"
    (name, said, known) for "n/a", "level_wanted" (name, code) for a line without a level while `group` is none either:
    only a line that says so makes a level unknown again. "nothing_to_do".
    """
    require_no_scales(line)
    asked = instrument_of(document, board_id)
    first, _, rest = line.name.partition(" ")
    area = area_coded(asked, first)
    note = rest.strip() if area else ""
    area = area or asked.area(_area_named(asked, line.name))
    wanted, note = _level_and_words(asked, area, line.group, note)
    level = level_named(document, board_id, wanted or group)
    if level is None and not wanted:
        name = area.name.within(language_of(document))
        raise EditRejected("level_wanted", name=name, code=area.code)
    after = answer_of(document, answer_id(board_id, area.id)).having(level=level)
    if note and note not in after.evidence:
        after = after.having(evidence=words_of_people.note("\n".join(filter(None, (after.evidence, note)))))
    return _rated(document, [after])


def rate(document: Document, answer_ids: Sequence[str], group: str) -> Change:
    """Give areas a level, by number or word in either language, or "unknown"."""
    after = []
    for answer in _answers(document, answer_ids):
        after.append(answer.having(level=level_named(document, answer.board_id, group)))
    return _rated(document, after)


def step_level(document: Document, answer_ids: Sequence[str], step: int) -> Change:
    """Move areas by `step` in the row not known, 0, 1, 2, 3, 4; at its ends they stay."""
    after = []
    for answer in _answers(document, answer_ids):
        row = (None, *(level.value for level in instrument_of(document, answer.board_id).scale.levels))
        place = min(max(row.index(answer.level) + step, 0), len(row) - 1)
        after.append(answer.having(level=row[place]))
    return _rated(document, after)


def mark(document: Document, its_id: str, wanted: str) -> Change:
    """Single an area out as "quick" or "foundation", or with "" as nothing any more.

    Raises EditRejected("marks_full") (mark, count, marked) where as many areas as may be are marked so already.
    """
    answer = answer_of(document, its_id)
    if wanted and wanted != answer.mark:
        asked, language = instrument_of(document, answer.board_id), language_of(document)
        marks = asked.mark(wanted)
        others = {
            each.area for each in document.every(Answer) if each.board_id == answer.board_id and each.mark == wanted
        }
        if len(others) >= marks.most:
            told = [area.name.within(language) for area in asked.areas if area.id in others]
            name = marks.name.within(language)
            raise EditRejected("marks_full", mark=name, count=marks.most, marked=", ".join(told))
    return changed("mark_area", _pairs(document, [answer.having(mark=wanted)]))


def clear(document: Document, answer_ids: Sequence[str]) -> Change:
    """Back to where every area begins: not known, nothing noted."""
    found = [document.find(Answer, answer.id) for answer in _answers(document, answer_ids)]
    return changed("clear_answer", [(record, None) for record in found])


def set_answer(document: Document, its_id: str, key: str, value: str) -> Change:
    """Edit one line of the inspector of an area: `level` ("" not known), `mark`, or one of its texts.

    Raises KeyError for another key, EditRejected for what `rate` and `mark` refuse and what a note may not be.
    """
    if key == "level":
        return rate(document, [its_id], value or UNKNOWN)
    if key == "mark":
        return mark(document, its_id, value)
    after = answer_of(document, its_id).having(**{key: _READ[key](value)})
    return changed("edit_answer", _pairs(document, [after]))


def set_board(document: Document, board_id: str, key: str, value: str) -> Change:
    """Edit one line of the board: its heading, or `assessed_on`; raises EditRejected("date_unreadable") (text)."""
    if key != "assessed_on":
        return set_heading(document, board_id, key, value)
    before = document.find(Assessment, board_id)
    plain = before or Assessment(id=board_id, instrument=instrument_of(document, board_id).id)
    return changed("edit_assessment", [(before, plain.having(assessed_on=optional_day(value)))])


def answer_of(document: Document, its_id: str) -> Answer:
    """The answer with this id, a new one where nothing was noted yet; raises EditRejected("gone") if there is none."""
    found = document.find(Answer, its_id)
    if found:
        return found
    board_id, area = area_of_id(its_id)
    board = document.find(Board, board_id)
    if board is None or area not in {each.id for each in instrument_of(document, board_id).areas}:
        raise EditRejected("gone", id=its_id)
    return Answer(id=its_id, board_id=board_id, area=area)


def level_named(document: Document, board_id: str, wanted: str) -> int | None:
    """The level that letters mean, None for not known ("?"); raises EditRejected("group_unknown") (group, known)."""
    if wanted == "?":
        return None
    scale = instrument_of(document, board_id).scale
    names = {str(level.value): level.name for level in scale.levels} | {UNKNOWN: scale.unknown}
    told = {its_id: _numbered(its_id, name) for its_id, name in names.items()}
    found = choice_named(document, wanted, told, "group_unknown", "group", also=names)
    return None if found == UNKNOWN else int(found)


def _numbered(group: str, name: Bilingual) -> Bilingual:
    return name if group == UNKNOWN else Bilingual(f"{group} {name.en}", f"{group} {name.fr}")


def _level_and_words(asked: Instrument, area: Area, group: str | None, note: str) -> tuple[str | None, str]:
    """The level as typed, behind the code or after a #, None where there is none; and the words about it."""
    if group is not None:
        mark, _, behind = group.partition(" ")
        names = [name for each in asked.scale.levels for name in (each.name.en, each.name.fr)]
        if level_said(mark) is None:
            return group, note
        a_name = any(plain(name).startswith(plain(behind)) for name in names)  # "#4 Sustained" is the level itself
        return mark, note if a_name else " ".join(filter(None, (note, behind)))
    mark, _, behind = note.partition(" ")
    require_level(asked, mark)
    said = level_said(mark)
    if said is None:
        return None, note
    if said[0] == "not_applicable":
        known = ", ".join([*(str(each.value) for each in asked.scale.levels), "?"])
        raise EditRejected("answer_not_here", name=area.code, said=mark, known=known)
    return mark, behind


def _area_named(asked: Instrument, wanted: str) -> str:
    code_of = {area.code: area.id for area in asked.areas}
    try:
        return code_of[match_name(wanted, {area.code: area.name for area in asked.areas})]
    except UnknownNameError:
        raise EditRejected("assessment_fixed") from None
    except AmbiguousNameError as several:
        raise EditRejected("name_ambiguous", name=wanted, codes=", ".join(several.candidates)) from None


def _answers(document: Document, answer_ids: Sequence[str]) -> list[Answer]:
    return [answer_of(document, each) for each in dict.fromkeys(answer_ids)]


def _rated(document: Document, after: Iterable[Answer]) -> Change:
    return changed("rate_area", _pairs(document, after))


def _pairs(document: Document, answers: Iterable[Answer]) -> Iterator[tuple[Answer | None, Answer | None]]:
    """What is noted now, and these answers after it; what says nothing has no record."""
    for answer in answers:
        blank = Answer(id=answer.id, board_id=answer.board_id, area=answer.area)
        yield document.find(Answer, answer.id), None if answer == blank else answer
