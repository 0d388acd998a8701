"""What participants may see of a change plan: its cards, and when each review comes next."""

from dataclasses import replace

from facilitator.boards.change_plan.panels import PANELS
from facilitator.boards.described import Table
from facilitator.boards.panels.reading import view_of as view_of_cards
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.value_register import Cadence
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session, language_of
from facilitator.domain.view import PLAIN, Showing
from facilitator.workshop.reviewing import next_reviews

REVIEWS = "reviews"
"""The id of the panel that tells when each review comes next."""

_TOLD = ("when", "looks_at", "output")


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> PanelsView:
    """The view of a change plan on the day of the showing; raises EditRejected("gone") if the board is no more."""
    view = view_of_cards(document, board_id, PANELS, showing)
    return replace(view, panels=(*view.panels, _reviews(document, showing)))


def own_cards(view: PanelsView) -> PanelsView:
    """The same without what is told from elsewhere."""
    return replace(view, panels=tuple(each for each in view.panels if not each.told))


def _reviews(document: Document, showing: Showing) -> PanelView:
    words = Words(language_of(document))
    cards = tuple(_card(session, its, showing, words) for session, its in next_reviews(document, showing.day))
    return PanelView(REVIEWS, words("change.panel_reviews"), words("change.hint_reviews"), cards, told=True)


def _card(session: Session, its: Cadence, showing: Showing, words: Words) -> CardView:
    assert session.held_on is not None  # a next one has a day
    day, language = session.held_on, words.language
    full = words.date(day)
    when = words("change.review_at", day=full, time=session.begins) if session.begins else full
    year = "" if showing.day and day.year == showing.day.year else str(day.year)
    told = when, its.looks_at.within(language), its.output.within(language)
    return CardView(
        id=f"{REVIEWS}.{its.id}",
        code=words.short_date(day),
        words=its.name.within(language),
        below=(", ".join(filter(None, (year, session.begins, its.when.within(language)))),),
        parts=tuple((key, words(f"change.review_{key}"), text) for key, text in zip(_TOLD, told, strict=True)),
    )


def review_table(view: PanelsView, words: Words) -> Table:
    """When each review comes next, in a table."""
    told = next(each for each in view.panels if each.id == REVIEWS)
    heads = (words("change.review"), *(words(f"change.review_{key}") for key in _TOLD))
    rows = ((card.words, *(text for _, _, text in card.parts)) for card in told.cards)
    return Table(told.name, heads, tuple(rows))
