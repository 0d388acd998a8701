"""CaptureTarget: where a capture line adds to: one of the board's groups and, where it has rings, one of these."""

from collections.abc import Sequence

from facilitator.boards.described import ItemGroup
from facilitator.content.words import Words

GROUP_KEYS = tuple(f"Ctrl+Shift+{number}" for number in range(1, 10))
"""Each chooses the group at its place."""
RING_KEYS = tuple(f"Alt+Shift+{number}" for number in range(1, 5))
"""Each chooses its ring, or where it is chosen already, the usual one again."""


class CaptureTarget:
    """The group and ring that are chosen among those on offer; keys step through them.

    `marks` says that lines add nothing: they mark items that are given; `answers` that they answer those of the group.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._groups: tuple[ItemGroup, ...] = ()
        self._rings: tuple[str, ...] = ()
        self._place = 0
        self.ring: int | None = None
        self.marks = False
        self.answers = False

    @property
    def group(self) -> str:
        """The id of the group that a line goes to unless it says otherwise; "" where the board has none."""
        return self._groups[self._place].id if self._groups else ""

    @property
    def text(self) -> str:
        """What it is called: "Add to Community @2:"."""
        if not self._groups:
            return self._words("console.add")
        name = self._groups[self._place].name
        if self.answers:
            return self._words("console.answer_in", group=name)
        if self.marks:
            return self._words("console.mark_as", group=name)
        if self.ring is None:
            return self._words("console.add_to", group=name)
        return self._words("console.add_to_ring", group=name, ring=self.ring)

    @property
    def ring_text(self) -> str:
        """The ring that is chosen, in a sentence; "" where none can be."""
        if self.ring is None:
            return self._words("console.ring_usual") if self._rings else ""
        return self._words("console.ring_chosen", ring=self.ring, name=self._rings[self.ring - 1])

    def offer(self, groups: Sequence[ItemGroup], rings: Sequence[str] = ()) -> None:
        """Offer these; what is chosen stays if it is among them."""
        chosen, ids = self.group, [group.id for group in groups]
        self._groups, self._rings = tuple(groups), tuple(rings)
        self._place = ids.index(chosen) if chosen in ids else 0
        if self.ring is not None and self.ring > len(self._rings):
            self.ring = None

    def choose(self, group: str) -> None:
        """Choose the group of this id; nothing happens where it is not on offer."""
        ids = [each.id for each in self._groups]
        if group in ids:
            self._place = ids.index(group)

    def step(self, by: int) -> None:
        """Go to the next group, or with -1 to the one before."""
        if self._groups:
            self._place = (self._place + by) % len(self._groups)

    def choose_place(self, place: int) -> None:
        """Choose the group at this place, counted from 0; nothing happens where there are fewer."""
        if place < len(self._groups):
            self._place = place

    def choose_ring(self, ring: int) -> None:
        """Choose this ring, from 1, or give it up where it is chosen; nothing happens where there are fewer."""
        if ring <= len(self._rings):
            self.ring = None if self.ring == ring else ring

    def step_ring(self, by: int) -> None:
        """Go to the next ring outwards, or with -1 inwards; beyond either end none is chosen, which means the usual."""
        count = len(self._rings) + 1
        self.ring = ((self.ring or 0) + by) % count or None
