"""The command that plans review sessions in one step, or says what it would plan."""

import argparse
from datetime import date

from facilitator.boards.said_day import said_day
from facilitator.command_line.output import print_json
from facilitator.content.naming import match_name
from facilitator.content.reading import Bilingual
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
    wanted = _asked(asked, words)
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
    titles = {each.id: each.title for each in journal.document.every(Session)}
    made_ids = iter(each.id for each in made)
    for each in planned:
        name, day = cadence(each.cadence).name.within(words.language), words.date(each.day)
        why = left_out_told(each, words)
        if why:
            print(words("review.cli_left_out", day=day, name=name, why=why))
        else:
            given = words("review.cli_takes", title=words.quote(titles[each.takes])) if each.takes else ""
            its = {"day": day, "name": name, "rhythm": _rhythm(each.cadence, words)}
            print(words("review.cli_row", **its, title=next(made_ids, given)).rstrip())
    count = sum(not each.left_out for each in planned)
    print(words("review.cli_would" if asked.dry_run else "review.done", count=count))
    return 0


def _asked(asked: argparse.Namespace, words: Words) -> ReviewsAsked:
    chosen = tuple(_named(each, words) for each in asked.cadence or (each.id for each in cadences()))
    first, until = said_day(asked.first_day, date.today()), said_day(asked.until, date.today())
    if first is None or until is None:
        raise EditRejected("reviews_days_missing")
    return ReviewsAsked(chosen, first, until, asked.at, asked.cohort or None)


def _named(said: str, words: Words) -> str:
    """The id of the review that somebody names by it, by its rhythm or by its name, in either language."""
    rhythms = {
        each.id: Bilingual(en=_rhythm(each.id, Words("en")), fr=_rhythm(each.id, Words("fr"))) for each in cadences()
    }
    for names in (rhythms, {each.id: each.when for each in cadences()}, {each.id: each.name for each in cadences()}):
        try:
            return match_name(said, names)
        except LookupError:
            continue
    raise StoreError("cadence_unknown", id=said, known=", ".join(_rhythm(each.id, words) for each in cadences()))


def _rhythm(cadence_id: str, words: Words) -> str:
    """How often a review comes, in one word."""
    return words(f"review.rhythm_{cadence_id}")


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
