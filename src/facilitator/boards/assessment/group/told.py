"""A group summary in words: what is shown, for everybody; what was hidden and why, for the facilitator alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitator.boards.assessment.group.collecting import about_persons, collected
from facilitator.boards.assessment.group.edits import checked
from facilitator.boards.assessment.group.free_words import free_words_told
from facilitator.boards.assessment.group.lines import ShownItem, as_records, items_of, lines_of_summary
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.assessment.rules.group_shapes import CouldGuess, Grouped, Hidden
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import Instrument, terms
from facilitator.content.words import Words
from facilitator.domain.document import Document

NAMING = frozenset(
    {
        *(
            f"group_summary.{each}"
            for each in ("from_band", "method", "method_parts", "mode_none", "mode_waits", "guess_all_raised")
        ),
        *(
            f"group_summary.reason_{each}"
            for each in ("too_few", "small_band", "small_theme", "small_segment", "difference", "no_group")
        ),
        "group_summary.reason_no_change_enough",
        "assessment.check_nameless",
        *(f"assessment.release_{each}" for each in ("band", "from", "group_least", "cell_least")),
    }
)
"""What is said of those who are protected, so that there is another sentence where these are persons."""


def said_of(asked: Instrument, key: str, words: Words, **values: object) -> str:
    """A sentence by its key: of organizations, or of persons where it is each of these who is protected."""
    return words(f"{key}_person" if key in NAMING and about_persons(asked) else key, **values)


def month_told(month: str, words: Words) -> str:
    """A month as it is said: "November 2026"."""
    year, number = month.split("-")
    return f"{words(f'writing.month_{int(number)}')} {year}"


def head_told(view: SummaryView, words: Words) -> str:
    """From how many organizations, or persons, and when; that nothing was released where nothing was."""
    if view.head is None:
        return words("assessment.not_released")
    return _from_told(view.asked, view.head.band, view.head.month, words)


def method_told(view: SummaryView, words: Words) -> str:
    """How those who answered were protected; "" before a release."""
    head = view.head
    if head is None:
        return ""
    told = said_of(view.asked, "group_summary.method", words, group=head.group_least, cell=head.cell_least)
    if not any(item.parts for item in view.dimensions):
        return told
    return f"{told} {said_of(view.asked, 'group_summary.method_parts', words, group=head.group_least)}"


def item_told(item: ShownItem, words: Words) -> str:
    """What is shown of a dimension or statement: the median, bands in words, how many did not know."""
    told = [] if item.median is None else [words.number(item.median)]
    if item.similar:
        told.append(words("group_summary.similar"))
    if not told and item.parts:
        told.append(words("assessment.not_shown"))
    return " · ".join([*told, *in_words(item, words)]) or words("assessment.not_shown")


def in_words(item: ShownItem, words: Words) -> tuple[str, ...]:
    """What is said of a dimension or statement beside its median: bands in words, how many did not know, its parts."""
    told = [_band_told(band, words) for band in item.bands]
    if item.unknown:
        told.append(words("group_summary.unknown_share", share=words(f"group_summary.frequency_{item.unknown}")))
    return (*told, *parts_told(item, words))


def parts_told(item: ShownItem, words: Words) -> tuple[str, ...]:
    """What each part of the organizations comes to."""
    similar = words("group_summary.similar")
    return tuple(
        words("assessment.fact", name=name, value=similar if median is None else words.number(median))
        for name, median in item.parts
    )


def theme_told(name: str, word: str, words: Words) -> str:
    """A theme, and how many have it where that may be said."""
    return words("assessment.theme", name=name, share=words(f"group_summary.frequency_{word}")) if word else name


def check_told(
    document: Document,
    board_id: str,
    day: date,
    words: Words,
    limits: Thresholds | None = None,
    *,
    figures: bool | None = None,
    compare_by: str = "",
) -> Iterator[tuple[str, str]]:
    """The check before a release, (label, text): who is in, what would be shown, what would not and why. Private."""
    asked = instrument_of(document, board_id)
    found = collected(document, asked)
    made = checked(document, board_id, day, limits, figures=figures, compare_by=compare_by)
    yield words("assessment.check_included"), _names(made.check.included, found.names, words)
    yield words("assessment.check_waiting"), _names(made.check.waiting, found.names, words)
    yield words("assessment.check_left_out"), _names(made.check.left_out, found.names, words)
    if found.nameless:
        yield said_of(asked, "assessment.check_nameless", words), words.list(found.nameless)
    hidden = list(_hidden_told(asked, made, found.parts, words))
    if hidden:
        yield words("assessment.check_hidden"), "\n".join(hidden)
    telling = list(free_words_told(document, board_id, found.names.values(), words))
    if telling:
        yield words("group_summary.free_words"), "\n".join(telling)
    guesses = [_guess_told(asked, each, words) for each in made.check.guesses]
    yield words("assessment.check_guess"), "\n".join([*guesses, words("group_summary.no_promise")])
    yield words("assessment.check_shown"), "\n".join(_shown_told(asked, made, found.parts, words))


def _from_told(asked: Instrument, band: str, month: str, words: Words) -> str:
    return said_of(asked, "group_summary.from_band", words, band=words.range(band), month=month_told(month, words))


def _names(ids: Sequence[str], names: Mapping[str, str], words: Words) -> str:
    told = words.list([names[each] for each in ids])
    return words("assessment.check_names", number=len(ids), names=told) if ids else words("assessment.check_nobody")


def _shown_told(asked: Instrument, made: Grouped, parts: Mapping[str, str], words: Words) -> Iterator[str]:
    """Line by line what a release would show: made from the very lines that would be released."""
    if not made.check.allowed:
        yield said_of(asked, "group_summary.mode_waits", words, cell=made.summary.thresholds.cell)
        return
    yield said_of(asked, f"group_summary.mode_{made.summary.mode}", words)
    if made.summary.mode == "none":
        return
    lines = as_records("check", tuple(lines_of_summary(made.summary)), 1)
    yield _from_told(asked, made.summary.band, made.summary.month, words)
    for sort in ("dimension", "statement"):
        for item in items_of(lines, sort, asked, parts):
            if not item.is_empty:
                name = _item_name(asked, item.id, words)
                yield words("assessment.fact", name=name, value=item_told(item, words))
    for line in lines:
        if line.sort == "theme":
            yield theme_told(_theme_name(line.item, words), line.text, words)
        elif line.sort == "sentence" and line.item in {area.id for area in asked.areas}:
            yield words(f"assessment.shared_{line.text}", name=_item_name(asked, line.item, words))


def _hidden_told(asked: Instrument, made: Grouped, parts: Mapping[str, str], words: Words) -> Iterator[str]:
    """A line for each reason, with all that is hidden for it; bands of a part are never shown, hidden or not."""
    limits = made.summary.thresholds
    told = [each for each in made.check.hidden if not (each.segment and each.part)]
    for reason in dict.fromkeys(_reason(each) for each in told):
        why = said_of(asked, f"group_summary.reason_{reason}", words, group=limits.group, cell=limits.cell)
        named = words.list(list(_hidden_names(asked, [each for each in told if _reason(each) == reason], parts, words)))
        yield words("assessment.fact", name=named, value=why) if named else why


def _reason(each: Hidden) -> str:
    return "total_numbers" if each.reason == "total" and each.part else each.reason


def _hidden_names(asked: Instrument, hidden: Sequence[Hidden], parts: Mapping[str, str], words: Words) -> Iterator[str]:
    """What is hidden; a part of the organizations alone where all of it is, else with each dimension of it."""
    of_parts: dict[str, list[Hidden]] = {}
    for each in hidden:
        if each.sort == "segment" or each.segment:
            of_parts.setdefault(each.segment, []).append(each)
        elif each.sort != "release":
            yield _theme_name(each.id, words) if each.sort == "theme" else _item_name(asked, each.id, words)
    for its_id, its in of_parts.items():
        part = parts[its_id] if its_id else words("assessment.no_part")
        if len(its) == len(asked.dimensions):
            yield part
        else:
            names = (_item_name(asked, each.id, words) for each in its)
            yield from (words("assessment.area_level", area=name, level=part) for name in names)


def _guess_told(asked: Instrument, each: CouldGuess, words: Words) -> str:
    told = said_of(asked, f"group_summary.guess_{each.guess}", words)
    return words("assessment.fact", name=_theme_name(each.id, words), value=told) if each.id else told


def _item_name(asked: Instrument, its_id: str, words: Words) -> str:
    names = {each.id: each.name.within(words.language) for each in asked.dimensions}
    names |= {each.id: f"{each.code} {each.name.within(words.language)}" for each in asked.areas}
    return names[its_id]


def _theme_name(item: str, words: Words) -> str:
    _, _, its_id = item.partition(".")
    names = {each.id: each.name for each in (*terms().constraints, *terms().opportunities)}
    return names[its_id].within(words.language) if its_id in names else item


def _band_told(band: tuple[str, str, int | None], words: Words) -> str:
    name, word, count = band
    share = words(f"group_summary.frequency_{word}")
    told = words("assessment.band", band=words(f"group_summary.band_{name}"), share=share)
    return told if count is None else words("assessment.band_count", band=told, number=count)
