"""Looking: ties the row above the canvas to how the open board is shown, here and on the stage."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.described import KeptMoment
from facilitator.content.words import Words
from facilitator.domain.engagement import Board
from facilitator.domain.view import View
from facilitator.ui.console.board_panel import BoardPanel
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.console.menu_button import Choice
from facilitator.ui.console.showing_to_others import shows_to_others
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.question_dialog import QuestionDialog
from facilitator.ui.showings import Showings

_MANY = 20
"""More lines than these are a menu of menus."""


class Looking(QObject):
    """Looking changes the canvas alone. What goes to the stage is asked for by `to_stage` and by the private layers.

    `layersChanged` tells of the names of the layers that are on for any board, and whether participants see them.
    """

    layersChanged = Signal(tuple, bool)

    def __init__(
        self, desk: Desk, work: BoardWork, panel: BoardPanel, inspector: Inspector, session: Callable[[], str]
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._agreed: set[tuple[str, str]] = set()  # the boards of 1:1s that were said to be for a session, with it
        self._inspector = inspector
        self._desk, self._work, self._panel = desk, work, panel
        self._spotlit_for: tuple[str, ...] = ()  # what was picked when the spotlight was last turned
        row = panel.view_row
        row.forms.formChosen.connect(lambda form: self._showings.choose(work.board_id, form=form))
        row.spotlightChosen.connect(lambda spot: self._showings.choose(work.board_id, spotlight=spot))
        row.largeChosen.connect(lambda large: self._showings.choose(work.board_id, large=large))
        row.momentChosen.connect(lambda moment: self._showings.choose(work.board_id, then=moment))
        row.layerSwitched.connect(lambda layer, on: self._showings.switch(work.board_id, layer, on=on))
        panel.centreChanged.connect(self._show_centre)
        panel.canvas.letGo.connect(self.end_spotlight)
        work.shown.connect(self._show)
        work.opened.connect(lambda _: self._show_stage())
        desk.signals.feedChanged.connect(self._show_stage)
        desk.showings.changed.connect(lambda _: self._show_stage())

    @property
    def _showings(self) -> Showings:
        return self._desk.showings

    def to_stage(self) -> QuestionDialog | None:
        """Show the board on the stage as it is looked at; somebody's 1:1, in a session with others, once it was asked.

        Nothing is asked of what is on the stage already.
        """
        desk, board_id, session = self._desk, self._work.board_id, self._session()
        if not board_id:
            return None
        known = board_id == desk.feed.board_id or (board_id, session) in self._agreed
        if known or not shows_to_others(desk, board_id, session):
            desk.show_on_stage(board_id)
            return None

        def show() -> bool:
            self._agreed.add((board_id, session))
            desk.show_on_stage(board_id)
            return True

        words, board = desk.words, desk.document.get(Board, board_id)
        question = words("console.of_one_question", board=board.title)
        dialog = QuestionDialog(
            words("console.of_one_title"), question, words("console.of_one_show"), show, words, self._panel.window()
        )
        dialog.open()
        return dialog

    def next_spotlight(self, step: int) -> None:
        """Turn to the next spot, or the one before; past the last one to the whole board again.

        From the whole board, or where something else is picked by now, it begins at the spot of what is picked; where
        that is the picked item itself, the next turn ends it, unless lines answer items one after the other.
        """
        shown, picked = self._work.showing_now, self._work.picked
        spots = [spot.id for spot in shown.kind.spots(shown.view, self._desk.words)] if shown else []
        if shown is None or not spots:
            return
        ids, now = ["", *spots], shown.view.showing.spotlight
        begins = bool(picked) and (not now or picked != self._spotlit_for)
        wanted = shown.kind.spot_of(shown.view, picked[-1]) if begins else ""
        self._spotlit_for = picked
        if picked and now == picked[-1] and not begins and not shown.kind.captures_privately:
            wanted = ""
        elif wanted not in ids[1:] or wanted == now:
            place = ids.index(now) if now in ids else 0
            wanted = ids[(place + step) % len(ids)]
        self._showings.choose(shown.board_id, spotlight=wanted)

    def next_open(self, step: int) -> None:
        """Pick the next item that nobody has answered or rated, or the one before, and show it where spots are items.

        The search begins at what is picked and goes round; where all are answered, that is said. Where lines answer
        items, the keys go to the capture line.
        """
        shown, picked = self._work.showing_now, self._work.picked
        if shown is None:
            return
        there = set(shown.kind.open_items(shown.view))
        ids = [item.id for item in shown.items if item.id in there or item.id in picked[-1:]]
        if not there:
            self._work.say(self._desk.words("console.nothing_open"), problem=False)
            return
        before = 0 if step < 0 else -1
        place = ids.index(picked[-1]) if picked and picked[-1] in ids else before
        wanted = ids[(place + step) % len(ids)]
        self._work.pick([wanted])
        if shown.kind.spot_of(shown.view, wanted) == wanted:
            self._showings.choose(shown.board_id, spotlight=wanted)
        if shown.kind.captures_privately:
            self._panel.capture.begin(next(item.group for item in shown.items if item.id == wanted))

    def end_spotlight(self) -> None:
        """Show the whole board again."""
        if self._work.board_id:
            self._showings.choose(self._work.board_id, spotlight="")

    def turn_large(self) -> None:
        """Make the text as large as a phone needs it, or as usual."""
        shown = self._work.showing_now
        if shown:
            self._showings.choose(shown.board_id, large=not shown.view.showing.large)

    def choose_segment(self, place: int) -> None:
        """Turn to the form or page at this place of the switch, counted from 0; the keys go to a page."""
        panel = self._panel
        panel.view_row.forms.choose(place)
        if panel.centre is not panel.canvas:
            panel.centre.setFocus()

    def _show(self, shown: ShownBoard | None) -> None:
        if shown is None:
            self._panel.menu.show_none()
            self._show_stage()
            return
        board_id, showing, words = shown.board_id, shown.view.showing, self._desk.words
        row, form = self._panel.view_row, self._showings.form(board_id)
        forms = self._showings.forms(board_id)
        on = self._desk.feed.layers_on(board_id)
        row.forms.show_forms(forms, [each.id for each in forms if not each.needs <= on])
        row.forms.mark_form(form.id if form else "")
        row.show_spotlight(_spots(shown, words))
        row.show_large(showing.large, offered=shown.kind.enlarges)
        moments = [(each.id, _named(each, words)) for each in shown.kind.moments(self._desk.document, board_id)]
        row.show_moments(_choices(words("console.no_moment"), moments, showing.then))
        seen = showing.layers - on
        self._panel.show_private([each.name for each in self._showings.layers(board_id) if each.id in seen])
        self._panel.menu.show_board(shown.kind, self._desk.document, board_id)
        self._panel.show_status(shown.kind.status(shown.view, words))
        self._show_stage()

    def _show_centre(self, centre: QWidget) -> None:
        self._showings.form_in_sight = centre is self._panel.canvas
        self._show_stage()

    def _show_stage(self) -> None:
        """Say how the board stands to the stage, and what participants see that is private."""
        board_id = self._work.board_id
        board = next((board for board in self._desk.boards() if board.id == board_id), None)
        if board is None:
            self._panel.show_empty()
        else:
            self._panel.show_board(board.title, board.question, self._showings.on_stage(board_id))
            on = [layer.id for layer in self._showings.layers_on(board_id)]
            layers = self._showings.layers(board_id)
            self._panel.view_row.show_layers([Choice(each.id, each.name, each.id in on) for each in layers])
            seen = self._seen_of(board_id)
            self._panel.sign.show_layers([layer.name for layer in layers if layer.id in (seen or on)], seen=bool(seen))
            self._inspector.show_seen([layer.name for layer in layers if layer.id in seen])
        self._tell_layers()

    def _seen_of(self, board_id: str) -> frozenset[str]:
        """The layers of a board that participants see now: one that is held may be without what came on later."""
        shown = self._desk.feed.shown
        if not isinstance(shown, View) or shown.board_id != board_id:
            return frozenset()
        return shown.showing.layers

    def _tell_layers(self) -> None:
        """The layers that participants see now; where they see none, those that are on and wait."""
        shown, boards = self._desk.feed.shown, self._desk.feed.boards_with_layers
        if isinstance(shown, View) and shown.showing.layers:
            names = [each.name for each in self._showings.layers(shown.board_id) if each.id in shown.showing.layers]
            self.layersChanged.emit(tuple(names), True)
            return
        ready = [layer.name for board_id in boards for layer in self._showings.layers_on(board_id)]
        self.layersChanged.emit(tuple(dict.fromkeys(ready)), False)


def _spots(shown: ShownBoard, words: Words) -> tuple[Choice, ...]:
    """The whole board and each spot; where these are many items, each inside the name of its group."""
    spots = shown.kind.spots(shown.view, words)
    choices = _choices(
        words("console.no_spotlight"), [(spot.id, spot.name) for spot in spots], shown.view.showing.spotlight
    )
    if len(choices) <= _MANY:
        return choices
    names = {group.id: group.name for group in shown.groups}
    parts = {item.id: names.get(item.group, item.group) for item in shown.items}
    return tuple(replace(choice, part=parts.get(choice.id, "")) for choice in choices)


def _choices(none: str, some: Sequence[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    """Each of `some` and before them `none`; () where there is nothing to choose from."""
    if not some:
        return ()
    return (Choice("", none, not chosen), *(Choice(each, name, each == chosen) for each, name in some))


def _named(moment: KeptMoment, words: Words) -> str:
    day = words.date(moment.kept_on)
    return moment.title if day in moment.title else words("console.moment_of", title=moment.title, date=day)
