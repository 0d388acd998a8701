"""The checks of a change plan, CH01 to CH13: who is missing, whom nobody helps on, what is late, what nobody sees."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from facilitator.boards.change_plan.adoption import action_for, moved
from facilitator.boards.change_plan.edits import roles_there
from facilitator.boards.change_plan.model import AffectedGroup, EarlyWin, TeamRole
from facilitator.boards.change_plan.panels import GROUPS, TEAM, WINS, step_told
from facilitator.boards.checking import Hit, most_severe_first, told
from facilitator.boards.described import Finding
from facilitator.boards.panels.reading import cards_of
from facilitator.content.checks import checks
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.workshop.reviewing import review_sessions

WIN_WITHIN = timedelta(days=90)
"""In which time people should see something, ahead of today or behind it."""
REVIEW_WITHIN = timedelta(days=45)

Hits = Iterator[tuple[str, Hit]]

_NEEDED = {"CH01": "sponsor", "CH03": "front_line", "CH04": "staff_voice"}
_HEAVY = ("changes", "step", "action", "owner")
_WIN_NEEDS = ("owner", "due", "seen")


def findings_of(document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first; the day itself is in time.

    CH01 no sponsor; CH02 a role without a person; CH03 no front-line voice; CH04 no union or staff representative;
    CH05 no group; CH06 a heavily affected group of which something is not known; CH07 an action, CH08 a win after its
    day; CH09 no win within 90 days, done or to come; CH10 no review within 45 days; CH11 a win without an owner, a day
    or how it is seen; CH12 a group that its adoption board has elsewhere; CH13 a group of which nobody said how much
    changes. Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    said = checks("change")
    hits = (
        *_team(document, board_id, words),
        *_groups(document, board_id, today, words),
        *_wins(document, board_id, today, words),
        *_reviews(document, board_id, today),
        *_moved(document, board_id, words),
    )
    return most_severe_first(told(said[check], hit, words) for check, hit in hits)


def _team(document: Document, board_id: str, words: Words) -> Hits:
    team = [each for each in cards_of(document, board_id, TEAM) if isinstance(each, TeamRole)]
    there = roles_there(document, board_id)
    for check, role in _NEEDED.items():
        if role not in there:
            with_it = " ".join((*there, role))
            yield check, Hit((), (board_id, "roles"), sets=((board_id, "roles", with_it),))
    for each in team:
        if not each.who:
            yield "CH02", Hit((each.id,), (each.id, "who"), {"role": words.quote(each.title)})


def _groups(document: Document, board_id: str, today: date, words: Words) -> Hits:
    groups = [each for each in cards_of(document, board_id, GROUPS) if isinstance(each, AffectedGroup)]
    if not groups:
        yield "CH05", Hit((), (board_id, "title"))
    for each in groups:
        group = {"group": words.quote(each.name)}
        missing = _missing(each, _HEAVY) if each.weight == "high" else ()
        if missing:
            yield "CH06", Hit((each.id,), (each.id, missing[0]), group, missing)
        if each.due and each.due < today:
            yield "CH07", Hit((each.id,), (each.id, "due"), {**group, "day": each.due})
        if not each.weight:
            yield "CH13", Hit((each.id,), (each.id, "weight"), group)


def _wins(document: Document, board_id: str, today: date, words: Words) -> Hits:
    wins = [each for each in cards_of(document, board_id, WINS) if isinstance(each, EarlyWin)]
    for each in wins:
        win, missing = {"win": words.quote(each.text)}, _missing(each, _WIN_NEEDS)
        if each.due and each.due < today and each.state != "done":
            yield "CH08", Hit((each.id,), (each.id, "due"), {**win, "day": each.due})
        if missing and each.state != "done":
            yield "CH11", Hit((each.id,), (each.id, missing[0]), win, missing)
    if not any(_is_near(each, today) for each in wins):
        yield "CH09", Hit((), (board_id, "title"), {"days": WIN_WITHIN.days})


def _is_near(win: EarlyWin, today: date) -> bool:
    if win.state == "done":
        return win.due is None or win.due >= today - WIN_WITHIN
    return win.due is not None and today <= win.due <= today + WIN_WITHIN


def _reviews(document: Document, board_id: str, today: date) -> Hits:
    days = (session.held_on for session, _ in review_sessions(document))
    if not any(day and today <= day <= today + REVIEW_WITHIN for day in days):
        yield "CH10", Hit((), (board_id, "title"), {"days": REVIEW_WITHIN.days})


def _moved(document: Document, board_id: str, words: Words) -> Hits:
    for group, standing in moved(document, board_id):
        values = {
            "group": words.quote(group.name),
            "board": words.quote(standing.title),
            "step": words.quote(step_told(standing.step, words)),
        }
        sets = [(group.id, "step", standing.step)]
        action = action_for(group, standing)
        if action != group.action:
            sets.append((group.id, "action", action))
        yield "CH12", Hit((group.id,), (group.id, "step"), values, sets=tuple(sets))


def _missing(card: AffectedGroup | EarlyWin, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if not getattr(card, key))
