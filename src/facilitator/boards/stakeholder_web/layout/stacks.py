"""The words of a stack: how many stakeholders of a sector it stands for."""

from facilitator.boards.stakeholder_web.layout.lettering import PATCHED, Label, first_label
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.content.words import Words
from facilitator.domain.language import Language

MOST = 888
"""No stack of fewer is wider than one of so many."""


def more_label(language: Language, count: int, style: Style) -> Label:
    """So many more than stand on the stage."""
    return first_label(Words(language)("web.more", count=count), style, PATCHED)


def count_label(count: int, style: Style) -> Label:
    """So many in all, where nobody of the sector stands on the stage."""
    return first_label(str(count), style, PATCHED)
