"""How statuses and phases look: a sign for each status, a colour for each phase, counts as sign, number and word."""

from collections import Counter
from collections.abc import Iterator, Sequence

from facilitator.boards.checklist.view import EntryView
from facilitator.boards.drawing import icon
from facilitator.content import checklist as content
from facilitator.content.theme import Theme, contrast
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.picture import Box, Path, PathCommand, Rect, Shape

COLOURS = {"vision": 0, "deliver": 1, "sustain": 2, "change": 3, "procure": 4}
"""Which of the theme's category colours each phase has."""


def colour_of(phase: str, theme: Theme) -> str:
    """The colour of a phase."""
    return theme.categories[COLOURS[phase]]


def status_sign(status: str, box: Rect, colour: str, theme: Theme) -> Iterator[Shape]:
    """A filled box with a check, a half filled one, an empty one, or a dash."""
    inner = box.grown(-2.5)
    if status == "done":
        ink = max((theme.hub, theme.hub_ink), key=lambda each: contrast(each, colour))
        yield Box(box.grown(-1), 5, fill=colour)
        yield icon("check", box.grown(-5), ink)
    elif status == "under_way":
        yield Path(_left_half(inner, 3), fill=colour)
        yield Box(inner, 4, stroke=colour, stroke_width=3)
    elif status == "not_started":
        yield Box(inner, 4, fill=theme.surface, stroke=theme.quiet, stroke_width=2)
    else:
        yield Box(Rect(box.x + 4, box.centre[1] - 2, box.width - 8, 4), 2, fill=theme.quiet)


def counts_of(entries: Sequence[EntryView]) -> tuple[tuple[str, int], ...]:
    """How many entries have each status, in the order of the content, also where none has."""
    found = Counter(entry.status for entry in entries)
    return tuple((status.id, found[status.id]) for status in content.statuses())


def counts_told(entries: Sequence[EntryView], language: Language) -> str:
    """The same in words: "3 Done, 6 Not started"; what no entry has is left out."""
    words = Words(language)
    return ", ".join(
        words("checklist.count_of", count=count, status=status_name(status, language))
        for status, count in counts_of(entries)
        if count
    )


def status_name(status: str, language: Language) -> str:
    """The word for a status."""
    return content.status(status).name.within(language)


def told(entry: EntryView, language: Language) -> str:
    """An item with its status, owner and day, as it is read aloud."""
    due = Words(language).date(entry.due) if entry.due else ""
    text = f"{entry.item}: {content.item(entry.item).text.within(language)}"
    return ". ".join(filter(None, (text, status_name(entry.status, language), entry.owner, due)))


def _left_half(box: Rect, corner: float) -> tuple[PathCommand, ...]:
    """The left half of a box, its corners cut so that they stay inside the rounded outline."""
    middle = box.centre[0]
    return (
        ("M", middle, box.y),
        ("L", middle, box.bottom),
        ("L", box.x + corner, box.bottom),
        ("L", box.x, box.bottom - corner),
        ("L", box.x, box.y + corner),
        ("L", box.x + corner, box.y),
        ("Z",),
    )
