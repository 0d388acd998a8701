"""Founds engagements, sessions and boards from templates, the house's and own ones; and lists these."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType

from facilitator.boards.spots import spot_on, spots_of
from facilitator.catalogue import KINDS, kind_of
from facilitator.content import agendas
from facilitator.content.known_texts import known_in
from facilitator.content.microcourse import microcourse
from facilitator.content.reading import Bilingual
from facilitator.content.whole_templates import OWN, PlannedBoard, WholeTemplate, whole
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_board
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement, Person, Segment, Session, language_of
from facilitator.domain.language import Language, other_language
from facilitator.domain.program import Cohort, Program
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.twin import Twin, twin_id
from facilitator.domain.words_of_people import NAME_LIMIT, name
from facilitator.exchange import template_folder
from facilitator.exchange.template_file import KnownKind
from facilitator.exchange.template_folder import TakenIn
from facilitator.learning.founding import lessons_added
from facilitator.workshop import session_templates
from facilitator.workshop.cohort_boards import boards_of_others_than
from facilitator.workshop.one_to_ones import boards_of_others
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import SessionValues, session_added

_ASKS = "instrument"
"""The setting in which a board that there is has to agree with the one that a template wants: else others are asked."""


def house_templates() -> tuple[WholeTemplate, ...]:
    """The templates of the house, in the order in which they are offered."""
    return tuple(whole(each) for each in agendas.templates())


def every_template() -> tuple[WholeTemplate, ...]:
    """Those of the house, then the own ones by name; files that can't be read are left out."""
    return (*house_templates(), *template_folder.own_templates(known_kinds()).templates)


def told_taken_in(taken: Sequence[TakenIn], words: Words) -> list[str]:
    """What became of template files, in a sentence each but for those that are simply new, which share one."""

    def named(each: Bilingual) -> str:
        return words.quote(each.within(words.language))

    new = [named(each.template.name) for each in taken if each.new and not each.called]
    lines = [words("templates.imported", count=len(new), names=words.list(new))] if new else []
    for each in taken:
        name = named(each.template.name)
        if each.called:
            lines.append(words("templates.imported_beside", called=named(each.called), name=name))
        elif not each.new:
            lines.append(words("templates.imported_before", name=name))
    return lines


def template_with(template_id: str) -> WholeTemplate:
    """One template, of the house or an own one.

    Raises EditRejected("template_gone") (id) for an own one whose file is no more, else StoreError("template_unknown")
    (id, known).
    """
    by_id = {template.id: template for template in every_template()}
    if template_id not in by_id:
        if template_id.startswith(OWN):
            raise EditRejected("template_gone", id=template_id)
        raise StoreError("template_unknown", id=template_id, known=", ".join(by_id))
    return by_id[template_id]


def founding(template_id: str, language: Language, *, title: str = "", categories: str = "short") -> Change:
    """All that a new engagement from this template starts with: itself, boards, sessions with agendas.

    Raises StoreError("template_unknown"), EditRejected where the title cannot stand.
    """
    template = template_with(template_id)
    project = name(title) if title else ""
    first = Engagement(id=ENGAGEMENT_ID, title=project or template.name.within(language), language=language)
    making = _Making(Document(), template, language)
    making.do(Change("found", adding((first,))))
    making.told(first, title=template.name)
    board_ids = making.boards({}, project, {"category_set": categories})
    making.sessions(board_ids, making.program())
    return making.made("found_engagement")


def session_from(document: Document, template: WholeTemplate, values: SessionValues) -> Change:
    """Add the sessions of a template to an engagement as one step, with boards and prompts in place.

    Of each kind of board the first one that nobody else's 1:1, nor another cohort, works on is taken, what is missing
    is founded. The first session has these `values`, the others only their cohort. Where a template makes a program,
    that comes with its cohort and lessons, unless a cohort or a 1:1 is asked for, or the engagement has that program.
    Raises EditRejected as `session_added`, "template_empty" for a template without sessions.
    """
    if not template.sessions:
        raise EditRejected("template_empty")
    language, withheld = language_of(document), boards_of_others(document, values.with_id or "")
    withheld |= boards_of_others_than(document, values.cohort_id)
    two = bool(values.with_id) or template.for_two

    def fits(planned: PlannedBoard, board: Board) -> bool:
        kind = kind_of(board.kind)
        theirs = (values.with_id or None) if kind.for_one and two else None
        asks = {**_usual_settings(kind.id), **planned.choices}.get(_ASKS)
        return kind.respondent(document, board.id) == theirs and settings_of(document, board).get(_ASKS) == asks

    making = _Making(document, template, language)
    board_ids = making.boards(session_templates.boards_for(document, template, withheld, fits))
    person = document.find(Person, values.with_id or "")
    if person:
        for board_id in board_ids.values():
            making.put_respondent(board_id, person)
    if not values.cohort_id and not values.with_id and not _has_program(document, template):
        values = replace(values, cohort_id=making.program())
    making.sessions(board_ids, values.cohort_id, values)
    return making.made("add_session")


