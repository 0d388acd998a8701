"""A group summary in words: what is shown, for everybody; what was hidden and why, for the facilitator alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitator.boards.assessment.group.collecting import collected
from facilitator.boards.assessment.group.edits import checked
from facilitator.boards.assessment.group.lines import ShownItem, as_records, items_of, lines_of_summary
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.assessment.rules.group_shapes import CouldGuess, Grouped, Hidden
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import Instrument, terms
from facilitator.content.words import Words
from facilitator.domain.document import Document


def month_told(month: str, words: Words) -> str:
    """A month as it is said: "November 2026"."""
    year, number = month.split("-")
    return f"{words(f'writing.month_{int(number)}')} {year}"


def head_told(view: SummaryView, words: Words) -> str:
    """From how many organizations and when; that nothing was released where nothing was."""
    if view.head is None:
        return words("assessment.not_released")
    return words("group_summary.from_band", band=words.range(view.head.band), month=month_told(view.head.month, words))


def method_told(view: SummaryView, words: Words) -> str:
    """How those who answered were protected; "" before a release."""
    head = view.head
    return words("group_summary.method", group=head.group_least, cell=head.cell_least) if head else ""


def item_told(item: ShownItem, words: Words) -> str:
    """What is shown of a dimension or statement: the median, bands in words, how many did not know."""
    told = [] if item.median is None else [words.number(item.median)]
    if item.similar:
        told.append(words("group_summary.similar"))
    told += [_band_told(band, words) for band in item.bands]
    if item.unknown:
        told.append(words("group_summary.unknown_share", share=words(f"group_summary.frequency_{item.unknown}")))
    return " · ".join(told) or words("assessment.not_shown")


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
) -> Iterator[tuple[str, str]]:
    """The check before a release, (label, text): who is in, what would be shown, what would not and why. Private."""
    asked = instrument_of(document, board_id)
    found = collected(document, asked)
    made = checked(document, board_id, day, limits, figures=figures)
    yield words("assessment.check_included"), _names(made.check.included, found.names, words)
    yield words("assessment.check_waiting"), _names(made.check.waiting, found.names, words)
    yield words("assessment.check_left_out"), _names(made.check.left_out, found.names, words)
    if found.nameless:
        yield words("assessment.check_nameless"), words.list(found.nameless)
    hidden = list(_hidden_told(asked, made, words))
    if hidden:
        yield words("assessment.check_hidden"), "\n".join(hidden)
    guesses = [_guess_told(each, words) for each in made.check.guesses]
    yield words("assessment.check_guess"), "\n".join([*guesses, words("group_summary.no_promise")])
    yield words("assessment.check_shown"), "\n".join(_shown_told(asked, made, words))


def _names(ids: Sequence[str], names: Mapping[str, str], words: Words) -> str:
    told = words.list([names[each] for each in ids])
    return words("assessment.check_names", number=len(ids), names=told) if ids else words("assessment.check_nobody")


def _shown_told(asked: Instrument, made: Grouped, words: Words) -> Iterator[str]:
    """Line by line what a release would show: made from the very lines that would be released."""
    yield words(f"group_summary.mode_{made.summary.mode}")
    if made.summary.mode == "none":
        return
    lines = as_records("check", tuple(lines_of_summary(made.summary)), 1)
    yield words(
        "group_summary.from_band", band=words.range(made.summary.band), month=month_told(made.summary.month, words)
    )
    for sort in ("dimension", "statement"):
        for item in items_of(lines, sort, asked):
            if not item.is_empty:
                name = _item_name(asked, item.id, words)
                yield words("assessment.fact", name=name, value=item_told(item, words))
    for line in lines:
        if line.sort == "theme":
            yield theme_told(_theme_name(line.item, words), line.text, words)
        elif line.sort == "sentence" and line.item in {area.id for area in asked.areas}:
            yield words(f"assessment.shared_{line.text}", name=_item_name(asked, line.item, words))


def _hidden_told(asked: Instrument, made: Grouped, words: Words) -> Iterator[str]:
    """A line for each reason, with all that is hidden for it."""
    limits = made.summary.thresholds
    for reason in dict.fromkeys(each.reason for each in made.check.hidden):
        why = words(f"group_summary.reason_{reason}", group=limits.group, cell=limits.cell)
        names = [_hidden_name(asked, each, words) for each in made.check.hidden if each.reason == reason]
        named = words.list([name for name in names if name])
        yield words("assessment.fact", name=named, value=why) if named else why


def _hidden_name(asked: Instrument, each: Hidden, words: Words) -> str:
    if each.sort == "release":
        return ""
    return _theme_name(each.id, words) if each.sort == "theme" else _item_name(asked, each.id, words)


def _guess_told(each: CouldGuess, words: Words) -> str:
    told = words(f"group_summary.guess_{each.guess}")
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
