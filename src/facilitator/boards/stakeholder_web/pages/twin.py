"""The text twin of a printed map: every stakeholder by sector, every tie, and what is empty."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.stakeholder_web.moments import moved_table, what_moved
from facilitator.boards.stakeholder_web.tables import answer, in_order, level_name, ring_name
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.participation import participation_credit
from facilitator.content.words import Words
from facilitator.handouts import kit

_SHARES = (1.6, 1.46, 1.35, 4.6)
_TIE_SHARES = (2.2, 1.8, 2.2, 2.1)
_MOVED_SHARES = (2.2, 1.7, 2, 2, 2)
_MEDIUM = 2  # the strength of a tie unless somebody says otherwise


def twin(view: StakeholderWebView, words: Words) -> list[Flowable]:
    """The page that says in words what the map shows; it begins on the page where it stands."""
    problem = words("web.lead_problem", problem=words.quote(view.problem)) if view.problem else ""
    parts = [
        kit.kicker(view.title),
        kit.page_title(words("web.page_twin")),
        kit.lead(words("web.twin_lead")),
        kit.paragraph(problem),
        credit(view, words),
        *_sectors(view, words),
    ]
    empty = _empty_sectors(view, words)
    if empty:
        parts += [kit.heading(words("web.empty_sectors"), 3), *kit.bullets(empty)]
    if view.relationships:
        parts += [kit.page_section(words("web.relationships")), _ties(view, words)]
    if what_moved(view):
        moved = moved_table(view, words)
        parts += [kit.page_section(moved.title), kit.table(moved.columns, moved.rows, _MOVED_SHARES)]
    return parts


def levels(each: StakeholderView, view: StakeholderWebView, words: Words) -> str:
    """From which level of participation to which; "" where neither is known."""
    now, aim = (level_name(level, view.level_labels, words) for level in (each.level_now, each.level_wanted))
    return words("web.now_to_aim", now=now or "–", aim=aim or "–") if now or aim else ""


def credit(view: StakeholderWebView, words: Words) -> Flowable:
    """Whose names of levels these are, where they are somebody's: the condition for printing them."""
    known = any(each.level_now or each.level_wanted for each in view.stakeholders)
    return kit.quiet(participation_credit().within(words.language) if known and view.level_labels == "iap2" else "")


def coded(each: StakeholderView) -> str:
    """Spoken code and name."""
    return f"{each.code} {each.name}"


def told(field: str, value: str, words: Words) -> str:
    """A field with its value, "" where it has none."""
    return words("web.told", field=field, value=value) if value.strip() else ""


def _sectors(view: StakeholderWebView, words: Words) -> Iterator[Flowable]:
    """A heading and a table for each sector; the last column only where any sector has something in it."""
    known = {each.id: _known(each, view, words) for each in view.stakeholders}
    count = 4 if any(known.values()) else 3
    heads = [words(f"web.head_{head}") for head in ("name", "ring", "participation", "known")][:count]
    for category, found in groupby(in_order(view), lambda each: each.category):
        here = list(found)
        name = methods.category(category, view.category_set).name.within(words.language)
        rows = [
            (coded(each), ring_name(each.ring, words), levels(each, view, words), known[each.id])[:count]
            for each in here
        ]
        yield kit.heading(words("web.head_sector", sector=name, count=len(here)), 3)
        yield kit.table(heads, rows, _SHARES[:count])


def _known(each: StakeholderView, view: StakeholderWebView, words: Words) -> str:
    """All public words that have no column of their own: what they are, what is at stake, then a line each."""
    marks = [
        _subcategory(each, view, words),
        answer("kind", each.kind, words),
        *(answer("flags", flag, words) for flag in each.flags),
        words("web.origin_group") if each.origin == "group" else "",
        words("web.sign_guess") if each.confidence == "guess" else "",
    ]
    stake = [
        told(methods.scale(scale).name.within(words.language), _level(scale, value, words), words)
        for scale, value in (("interest", each.interest), ("impact", each.impact_on_them))
    ]
    lines = [
        " · ".join(filter(None, marks)),
        " · ".join(filter(None, stake)),
        told(words("web.field_needs"), each.needs, words),
        told(words("web.field_concerns"), each.concerns, words),
        told(words("web.field_contribution"), each.contribution, words),
        told(words("web.field_access_plan"), each.access_plan, words),
    ]
    return "\n".join(filter(None, lines))


def _subcategory(each: StakeholderView, view: StakeholderWebView, words: Words) -> str:
    parts = methods.category(each.category, view.category_set).subcategories
    return next((part.name.within(words.language) for part in parts if part.id == each.subcategory), "")


def _level(scale: str, value: int | None, words: Words) -> str:
    return "" if value is None else methods.scale(scale).name_of(value).within(words.language)


def _empty_sectors(view: StakeholderWebView, words: Words) -> list[str]:
    filled = {each.category for each in view.stakeholders}
    reasons = dict(view.none_apply)
    said = []
    for category in methods.categories(view.category_set):
        if category.id not in filled:
            name = category.name.within(words.language)
            if category.id in reasons:
                said.append(words("web.none_on_purpose", sector=name, reason=reasons[category.id]))
            else:
                said.append(words("web.nobody_yet", sector=name))
    return said


def _ties(view: StakeholderWebView, words: Words) -> Flowable:
    """Who is tied to whom, with what is unusual about the tie in small letters."""
    names = {view.board_id: view.project} | {each.id: coded(each) for each in view.stakeholders}
    rows = [
        (
            names[tie.from_id],
            kit.Cell(methods.line_kind(tie.kind).name.within(words.language), note=_unusual(tie, words)),
            names[tie.to_id],
            tie.what_flows,
        )
        for tie in view.relationships
    ]
    count = 4 if any(tie.what_flows for tie in view.relationships) else 3
    heads = [words(f"web.head_{head}") for head in ("from", "tie", "to", "flows")]
    return kit.table(heads[:count], [row[:count] for row in rows], _TIE_SHARES[:count])


def _unusual(tie: RelationshipView, words: Words) -> str:
    told = [
        answer("strength", str(tie.strength) if tie.strength != _MEDIUM else "", words),
        answer("quality", tie.quality, words),
        answer("direction", tie.direction, words),
        words("web.sign_unsure") if tie.confidence == "guess" else "",
    ]
    return " · ".join(filter(None, told))
