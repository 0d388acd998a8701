"""Founds engagements and boards from templates: what a new file, and a new board in it, start with."""

from collections.abc import Iterable, Mapping
from datetime import date

from facilitator.catalogue import KINDS, kind_of
from facilitator.content import agendas
from facilitator.content.agendas import Template
from facilitator.content.microcourse import microcourse
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_board
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import StoreError
from facilitator.domain.words_of_people import name
from facilitator.learning.founding import lessons_added
from facilitator.workshop import sessions


def founding(template_id: str, language: Language, *, title: str = "", categories: str = "short") -> Change:
    """All that a new engagement from this template starts with: itself, boards, sessions with agendas.

    Raises StoreError("template_unknown"), EditRejected where the title cannot stand.
    """
    by_id = {template.id: template for template in agendas.templates()}
    if template_id not in by_id:
        raise StoreError("template_unknown", id=template_id, known=", ".join(by_id))
    template = by_id[template_id]
    project = name(title) if title else ""
    first = Engagement(id="engagement", title=project or template.name.within(language), language=language)
    changes = [Change("found", adding((first,)))]
    document = Document().after(changes[0])
    serves: dict[str, str] = {}
    for board in template.boards:
        kind_question = board.question.within(language)
        changes.append(new_board(document, board.kind, board.title.within(language), kind_question, project))
        made = next(record for record in changes[-1].added() if isinstance(record, Board))
        if board.serves:
            serves[made.id] = board.serves
        document = document.after(changes[-1])
        wanted = {"category_set": categories, **board.choices}
        for further in _choices(document, made, wanted, language):
            changes.append(further)
            document = document.after(further)
    changes.extend(_sessions(document, template, language, serves))
    return composed("found_engagement", changes)


def new_board(document: Document, kind_id: str, title: str, question: str = "", project: str = "") -> Change:
    """A new, empty board after the last one, about this project if it is named."""
    board = next_board(document, kind_id, title, question)
    return Change("add_board", adding((board, *kind_of(kind_id).found(board, date.today(), project))))


def board_kinds(words: Words) -> tuple[tuple[str, str], ...]:
    """The kinds a facilitator can add: (id, name)."""
    return tuple((kind.id, words(f"cli.kind_{kind.id}")) for kind in KINDS)


def _sessions(
    document: Document, template: Template, language: Language, serves: Mapping[str, str]
) -> Iterable[Change]:
    """The changes that add the sessions, and the program and the cohort that they are of, with its lessons.

    `serves` says of boards that are not for every session for which agenda they are.
    """
    is_course = template.program == "microcourse"
    code = microcourse().code if is_course else ""
    program = Program(id="program_1", number=1, title=template.name.within(language), kind=template.program, code=code)
    cohort_id = None
    if template.cohort:
        cohort_id = "cohort_1"
        cohort = Cohort(id=cohort_id, program_id=program.id, number=1, title=template.cohort.within(language))
        yield (founded := Change("found", adding((program, cohort))))
        document = document.after(founded)
    if template.cohort and is_course:
        yield (lessons := lessons_added(document, program.id))
        document = document.after(lessons)
    for each in template.sessions:
        values = sessions.SessionValues(each.title.within(language), cohort_id)
        boards = (board for board in document.every(Board) if serves.get(board.id, each.agenda) == each.agenda)
        plan = sessions.planned(each.agenda, boards, language)
        yield (added := sessions.session_added(document, values, plan, each.agenda))
        document = document.after(added)


def _choices(document: Document, board: Board, wanted: Mapping[str, str], language: Language) -> Iterable[Change]:
    """The changes that give a new board what is wanted of it, as far as its kind has such a field."""
    kind = kind_of(board.kind)
    for key, value in wanted.items():
        fields = {field.key: field.value for field in kind.fields(document, board.id, Words(language))}
        if fields.get(key, value) != value:
            yield (change := kind.set_field(document, board.id, key, value))
            document = document.after(change)
