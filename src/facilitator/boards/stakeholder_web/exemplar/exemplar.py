"""The exemplar: a copy of a 1:1 web that a group may see. What is copied is named here field by field."""

from collections.abc import Iterator, Mapping
from datetime import date

from facilitator.boards.redaction import Place, RedactionAnswers
from facilitator.boards.stakeholder_web.edits import CODE_LETTER
from facilitator.boards.stakeholder_web.exemplar.deciding import STRATEGY, TIE
from facilitator.boards.stakeholder_web.exemplar.redacting import (
    ATTITUDE,
    CONTACTS,
    STRATEGIES,
    hidden_title,
    redaction_of,
    switched,
)
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    NoneApply,
    RaciRole,
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    Web,
)
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_board, next_code
from facilitator.domain.engagement import Board, by_code, language_of
from facilitator.domain.record import Record, new_id

_LABEL = "make_exemplar"


def exemplar(document: Document, board_id: str, answers: RedactionAnswers, day: date) -> Change:
    """A new board after the last one: the web with every text as the redaction has it, reviewed on `day`.

    It is shared where the participant approved of the 1:1 (it is "validated" or "shared"), else a draft.
    Notes, reasons, influence, salience, how attitudes are known and earlier moments have no copy; attitudes only
    where their switch is on; tensions, broken ties and strategies for those who doubt only where they are taken along.
    Raises EditRejected: "redaction_open" (place, names) where a name has still to be decided
    on, "gone", or what a text that was typed may not be.
    """
    return _Copying(document, board_id, answers, day).change()


class _Copying:
    """One board being copied, under new ids and new spoken codes."""

    def __init__(self, document: Document, board_id: str, answers: RedactionAnswers, day: date) -> None:
        redaction = redaction_of(document, board_id, Words(language_of(document)), answers)
        self._document, self._old, self._day = document, board_id, day
        self._texts: Mapping[Place, str] = redaction.texts()
        self._left_out = redaction.left_out
        self._on = switched(answers)
        there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
        self._there = sorted(there, key=lambda each: by_code(each.code))
        kind = document.get(Board, board_id).kind
        self._board = next_board(document, kind, self._text(board_id, "title"), self._text(board_id, "question"))
        self._new = {each.id: new_id() for each in self._there}

    def change(self) -> Change:
        """Everything as one step, what is referred to before what refers to it."""
        return composed(_LABEL, (self._added(self._hub()), *self._stakeholders(), self._added(self._rest())))

    def _text(self, item_id: str, field: str) -> str:
        """What the redaction has for a place: "" for what is empty or left behind."""
        return self._texts.get((item_id, field), "")

    def _added(self, records: Iterator[Record]) -> Change:
        return Change(_LABEL, adding(records))

    def _hub(self) -> Iterator[Record]:
        web, phase = self._document.get(Web, self._old), self._text(self._old, "phase")
        yield self._board
        yield Web(
            id=self._board.id,
            project=self._text(self._old, "project"),
            problem=self._text(self._old, "problem"),
            category_set=web.category_set,
            change_sought=self._text(self._old, "change_sought"),
            out_of_scope=self._text(self._old, "out_of_scope"),
            decision=self._text(self._old, "decision"),
            decision_date=web.decision_date,
            level_labels=web.level_labels,
            state="shared" if web.state in ("validated", "shared") else "draft",
            made_from=hidden_title(self._document, self._old),
            made_from_id=self._old,
            phase=phase,
            reviewed_on=self._day,
            reviewed_phase=phase,
        )

    def _stakeholders(self) -> Iterator[Change]:
        """Each with the spoken code that it takes, so that none is ever given twice."""
        document = self._document
        for each in self._there:
            code, taken = next_code(document, CODE_LETTER)
            change = Change(_LABEL, (taken, *adding(self._stakeholder(each, code))))
            document = document.after(change)
            yield change

    def _stakeholder(self, old: Stakeholder, code: str) -> Iterator[Record]:
        planned, shared = self._on[STRATEGIES], self._on[CONTACTS]
        chosen = planned and (old.id, STRATEGY) not in self._left_out
        yield Stakeholder(
            id=self._new[old.id],
            board_id=self._board.id,
            code=code,
            name=self._text(old.id, "name"),
            category=old.category,
            ring=old.ring,
            placed_x=old.placed_x,
            placed_y=old.placed_y,
            level_now=old.level_now,
            level_wanted=old.level_wanted,
            strategy=self._text(old.id, "strategy"),
            owner=self._text(old.id, "owner"),
            next_contact=old.next_contact if shared else None,
            subcategory=old.subcategory,
            kind=old.kind,
            flags=old.flags,
            interest=old.interest,
            impact_on_them=old.impact_on_them,
            needs=self._text(old.id, "needs"),
            concerns=self._text(old.id, "concerns"),
            contribution=self._text(old.id, "contribution"),
            strategy_id=old.strategy_id if chosen else "",
            cadence=old.cadence if planned else "",
            channel=old.channel if planned else "",
            access_plan=self._text(old.id, "access_plan"),
            confidence=old.confidence,
            origin="exemplar",
        )
        known = self._document.find(StakeholderAttitude, old.id)
        if self._on[ATTITUDE] and known and known.attitude is not None:
            yield StakeholderAttitude(id=self._new[old.id], attitude=known.attitude)

    def _rest(self) -> Iterator[Record]:
        """What is left empty on purpose, the ties, and who is responsible for what."""
        document = self._document
        for empty in document.every(NoneApply):
            if empty.board_id == self._old:
                reason = self._text(empty.id, "reason")
                yield NoneApply(id=new_id(), board_id=self._board.id, category=empty.category, reason=reason)
        for tie in document.every(Relationship):
            if tie.board_id == self._old and (tie.id, TIE) not in self._left_out:
                yield self._tie(tie)
        for one in document.every(Deliverable):
            if one.board_id == self._old:
                yield from self._deliverable(one)

    def _tie(self, old: Relationship) -> Relationship:
        return Relationship(
            id=new_id(),
            board_id=self._board.id,
            from_id=self._new[old.from_id] if old.from_id else None,
            to_id=self._new[old.to_id] if old.to_id else None,
            kind=old.kind,
            strength=old.strength,
            quality=old.quality,
            direction=old.direction,
            what_flows=self._text(old.id, "what_flows"),
            confidence=old.confidence,
        )

    def _deliverable(self, old: Deliverable) -> Iterator[Record]:
        its_id = new_id()
        yield Deliverable(id=its_id, board_id=self._board.id, number=old.number, name=self._text(old.id, "name"))
        for role in self._document.every(RaciRole):
            if role.deliverable_id == old.id and role.stakeholder_id in self._new:
                new = self._new[role.stakeholder_id]
                yield RaciRole(id=new_id(), deliverable_id=its_id, stakeholder_id=new, role=role.role)
