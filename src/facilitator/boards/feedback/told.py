"""Results in words: what everybody may read of a statement, and why something is not told."""

from collections.abc import Iterator

from facilitator.boards.feedback.results import LIMITS, median_of
from facilitator.boards.feedback.view import StatementView
from facilitator.boards.grouped.shapes import BandShare, Item, Reason
from facilitator.content.feedback import Statement
from facilitator.content.words import Words


def result_told(result: Item | None, words: Words) -> str:
    """The median, with how many agree in words where that may be told; that there are too few where nothing is."""
    if result is None:
        return words("feedback.too_few", least=LIMITS.group)
    return " · ".join(_parts(result, words)) or words("feedback.too_few", least=LIMITS.group)


def band_of(view: StatementView, words: Words) -> str:
    """From about how many people: "5–9"; "" where nothing is shown."""
    return words.range(view.band)


def answered_told(view: StatementView, words: Words) -> str:
    """The same in words: "5–9 answered"."""
    return words("feedback.answered_band", band=band_of(view, words)) if view.band else ""


def reason_told(reason: Reason, words: Words) -> str:
    """Why something is hidden."""
    return words(f"feedback.reason_{reason}", least=LIMITS.group, cell=LIMITS.cell)


def ends_told(asked: Statement, words: Words) -> str:
    """What 1 and 5 mean: "1 not at all – 5 very much"."""
    return words("feedback.ends", low=asked.low.within(words.language), high=asked.high.within(words.language))


def band_told(band: BandShare, words: Words) -> str:
    """A part in words: "most say 4 or 5"."""
    share, levels = words(f"feedback.share_{band.word}"), words(f"feedback.band_{band.band}")
    return words("feedback.band", share=share, levels=levels)


def _parts(result: Item, words: Words) -> Iterator[str]:
    median = median_of(result)
    if median is not None:
        yield words("feedback.median", median=words.number(median))
    for band in result.bands:
        yield band_told(band, words)
