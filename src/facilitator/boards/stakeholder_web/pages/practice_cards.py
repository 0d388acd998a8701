"""Practice cards: one for each way of engaging that was chosen, with those it is for, and what to add for some.

Nothing here is derived from what is private: whom a card is for follows from the choice, which is public, and from
public marks; why a strategy would be suggested stays with the facilitator.
"""

import re
from collections.abc import Iterator, Mapping

from reportlab.platypus import Flowable

from facilitator.boards.stakeholder_web.checks.strategies import add_ons
from facilitator.boards.stakeholder_web.checks.values import Known
from facilitator.boards.stakeholder_web.pages.twin import coded, levels
from facilitator.boards.stakeholder_web.tables import answer, level_name
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.handouts import kit

_ACCESS = "access_plan"
_BETWEEN_MOVES = re.compile(r"\s*;\s+")


def practice_cards(view: StakeholderWebView, words: Words) -> list[Flowable]:
    """A page of cards below the line for the 30-day check-in; only that line where there is no card."""
    cards, added = list(_strategies(view, words)), list(_add_ons(view, words))
    check_in = kit.checklist([kit.ChecklistEntry(words("web.check_in"), "not_started")], words)
    if not cards and not added:
        return [kit.page_section(words("web.check_in_head")), *check_in]
    parts = [
        kit.new_page(),
        kit.kicker(view.title),
        kit.page_title(words("web.page_cards")),
        kit.lead(words("web.cards_lead")),
        *check_in,
        *cards,
    ]
    return [*parts, kit.page_section(words("web.add_ons")), *added] if added else parts


def _strategies(view: StakeholderWebView, words: Words) -> Iterator[Flowable]:
    for strategy in methods.strategies():
        for_whom = [each for each in view.stakeholders if each.strategy_id == strategy.id]
        if for_whom:
            usual = words(
                "web.card_usual",
                level=level_name(strategy.level, view.level_labels, words),
                rhythm=answer("cadence", strategy.cadence, words).lower(),
            )
            # Without its one line: "powerful and doubtful" would say of people what only the facilitator knows.
            yield _card(strategy, "", {each: levels(each, view, words) for each in for_whom}, words, usual)


def _add_ons(view: StakeholderWebView, words: Words) -> Iterator[Flowable]:
    """What stands beside any strategy, for those whose public marks ask for it."""
    asked = {
        each: add_ons(Known(flags=frozenset(each.flags), impact_on_them=each.impact_on_them))
        for each in view.stakeholders
    }
    for add_on in methods.strategy_add_ons():
        people = {each: each.access_plan if add_on.id == _ACCESS else "" for each in asked if add_on.id in asked[each]}
        if people:
            yield _card(add_on, add_on.line.within(words.language), people, words)


def _card(
    strategy: methods.Strategy, line: str, people: Mapping[StakeholderView, str], words: Words, usual: str = ""
) -> Flowable:
    """A card for some people, each with a word or two."""
    names = [
        words("web.card_person", name=coded(each), more=told) if told else coded(each) for each, told in people.items()
    ]
    moves = [_capital(move) for move in _BETWEEN_MOVES.split(strategy.moves.within(words.language).rstrip("."))]
    return kit.card(
        strategy.name.within(words.language),
        line,
        usual,
        (words("web.card_moves"), moves),
        (words("web.card_for"), names),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
