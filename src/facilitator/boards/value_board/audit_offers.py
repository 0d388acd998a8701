"""What digital audits of the same engagement have found, as cards: their findings become baselines and plans.

A strength is something that has to hold, a weakness something that should be better, a quick result or a foundation
something to do; the level of an area is the baseline of an indicator.
"""

from collections.abc import Iterator, Mapping

from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.value_board.ready import ReadyCard
from facilitator.content.instruments import Area, Instrument, instrument
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.language import Language
from facilitator.domain.words_of_people import NAME_LIMIT

_BULLETS = "-*•– \t"


def audit_offers(document: Document, words: Words, language: Language) -> Iterator[ReadyCard]:
    """The findings of every audit that there is, board by board, area by area."""
    boards = {board.id: board for board in document.every(Board)}
    audits = sorted(document.every(Assessment), key=lambda audit: boards[audit.id].number)
    for audit in audits:
        asked = instrument(audit.instrument)
        answers = {each.area: each for each in document.every(Answer) if each.board_id == audit.id}
        found = [(area, answers[area.id]) for area in asked.areas if area.id in answers]
        about = _About(audit, boards[audit.id].title, asked, words, language)
        for cards in (about.strengths, about.weaknesses, about.plans, about.levels):
            for area, answer in found:
                yield from cards(area, answer)


class _About:
    """One audit, and how to write of it."""

    def __init__(self, audit: Assessment, title: str, asked: Instrument, words: Words, language: Language) -> None:
        self._audit = audit
        self._title = title
        self._asked = asked
        self._words = words
        self._own = Words(language)

    def strengths(self, area: Area, answer: Answer) -> Iterator[ReadyCard]:
        """One assumption for each line of what carries."""
        lines = (" ".join(line.strip(_BULLETS).split()) for line in answer.strengths.splitlines())
        for number, line in enumerate(filter(None, lines)):
            yield self._card(f"{answer.id}:strength:{number}", "strengths", "assumption", line, self._name(area))

    def weaknesses(self, area: Area, answer: Answer) -> Iterator[ReadyCard]:
        """One impact for what holds an area back, which is the evidence of how it is today."""
        if answer.weaknesses.strip():
            evidence = "\n".join(filter(None, (answer.weaknesses, answer.evidence)))
            text = self._own("value.audit_better", area=self._name(area))
            details = {"evidence_today": evidence, "direction": "increase"}
            yield self._card(f"{answer.id}:weakness", "weaknesses", "impact", text, answer.weaknesses, details)

    def plans(self, area: Area, answer: Answer) -> Iterator[ReadyCard]:
        """One approach for a quick result or a foundation."""
        if answer.mark:
            mark = self._asked.mark(answer.mark).name.within(self._own.language)
            named = self._own("value.audit_plan", mark=mark, area=self._name(area))
            details = {"stage": "idea", "description": named if answer.action else ""}
            yield self._card(f"{answer.id}:plan", "plans", "approach", answer.action or named, named, details)

    def levels(self, area: Area, answer: Answer) -> Iterator[ReadyCard]:
        """One indicator for an area whose level is known, from which it starts."""
        if answer.level is None:
            return
        level = self._asked.scale.name_of(answer.level).within(self._own.language)
        top = max(each.value for each in self._asked.scale.levels)
        details = {
            "definition": area.look_at.within(self._own.language),
            "nature": "quantitative",
            "unit": self._own("value.audit_unit", top=top),
            "better_is": "up",
            "baseline": float(answer.level),
            "baseline_date": self._audit.assessed_on,
            "source": self._title,
            "frequency": "yearly",
        }
        text = self._own("value.audit_level", area=self._name(area))
        note = self._own("value.audit_baseline", level=answer.level, name=level)
        yield self._card(f"{answer.id}:level", "levels", "kpi", text, note, details)

    def _name(self, area: Area) -> str:
        return area.name.within(self._own.language)

    def _card(
        self, its_id: str, heading: str, column: str, text: str, note: str, details: Mapping[str, object] | None = None
    ) -> ReadyCard:
        told = self._words(f"value.offer_{heading}", audit=self._title)
        kept = text if len(text) <= NAME_LIMIT else f"{text[: NAME_LIMIT - 1].rstrip()}…"
        return ReadyCard(f"audit:{its_id}", told, column, kept, note, details or {})