def _has_program(document: Document, template: WholeTemplate) -> bool:
    titles = {template.name.en, template.name.fr}
    return any(each.kind == template.program and each.title in titles for each in document.every(Program))


def template_from(document: Document, session_id: str) -> WholeTemplate:
    """What can be kept of a session as an own template; raises EditRejected("gone")."""
    return session_templates.template_of(
        document, session_id, lambda board: settings_of(document, board), lambda each: _house_spot(document, each)
    )


def settings_of(document: Document, board: Board) -> dict[str, str]:
    """What was set of how a board works."""
    kind = kind_of(board.kind)
    fields = kind.fields(document, board.id, Words("en"))
    return {each.key: each.value for each in fields if each.key in kind.settings and each.value}


@cache
def known_kinds() -> Mapping[str, KnownKind]:
    """What templates may say of each kind of board."""
    return {kind.id: _known(kind.id) for kind in KINDS}


def new_board(document: Document, kind_id: str, title: str, question: str = "", project: str = "") -> Change:
    """A new, empty board after the last one, about this project if it is named."""
    board = next_board(document, kind_id, title, question)
    return Change("add_board", adding((board, *kind_of(kind_id).found(board, date.today(), project))))


def board_kinds(words: Words) -> tuple[tuple[str, str], ...]:
    """The kinds a facilitator can add: (id, name)."""
    return tuple((kind.id, words(f"cli.kind_{kind.id}")) for kind in KINDS)


def _known(kind_id: str) -> KnownKind:
    """Settings are tried on an empty board of that kind."""
    kind = kind_of(kind_id)
    document, board = _empty(kind_id)

    def accepts(key: str, value: str) -> bool:
        if key not in kind.settings:
            return False
        try:
            kind.set_field(document, board.id, key, value)
        except EditRejected as refusal:
            return refusal.key == "nothing_to_do"  # it is so by itself
        return True

    return KnownKind(frozenset(form.id for form in kind.forms(Words("en"))), accepts)


@cache
def _usual_settings(kind_id: str) -> Mapping[str, str]:
    """How a board of that kind works where nothing was chosen."""
    return settings_of(*_empty(kind_id))


@cache
def _house_spots(kind_id: str) -> frozenset[str]:
    """What every board of that kind has to put in the spotlight, whatever people have put there."""
    document, board = _empty(kind_id)
    return frozenset(each for each, _ in spots_of(kind_of(kind_id), document, board.id, Words("en")))


def _house_spot(document: Document, segment: Segment) -> str:
    board = document.find(Board, segment.board_id or "")
    return segment.spot if board and segment.spot in _house_spots(board.kind) else ""


def _empty(kind_id: str) -> tuple[Document, Board]:
    """An engagement with nothing but an empty board of that kind."""
    document = Document().after(Change("found", adding((Engagement(id=ENGAGEMENT_ID, title="-"),))))
    document = document.after(new_board(document, kind_id, "-"))
    return document, next(document.every(Board))


