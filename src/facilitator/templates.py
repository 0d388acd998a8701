"""Founds engagements and boards from templates: what a new file, and a new board in it, start with."""

from collections.abc import Iterable
from datetime import date

from facilitator.catalogue import KINDS, kind_of
from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_board
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.domain.words_of_people import name


def founding(template_id: str, language: Language, *, title: str = "", categories: str = "short") -> Change:
    """All that a new engagement from this template starts with: itself, sessions with agendas, boards.

    Raises StoreError("template_unknown"), EditRejected where the title cannot stand.
    """
    by_id = {template.id: template for template in agendas.templates()}
    if template_id not in by_id:
        raise StoreError("template_unknown", id=template_id, known=", ".join(by_id))
    template = by_id[template_id]
    project = name(title) if title else ""
    first = Engagement(id="engagement", title=project or template.name.within(language), language=language)
    changes = [Change("found", adding((first,)))]
    for number, planned in enumerate(template.sessions, start=1):
        records = session_records(number, planned.agenda, planned.title.within(language), language)
        changes.append(Change("found", adding(records)))
    document = Document()
    for change in changes:
        document = document.after(change)
    for board in template.boards:
        kind_question = board.question.within(language)
        change = new_board(document, board.kind, board.title.within(language), kind_question, project)
        changes.append(change)
        document = document.after(change)
        for further in _category_set(document, change, categories, language):
            changes.append(further)
            document = document.after(further)
    return composed("found_engagement", changes)


def new_board(document: Document, kind_id: str, title: str, question: str = "", project: str = "") -> Change:
    """A new, empty board after the last one, about this project if it is named."""
    board = next_board(document, kind_id, title, question)
    return Change("add_board", adding((board, *kind_of(kind_id).found(board, date.today(), project))))


def board_kinds(words: Words) -> tuple[tuple[str, str], ...]:
    """The kinds a facilitator can add: (id, name)."""
    return tuple((kind.id, words(f"cli.kind_{kind.id}")) for kind in KINDS)


def session_records(
    number: int, agenda_id: str, title: str, language: Language, held_on: date | None = None
) -> Iterable[Record]:
    """A session and the segments of its agenda."""
    session = Session(id=f"session_{number}", number=number, title=title, agenda=agenda_id, held_on=held_on)
    yield session
    for place, segment in enumerate(agendas.agenda(agenda_id).segments, start=1):
        yield Segment(
            id=f"{session.id}.{place}",
            session_id=session.id,
            number=place,
            minutes=segment.minutes,
            title=segment.title.within(language),
            method=segment.method,
            prompt=segment.prompt.within(language),
            materials=segment.materials.within(language),
            cut_order=segment.cut_order,
            minimum=segment.minimum,
        )


def _category_set(document: Document, founded: Change, categories: str, language: Language) -> Iterable[Change]:
    """The change that switches a new board to the wanted category set, for kinds that have one."""
    board = next(record for record in founded.added() if isinstance(record, Board))
    kind = kind_of(board.kind)
    fields = {field.key: field.value for field in kind.fields(document, board.id, Words(language))}
    if fields.get("category_set", categories) == categories:
        return
    yield kind.set_field(document, board.id, "category_set", categories)
