"""The facilitator's agenda of a session, private: how to run each segment, what goes first when late, who is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView
from facilitator.domain.engagement import Person, Segment
from facilitator.handouts import kit
from facilitator.handouts.agendas import break_words, cards_of, told_time, told_when, usual_minutes

_START_WIDTH, _NUMBER_WIDTH = 1.15, 0.8
_WIDTHS = (4, 4.6, 1.75)


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
    return [
        kit.kicker(" · ".join(filter(None, (words("handouts.script_kicker"), told_when(view, words))))),
        kit.heading(view.title, 1),
        kit.lead(view.purpose),
        *_plan(script, words),
        *_when_late(script, words),
        *_people(script.people, words),
    ]


def _plan(script: Script, words: Words) -> list[Flowable]:
    if not script.segments:
        return []
    timed = script.view.begins is not None
    columns = [words(f"handouts.script_{name}") for name in ("start" if timed else "number", "what", "how", "time")]
    rows, told = [], set[str]()
    for segment, shown in zip(script.segments, script.view.segments, strict=True):
        start = told_time(shown.begins, words) or words.number(segment.number)
        how = _how(segment.method, words, again=segment.method in told)
        told.add(segment.method)
        rows.append((start, _said(segment, script.boards, words), how, _time(segment, words)))
    widths = (_START_WIDTH if timed else _NUMBER_WIDTH, *_WIDTHS)
    return [kit.table(columns, rows, widths, row_head=1)]


def _said(segment: Segment, boards: dict[str, str], words: Words) -> kit.Cell:
    """What is said, and what must be at hand or comes to the stage."""
    materials = words("session.materials_are", materials=segment.materials) if segment.materials.strip() else ""
    board = boards.get(segment.board_id or "", "")
    shown = words("session.brings_board", board=board) if board else ""
    prompt = segment.prompt or break_words(segment.method, words)
    return kit.Cell(prompt, lead=segment.title, note="\n".join(filter(None, (materials, shown))))


def _how(method: str, words: Words, *, again: bool) -> kit.Cell:
    """The card of the method in full where it is used first, later what to watch for."""
    card = next(iter(cards_of([method])), None)
    if card is None:
        return kit.Cell()
    minutes, watch = usual_minutes(card), card.watch_for.within(words.language)
    usual = words("handouts.script_minutes", minutes=minutes) if minutes else ""
    return kit.Cell(
        "" if again else card.how.within(words.language),
        lead=" · ".join(filter(None, (card.name.within(words.language), usual))),
        note=words("session.watch_for", watch=watch) if watch else "",
    )


def _time(segment: Segment, words: Words) -> kit.Cell:
    """How long it takes, and how short it may get."""
    if segment.kept:
        note = words("handouts.script_fixed")
    else:
        note = words("handouts.script_least", minutes=words.number(segment.shortest))
    return kit.Cell(lead=words("handouts.script_minutes", minutes=words.number(segment.minutes)), note=note)


def _when_late(script: Script, words: Words) -> list[Flowable]:
    """What is left out first, how short the whole may get, and what was left out already."""
    order = sorted((each for each in script.segments if each.cut_order), key=lambda each: each.cut_order or 0)
    least = sum(each.shortest for each in script.segments)
    cuts = [words("handouts.script_cut", title=each.title, minutes=words.number(each.minutes)) for each in order]
    told = [words("handouts.script_cuts", titles=", ".join(cuts))] if cuts else []
    if least < script.view.minutes:
        told.append(words("handouts.script_shortest", minutes=words.number(least)))
    if script.dropped:
        told.append(words("handouts.script_dropped", titles=words.list([each.title for each in script.dropped])))
    return [kit.heading(words("handouts.script_late"), 2), *kit.bullets(told)] if told else []


def _people(people: Sequence[Person], words: Words) -> list[Flowable]:
    """Everybody with how the name is said below it; columns that nothing stands in are left out."""
    if not people:
        return []
    filled = [field for field in ("organization", "note") if any(getattr(each, field).strip() for each in people)]
    columns = [words("handouts.script_person"), *(words(f"handouts.script_{field}") for field in filled)]
    rows = [[_called(person), *(getattr(person, field) for field in filled)] for person in people]
    heading = kit.heading(words("handouts.script_people", count=len(people)), 2)
    return [heading, kit.table(columns, rows, whole=True)]


def _called(person: Person) -> kit.Cell:
    said = " · ".join(text for text in (person.pronunciation, person.pronouns) if text.strip())
    return kit.Cell(lead=person.name, note=said)
