"""A stakeholder web on paper: the map, the map in words, the engagement plan and the practice cards."""

import dataclasses

from reportlab.platypus import Flowable

from facilitator.boards.stakeholder_web.pages.paper_map import paper_map
from facilitator.boards.stakeholder_web.pages.plan import plan
from facilitator.boards.stakeholder_web.pages.practice_cards import practice_cards
from facilitator.boards.stakeholder_web.pages.twin import twin
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content.words import Words
from facilitator.domain.view import PLAIN
from facilitator.handouts import kit


def handout(view: StakeholderWebView, words: Words) -> list[Flowable]:
    """The pages of a participant's handout, each as wide as its frame; an empty web is its map alone.

    Where the view compares with an earlier moment, words tell what has moved; the map shows how things stand.
    """
    today = dataclasses.replace(view, showing=PLAIN, then=(), then_title="")
    pages = [
        kit.new_page(wide=True),
        kit.kicker(words("web.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        paper_map(today, words),
    ]
    if not view.stakeholders:
        return pages
    pages += [kit.new_page(), *twin(view, words)]
    pages += [kit.new_page(wide=True), *plan(view, words)]
    return [*pages, *practice_cards(view, words)]
