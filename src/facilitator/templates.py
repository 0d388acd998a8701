"""Founds engagements and boards from templates: what a new file, and a new board in it, start with."""

from collections.abc import Iterable
from datetime import date

from facilitator.catalogue import KINDS, kind_of
from facilitator.content import agendas
from facilitator.content.agendas import Template
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_board
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import StoreError
from facilitator.domain.words_of_people import name
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
    for board in template.boards:
        kind_question = board.question.within(language)
        changes.append(new_board(document, board.kind, board.title.within(language), kind_question, project))
        document = document.after(changes[-1])
        for further in _category_set(document, changes[-1], categories, language):
            changes.append(further)
            document = document.after(further)
    changes.extend(_sessions(document, template, language))
    return composed("found_engagement", changes)


def new_board(document: Document, kind_id: str, title: str, question: str = "", project: str = "") -> Change:
    """A new, empty board after the last one, about this project if it is named."""
    board = next_board(document, kind_id, title, question)
    return Change("add_board", adding((board, *kind_of(kind_id).found(board, date.today(), project))))


def board_kinds(words: Words) -> tuple[tuple[str, str], ...]:
    """The kinds a facilitator can add: (id, name)."""
    return tuple((kind.id, words(f"cli.kind_{kind.id}")) for kind in KINDS)


def _sessions(document: Document, template: Template, language: Language) -> Iterable[Change]:
    """The changes that add the sessions, and the program and the cohort that they are of."""
    program = Program(id="program_1", number=1, title=template.name.within(language))
    cohort_id = None
    if template.cohort:
        cohort_id = "cohort_1"
        cohort = Cohort(id=cohort_id, program_id=program.id, number=1, title=template.cohort.within(language))
        yield (founded := Change("found", adding((program, cohort))))
        document = document.after(founded)
    for each in template.sessions:
        values = sessions.SessionValues(each.title.within(language), cohort_id)
        plan = sessions.planned(each.agenda, document.every(Board), language)
        yield (added := sessions.session_added(document, values, plan, each.agenda))
        document = document.after(added)


def _category_set(document: Document, founded: Change, categories: str, language: Language) -> Iterable[Change]:
    """The change that switches a new board to the wanted category set, for kinds that have one."""
    board = next(record for record in founded.added() if isinstance(record, Board))
    kind = kind_of(board.kind)
    fields = {field.key: field.value for field in kind.fields(document, board.id, Words(language))}
    if fields.get("category_set", categories) == categories:
        return
    yield kind.set_field(document, board.id, "category_set", categories)