class _Making:
    """What is founded from a template in a language: one change after the other."""

    def __init__(self, document: Document, template: WholeTemplate, language: Language) -> None:
        self.document = document
        self._goes_on = any(document.every(Engagement))  # what is founded anew has the same ids each time
        self._template, self._language = template, language
        self._changes: list[Change] = []
        self._twins: list[Twin] = []

    def do(self, change: Change) -> Change:
        """Go on from the document after the change."""
        self._changes.append(change)
        self.document = self.document.after(change)
        return change

    def made(self, label: str) -> Change:
        """All of it as one change."""
        if self._twins:
            self.do(Change("set_twin", adding(self._twins)))
        return composed(label, self._changes)

    def told(self, record: Record, **texts: Bilingual) -> None:
        """Give fields of a record, which say these texts, their twins, but for those that the house knows by itself."""
        here, there = self._language, other_language(self._language)
        for field, text in texts.items():
            source, twin = text.within(here), text.within(there)
            if twin != source == getattr(record, field) and known_in(source, there) != twin:
                of = record.type_name()
                its_id = twin_id(of, record.id, field)
                self._twins.append(Twin(id=its_id, of_type=of, of_id=record.id, field=field, source=source, text=twin))

    def boards(
        self, there: Mapping[int, str], project: str = "", usual: Mapping[str, str] = MappingProxyType({})
    ) -> dict[int, str]:
        """Found the boards that are not `there`; returns the ids of all by their place in the template."""
        ids, language = dict(there), self._language
        for place, planned in enumerate(self._template.boards):
            if place in ids:
                continue
            title = _free_title(self.document, planned.title.within(language))
            its = planned.kind, title, planned.question.within(language), project
            change = self.do(new_board(self.document, *its))
            board = next(record for record in change.added() if isinstance(record, Board))
            self.told(board, title=planned.title, question=planned.question)
            self._choose(board, {**usual, **planned.choices})
            ids[place] = board.id
        return ids

    def put_respondent(self, board_id: str, person: Person) -> None:
        """Let a board for one person's answers be this person's, as far as it is nobody's."""
        kind = kind_of(self.document.get(Board, board_id).kind)
        if kind.for_one and kind.respondent(self.document, board_id) is None:
            self.do(kind.put_respondent(self.document, board_id, person))

    def program(self) -> str | None:
        """Add the program and the cohort that the sessions are of, with its lessons; returns the cohort's id."""
        template, language = self._template, self._language
        if not template.cohort:
            return None
        course = microcourse().code if template.program == "microcourse" else ""
        its_ids = (new_id(), new_id()) if self._goes_on else ("program_1", "cohort_1")
        number = max((each.number for each in self.document.every(Program)), default=0) + 1
        its = {"title": template.name.within(language), "kind": template.program, "code": course}
        program = Program(id=its_ids[0], number=number, **its)
        cohort = Cohort(id=its_ids[1], program_id=program.id, number=1, title=template.cohort.within(language))
        self.do(Change("found", adding((program, cohort))))
        self.told(program, title=template.name)
        self.told(cohort, title=template.cohort)
        if course:
            self.do(lessons_added(self.document, program.id))
        return cohort.id

    def sessions(self, board_ids: Mapping[int, str], cohort_id: str | None, first: SessionValues | None = None) -> None:
        """Add the sessions; the `first` one has these values."""
        for planned in self._template.sessions:
            values = first or SessionValues(planned.title.within(self._language), cohort_id)
            plan = tuple(map(self._spotlit, session_templates.plan_of(planned, board_ids, self._language)))
            change = self.do(session_added(self.document, values, plan, planned.agenda, for_two=planned.for_two))
            first = None
            for record in change.added():
                if isinstance(record, Session):
                    self.told(record, title=planned.title)
                elif isinstance(record, Segment):
                    its = planned.segments[record.number - 1]
                    self.told(record, title=its.title, prompt=its.prompt, materials=its.materials)

    def _spotlit(self, values: SegmentValues) -> SegmentValues:
        """The same with nothing in the spotlight that its board does not have."""
        board = self.document.find(Board, values.board_id or "")
        there = board and spot_on(kind_of(board.kind), self.document, board.id, values.spot)
        return values if there else replace(values, spot="")

    def _choose(self, board: Board, wanted: Mapping[str, str]) -> None:
        """Give a new board what is wanted of it, as far as its kind has such a field."""
        kind = kind_of(board.kind)
        for key, value in wanted.items():
            its = kind.fields(self.document, board.id, Words(self._language))
            if {field.key: field.value for field in its}.get(key, value) != value:
                self.do(kind.set_field(self.document, board.id, key, value))


def _free_title(document: Document, title: str) -> str:
    """A title with a number where a board has it already: they are told apart by their titles."""
    taken = {board.title for board in document.every(Board)}
    number, free = 2, title
    while free in taken:
        free = f"{title[: NAME_LIMIT - 4]} {number}"
        number += 1
    return free
