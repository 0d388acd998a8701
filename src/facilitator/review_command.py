"""The command that plans review sessions in one step, or says what it would plan."""

import argparse

from facilitator.boards.clear_day import clear_day
from facilitator.cli_output import print_json
from facilitator.content.value_register import cadence, cadences
from facilitator.content.words import Words
from facilitator.domain.engagement import Session
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.journal import Saved
from facilitator.opening import open_engagement
from facilitator.workshop.reviewing import PlannedReview, ReviewsAsked, left_out_told, reviews_added, reviews_asked


def reviews(asked: argparse.Namespace, words: Words) -> int:
    """Plan the reviews that are asked for, in one step; what is planned already is left out and said.

    Raises StoreError("cadence_unknown") (id, known), EditRejected as `reviews_added` does.
    """
    wanted = _asked(asked)
    saved: Saved | None = None
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        planned = reviews_asked(journal.document, wanted)
        if not asked.dry_run:
            saved = journal.do(reviews_added(journal.document, wanted))
    made = [each.after for each in saved.change.swaps if isinstance(each.after, Session)] if saved else []
    if asked.json:
        print_json(_told(planned, made, words, dry_run=asked.dry_run))
        return 0
    titles = iter(made)
    for each in planned:
        name, day = cadence(each.cadence).name.within(words.language), words.date(each.day)
        why = left_out_told(each, words)
        if why:
            print(words("review.cli_left_out", day=day, name=name, why=why))
        else:
            session = next(titles, None)
            print(words("review.cli_row", day=day, name=name, title=session.id if session else "").rstrip())
    count = sum(not each.left_out for each in planned)
    print(words("review.cli_would" if asked.dry_run else "review.done", count=count))
    return 0


def _asked(asked: argparse.Namespace) -> ReviewsAsked:
    known = [each.id for each in cadences()]
    chosen = tuple(asked.cadence or known)
    for its_id in chosen:
        if its_id not in known:
            raise StoreError("cadence_unknown", id=its_id, known=", ".join(known))
    first, until = clear_day(asked.first_day), clear_day(asked.until)
    if first is None or until is None:
        raise EditRejected("reviews_days_missing")
    return ReviewsAsked(chosen, first, until, asked.at, asked.cohort or None)


def _told(planned: tuple[PlannedReview, ...], made: list[Session], words: Words, *, dry_run: bool) -> dict[str, object]:
    def row(each: PlannedReview) -> dict[str, str]:
        return {"review": each.cadence, "day": each.day.isoformat(), "takes": each.takes}

    left = [
        {
            "review": each.cadence,
            "day": each.day.isoformat(),
            "left_out": each.left_out,
            "why": left_out_told(each, words),
        }
        for each in planned
    ]
    coming = [row(each) for each in planned if not each.left_out]
    if made:
        coming = [{**each, "session": its.id, "title": its.title} for each, its in zip(coming, made, strict=True)]
    return {"planned": coming, "left_out": [each for each in left if each["left_out"]], "dry_run": dry_run}
