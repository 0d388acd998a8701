"""The facilitator's own report on a web: what the checks find, and all that is private. Never for participants."""

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.described import Finding
from facilitator.boards.stakeholder_web.answers import yes_or_no
from facilitator.boards.stakeholder_web.checks.strategies import add_ons, because, suggestion
from facilitator.boards.stakeholder_web.checks.values import Known, attention, known_on, quadrant, salience
from facilitator.boards.stakeholder_web.model import (
    CONFLICT,
    RelationshipNote,
    SharingAgreement,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StrategyReason,
)
from facilitator.boards.stakeholder_web.pages.paper_map import paper_map
from facilitator.boards.stakeholder_web.pages.twin import coded, told
from facilitator.boards.stakeholder_web.tables import answer, how
from facilitator.boards.stakeholder_web.view import (
    ATTITUDE,
    GRID,
    INFLUENCE,
    StakeholderView,
    StakeholderWebView,
    view_of,
)
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.view import Showing
from facilitator.handouts import kit

_FINDING_SHARES = (1, 5, 2.6)
_KNOWN_SHARES = (1.8, 1.3, 1.3, 1.8, 1.8, 2.6)
_STRATEGY_SHARES = (1.8, 2.6, 2.8, 2.2)
_TIE_SHARES = (1.8, 1.6, 1.8, 3)


