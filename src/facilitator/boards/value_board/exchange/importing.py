"""Tables into a value board: cards, or readings of its indicators, or all of a board that was written as CSV."""

from collections.abc import Callable

from facilitator.boards.finding import choice_named, item_named
from facilitator.boards.importing import ImportPlan, LeftOut, Mapped, PlannedRow
from facilitator.boards.incoming import Incoming
from facilitator.boards.value_board.exchange.cards import PlannedCards
from facilitator.boards.value_board.exchange.columns import NAME, code_column, left_out, tells_readings
from facilitator.boards.value_board.exchange.measured import PlannedReadings
from facilitator.boards.value_board.exchange.own import OwnBoard, OwnLink, own_board
from facilitator.boards.value_board.linking import require_kinds
from facilitator.boards.value_board.model import Card, CardLink
from facilitator.boards.value_board.places import column_named
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected


def plan_import(
    document: Document, board_id: str, incoming: Incoming, mapped: Mapped, group: str, *, update: bool, words: Words
) -> ImportPlan:
    """What an import would do: of readings where a column goes to one of their fields, else of cards.

    New cards go into the column `group` unless a row says otherwise. Cards that are on the board already by their
    words, and readings of a day that has one, are left alone unless `update`; empty cells change nothing. A row with a
    cell that can't be read is rejected whole. Raises EditRejected("group_unknown") (group, known), "gone".
    """
    document.get(Board, board_id)
    own = own_board(incoming)
    if own is not None:
        return _own_plan(document, board_id, own, column_named(document, group), update=update, words=words)
    heads = {key: column for column, key in mapped.items()}
    places = [(mapped[column], at) for at, column in enumerate(incoming.columns) if column in mapped]
    cards = PlannedCards(document, board_id, column_named(document, group), words, update=update)
    readings = PlannedReadings(document, _indicators(document, board_id), words, update=update)
    planned = readings if tells_readings(mapped) else cards
    codes = code_column(incoming, mapped)
    for row in incoming.rows:
        said = {key: row.cells[at] for key, at in places}
        code = row.cells[codes].strip() if codes is not None else ""
        if planned is readings:
            readings.take(row.place, said, heads, code)
        else:
            cards.take(row.place, row.key, said, heads, code)
    rejected = [
        PlannedRow(each.place, "", "rejected", words(f"refusals.{each.key}", **each.values))
        for each in incoming.rejected
    ]
    return ImportPlan(
        change=planned.change(),
        rows=(*planned.rows, *rejected),
        ties=0,
        rejected_ties=(),
        left_out=(*left_out(incoming, mapped), *(LeftOut(part, "unheld") for part in incoming.ignored)),
    )


def _own_plan(
    document: Document, board_id: str, own: OwnBoard, column: str, *, update: bool, words: Words
) -> ImportPlan:
    cards = PlannedCards(document, board_id, column, words, update=update, keeps={code for _, code, _ in own.cards})
    for place, code, said in own.cards:
        cards.take(place, code, said, own.heads)
    changes = [change for change in [cards.change()] if change]
    after = document.after(changes[0]) if changes else document

    def card_of(code: str) -> Card:
        if code in cards.refused or code not in cards.ids:
            raise EditRejected("import_end_rejected", name=code)
        return after.get(Card, cards.ids[code])

    links, met, rejected = _links(after, board_id, own.links, card_of, words, update=update)
    readings = PlannedReadings(after, card_of, words, update=update)
    for place, code, said in own.readings:
        readings.take(place, {**said, NAME: code}, own.heads)
    contradicted = [
        PlannedRow(each.place, each.name, "rejected", words(f"refusals.{each.why.key}", **each.why.values))
        for each in own.contradicted
    ]
    changes += [change for change in (*links, readings.change()) if change]
    return ImportPlan(
        change=composed("import", changes) if changes else None,
        rows=(*cards.rows, *contradicted, *met, *readings.rows),
        ties=sum(any(change.added()) for change in links),
        rejected_ties=rejected,
        left_out=tuple(LeftOut(title, "unheld") for title in own.unheld),
    )


def _links(
    document: Document,
    board_id: str,
    links: tuple[OwnLink, ...],
    card_of: Callable[[str], Card],
    words: Words,
    *,
    update: bool,
) -> tuple[list[Change], list[PlannedRow], tuple[PlannedRow, ...]]:
    """The changes that links need, one each, what comes of those that are there otherwise, and those that can't be.

    One that is there as the file has it is passed over.
    """
    there = {(each.from_id, each.to_id): each for each in document.every(CardLink)}
    found: list[Change] = []
    met, rejected = [], []
    for each in links:
        name = f"{each.start} – {each.end}"
        try:
            link = _link(document, board_id, each, card_of)
        except EditRejected as refusal:
            why = words(f"refusals.{refusal.key}", **refusal.values)
            rejected.append(PlannedRow(each.place, name, "rejected", why))
            continue
        before = there.setdefault((link.from_id, link.to_id), link)
        after = before.having(kind=link.kind, note=link.note or before.note)
        if before is link:
            found.append(Change("link_cards", adding([link])))
        elif after != before and update:
            found.append(Change("change_link", (Swap(before, after),)))
            there[link.from_id, link.to_id] = after
            met.append(PlannedRow(each.place, name, "update"))
        elif after != before:
            met.append(PlannedRow(each.place, name, "there", words("value.import_link_there")))
    return found, met, tuple(rejected)


def _link(document: Document, board_id: str, said: OwnLink, card_of: Callable[[str], Card]) -> CardLink:
    start, end = card_of(said.start), card_of(said.end)
    if start.id == end.id:
        raise EditRejected("link_self", code=said.start)
    known = require_kinds(document, start, end)
    kind = choice_named(document, said.kind, {each.id: each.name for each in known}, "link_kind", "kind")
    if content.link_kind(kind).start != start.column:
        start, end = end, start
    note = words_of_people.note(said.note)
    return CardLink(id=new_id(), board_id=board_id, from_id=start.id, to_id=end.id, kind=kind, note=note)


def _indicators(document: Document, board_id: str) -> Callable[[str], Card]:
    """A way from a name or a code to the indicator of the board that it means, asked for each name once."""
    there = [each for each in document.every(Card) if (each.board_id, each.column) == (board_id, "kpi")]
    found: dict[str, Card | EditRejected] = {}

    def named(name: str) -> Card:
        if name not in found:
            try:
                found[name] = item_named(there, lambda card: card.text, name)
            except EditRejected as refusal:
                found[name] = refusal
        answer = found[name]
        if isinstance(answer, EditRejected):
            raise answer
        return answer

    return named
