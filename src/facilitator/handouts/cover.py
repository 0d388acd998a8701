"""The first page of a pack: whose it is, from which session, and what is in it on which page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from reportlab.platypus import Flowable, Spacer

from facilitator.content.words import Words
from facilitator.handouts import kit, styles
from facilitator.handouts.blocks import UNSPLIT, Heading, LinkLine, TextBlock, draw_rule
from facilitator.handouts.logo import LogoBlock
from facilitator.handouts.look import HOUSE, Look
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import Sheet

_AIR, _AIR_BELOW_LOGO = 0.16, 0.08  # of the height of the page, above the title
_LEAST_AIR = 12.0  # points
_USE = replace(styles.NOTE, before=18)


@dataclass(frozen=True, slots=True)
class PackAbout:
    """What a pack says of itself: the engagement, its organization, the session that it comes from.

    `made_on` dates the file: the same parts and the same day give the same bytes. `private` marks every
    page as the facilitator's own. `look` is the client's. `person` is whose own pack it is, "" everybody's.
    """

    title: str
    organization: str
    made_on: date
    session: str = ""
    held_on: date | None = None
    private: bool = False
    look: Look = HOUSE
    person: str = ""

    def kicker(self, words: Words) -> str:
        """The session and its date, as far as known: "Stakeholder mapping · 14 January 2027"."""
        day = words.date(self.held_on) if self.held_on else ""
        return " · ".join(filter(None, (self.session, day)))

    def file_title(self, words: Words) -> str:
        """What a viewer shows as the file's title: "PRIVATE – Online permits", "Online permits – Ana Roy"."""
        mark = words("handouts.private_mark") if self.private else ""
        return " – ".join(filter(None, (mark, self.title, self.person)))

    def owner(self) -> str:
        """Engagement and organization, in one line."""
        return " · ".join(filter(None, (self.organization, self.title)))


@dataclass
class Entry:
    """A line of the contents: a part, or a further page of one (`within`), and where it begins, 0 while not known."""

    title: str
    within: bool = False
    page: int = 0


class ContentsLine(LinkLine):
    """A line of the contents above a hairline: a part's title, or further in that of a page, and where it begins."""

    def __init__(self, title: str, place: str, page: int, *, within: bool = False) -> None:
        super().__init__(title, f"#{place}", styles.CONTENTS_WITHIN if within else styles.CONTENTS_LINE, end=str(page))
        self._indent, self._air = (18.0, 3.5) if within else (0.0, 7.0)

    def column(self, width: float) -> tuple[float, float]:
        """The title left of the page."""
        _, wide = super().column(width)
        return self._indent, wide - self._indent

    def height_for(self, width: float) -> float:
        """The text with air above and below."""
        return super().height_for(width) + 2 * self._air

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Only a title of very many lines is split."""
        if self.height_for(available_width) < UNSPLIT:
            return []
        return super().split(available_width, available_height - 2 * self._air)

    def draw_text(self, top: float) -> None:
        """The text with its hairline."""
        super().draw_text(top - self._air)
        draw_rule(self.canv, self._indent, 0, self.width, styles.ROW_RULE, 0.8)


def place(number: int) -> str:
    """The name of the place in the file where an entry begins."""
    return f"place-{number}"


def cover(about: PackAbout, contents: Sequence[Entry], words: Words, sheet: Sheet) -> list[Flowable]:
    """The cover for the frame of a sheet; long contents leave less air above the title, then name the parts alone.

    Only where not even these have room on the page, all of them go on overleaf.
    """
    room = sheet.frame_height - _LEAST_AIR
    for parts_alone in (False, True):
        pieces = _pieces(about, contents, words, parts_alone=parts_alone)
        taken = sum(each.height_for(sheet.frame_width) + each.spaceBefore + each.spaceAfter for each in pieces)
        if taken <= room:
            break
    else:
        pieces = _pieces(about, contents, words, parts_alone=False)
    most = sheet.frame_height * (_AIR_BELOW_LOGO if about.look.logo else _AIR)
    air = Spacer(0, min(most, max(_LEAST_AIR, sheet.frame_height - taken)))
    at = 1 if about.look.logo else 0
    return [*pieces[:at], air, *pieces[at:]]


def _pieces(about: PackAbout, contents: Sequence[Entry], words: Words, *, parts_alone: bool) -> list[Piece]:
    """What stands on a cover below each other; a logo first."""
    lines = [
        ContentsLine(entry.title, place(number), entry.page, within=entry.within)
        for number, entry in enumerate(contents)
        if not (entry.within and parts_alone)
    ]
    return [
        *([LogoBlock(about.look.logo, about.look.logo_text)] if about.look.logo else []),
        kit.kicker(about.kicker(words)),
        Heading(about.title, 1, style=styles.COVER_TITLE),
        TextBlock(words("personal.for", name=about.person) if about.person else "", styles.COVER_PERSON),
        TextBlock(about.organization, styles.COVER_ORGANIZATION),
        Heading(words("handouts.contents"), 2),
        *lines,
        TextBlock(words("handouts.private_use" if about.private else "handouts.how_to_use"), _USE),
    ]
