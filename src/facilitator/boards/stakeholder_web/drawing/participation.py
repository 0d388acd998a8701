"""How far the stakeholders of a view take part, and how far that is from what is wanted."""

from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content.participation import participation_levels
from facilitator.content.words import Words

NOT_KNOWN = ""
"""The place of those whose level now is not known."""


class Participation:
    """The levels of a view, from the least to the most, in the names and the language that it has chosen."""

    def __init__(self, view: StakeholderWebView) -> None:
        self._levels = {each.id: each for each in participation_levels(view.level_labels)}
        self._then = {place.id: place.level_now for place in view.then}
        self._words = Words(view.language)
        self.order = tuple(self._levels)

    def name(self, level: str) -> str:
        """The name of a level, or the words for NOT_KNOWN."""
        if level == NOT_KNOWN:
            return self._words("web.not_known")
        return self._levels[level].name.within(self._words.language)

    def promise(self, level: str) -> str:
        """What we do on a level, "" where that is nothing."""
        promise = self._levels[level].we_will.within(self._words.language) if level != NOT_KNOWN else ""
        return self._words("web.we_will", promise=promise) if promise else ""

    def here(self, each: StakeholderView) -> str:
        """The level of somebody now, or NOT_KNOWN."""
        return each.level_now or NOT_KNOWN

    def gap(self, each: StakeholderView) -> int:
        """How many levels up somebody is wanted, negative for down; 0 too where either level is not known."""
        return self._steps(each.level_now, each.level_wanted)

    def risen(self, each: StakeholderView) -> int:
        """How many levels up somebody has come since the moment that the view is compared with; 0 if not known."""
        return self._steps(self._then.get(each.id), each.level_now)

    def wanted(self, each: StakeholderView) -> str:
        """Where somebody is wanted, as a line for those who have no arrow; "" where that is where they are."""
        if not each.level_wanted or each.level_wanted == each.level_now:
            return ""
        return self._words("web.wanted", level=self.name(each.level_wanted))

    def _steps(self, start: str | None, end: str | None) -> int:
        return self.order.index(end) - self.order.index(start) if start and end else 0
