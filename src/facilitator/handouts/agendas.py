"""The agenda of a session on paper, and notes on the methods that it used: both for participants."""

from collections.abc import Iterable, Sequence
from datetime import time

from reportlab.platypus import Flowable

from facilitator.content.agendas import MethodCard, method_card, method_cards
from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView, SegmentView
from facilitator.domain.engagement import BREAK
from facilitator.handouts import kit

_WIDTHS = (6.6, 2.6, 1.2)
_START_WIDTH = 1.2
_NOTE_WIDTHS = (2, 5, 1.3, 2)


def agenda_pages(view: AgendaView, words: Words, *, kicker: str, title: str, lead: str = "") -> list[Flowable]:
    """One page, as far as there is room: what people come together for, when, and each segment with what it asks."""
    timed = view.begins is not None
    columns = [words(f"handouts.agenda_{name}") for name in (("start",) if timed else ()) + ("what", "how", "minutes")]
    rows = [_row(each, words, timed=timed) for each in view.segments]
    widths = ((_START_WIDTH,) if timed else ()) + _WIDTHS
    return [
        kit.kicker(kicker),
        kit.heading(title, 1),
        kit.lead(lead),
        kit.lead(view.purpose),
        kit.paragraph(told_when(view, words)),
        *([kit.table(columns, rows, widths, row_head=1 if timed else 0)] if rows else []),
    ]


def method_pages(methods: Iterable[str], words: Words) -> list[Flowable]:
    """How these methods (ids) go, each once, for those who want to use them themselves; [] where none is known."""
    cards = cards_of(methods)
    if not cards:
        return []
    columns = [words(f"handouts.method_{name}") for name in ("name", "how", "minutes", "group")]
    rows = [
        (
            card.name.within(words.language),
            card.how.within(words.language),
            usual_minutes(card),
            card.group.within(words.language),
        )
        for card in cards
    ]
    return [
        kit.kicker(words("handouts.methods_kicker")),
        kit.heading(words("handouts.methods_title"), 1),
        kit.lead(words("handouts.methods_lead")),
        kit.table(columns, rows, _NOTE_WIDTHS),
    ]


def told_when(view: AgendaView, words: Words) -> str:
    """Day, times and length, as far as known: "14 January 2027 · 9:30 to 11:30 · 120 minutes"."""
    day = words.date(view.day) if view.day else ""
    begins, ends = view.begins, view.ends
    hours = words("handouts.agenda_hours", begins=told_time(begins, words), ends=told_time(ends, words))
    length = words("handouts.agenda_length", count=view.minutes)
    return " · ".join(filter(None, (day, hours if begins and ends else "", length if view.segments else "")))


def told_time(at: time | None, words: Words) -> str:
    """A time of day as it is written: "9:30", in French "9 h 30" and "9 h"; "" for none."""
    if at is None:
        return ""
    key = "handouts.time" if at.minute else "handouts.full_hour"
    return words(key, hour=at.hour, minute=f"{at.minute:02}")


def cards_of(methods: Iterable[str]) -> Sequence[MethodCard]:
    """The cards of these methods in that order, each once; breaks and ids that nobody knows here have none."""
    known = {card.id: card for card in method_cards() if card.id != BREAK}
    return [known[each] for each in dict.fromkeys(methods) if each in known]


def break_words(method: str, words: Words) -> str:
    """What a break is for, where it has no words of its own; "" for any other method."""
    return method_card(BREAK).how.within(words.language) if method == BREAK else ""


def usual_minutes(card: MethodCard) -> str:
    """ "5–8", "12", "" for a method that runs beside others."""
    if card.minutes is None:
        return ""
    least, most = card.minutes
    return str(least) if least == most else f"{least}–{most}"


def _row(segment: SegmentView, words: Words, *, timed: bool) -> list[str | kit.Cell]:
    names = {card.id: card.name.within(words.language) for card in cards_of([segment.method])}
    start = [told_time(segment.begins, words)] if timed else []
    said = kit.Cell(segment.prompt or break_words(segment.method, words), lead=segment.title)
    return [*start, said, names.get(segment.method, ""), words.number(segment.minutes)]
