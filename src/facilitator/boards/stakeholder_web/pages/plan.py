"""The engagement plan on paper: who, from which level to which, how, by whom, when, how often, by which channel."""

from datetime import date

from reportlab.platypus import Flowable

from facilitator.boards.stakeholder_web.pages.twin import coded, credit
from facilitator.boards.stakeholder_web.tables import answer, level_name
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.engagement import by_code
from facilitator.handouts import kit

_HEADS = ("name", "participation", "plan", "who", "next", "cadence", "channel")
_SHARES = (1.7, 1.3, 3.1, 1.5, 1.2, 1.1, 1.2)


def plan(view: StakeholderWebView, words: Words) -> list[Flowable]:
    """A page on its side: the nearest contact first; whoever nothing is decided for is named at the end."""
    begun = [each for each in view.stakeholders if _is_begun(each)]
    begun.sort(key=lambda each: (each.next_contact or date.max, each.name.casefold(), by_code(each.code)))
    parts = [
        kit.kicker(view.title),
        kit.page_title(words("web.page_plan")),
        kit.lead(words("web.plan_lead")),
        credit(view, words),
    ]
    if begun:
        heads = [words(f"web.head_{head}") for head in _HEADS]
        parts.append(kit.table(heads, [_row(each, view, words) for each in begun], _SHARES))
    waiting = sorted((each for each in view.stakeholders if each not in begun), key=lambda each: each.name.casefold())
    if waiting:
        parts += [
            kit.page_section(words("web.nothing_decided")),
            kit.paragraph(" · ".join(coded(each) for each in waiting)),
        ]
    return parts


def _is_begun(each: StakeholderView) -> bool:
    decided = (each.strategy_id, each.strategy, each.owner, each.next_contact, each.level_wanted)
    return any(decided)


def _row(each: StakeholderView, view: StakeholderWebView, words: Words) -> list[str | kit.Cell]:
    return [
        coded(each),
        _levels(each, view, words),
        _how(each, words),
        _decided(each.owner, words),
        _decided(words.date(each.next_contact) if each.next_contact else "", words),
        _decided(answer("cadence", each.cadence, words), words),
        _decided(answer("channel", each.channel, words), words),
    ]


def _decided(text: str, words: Words) -> kit.Cell:
    return kit.Cell(text or words("web.to_decide"), missing=not text)


def _levels(each: StakeholderView, view: StakeholderWebView, words: Words) -> kit.Cell:
    if not each.level_wanted:
        return _decided("", words)
    now = level_name(each.level_now, view.level_labels, words) or "–"
    return kit.Cell(words("web.now_to_aim", now=now, aim=level_name(each.level_wanted, view.level_labels, words)))


def _how(each: StakeholderView, words: Words) -> kit.Cell:
    """The strategy, how in free words, and what is typical for the strategy."""
    if not each.strategy_id:
        return _decided(each.strategy, words)
    strategy = methods.strategy(each.strategy_id)
    return kit.Cell(
        each.strategy, lead=strategy.name.within(words.language), note=strategy.moves.within(words.language)
    )
