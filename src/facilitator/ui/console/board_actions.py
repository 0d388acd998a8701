"""What the board menu offers, in one list."""

from collections.abc import Callable

from facilitator.boards.kind import Kind
from facilitator.domain.change import Change
from facilitator.domain.words_of_people import name
from facilitator.ui.console.ballot_work import open_ballot
from facilitator.ui.console.board_menu import BoardMenu, When
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.entries_panel import ENTRY_KEY
from facilitator.ui.console.exemplar_work import make_exemplar
from facilitator.ui.console.find_work import FIND_KEY, OpenAgenda, find_in_engagement
from facilitator.ui.console.keep_work import keep_picked
from facilitator.ui.console.merge_work import MergeWork
from facilitator.ui.console.offer_work import pick_from_offers
from facilitator.ui.console.review_work import plan_reviews
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.moment_dialog import MomentDialog

RESULTS_KEY = "Ctrl+R"


def add_board_actions(
    menu: BoardMenu,
    desk: Desk,
    work: BoardWork,
    session: Callable[[], str],
    export: Callable[[], object],
    open_agenda: OpenAgenda,
) -> None:
    """Put everything that can be done with a board as a whole into its menu.

    `session` tells the session's title, `export` writes the open board as a file, `open_agenda` shows what was found
    in an agenda.
    """
    menu.offer("console.offers_action", lambda: pick_from_offers(desk, work), "Ctrl+B", when=_can("take"))
    menu.offer("console.keep_action", lambda: keep_picked(desk, work), when=_can("library"))
    entry = menu.offer("console.entry_action", lambda: _add_entry(desk, work), ENTRY_KEY, when=_can("put_entry"))
    menu.menu().aboutToShow.connect(lambda: entry.setText(_entry_words(desk, work)))
    menu.offer("console.dots_action", lambda: open_ballot(desk, work), RESULTS_KEY, when=_can("give_dots"))
    menu.offer("console.results_action", lambda: _turn_results(desk, work), RESULTS_KEY, when=_can("turn_results"))
    menu.part()
    menu.offer("console.keep_moment", lambda: _keep_moment(desk, work, session()), "Ctrl+M", when=_can("keep_moment"))
    menu.offer(
        "moments.forget_action",
        lambda: _forget_moment(desk, work),
        when=lambda kind, document, board_id: bool(desk.showings.of(board_id).then),
    )
    menu.offer("redaction.action", lambda: make_exemplar(desk, work), "Ctrl+E", when=_can("exemplar"))
    menu.offer("console.review", lambda: _review(desk, work), when=_can("review"))
    menu.offer("review.action", lambda: _plan_reviews(desk, work), when=lambda kind, *_: kind.plans_reviews)
    menu.part()
    merging = MergeWork(desk, work)
    work.mergeRequested.connect(lambda: merging.merge_picked())
    tables, forms = _can("plan_import"), _can("answers")
    menu.offer(
        "exchange.import_action", lambda: _import(desk, work), "Ctrl+I", when=lambda *its: tables(*its) or forms(*its)
    )
    menu.offer("exchange.export_action", export, "Ctrl+S")
    menu.offer("console.find_action", lambda: find_in_engagement(desk, work, open_agenda), FIND_KEY)
    menu.offer("exchange.duplicates_action", merging.find_duplicates, "Ctrl+D", when=_can("duplicates"))
    menu.offer("exchange.merge_action", merging.merge_picked, when=_can("merge"))


def _can(method: str) -> When:
    """For boards whose kind does this; the others inherit the method of Kind, which refuses."""
    return lambda kind, *_: getattr(type(kind), method) is not getattr(Kind, method)


def _import(desk: Desk, work: BoardWork) -> None:
    """Ask for what this board can take in: forms that people filled in, else tables."""
    if _can("answers")(desk.kind(work.board_id), desk.document, work.board_id):
        work.importing.filled.choose()
    else:
        work.importing.open()


def _add_entry(desk: Desk, work: BoardWork) -> None:
    if work.entries.any_lists:
        work.entries.add()
    else:
        work.say(desk.words("console.no_entries"), problem=True)


def _entry_words(desk: Desk, work: BoardWork) -> str:
    """What adding a row means here: each kind has its own lists, each item of it, too."""
    title = work.entries.first_title
    named = desk.words("console.entry_add_to", list=title) if title else desk.words("console.entry_action")
    return named.replace("&", "&&")


def _turn_results(desk: Desk, work: BoardWork) -> None:
    work.edit(
        lambda kind, document, board_id: kind.turn_results(document, board_id),
        done=lambda saved: work.say(_told(desk, saved.change), problem=False),
    )


def _told(desk: Desk, change: Change) -> str:
    """What was done, and whether undo takes it back."""
    return desk.words("console.done_for_good" if change.lasts else "console.done", step=desk.step(change.label))


def _keep_moment(desk: Desk, work: BoardWork, session: str) -> None:
    today, kind, board_id = desk.today(), desk.kind(work.board_id), work.board_id

    def keep(title: str) -> bool:
        saved = desk.ask_for(dialog.say, lambda document: kind.keep_moment(document, board_id, name(title), today))
        if saved:
            work.say(desk.words("console.moment_kept", title=title), problem=False)
        return saved is not None

    dialog = MomentDialog(session, today, keep, desk.words, work.window)
    dialog.open()


def _forget_moment(desk: Desk, work: BoardWork) -> None:
    """Delete the moment that the board is compared with; it comes back with undo."""
    board_id = work.board_id
    moment_id = desk.showings.of(board_id).then
    work.edit(
        lambda kind, document, _: kind.forget_moment(document, moment_id),
        done=lambda saved: desk.showings.choose(board_id, then=""),
    )


def _plan_reviews(desk: Desk, work: BoardWork) -> None:
    def done(first: str, count: int) -> None:
        work.say(desk.words("review.done", count=count), problem=False)

    plan_reviews(desk, work.window, done)


def _review(desk: Desk, work: BoardWork) -> None:
    today = desk.today()
    work.edit(
        lambda kind, document, board_id: kind.review(document, board_id, today),
        done=lambda saved: work.say(desk.words("console.reviewed", date=desk.words.date(today)), problem=False),
    )
