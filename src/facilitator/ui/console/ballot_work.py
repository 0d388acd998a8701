"""Weighing the items of the open board with dots and hands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Ballot
from facilitator.boards.kind import Kind
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.dots_taking import DotsTaking, dots_taken
from facilitator.ui.console.vote_sources import newest_lines, vote_sources
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.vote_taking import Source
from facilitator.ui.dialogs.votes_dialog import VotesDialog


def open_ballot(desk: Desk, work: BoardWork) -> BallotDialog | None:
    """Show the dots of the open board; None, and a sentence, while what is private is hidden or nothing is there."""
    kind, board_id = desk.kind(work.board_id), work.board_id
    hidden = work.showing_now is not None and work.showing_now.private_hidden
    ballot = None if hidden else kind.ballot(desk.document, board_id)
    if ballot is None or not ballot.items:
        work.say(desk.words("console.dots_hidden" if hidden else "console.dots_no_items"), problem=True)
        return None
    order = [item.id for item in work.showing_now.items] if work.showing_now else []
    acts = _Acts(desk, kind, board_id, order)
    dialog = BallotDialog(acts.ballot, acts, desk.words, work.window)
    acts.say = dialog.say
    desk.notSaved.connect(dialog.say)  # an undo may not be saved either
    dialog.open()
    return dialog


class _Acts:
    """What the dialog asks for, as edits of one board; `order` are the ids of its items as they are read there."""

    def __init__(self, desk: Desk, kind: Kind, board_id: str, order: Sequence[str]) -> None:
        self._desk, self._kind, self._board_id = desk, kind, board_id
        self._places = {item_id: place for place, item_id in enumerate(order)}
        self.say: Callable[[str], None] = lambda _: None

    def ballot(self) -> Ballot:
        found = self._kind.ballot(self._desk.document, self._board_id)
        if found is None:
            raise EditRejected("gone", id=self._board_id)
        places, last = self._places, len(self._places)
        return replace(found, items=tuple(sorted(found.items, key=lambda item: places.get(item.id, last))))

    def give(self, person: str, item_id: str, dots: int) -> bool:
        wanted = {**dict(self.ballot().people).get(person, {}), item_id: dots}
        some = {each: count for each, count in wanted.items() if count}
        return self._ask(lambda document: self._kind.give_dots(document, self._board_id, person, some))

    def take_back(self, person: str) -> bool:
        return self._ask(lambda document: self._kind.give_dots(document, self._board_id, person, {}))

    def count(self, item_id: str, hands: int) -> bool:
        return self._ask(lambda document: self._kind.count_hands(document, self._board_id, {item_id: hands}))

    def set_budget(self, budget: int) -> bool:
        return self._ask(lambda document: self._kind.set_ballot(document, self._board_id, budget=budget))

    def show_totals(self, shown: bool) -> bool:
        return self._ask(lambda document: self._kind.set_ballot(document, self._board_id, shown=shown))

    def undo(self) -> bool:
        return self._desk.undo() is not None

    def read_chat(self, parent: QWidget, took: Callable[[], object]) -> VotesDialog:
        desk, words = self._desk, self._desk.words

        def save(votes: Mapping[str, Mapping[str, int]]) -> bool:
            saved = desk.ask_for(dialog.say, lambda document: dots_taken(self._kind, document, self._board_id, votes))
            if saved:
                took()
            return saved is not None

        def sources() -> list[Source]:
            return vote_sources(newest_lines(desk.document), words)

        dialog = VotesDialog(sources, DotsTaking(self.ballot(), self._codes_elsewhere(), save, words), words, parent)
        dialog.open()
        return dialog

    def _codes_elsewhere(self) -> set[str]:
        """The codes of all other boards, in capitals."""
        desk = self._desk
        others = (board.id for board in desk.boards() if board.id != self._board_id)
        return {item.code.upper() for each in others for item in desk.kind(each).items(desk.view(each))}

    def _ask(self, edit: Callable[[Document], Change]) -> bool:
        return self._desk.ask_for(self.say, edit) is not None
