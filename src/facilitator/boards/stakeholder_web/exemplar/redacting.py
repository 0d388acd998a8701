"""What becomes of every text of a web in the copy that a group may see."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar, cast

from facilitator.boards.hidden_names import HiddenName
from facilitator.boards.hiding import Hidden, Hiding
from facilitator.boards.redaction import Place, Redaction, RedactionAnswers, RedactionLine, RedactionSwitch
from facilitator.boards.stakeholder_web.edits import stakeholder_name
from facilitator.boards.stakeholder_web.exemplar.deciding import HUB, strategy_line, tie_line
from facilitator.boards.stakeholder_web.exemplar.leaving import left_behind
from facilitator.boards.stakeholder_web.exemplar.roles import named_persons, perhaps_person
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    NoneApply,
    Relationship,
    SharingAgreement,
    Stakeholder,
    Web,
)
from facilitator.boards.typed import optional_line
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.naming import bared
from facilitator.content.people import in_spoken_order, is_function, person_in
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, by_code, language_of

R = TypeVar("R", NoneApply, Relationship, Deliverable)

VOICES, STRATEGIES, CONTACTS, TIE_WORDS, ATTITUDE = "voices", "strategies", "contacts", "tie_words", "attitude"
USUAL = {VOICES: True, STRATEGIES: True, CONTACTS: True, TIE_WORDS: True, ATTITUDE: False}
"""The switches, in their order, and how they stand unless the facilitator turns them."""

_OF_HUB = ("problem", "change_sought", "out_of_scope", "decision")
_OF_STAKEHOLDER = (
    ("needs", "web.field_needs", VOICES, True),
    ("concerns", "web.field_concerns", VOICES, True),
    ("contribution", "web.field_contribution", VOICES, True),
    ("strategy", "web.head_how", STRATEGIES, True),
    ("access_plan", "web.field_access_plan", STRATEGIES, True),
    ("owner", "web.head_who", CONTACTS, False),
)


class _Text(NamedTuple):
    """A text of the board. What must not be empty is `needed`; `proposed` comes instead of it by itself.

    `asked` are names in it that somebody has to decide on.
    """

    place: Place
    code: str
    label: str
    was: str
    long: bool
    needed: bool = False
    proposed: str | None = None
    why: str = ""
    asked: tuple[str, ...] = ()


def switched(answers: RedactionAnswers) -> dict[str, bool]:
    """How the switches stand."""
    return {switch: answers.switches.get(switch, usual) for switch, usual in USUAL.items()}


def redaction_of(document: Document, board_id: str, words: Words, answers: RedactionAnswers) -> Redaction:
    """What passes and what is left behind, in the words of the facilitator; roles in the engagement's language.

    Raises EditRejected("gone"), or what a text that was typed may not be.
    """
    redacting = _Redacting(document, board_id, words, answers)
    on, agreed = switched(answers), document.find(SharingAgreement, board_id)
    redaction = Redaction(
        title=redacting.line(redacting.title()),
        lines=tuple(redacting.lines(on)),
        switches=tuple(RedactionSwitch(each, words(f"redaction.switch_{each}"), on[each]) for each in USUAL),
        dropped=(),
        notice=words("redaction.not_validated") if document.get(Web, board_id).state == "draft" else "",
        agreed=agreed.text if agreed else "",
    )
    return replace(redaction, dropped=tuple(left_behind(document, board_id, on, redaction.left_out, words)))


def hidden_title(document: Document, board_id: str) -> str:
    """The title of the board without names, for the copy to say what it was made from.

    Nobody is asked about it, so that what only may be a person's name goes as well.
    """
    words = Words(language_of(document))
    redacting = _Redacting(document, board_id, words, RedactionAnswers(), strict=True)
    return redacting.hide(document.get(Board, board_id).title).text


class _Redacting:
    """The texts of one board, and the names that must not pass."""

    def __init__(
        self, document: Document, board_id: str, words: Words, answers: RedactionAnswers, *, strict: bool = False
    ) -> None:
        self._document, self._words, self._answers = document, words, answers
        self._its_words = Words(language_of(document))
        self._board, self._web = document.get(Board, board_id), document.get(Web, board_id)
        there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
        self._there = sorted(there, key=lambda each: by_code(each.code))
        self._persons = named_persons(self._web, self._there, self._its_words, strict=strict)
        someone = self._its_words("redaction.someone")
        self.hide: Callable[[str], Hidden] = Hiding(
            self._names(), someone, self._allowed(), () if strict else self._bodies()
        ).hide

    def line(self, text: _Text) -> RedactionLine:
        """The text with what becomes of it: what was typed, what is proposed, or itself without names."""
        words, place = self._words, text.place
        kept = place in self._answers.kept
        if place in self._answers.typed:
            becomes = _read(text, self._answers.typed[place])
            found = self.hide(becomes)
            why = words("redaction.why_kept" if kept and becomes == text.was else "redaction.why_typed")
            still = (*found.names, *found.contacts, *found.doubtful)
            return RedactionLine(place, text.code, text.label, text.was, becomes, why, still, kept, text.long)
        if text.proposed is not None:
            becomes, why, still = text.proposed, text.why, text.asked
        else:
            found = self.hide(text.was)
            becomes, why = found.text, self._why(found) or text.why
            still = text.asked or found.doubtful
            why = words("redaction.why_kept") if still and kept else why
        limit = words_of_people.NOTE_LIMIT if text.long else words_of_people.NAME_LIMIT
        becomes = becomes if len(becomes) <= limit else f"{becomes[: limit - 1]}…"
        return RedactionLine(place, text.code, text.label, text.was, becomes, why, still, kept, text.long)

    def title(self) -> _Text:
        """The line of the new board's title."""
        was, words = self._board.title, self._words
        found = self.hide(was)
        proposed = self._its_words("redaction.exemplar_title", title=found.text)
        place, label = (self._board.id, "title"), words("redaction.title")
        return _Text(place, "", label, was, False, True, proposed, words("redaction.why_title"), found.doubtful)

    def lines(self, on: Mapping[str, bool]) -> Iterator[RedactionLine]:
        """All that passes with these switches: the texts of the hub, people with their plans, ties, deliverables."""
        yield from self._lines(self._of_hub())
        for each in self._there:
            yield self.line(self._name(each))
            plan = on[STRATEGIES]
            if plan and each.strategy_id:
                chosen = strategy_line(each, self._answers, self._words)
                plan = bool(chosen.taken)  # the words on how tell the same
                yield chosen
            passing = {**on, STRATEGIES: plan}
            yield from self._lines(
                _Text((each.id, field), each.code, self._words(label), getattr(each, field), long)
                for field, label, switch, long in _OF_STAKEHOLDER
                if (passing[switch] if field == "strategy" else on[switch])
            )
        yield from self._of_ties(on)
        name = self._words("redaction.label_deliverable")
        yield from self._lines(
            _Text((one.id, "name"), "", name, one.name, False, True) for one in self._of(Deliverable)
        )

    def _lines(self, texts: Iterable[_Text]) -> Iterator[RedactionLine]:
        return (self.line(text) for text in texts if text.was or text.needed)

    def _of_hub(self) -> Iterator[_Text]:
        words, web, its_id = self._words, self._web, self._web.id
        yield _Text((its_id, "question"), "", words("board.field_question"), self._board.question, False)
        yield self._project()
        for field in _OF_HUB:
            yield _Text((its_id, field), "", words(f"web.field_{field}"), getattr(web, field), True)
        yield _Text((its_id, "phase"), "", words("web.field_phase"), web.phase, False)
        for empty in self._of(NoneApply):
            category = methods.category(empty.category, cast(CategorySet, web.category_set))
            label = words("redaction.label_none_apply", category=category.name.within(words.language))
            yield _Text((empty.id, "reason"), "", label, empty.reason, False, True)

    def _project(self) -> _Text:
        return _Text((self._web.id, "project"), "", self._words("web.field_project"), self._web.project, False, True)

    def _of_ties(self, on: Mapping[str, bool]) -> Iterator[RedactionLine]:
        """Every tie, and after it what flows along it, where both go along."""
        codes = {HUB: self._web.project, **{each.id: each.code for each in self._there}}
        names = {HUB: self._web.project, **{each.id: each.name for each in self._there}}
        becoming = {each.id: self.line(self._name(each)).becomes for each in self._there}
        becoming[HUB] = self.line(self._project()).becomes
        for tie in self._of(Relationship):
            line = tie_line(tie, codes, names, becoming, self._answers, self._words)
            yield line
            if line.taken and on[TIE_WORDS]:
                start, end = codes[tie.from_id or HUB], codes[tie.to_id or HUB]
                label = self._words("redaction.label_tie", start=start, end=end)
                yield from self._lines([_Text((tie.id, "what_flows"), "", label, tie.what_flows, False)])

    def _name(self, stakeholder: Stakeholder) -> _Text:
        person = self._persons.get(stakeholder.id)
        asked = () if person else tuple(filter(None, (perhaps_person(stakeholder),)))
        why = self._words("redaction.why_perhaps") if asked else ""
        if person:
            why = self._words("redaction.why_role")
        elif stakeholder.kind == "person" and is_function(stakeholder.name):
            why = self._words("redaction.why_is_role")
        label, role = self._words("web.field_name"), person.role if person else None
        return _Text((stakeholder.id, "name"), stakeholder.code, label, stakeholder.name, False, True, role, why, asked)

    def _of(self, record_type: type[R]) -> Iterator[R]:
        return (each for each in self._document.every(record_type) if each.board_id == self._board.id)

    def _names(self) -> Iterator[HiddenName]:
        """Stakeholders who get another name, then owners and participants that look like persons; each name once."""
        known: set[str] = set()
        for name in (*self._of_stakeholders(), *self._of_others()):
            if bared(name.name) not in known:
                known.add(bared(name.name))
                yield name

    def _of_stakeholders(self) -> Iterator[HiddenName]:
        for each in self._there:
            place, person = (each.id, "name"), self._persons.get(each.id)
            becomes = person.role if person else each.name
            if place in self._answers.typed:
                becomes = stakeholder_name(self._answers.typed[place], each.name)
            if place in self._answers.kept or becomes == each.name:
                continue
            if person:
                yield HiddenName(in_spoken_order(person.part), becomes, person.surely)
            yield HiddenName(each.name, becomes, False)

    def _of_others(self) -> Iterator[HiddenName]:
        for each in self._there:
            if person := person_in(each.owner):
                yield HiddenName(in_spoken_order(person), self._its_words("redaction.team"), True)
        for one in self._document.every(Person):
            if not is_function(one.name):
                yield HiddenName(in_spoken_order(one.name), self._its_words("redaction.participant"), True)

    def _bodies(self) -> Iterable[str]:
        """The names of organizations, groups and places that pass as they are."""
        for each in self._there:
            typed = self._answers.typed.get((each.id, "name"), each.name)
            if each.id not in self._persons and typed == each.name and not perhaps_person(each):
                yield each.name

    def _allowed(self) -> Iterable[str]:
        """The names that the facilitator decided to keep on the map."""
        for each in self._there:
            if (each.id, "name") in self._answers.kept:
                yield self._answers.typed.get((each.id, "name"), each.name)

    def _why(self, found: Hidden) -> str:
        reasons = []
        if found.names:
            reasons.append(self._words("redaction.why_names", names=self._words.list(found.names)))
        if found.contacts:
            reasons.append(self._words("redaction.why_contacts"))
        if found.doubtful:
            reasons.append(self._words("redaction.why_doubtful", names=self._words.list(found.doubtful)))
        return ". ".join(reasons)


def _read(text: _Text, typed: str) -> str:
    """What was typed, as it may stand there; raises EditRejected."""
    if text.long:
        return words_of_people.note(typed)
    if text.code and text.place[1] == "name":
        return stakeholder_name(typed, text.was)
    return words_of_people.name(typed) if text.needed else optional_line(typed)
