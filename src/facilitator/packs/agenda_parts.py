"""What a pack tells of agendas: those of sessions, the methods that they used, and the facilitator's own script."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.agenda_told import agenda_view, expected
from facilitator.workshop.session_names import titles_apart

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.handouts.pack import Part


def agenda_part(document: Document, session_id: str, day: date, words: Words) -> "Part":
    """The agenda of a session for its participants, as a page of its own; raises EditRejected("gone")."""
    from facilitator.handouts.agendas import agenda_pages
    from facilitator.handouts.pack import Part

    view, kicker = agenda_view(document, session_id, day, words.language), words("handouts.agenda_kicker")

    def story(words: Words, width: float) -> "list[Flowable]":
        return agenda_pages(view, words, kicker=kicker, title=view.title)

    return Part(view.title, story, key=f"agenda:{session_id}")


def agendas_told(document: Document, session_ids: Sequence[str], day: date, words: Words) -> tuple[AgendaView, ...]:
    """The agendas of these sessions that were held, or of all where none was; without those that have no segments."""
    named = titles_apart(document, session_ids)
    views = [agenda_view(document, each, day, words.language) for each in session_ids if each]
    views = [replace(view, title=named.get(view.session_id) or view.title) for view in views]
    planned = [view for view in views if view.segments]
    return tuple(view for view in planned if view.held) or tuple(planned)


def agenda_parts(views: Sequence[AgendaView], words: Words) -> "list[Part]":
    """A part of a pack for each agenda: purpose and agenda as held; where those are several, titles name them."""
    from facilitator.handouts.agendas import agenda_pages
    from facilitator.handouts.pack import Part

    def part(view: AgendaView) -> Part:
        key = "held" if view.held else "planned"
        title = words(f"handouts.agenda_{key}")
        listed = words(f"handouts.agenda_{key}_of", session=view.title) if len(views) > 1 else title
        its = {"kicker": words("outcome.part_kicker"), "title": title, "lead": view.title}
        return Part(listed, lambda words, width: agenda_pages(view, words, **its), key=f"agenda:{view.session_id}")

    return [part(view) for view in views]


def method_parts(views: Sequence[AgendaView], words: Words) -> "list[Part]":
    """One part with notes on the methods of these agendas; [] where they name none."""
    from facilitator.handouts.agendas import method_pages
    from facilitator.handouts.pack import Part

    methods = [segment.method for view in views for segment in view.segments]
    if not method_pages(methods, words):
        return []
    return [Part(words("handouts.methods_title"), lambda words, width: method_pages(methods, words), key="methods")]


def script_part(document: Document, session_id: str, day: date, words: Words) -> "Part":
    """The facilitator's agenda of a session, private; raises EditRejected("gone")."""
    from facilitator.handouts.pack import Part
    from facilitator.handouts.scripts import Script, script_pages

    segments = segments_of(document, session_id)
    script = Script(
        view=agenda_view(document, session_id, day, words.language),
        segments=[each for each in segments if each.minutes],
        dropped=[each for each in segments if not each.minutes],
        people=expected(document, session_id),
        boards={board.id: board.title for board in document.every(Board)},
    )
    return Part(script.view.title, lambda words, width: script_pages(script, words), key=f"script:{session_id}")
