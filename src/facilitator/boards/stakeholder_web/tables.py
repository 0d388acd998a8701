"""A stakeholder web in words: its items, the table of stakeholders, their ties, and the facilitator's own table."""

from facilitator.boards.kind import Item, Table
from facilitator.boards.stakeholder_web.model import StakeholderAttitude, StakeholderInfluence, StakeholderNote
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document

_HEADS = ("code", "name", "category", "ring", "now", "aim", "how", "who", "when")
_PRIVATE_HEADS = ("influence", "attitude", "note")


def items(view: StakeholderWebView) -> tuple[Item, ...]:
    """The stakeholders, sector by sector, each from the hub outwards."""
    return tuple(Item(each.id, each.code, each.name, each.category) for each in _in_order(view))


def stakeholder_table(view: StakeholderWebView, words: Words) -> Table:
    """The web's text twin."""
    heads = tuple(words(f"web.head_{head}") for head in _HEADS)
    return Table(view.title, heads, tuple(_row(each, view, words) for each in _in_order(view)))


def relationship_table(view: StakeholderWebView, words: Words) -> Table:
    """Who is tied to whom, and how."""
    names = {each.id: each.name for each in view.stakeholders}
    rows = tuple(
        (names[tie.from_id], methods.line_kind(tie.kind).name.within(words.language), names[tie.to_id])
        for tie in view.relationships
    )
    heads = tuple(words(f"web.head_{head}") for head in ("from", "tie", "to"))
    return Table(words("web.relationships"), heads, rows)


def private_table(document: Document, view: StakeholderWebView, words: Words) -> Table:
    """The stakeholders with what only the facilitator knows of them."""
    rows = []
    for each in _in_order(view):
        influence = document.find(StakeholderInfluence, each.id)
        attitude = document.find(StakeholderAttitude, each.id)
        note = document.find(StakeholderNote, each.id)
        scores = (
            methods.scale("influence").name_of(influence.influence if influence else None).within(words.language),
            methods.scale("attitude").name_of(attitude.attitude if attitude else None).within(words.language),
        )
        rows.append((*_row(each, view, words), *scores, note.text if note else ""))
    heads = tuple(words(f"web.head_{head}") for head in (*_HEADS, *_PRIVATE_HEADS))
    return Table(view.title, heads, tuple(rows))


def ring_name(ring: int, words: Words) -> str:
    """The name of ring 1 to 4."""
    return methods.rings()[ring - 1].name.within(words.language)


def level_name(level: str | None, words: Words) -> str:
    """The name of a participation level; "" while it is not known."""
    return methods.participation_level(level, "iap2").name.within(words.language) if level else ""


def _in_order(view: StakeholderWebView) -> list[StakeholderView]:
    around = [category.id for category in methods.categories(view.category_set)]
    return sorted(view.stakeholders, key=lambda each: (around.index(each.category), each.ring))


def _row(each: StakeholderView, view: StakeholderWebView, words: Words) -> tuple[str, ...]:
    return (
        each.code,
        each.name,
        methods.category(each.category, view.category_set).name.within(words.language),
        ring_name(each.ring, words),
        level_name(each.level_now, words),
        level_name(each.level_wanted, words),
        each.strategy,
        each.owner,
        words.short_date(each.next_contact) if each.next_contact else "",
    )
