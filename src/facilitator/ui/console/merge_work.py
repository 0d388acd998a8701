"""MergeWork: two items of the open board that are one."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from facilitator.boards.described import Item
from facilitator.boards.kind import Kind
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.duplicates_dialog import Alike, DuplicatesDialog

_PAIR = 2
_Found = tuple[str, str, str]
"""The ids of two items, and what they are alike in."""


class MergeWork:
    """Shows what may be the same, and remembers while the engagement is open what was said not to be."""

    def __init__(self, desk: Desk, work: BoardWork) -> None:
        self._desk, self._work = desk, work
        self._apart: set[frozenset[str]] = set()

    def find_duplicates(self) -> DuplicatesDialog | None:
        """Show the pairs of the open board that are likely to be the same; None while no board is open.

        Where exactly two items are picked, it is about these two.
        """
        shown = self._work.showing_now
        if shown and len(self._picked(shown)) == _PAIR:
            return self.merge_picked()
        return self._open(shown.kind, _likely) if shown else None

    def merge_picked(self) -> DuplicatesDialog | None:
        """Ask which of the two picked items to keep; says so and returns None where there are not exactly two."""
        shown = self._work.showing_now
        items = self._picked(shown) if shown else []
        if shown is None or len(items) != _PAIR:
            self._work.say(self._desk.words("exchange.pick_two"), problem=True)
            return None
        pair = (items[0].id, items[1].id, "picked")
        self._apart.discard(frozenset(pair[:2]))
        return self._open(shown.kind, lambda now: [pair])

    def _picked(self, shown: ShownBoard) -> list[Item]:
        """The items that are picked; none where something else is, too."""
        picked = self._work.picked
        items = [item for item in shown.items if item.id in picked]
        return items if len(items) == len(picked) else []

    def _open(self, kind: Kind, find: Callable[[ShownBoard], Iterable[_Found]]) -> DuplicatesDialog:
        desk, work = self._desk, self._work

        def alike() -> list[Alike]:
            shown = work.showing_now
            if shown is None:
                return []
            groups = {group.id: group.name for group in shown.groups}
            items = {item.id: replace(item, group=groups.get(item.group, item.group)) for item in shown.items}
            found = find(shown)
            pairs = [Alike(items[a], items[b], why) for a, b, why in found if a in items and b in items]
            return [pair for pair in pairs if pair.ids not in self._apart]

        def merge(kept: Item, other: Item) -> bool:
            saved = desk.ask_for(dialog.say, lambda document: kind.merge(document, kept.id, other.id))
            if saved:
                work.pick([kept.id])
            return saved is not None

        dialog = DuplicatesDialog(
            alike,
            merge,
            lambda pair: self._apart.add(pair.ids),
            lambda: desk.undo() is not None,
            desk.words,
            work.window,
        )
        desk.notSaved.connect(dialog.say)  # an undo may not be saved either
        dialog.open()
        return dialog


def _likely(shown: ShownBoard) -> Iterable[_Found]:
    return ((each.id_a, each.id_b, each.why) for each in shown.kind.duplicates(shown.view))
