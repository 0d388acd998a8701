"""A stakeholder web in words: its items, the table of stakeholders, their ties, and the facilitator's own table."""

from facilitator.boards.described import Item, Table
from facilitator.boards.stakeholder_web.answers import yes_or_no
from facilitator.boards.stakeholder_web.model import (
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
)
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.participation import ParticipationLabels, participation_level
from facilitator.content.words import Words
from facilitator.domain.document import Document

_HEADS = ("code", "name", "category", "ring", "now", "aim", "how", "who", "when", "cadence", "channel")
_PRIVATE_HEADS = (
    "influence",
    "sources",
    "attitude",
    "basis",
    "urgency",
    "legitimacy",
    "strategy_reason",
    "note",
)


def items(view: StakeholderWebView) -> tuple[Item, ...]:
    """The stakeholders, sector by sector, each from the hub outwards."""
    return tuple(Item(each.id, each.code, each.name, each.category) for each in in_order(view))


def stakeholder_table(view: StakeholderWebView, words: Words) -> Table:
    """The web's text twin; where the group added to an exemplar, also who comes from where."""
    heads = [words(f"web.head_{head}") for head in _HEADS]
    rows = [_row(each, view, words) for each in in_order(view)]
    if any(each.origin for each in view.stakeholders):
        heads.append(words("web.head_origin"))
        rows = [(*row, _origin(each, words)) for row, each in zip(rows, in_order(view), strict=True)]
    return Table(view.title, tuple(heads), tuple(rows))


def relationship_table(view: StakeholderWebView, words: Words) -> Table:
    """Who is tied to whom, and how."""
    names = {view.board_id: view.project} | {each.id: each.name for each in view.stakeholders}
    rows = tuple(
        (
            names[tie.from_id],
            methods.line_kind(tie.kind).name.within(words.language),
            names[tie.to_id],
            answer("strength", str(tie.strength), words),
            answer("quality", tie.quality, words),
            tie.what_flows,
        )
        for tie in view.relationships
    )
    heads = tuple(words(f"web.head_{head}") for head in ("from", "tie", "to", "strength", "quality", "flows"))
    return Table(words("web.relationships"), heads, rows)


def private_table(document: Document, view: StakeholderWebView, words: Words) -> Table:
    """The stakeholders with what only the facilitator knows of them."""
    rows = []
    for each in in_order(view):
        influence = document.find(StakeholderInfluence, each.id) or StakeholderInfluence(id=each.id)
        attitude = document.find(StakeholderAttitude, each.id) or StakeholderAttitude(id=each.id)
        salience = document.find(StakeholderSalience, each.id) or StakeholderSalience(id=each.id)
        reason, note = document.find(StrategyReason, each.id), document.find(StakeholderNote, each.id)
        private = (
            methods.scale("influence").name_of(influence.influence).within(words.language),
            answer("sources", influence.sources, words),
            methods.scale("attitude").name_of(attitude.attitude).within(words.language),
            answer("basis", attitude.basis, words),
            answer("yes_no", yes_or_no(salience.urgency), words),
            answer("yes_no", yes_or_no(salience.legitimacy), words),
            reason.text if reason else "",
            note.text if note else "",
        )
        rows.append((*_row(each, view, words), *private))
    heads = tuple(words(f"web.head_{head}") for head in (*_HEADS, *_PRIVATE_HEADS))
    return Table(view.title, heads, tuple(rows))


def ring_name(ring: int, words: Words) -> str:
    """The name of ring 1 to 4."""
    return methods.rings()[ring - 1].name.within(words.language)


def level_name(level: str | None, labels: ParticipationLabels, words: Words) -> str:
    """The name of a participation level in one of the two sets; "" while it is not known."""
    return participation_level(level, labels).name.within(words.language) if level else ""


def answer(of: str, chosen: str, words: Words) -> str:
    """The words for answers that were chosen (`methods.choices`), "" for none."""
    names = {each.id: each.name.within(words.language) for each in methods.choices(of)}
    return words.list([names[each] for each in chosen.split()]) if chosen else ""


def confidence_name(confidence: str, words: Words) -> str:
    """How sure we are, in words; "" while nobody said."""
    names = {level.id: level.name.within(words.language) for level in methods.scale("confidence").levels}
    return names[confidence] if confidence else ""


def how(each: StakeholderView, words: Words) -> str:
    """How somebody is engaged: the strategy that was chosen, and how in free words."""
    strategy = methods.strategy(each.strategy_id).name.within(words.language) if each.strategy_id else ""
    return "\n".join(filter(None, (strategy, each.strategy)))


def in_order(view: StakeholderWebView) -> list[StakeholderView]:
    """Sector by sector, clockwise, each from the hub outwards."""
    around = [category.id for category in methods.categories(view.category_set)]
    return sorted(view.stakeholders, key=lambda each: (around.index(each.category), each.ring))


def _origin(each: StakeholderView, words: Words) -> str:
    return words(f"web.origin_{each.origin}") if each.origin else ""


def _row(each: StakeholderView, view: StakeholderWebView, words: Words) -> tuple[str, ...]:
    return (
        each.code,
        each.name,
        methods.category(each.category, view.category_set).name.within(words.language),
        ring_name(each.ring, words),
        level_name(each.level_now, view.level_labels, words),
        level_name(each.level_wanted, view.level_labels, words),
        how(each, words),
        each.owner,
        words.short_date(each.next_contact) if each.next_contact else "",
        answer("cadence", each.cadence, words),
        answer("channel", each.channel, words),
    )
