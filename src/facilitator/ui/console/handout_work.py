"""HandoutWork: asks what handout is wanted, and leads from there to twins, what is left of names, packs and brand."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.boards.listed import boards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.handouts.made import MadeHandout, PartOffered
from facilitator.packs.board_parts import board_key, boards_for_group
from facilitator.packs.catalogue import as_personal, unredacted_in
from facilitator.packs.sorts import HandoutOrder, PackName
from facilitator.ui.console.brand_work import ask_for_brand
from facilitator.ui.console.cohort_choices import cohort_choices
from facilitator.ui.console.leftover_work import LeftoverWork
from facilitator.ui.console.pack_work import PackWork
from facilitator.ui.console.twin_work import TwinWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.handout_choices import HandoutAction, OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.dialogs.handout_output import Write
from facilitator.ui.errors import raise_again
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.cohort_sessions import boards_apart
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.session_names import has_several_cohorts, session_names

MakeOf = Callable[[Document, HandoutOrder, Callable[[int, int], None], Callable[[], bool]], MadeHandout]
"""Makes a pack of a document, told of progress (done, whole) and asked whether it was cancelled; raises Refusal."""


class HandoutWork:
    """Opens the dialog. `make` and `write` make and write what is chosen, `parts` are those that an order can have.

    `session_shown` is the id of the session whose agenda is looked at, "" for none. `hides_private` says that nothing
    private may be in sight.
    """

    def __init__(
        self,
        desk: Desk,
        folder: Path,
        packs: PackWork,
        *,
        make: MakeOf,
        write: Write,
        parts: Callable[[Document, HandoutOrder], Sequence[PartOffered]],
        session_shown: Callable[[], str],
        hides_private: Callable[[], bool],
    ) -> None:
        self._desk, self._folder, self._packs = desk, folder, packs
        self._make, self._write, self._parts = make, write, parts
        self._session_shown, self._hides_private = session_shown, hides_private
        self._twins, self._left = TwinWork(desk, folder), LeftoverWork(desk, hides_private)

    def open(self, parent: QWidget, pack: PackName | None = None, part: str = "") -> HandoutDialog:
        """Ask what handout is wanted, beginning with one part of `pack`, and make and write it."""
        document = self._desk.document
        language = language_of(document)
        sessions = sessions_to_offer(document, self._session_shown(), self._desk.today(), self._desk.words)
        offered = self._boards(document), sessions
        dialog = HandoutDialog(
            lambda *its: self._make(self._desk.document, *its),  # it is frozen: another thread may read it
            self._write,
            self._folder,
            language,
            *offered,
            self._desk.words,
            parent,
            actions=self._actions(),
            hides_private=self._hides_private,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        self._desk.signals.documentChanged.connect(dialog.renew)
        self._left.looked.connect(dialog.tell_actions)
        dialog.finished.connect(lambda result: self._left.drop())
        if pack:
            dialog.chosen.begin(pack, self._parts(document, HandoutOrder("letter", language, pack)), part)
        dialog.open()
        return dialog

    def end(self) -> None:
        """Nothing is asked any more."""
        self._left.drop()

    def _boards(self, document: Document) -> OfferedBoards:
        def drafts(order: HandoutOrder) -> list[str]:
            now, asked = self._desk.document, order.parts or ()
            its = {"session_id": order.session_id, "cohort_id": order.cohort_id}
            apart = frozenset[str]() if order.board_id else boards_apart(now, **its)
            unredacted = unredacted_in(now, order.pack, order.board_id)
            return [each.title for each in unredacted if each.id not in apart or board_key(each.id) in asked]

        boards = [(board.id, board.title) for board in boards_of(document)]
        withheld = len(boards_for_group(document)) < len(boards)
        return OfferedBoards(tuple(boards), leaves_out=withheld, drafts=drafts)

    def _actions(self) -> tuple[HandoutAction, ...]:
        """The buttons of the dialog that lead elsewhere."""
        words, twins, left = self._desk.words, self._twins, self._left
        return (
            HandoutAction(
                words(f"twin.action_{twins.language}"),
                lambda order, parent: twins.open(parent),
                lambda order: twins.told(order.language),
                only_when_told=True,
            ),
            HandoutAction(words("anonymous.look"), left.open, left.told, only_when_told=True),
            HandoutAction(
                words("personal.action"),
                lambda order, parent: self._packs.open(parent, as_personal(order)),
                offered=lambda order: order.pack == "participants",
            ),
            HandoutAction(words("brand.action"), lambda order, parent: ask_for_brand(self._desk, parent)),
        )


def sessions_to_offer(document: Document, shown: str, today: date, words: Words) -> OfferedSessions:
    """The sessions that a handout can be of; `shown` is the id of that whose agenda is looked at, "" for none.

    Of several cohorts, all sessions of each can be asked for.
    """
    every, named = sessions_of(document), session_names(document, today, words)
    for_two = frozenset(session.id for session in every if is_for_two(document, session))
    cohorts = {session.id: session.cohort_id for session in every if session.cohort_id}
    whole = tuple(each for each in cohort_choices(document, words)[1:] if each[0] in cohorts.values())
    several = whole if has_several_cohorts(document) else ()
    return OfferedSessions(tuple((each.id, named[each.id]) for each in every), shown, for_two, cohorts, several)
