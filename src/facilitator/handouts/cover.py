"""The first page of a pack: whose it is, from which session, and what is in it on which page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, Spacer

from facilitator.content.words import Words
from facilitator.handouts import kit, styles
from facilitator.handouts.blocks import ContentsLine, Heading, TextBlock


@dataclass(frozen=True, slots=True)
class PackAbout:
    """What a pack says of itself: the engagement, its organization, the session that it comes from.

    `made_on` dates the file: the same parts and the same day give the same bytes. `private` marks every
    page as the facilitator's own.
    """

    title: str
    organization: str
    made_on: date
    session: str = ""
    held_on: date | None = None
    private: bool = False

    def kicker(self, words: Words) -> str:
        """The session and its date, as far as known: "Stakeholder mapping · 14 January 2027"."""
        day = words.date(self.held_on) if self.held_on else ""
        return " · ".join(filter(None, (self.session, day)))

    def owner(self) -> str:
        """Engagement and organization, in one line."""
        return " · ".join(filter(None, (self.organization, self.title)))


def place(number: int) -> str:
    """The name of the place in the file where a part begins."""
    return f"part-{number}"


def cover(about: PackAbout, contents: Sequence[tuple[str, int]], words: Words, height: float) -> list[Flowable]:
    """The cover for a frame `height` points high; `contents` are the parts' titles and first pages."""
    lines = [ContentsLine(name, place(number), page) for number, (name, page) in enumerate(contents, start=1)]
    return [
        Spacer(0, height * 0.16),
        kit.kicker(about.kicker(words)),
        Heading(about.title, 1, style=styles.COVER_TITLE),
        TextBlock(about.organization, styles.COVER_ORGANIZATION),
        Heading(words("handouts.contents"), 2),
        *lines,
        Spacer(0, 18),
        TextBlock(words("handouts.how_to_use"), styles.NOTE),
    ]