def private_report(document: Document, board_id: str, findings: Sequence[Finding], words: Words) -> list[Flowable]:
    """The pages of the report, [] where nobody is on the web. Whoever prints them marks each as private."""
    view = view_of(document, board_id)
    if not view.stakeholders:
        return []
    known = known_on(document, board_id)
    people = sorted(view.stakeholders, key=lambda each: -(attention(known[each.id]) or 0))
    return [
        kit.kicker(words("web.report_kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.quiet(methods.reminder().within(words.language)),
        *_agreed(document, board_id, words),
        kit.heading(words("web.report_findings"), 2),
        _findings(findings, words),
        *_grid(document, view, words),
        kit.new_page(wide=True),
        kit.kicker(view.title),
        kit.page_title(words("web.report_known")),
        kit.lead(words("web.report_known_lead")),
        _known(document, people, known, words),
        kit.new_page(wide=True),
        kit.kicker(view.title),
        kit.page_title(words("web.report_strategies")),
        kit.lead(words("web.report_strategies_lead")),
        _strategies(document, people, known, words),
        *_ties(document, view, words),
    ]


def _agreed(document: Document, board_id: str, words: Words) -> list[Flowable]:
    """What the group may be shown, where that was agreed on."""
    agreed = document.find(SharingAgreement, board_id)
    return [kit.heading(words("web.field_may_be_shown"), 2), kit.paragraph(agreed.text)] if agreed else []


def _findings(findings: Sequence[Finding], words: Words) -> Flowable:
    """A row for each finding; why a check matters stands in the first row of what it found."""
    if not findings:
        return kit.paragraph(words("web.report_no_findings"))
    rows = []
    for check, same in groupby(findings, lambda each: each.check):
        for number, each in enumerate(same):
            severity = kit.Cell("" if number else words(f"web.severity_{each.severity}"), note=check)
            rows.append((severity, kit.Cell(each.message, note="" if number else each.why), each.action))
    heads = [words(f"web.head_{head}") for head in ("severity", "finding", "action")]
    return kit.table(heads, rows, _FINDING_SHARES)


def _grid(document: Document, view: StakeholderWebView, words: Words) -> Iterator[Flowable]:
    """The picture with both private layers on."""
    layers = frozenset({INFLUENCE, ATTITUDE})
    yield kit.new_page(wide=True)
    yield kit.kicker(view.title)
    yield kit.page_title(words("web.form_grid"))
    seen = view_of(document, view.board_id, Showing(form=GRID, layers=layers))
    yield paper_map(dataclasses.replace(seen, language=words.language), words)


def _known(document: Document, people: Sequence[StakeholderView], known: dict[str, Known], words: Words) -> Flowable:
    rows = []
    for each in people:
        facts, note = known[each.id], document.find(StakeholderNote, each.id)
        influence = document.find(StakeholderInfluence, each.id)
        attitude = document.find(StakeholderAttitude, each.id)
        rows.append(
            (
                coded(each),
                _scaled(
                    "influence",
                    facts.influence,
                    answer("sources", influence.sources if influence else "", words),
                    words,
                ),
                _scaled("attitude", facts.attitude, answer("basis", attitude.basis if attitude else "", words), words),
                _stake(each, facts, words),
                _claim(facts, words),
                note.text if note else "",
            )
        )
    heads = [words(f"web.{head}") for head in ("head_name", "head_influence", "head_attitude", "part_stake")]
    return kit.table([*heads, words("web.told_salience"), words("web.head_note")], rows, _KNOWN_SHARES)


def _scaled(scale: str, value: int | None, note: str, words: Words) -> kit.Cell:
    """The word for a level with its number: "Doubtful (−1)"."""
    name = methods.scale(scale).name_of(value).within(words.language)
    if value is None:
        return kit.Cell(name, note=note, missing=True)
    number = f"{value:+d}" if scale == "attitude" and value else str(value)
    return kit.Cell(words("web.level_number", level=name, number=number.replace("-", "\u2212")), note=note)


def _stake(each: StakeholderView, facts: Known, words: Words) -> kit.Cell:
    lines = [
        told(
            methods.scale(scale).name.within(words.language),
            methods.scale(scale).name_of(value).within(words.language),
            words,
        )
        for scale, value in (("interest", each.interest), ("impact", each.impact_on_them))
    ]
    return kit.Cell("\n".join(lines), note=words(f"web.quadrant_{quadrant(facts)}"))


def _claim(facts: Known, words: Words) -> kit.Cell:
    claims = [
        told(words(f"web.head_{head}"), answer("yes_no", yes_or_no(value), words), words)
        for head, value in (("urgency", facts.urgency), ("legitimacy", facts.legitimacy))
    ]
    found, told_claims = salience(facts), " · ".join(filter(None, claims))
    if found == "incomplete":
        return kit.Cell(note="\n".join(filter(None, (words(f"web.salience_{found}"), told_claims))))
    return kit.Cell(words(f"web.salience_{found}"), note=told_claims)


def _strategies(
    document: Document, people: Sequence[StakeholderView], known: dict[str, Known], words: Words
) -> Flowable:
    """What was chosen beside what the rule suggests, and why it was chosen all the same."""
    extra = {each.id: each.name.within(words.language) for each in methods.strategy_add_ons()}
    rows = []
    for each in people:
        suggested, reason = suggestion(known[each.id]), document.find(StrategyReason, each.id)
        name = methods.strategy(suggested.strategy_id).name.within(words.language)
        added = words.list([extra[add_on] for add_on in add_ons(known[each.id])])
        why = "\n".join(filter(None, (because(suggested, words), told(words("web.told_add_ons"), added, words))))
        rows.append(
            (
                coded(each),
                _chosen(each, words),
                kit.Cell(name, note=why),
                _reason(each, suggested.strategy_id, reason, words),
            )
        )
    heads = [words(f"web.{head}") for head in ("head_name", "head_strategy", "told_suggestion", "head_strategy_reason")]
    return kit.table(heads, rows, _STRATEGY_SHARES)


def _chosen(each: StakeholderView, words: Words) -> kit.Cell:
    if not each.strategy_id:
        return kit.Cell(words("web.to_decide"), missing=True, note=each.strategy)
    return kit.Cell(how(each, words))


def _reason(each: StakeholderView, suggested: str, reason: StrategyReason | None, words: Words) -> kit.Cell:
    if reason and reason.text.strip():
        return kit.Cell(reason.text)
    if each.strategy_id in ("", suggested):
        return kit.Cell()
    return kit.Cell(words("web.report_no_reason"), missing=True)


def _ties(document: Document, view: StakeholderWebView, words: Words) -> Iterator[Flowable]:
    """Ties with a note, and those that are hard and have none yet."""
    names = {view.board_id: view.project} | {each.id: coded(each) for each in view.stakeholders}
    rows = []
    for tie in view.relationships:
        note = document.find(RelationshipNote, tie.id)
        if not note and tie.kind not in CONFLICT and tie.quality != "strained":
            continue
        kind = methods.line_kind(tie.kind).name.within(words.language)
        text = kit.Cell(note.text) if note else kit.Cell(words("web.report_no_plan"), missing=True)
        rows.append(
            (names[tie.from_id], kit.Cell(kind, note=answer("quality", tie.quality, words)), names[tie.to_id], text)
        )
    if rows:
        yield kit.page_section(words("web.relationships"))
        yield kit.table([words(f"web.head_{head}") for head in ("from", "tie", "to", "note")], rows, _TIE_SHARES)
