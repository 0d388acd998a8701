"""The facilitator's agenda of a session, private: how to run each segment, what goes first when late, who is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView
from facilitator.domain.engagement import Person, Segment
from facilitator.handouts import kit
from facilitator.handouts.agendas import cards_of, told_time, told_when, usual_minutes

_WIDTHS = (1.15, 4, 4.4, 1.75)


@dataclass(frozen=True, slots=True)
class Script:
    """What the facilitator needs: `view` is what participants see of the same segments, `boards` are titles by ids."""

    view: AgendaView
    segments: Sequence[Segment]
    dropped: Sequence[Segment]
    people: Sequence[Person]
    boards: dict[str, str]


def script_pages(script: Script, words: Words) -> list[Flowable]:
    """The agenda, what to do when late, then who takes part; the order in which it is needed in the call."""
    view = script.view
    when = told_when(view, words)
    return [
        kit.kicker(words("handouts.script_kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.purpose),
        kit.paragraph(when),
        *_plan(script, words),
        *_when_late(script, words),
        *_people(script.people, words),
    ]


def _plan(script: Script, words: Words) -> list[Flowable]:
    if not script.segments:
        return []
    columns = [words(f"handouts.script_{name}") for name in ("start", "what", "how", "time")]
    rows, told = [], set[str]()
    for segment, shown in zip(script.segments, script.view.segments, strict=True):
        start = told_time(shown.begins, words) or words.number(segment.number)
        how = _how(segment.method, words, again=segment.method in told)
        told.add(segment.method)
        rows.append((start, _said(segment, script.boards, words), how, _time(segment, words)))
    if script.view.begins is None:
        columns[0] = words("handouts.script_number")
    return [kit.table(columns, rows, _WIDTHS, row_head=1)]


def _said(segment: Segment, boards: dict[str, str], words: Words) -> kit.Cell:
    """What is said, and what must be at hand or comes to the stage."""
    materials = words("session.materials_are", materials=segment.materials) if segment.materials.strip() else ""
    board = boards.get(segment.board_id or "", "")
    shown = words("session.brings_board", board=board) if board else ""
    return kit.Cell(segment.prompt, lead=segment.title, note="\n".join(filter(None, (materials, shown))))


def _how(method: str, words: Words, *, again: bool) -> kit.Cell:
    """The card of the method in full where it is used first, later what to watch for."""
    card = next(iter(cards_of([method])), None)
    if card is None:
        return kit.Cell()
    minutes = usual_minutes(card)
    watch = card.watch_for.within(words.language)
    facts = [words("session.minutes", minutes=minutes) if minutes else "", card.group.within(words.language)]
    note = [words("session.watch_for", watch=watch) if watch else "", "" if again else " · ".join(filter(None, facts))]
    return kit.Cell(
        "" if again else card.how.within(words.language),
        lead=card.name.within(words.language),
        note="\n".join(filter(None, note)),
    )


def _time(segment: Segment, words: Words) -> kit.Cell:
    """How long it takes, and how short it may get."""
    if segment.kept:
        note = words("handouts.script_fixed")
    else:
        note = words("handouts.script_least", minutes=words.number(segment.shortest))
    return kit.Cell(lead=words("session.minutes", minutes=words.number(segment.minutes)), note=note)


def _when_late(script: Script, words: Words) -> list[Flowable]:
    """What is left out first, how short the whole may get, and what was left out already."""
    order = sorted((each for each in script.segments if each.cut_order), key=lambda each: each.cut_order or 0)
    least = sum(each.shortest for each in script.segments)
    told = [
        words("handouts.script_cut", number=number, title=each.title, minutes=words.number(each.minutes))
        for number, each in enumerate(order, start=1)
    ]
    if least < script.view.minutes:
        told.append(words("handouts.script_shortest", minutes=words.number(least)))
    if script.dropped:
        told.append(words("handouts.script_dropped", titles=words.list([each.title for each in script.dropped])))
    return [kit.heading(words("handouts.script_late"), 2), *kit.bullets(told)] if told else []


def _people(people: Sequence[Person], words: Words) -> list[Flowable]:
    """Everybody with how the name is said and what else is known; columns that nothing stands in are left out."""
    if not people:
        return []
    filled = [name for name in ("pronunciation", "pronouns", "organization", "note") if _any(people, name)]
    columns = [words("handouts.script_person"), *(words(f"handouts.script_{name}") for name in filled)]
    rows = [[person.name, *(getattr(person, name) for name in filled)] for person in people]
    heading = kit.heading(words("handouts.script_people", count=len(people)), 2)
    if len(columns) == 1:
        return [heading, *kit.bullets([person.name for person in people])]
    return [heading, kit.table(columns, rows)]


def _any(people: Sequence[Person], field: str) -> bool:
    return any(getattr(person, field).strip() for person in people)
