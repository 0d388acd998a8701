"""KeptPages: of which of its pages a file is made, and what holds for it without the others.

A page that is left out is laid out and not drawn. So what is read where it stands first (a table's head, the name of
a board) is read on the first page that is there, headings go down in steps, and no link leads nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The numbers, from 1 and in order, of the pages that are drawn, None for all.

    `places` tells on which page each place that can be led to begins, `headings` which pages have one.
    """

    numbers: tuple[int, ...] | None = None
    places: Mapping[str, int] = field(default_factory=dict)
    headings: frozenset[int] = frozenset()

    def holds(self, page: int) -> bool:
        """Whether a page is drawn."""
        return self.numbers is None or page in self.numbers

    def number_in_file(self, page: int) -> int:
        """Which page of the file, from 1, a drawn page is."""
        return page if self.numbers is None else self.numbers.index(page) + 1

    def begins_with(self, page: int) -> bool:
        """Whether that is the first page of the file."""
        return page == (self.numbers[0] if self.numbers else 1)

    def leads(self, address: str) -> bool:
        """Whether an address, or the place "#name" in this file, can be gone to."""
        if self.numbers is None or not address.startswith("#"):
            return True
        return self.holds(self.places[address[1:]])

    @property
    def lacks_headings(self) -> bool:
        """Whether no page that is drawn has a heading."""
        return self.numbers is not None and not self.headings.intersection(self.numbers)
