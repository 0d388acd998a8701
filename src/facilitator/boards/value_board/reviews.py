"""Reviews of the register of indicators: planned, held, and what was answered. Their dates are for everybody."""

from collections.abc import Iterable, Mapping
from datetime import date

from facilitator.boards.described import Entry, EntryList, Field, Offer
from facilitator.boards.typed import optional_day
from facilitator.boards.typed_rows import Read, literally, read_values
from facilitator.boards.value_board.model import Review
from facilitator.content import value_register as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.rhythm import next_day

REVIEWS = "reviews"
OFFER = "review:"
"""What the ids of `review_offers` begin with; the id of the cadence follows."""


def review_list(document: Document, board_id: str, words: Words) -> EntryList:
    """The reviews of a board: those held in the order of time, then those to come, the next one last of all."""
    rows = [each for each in document.every(Review) if each.board_id == board_id]
    fields = review_fields(words, first=not rows)
    return EntryList(
        REVIEWS,
        words("value.reviews"),
        fields,
        tuple(
            Entry(each.id, tuple(_text(getattr(each, field.key)) for field in fields))
            for each in sorted(rows, key=_by_urgency)
        ),
    )


def put_review(document: Document, board_id: str, review_id: str, values: Mapping[str, str], words: Words) -> Change:
    """Change a review by field key, or plan one where `review_id` is ""; what is not named stays as it is.

    A new one without a day is planned for the next at its cadence: see `next_review`.
    Raises KeyError for a key that is none, EditRejected: "gone", "cell_refused" (column, why) for what a field can't
    hold, "review_cadence", "review_day" (cadence).
    """
    document.get(Board, board_id)
    before = document.get(Review, review_id) if review_id else None
    if before is not None and before.board_id != board_id:
        raise EditRejected("gone", id=review_id)
    said = read_values(review_fields(words), values, _READ, words)
    known: dict[str, object] = before.model_dump() if before else {"id": new_id(), "board_id": board_id}
    known |= said
    cadence = str(known.get("cadence", ""))
    if not cadence:
        raise EditRejected("review_cadence")
    if known.get("planned_on") is None:
        known["planned_on"] = before.planned_on if before else next_review(document, board_id, cadence)
    if known["planned_on"] is None:
        raise EditRejected("review_day", cadence=content.cadence(cadence).name.within(words.language))
    after = Review.model_validate(known)
    return changed("edit_review" if before else "plan_review", [(before, after)])


def delete_review(document: Document, board_id: str, review_id: str) -> Change:
    """Remove a review with its answers; raises EditRejected("gone")."""
    review = document.get(Review, review_id)
    if review.board_id != board_id:
        raise EditRejected("gone", id=review_id)
    return Change("delete_review", removing([review]))


def next_review(document: Document, board_id: str, cadence_id: str) -> date | None:
    """When a review of a cadence is due after the last one of it, or where there was none after the board's first.

    None while the board has no review at all.
    """
    reviews = [each for each in document.every(Review) if each.board_id == board_id]
    if not reviews:
        return None
    of_it = [each for each in reviews if each.cadence == cadence_id]
    start = max(of_it, key=_planned) if of_it else min(reviews, key=_planned)
    cadence = content.cadence(cadence_id)
    last_held = max((each.held_on for each in of_it if each.held_on), default=None)
    return next_day(start.planned_on, days=cadence.days, months=cadence.months, after=last_held)


def review_offers(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """The next review of each cadence of which none is planned; () while the board has no review at all."""
    reviews = [each for each in document.every(Review) if each.board_id == board_id]
    planned = {each.cadence for each in reviews if each.held_on is None}
    found = []
    for each in content.cadences():
        day = next_review(document, board_id, each.id)
        if each.id not in planned and day:
            name = words("value.offer_review", name=each.name.within(words.language), day=words.date(day))
            found.append(
                Offer(OFFER + each.id, words("value.offer_reviews"), name, each.looks_at.within(words.language))
            )
    return tuple(found)


def plan_reviews(document: Document, board_id: str, offer_ids: Iterable[str], words: Words) -> Change:
    """Plan the next review of each cadence chosen among `review_offers`, in one step.

    Raises EditRejected: "gone" (id) for what is no such offer (any more), "nothing_to_do" for none.
    """
    there = {each.id for each in review_offers(document, board_id, words)}
    pairs = []
    for its_id in dict.fromkeys(offer_ids):
        cadence = its_id.removeprefix(OFFER)
        day = next_review(document, board_id, cadence) if its_id in there else None
        if day is None:
            raise EditRejected("gone", id=its_id)
        pairs.append((None, Review(id=new_id(), board_id=board_id, cadence=cadence, planned_on=day)))
    return changed("plan_review", pairs)


def review_fields(words: Words, *, first: bool = False) -> tuple[Field, ...]:
    """What a review is made of: which and when, then the review form. The `first` one of a board needs its day."""
    language = words.language
    cadences = tuple(
        (each.id, words("value.cadence", name=each.name.within(language), when=each.when.within(language)))
        for each in content.cadences()
    )
    part, head = words("value.part_review"), words("value.head_planned_on")
    return (
        Field(
            "cadence", words("value.field_cadence"), "", "choice", choices=(("", words("value.not_known")), *cadences)
        ),
        Field(
            "planned_on", words("value.head_planned_on" if first else "value.field_planned_on"), "", "date", head=head
        ),
        Field("held_on", words("value.field_held_on"), "", "date"),
        *(
            Field(
                each.id,
                each.question.within(language),
                "",
                "text",
                private=True,
                part=part,
                head=each.name.within(language),
            )
            for each in content.review_questions()
        ),
    )


def _by_urgency(review: Review) -> tuple[bool, int, str]:
    day = review.planned_on.toordinal()
    return (False, day, review.id) if review.held_on else (True, -day, review.id)


def _planned(review: Review) -> date:
    return review.planned_on


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


_READ: Mapping[str, Read] = {
    "cadence": literally(str),
    "planned_on": literally(optional_day),
    "held_on": literally(optional_day),
    **{each.id: literally(words_of_people.note) for each in content.review_questions()},
}
