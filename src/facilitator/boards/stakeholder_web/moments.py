"""Then and now: keeping how a web stands, and telling what has moved since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.boards.described import KeptMoment, Table
from facilitator.boards.stakeholder_web.model import Moment, MomentPlace, Stakeholder
from facilitator.boards.stakeholder_web.tables import level_name, ring_name
from facilitator.boards.stakeholder_web.view import PlaceThen, StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.participation import participation_levels
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody who stands otherwise than then: `then` is None for who is new, `now` for who is gone."""

    then: PlaceThen | None
    now: StakeholderView | None

    @property
    def name(self) -> str:
        """What they are called now, or were called."""
        some = self.now or self.then
        return some.name if some else ""


def keep_moment(document: Document, board_id: str, title: str, day: date) -> Change:
    """Keep where everybody stands, to compare with later.

    Raises EditRejected: "gone" for no board, "nothing_to_do" where nobody stands on it, or what a title may not be.
    """
    document.get(Board, board_id)
    there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    if not there:
        raise EditRejected("nothing_to_do")
    moment = Moment(id=new_id(), board_id=board_id, title=words_of_people.name(title), kept_on=day)
    places = (
        MomentPlace(
            id=new_id(),
            moment_id=moment.id,
            stakeholder_id=each.id,
            name=each.name,
            category=each.category,
            ring=each.ring,
            level_now=each.level_now,
            level_wanted=each.level_wanted,
        )
        for each in sorted(there, key=lambda each: by_code(each.code))
    )
    return Change("keep_moment", adding((moment, *places)))


def forget_moment(document: Document, moment_id: str) -> Change:
    """Delete a moment with its places; raises EditRejected("gone")."""
    moment = document.get(Moment, moment_id)
    places = (each for each in document.every(MomentPlace) if each.moment_id == moment_id)
    return Change("forget_moment", (*removing(places), *removing((moment,))))


def moments_of(document: Document, board_id: str) -> tuple[KeptMoment, ...]:
    """The moments of a board, the newest first."""
    kept = [each for each in document.every(Moment) if each.board_id == board_id]
    kept.reverse()  # of one day, the one kept last comes first
    kept.sort(key=lambda each: each.kept_on, reverse=True)
    return tuple(KeptMoment(each.id, each.title, each.kept_on) for each in kept)


def what_moved(view: StakeholderWebView) -> tuple[Moved, ...]:
    """Who is in another ring, category or level of participation than `view.then`, or has another name.

    In the order of their codes; then who is gone, as they stood. () where the view compares with nothing.
    """
    if not view.then:
        return ()
    then = {place.id: place for place in view.then}
    there = {each.id for each in view.stakeholders}
    here = (Moved(then.get(each.id), each) for each in view.stakeholders)
    gone = (Moved(place, None) for place in view.then if place.id not in there)
    return tuple(each for each in (*here, *gone) if _differs(each))


def moved_table(view: StakeholderWebView, words: Words) -> Table:
    """What has moved since the moment that the view compares with; one row that says so where nothing has."""
    heads = tuple(words(f"moments.head_{head}") for head in ("who", "change", "category", "ring", "level"))
    rows = tuple(_row(each, view, words) for each in what_moved(view))
    title = words("moments.title", title=view.then_title)
    return Table(title, heads, rows or ((words("moments.nothing"), "", "", "", ""),))


def _differs(one: Moved) -> bool:
    then, now = one.then, one.now
    if then is None or now is None:
        return True
    before = (then.name, then.ring, then.category, then.level_now)
    return before != (now.name, now.ring, now.category, now.level_now)


def _row(one: Moved, view: StakeholderWebView, words: Words) -> tuple[str, ...]:
    def both(name_then: str, name_now: str) -> str:
        if name_then == name_now:
            return name_now
        return words("moments.from_to", then=name_then or "–", now=name_now or "–")

    def category(place: PlaceThen | StakeholderView | None) -> str:
        return methods.category(place.category, view.category_set).name.within(words.language) if place else ""

    def ring(place: PlaceThen | StakeholderView | None) -> str:
        return ring_name(place.ring, words) if place else ""

    def level(place: PlaceThen | StakeholderView | None) -> str:
        return level_name(place.level_now, view.level_labels, words) if place else ""

    what = ", ".join(_changes(one, words))
    cells = (both(side(one.then), side(one.now)) for side in (category, ring, level))
    return (one.name, what[:1].upper() + what[1:], *cells)


def _changes(one: Moved, words: Words) -> Iterator[str]:
    """What has changed, in words of its own, so that nobody has to compare cells."""
    then, now = one.then, one.now
    if then is None or now is None:
        yield words("moments.new" if then is None else "moments.gone")
        return
    if then.ring != now.ring:
        yield words("moments.closer" if now.ring < then.ring else "moments.further")
    if then.category != now.category:
        yield words("moments.other_category")
    if then.level_now != now.level_now:
        yield words(_level_change(then.level_now, now.level_now))
    if then.name != now.name:
        yield words("moments.renamed", name=then.name)


def _level_change(then: str | None, now: str | None) -> str:
    order = [level.id for level in participation_levels("iap2")]
    if then is None or now is None:
        return "moments.level_known" if then is None else "moments.level_unknown"
    return "moments.more_involved" if order.index(now) > order.index(then) else "moments.less_involved"
