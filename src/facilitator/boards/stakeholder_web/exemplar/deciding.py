"""What is no text and tells all the same: ties and chosen strategies, each a line that goes along or is left out."""

from collections.abc import Mapping

from facilitator.boards.redaction import RedactionAnswers, RedactionLine
from facilitator.boards.stakeholder_web.checks.strategies import TELL_OF_DOUBTS
from facilitator.boards.stakeholder_web.model import CONFLICT, Relationship, Stakeholder
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.content import methods
from facilitator.content.words import Words

TIE, STRATEGY = "tie", "strategy_id"
"""The keys of the places at which ties and chosen strategies stand."""

HUB = ""
"""Stands for the project where stakeholders are told by their ids."""


def tie_line(
    tie: Relationship,
    codes: Mapping[str, str],
    names: Mapping[str, str],
    becoming: Mapping[str, str],
    answers: RedactionAnswers,
    words: Words,
) -> RedactionLine:
    """Who is tied to whom, and how; a tension and a broken tie are left out unless the facilitator takes them along.

    `codes`, `names` and what they are `becoming` are by id, those of the project by HUB.
    """
    ends, kind = (tie.from_id or HUB, tie.to_id or HUB), methods.line_kind(tie.kind).name.within(words.language)
    if tie.quality:
        kind = f"{kind} ({answer('quality', tie.quality, words)})"

    def said(known: Mapping[str, str]) -> str:
        start, end = (known[each] for each in ends)
        return words("redaction.tie", start=start, kind=kind, end=end)

    start, end = (codes[each] for each in ends)
    tells = tie.kind in CONFLICT or tie.quality == "strained"
    why = words("redaction.why_conflict") if tells else ""
    was, becomes = said(names), said(becoming)
    if was != becomes and not why:
        why = words("redaction.why_role")
    label = words("redaction.label_tie_itself", start=start, end=end)
    return _line((tie.id, TIE), "", label, was, becomes, why, answers, usual=tie.kind not in CONFLICT)


def strategy_line(stakeholder: Stakeholder, answers: RedactionAnswers, words: Words) -> RedactionLine:
    """The strategy that was chosen for somebody; one for those who doubt is left out unless it is taken along."""
    name = methods.strategy(stakeholder.strategy_id).name.within(words.language)
    tells = stakeholder.strategy_id in TELL_OF_DOUBTS
    why = words("redaction.why_doubts") if tells else ""
    place, label = (stakeholder.id, STRATEGY), words("web.field_strategy")
    return _line(place, stakeholder.code, label, name, name, why, answers, usual=not tells)


def _line(
    place: tuple[str, str],
    code: str,
    label: str,
    was: str,
    becomes: str,
    why: str,
    answers: RedactionAnswers,
    *,
    usual: bool,
) -> RedactionLine:
    taken = answers.taken.get(place, usual)
    return RedactionLine(place, code, label, was, becomes if taken else "", why, taken=taken)
