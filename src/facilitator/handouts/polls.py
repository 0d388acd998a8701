"""The polls of a session whose totals were revealed, on paper: question, options and how many chose each."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.domain.poll import mean_choice
from facilitator.domain.screens import PollScreen
from facilitator.handouts import kit

_WIDTHS = (5, 1)


def polls_pages(session: str, screens: Sequence[PollScreen], words: Words) -> list[Flowable]:
    """The parts of a page for participants; [] where no poll was revealed. `session` is its title, "" for none.

    Polls whose totals are hidden are left out, whole: there is nothing to tell of them yet.
    """
    told = _polls(screens, 2, words)
    head = [kit.kicker(words("poll.part_kicker")), kit.heading(words("poll.part_title"), 1), kit.lead(session)]
    return [*head, *told] if told else []


def polls_below(screens: Sequence[PollScreen], words: Words) -> list[Flowable]:
    """The same as a section of a page that tells of the session already."""
    told = _polls(screens, 3, words)
    return [kit.heading(words("poll.part_title"), 2), *told] if told else []


def _polls(screens: Sequence[PollScreen], level: int, words: Words) -> list[Flowable]:
    parts: list[Flowable] = []
    for screen in screens:
        if any(answer.votes is None for answer in screen.answers):
            continue
        columns = [words(f"poll.head_{name}") for name in ("option", "votes")]
        rows = [(f"{each.number} {each.text}".strip(), words.number(each.votes or 0)) for each in screen.answers]
        parts += [kit.heading(screen.question, level), kit.table(columns, rows, _WIDTHS, whole=True)]
        parts.append(kit.quiet(_told(screen, words)))
    return parts


def _told(screen: PollScreen, words: Words) -> str:
    """How many answered, and where it is a scale, what that comes to on average."""
    said = words("poll.part_voted", count=screen.voted)
    if not screen.scale or not screen.voted:
        return said
    average = mean_choice({each.number: each.votes or 0 for each in screen.answers})
    return f"{said} {words('poll.part_average', average=words.number(round(average, 1)))}"
