"""A checklist as a document of its own to fill in: where things stand, a page a phase, a page for oneself."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.boards.checklist.filling import comment_of
from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.signs import COLOURS
from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.content import checklist as content
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.handouts import kit
from facilitator.handouts.form_heads import PageHead, Progress, ProgressRow
from facilitator.handouts.form_pages import FormRow, FormRows, Labelled, LabelledFields

OWN_ITEMS = 10
"""How many items somebody picks for the page of their own."""
_NEXT = 4
_LINE, _OWNER = 90, 28  # characters of a line and of an owner in it, so that the first page is one
_TIPS = ("done", "owner", "due", "comment")
_NOTES = 110.0  # points
_OPEN = ("not_started", "under_way")
_STEPS = ("tick", "owner", "comment", "save")


def form(view: ChecklistView, words: Words) -> list[Flowable]:
    """The pages; each phase fills one, on Letter and on A4, in both languages."""
    pages = _first_page(view, words)
    for number, phase in enumerate(content.phases(), start=1):
        entries = _entries(view, phase)
        labels = (words("checklist.head_owner"), words("checklist.form_due"), words("checklist.form_comment"))
        pages += [
            kit.new_page(),
            kit.kicker(view.title),
            PageHead(
                phase.name.within(words.language),
                phase.summary.within(words.language),
                labels,
                _progress(number, phase, entries, words),
            ),
            FormRows([_row(entry, words) for entry in entries]),
        ]
    return pages + _own_page(view, words)


def _first_page(view: ChecklistView, words: Words) -> list[Flowable]:
    about = [
        Labelled(words(f"checklist.about_{key}"), f"about.{key}", words(f"checklist.tip_about_{key}"), share)
        for key, share in (("name", 3), ("role", 3), ("day", 1.5))
    ]
    phases = list(enumerate(content.phases(), start=1))
    return [
        kit.kicker(words("checklist.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.lead(words("checklist.form_lead")),
        LabelledFields(about),
        kit.heading(words("checklist.where_we_stand"), 2),
        *(
            ProgressRow(
                phase.name.within(words.language),
                phase.summary.within(words.language),
                _progress(number, phase, _entries(view, phase), words),
                last=number == len(phases),
            )
            for number, phase in phases
        ),
        kit.heading(words("checklist.how_to"), 2),
        *kit.bullets([words(f"checklist.how_to_{step}") for step in _STEPS], small=True),
        *_next_up(view, words),
    ]


def _next_up(view: ChecklistView, words: Words) -> list[Flowable]:
    """What is to be done by a day, the first days first; where there is nothing, room for notes."""
    open_ones = [(entry.due, entry) for entry in view.entries if entry.due and entry.status in _OPEN]
    if not open_ones:
        notes = Labelled(words("checklist.about_notes"), "about.notes", words("checklist.tip_about_notes"))
        return [LabelledFields([notes], high=_NOTES)]
    lines = []
    for due, entry in sorted(open_ones, key=lambda each: each[0])[:_NEXT]:
        key = "checklist.next_owned" if entry.owner else "checklist.next"
        said = {"due": words.short_date(due), "code": entry.item, "item": _text(entry, words)}
        lines.append(words(key, **said, owner=_cut(entry.owner, _OWNER)))
    return [kit.heading(words("checklist.next_up"), 2), *kit.bullets([_cut(line, _LINE) for line in lines], small=True)]


def _own_page(view: ChecklistView, words: Words) -> list[Flowable]:
    items = tuple(f"{item.id} · {item.text.within(words.language)}" for item in content.items())
    heads = (words("checklist.own_item"), words("checklist.own_step"), words("checklist.head_due"))
    rows: list[Flowable] = []
    for number in range(1, OWN_ITEMS + 1):
        tips = [words(f"checklist.tip_own_{part}", number=number) for part in ("item", "step", "due", "done")]
        labels = heads if number == 1 else ("", "", "")
        fields = [
            Labelled(labels[0], f"own{number}.item", tips[0], 5, items),
            Labelled(labels[1], f"own{number}.step", tips[1], 4),
            Labelled(labels[2], f"own{number}.due", tips[2], 1.7),
        ]
        rows.append(LabelledFields(fields, high=28, tick=Labelled("", f"own{number}.done", tips[3])))
    will = [
        Labelled(words(f"checklist.own_{part}"), f"own.{part}", words(f"checklist.own_{part}"))
        for part in ("will", "notice")
    ]
    return [
        kit.new_page(),
        kit.kicker(view.title),
        kit.page_title(words("checklist.own_title")),
        kit.lead(words("checklist.own_lead", count=OWN_ITEMS)),
        *rows,
        kit.page_section(words("checklist.own_days")),
        *(LabelledFields([each], high=44) for each in will),
    ]


def _row(entry: EntryView, words: Words) -> FormRow:
    item = content.item(entry.item)
    text = _text(entry, words)
    state = content.status(entry.status).name.within(words.language)
    not_for_us = entry.status == "not_for_us"
    notes = [item.why.within(words.language)]
    if not not_for_us:
        notes.append(words("checklist.form_evidence", evidence=item.evidence.within(words.language)))
    if not not_for_us and not entry.owner:  # nobody need be suggested where somebody is named
        role = content.owner_role(item.owner).name.within(words.language)
        notes.append(words("checklist.form_role", role=role))
    done, owner, due, comment = (words(f"checklist.tip_{tip}", code=entry.item, item=text) for tip in _TIPS)
    return FormRow(
        name=entry.item,
        code=entry.item,
        text=text,
        notes=tuple(notes),
        tips=(done, owner, due, comment),
        state=f"{state}." if entry.status in ("under_way", "not_for_us") else "",
        quiet=not_for_us,
        done=entry.status == "done",
        owner=entry.owner,
        due=entry.due.isoformat() if entry.due else "",
        comment=comment_of(entry),
    )


def _progress(number: int, phase: content.Phase, entries: Sequence[EntryView], words: Words) -> Progress:
    done, count = progress(entries)
    return Progress(
        number, theme().categories[COLOURS[phase.id]], done, count, words("checklist.in_place", done=done, count=count)
    )


def _entries(view: ChecklistView, phase: content.Phase) -> list[EntryView]:
    return [entry for entry in view.entries if entry.phase == phase.id]


def _text(entry: EntryView, words: Words) -> str:
    return content.item(entry.item).text.within(words.language)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
