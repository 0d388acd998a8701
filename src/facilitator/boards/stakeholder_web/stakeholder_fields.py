"""The inspector's lines for a stakeholder, and what editing one does."""

from collections.abc import Iterable
from typing import cast

from facilitator.boards.described import Field
from facilitator.boards.stakeholder_web import edits, raci
from facilitator.boards.stakeholder_web.answers import (
    Choices,
    answers,
    in_order,
    iso,
    levels_of,
    not_known,
    scale_levels,
    yes_or_no,
)
from facilitator.boards.stakeholder_web.checks.told import told_fields
from facilitator.boards.stakeholder_web.model import (
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
    Web,
)
from facilitator.boards.stakeholder_web.reading import PRIVATE, public_value
from facilitator.content import methods
from facilitator.content.methods import CategorySet, Subcategory
from facilitator.content.participation import ParticipationLabels
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document


def stakeholder_fields(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    """Who it is, what is at stake, the engagement, the roles; then what only the facilitator knows."""
    record = document.get(Stakeholder, item_id)
    web = document.get(Web, record.board_id)
    return (
        *_identity(record, web, words),
        *_stake(record, words),
        *_engagement(record, web, words),
        *_roles(document, record, words),
        *_private(document, item_id, words),
        *told_fields(document, item_id, words),
    )


def set_stakeholder(document: Document, item_id: str, key: str, value: str) -> Change:
    """What editing a line does; the value fits the line already. Raises EditRejected."""
    if key == "name":
        return edits.rename_stakeholder(document, item_id, value)
    if key == "category":
        return edits.move_stakeholder(document, item_id, category=value)
    if key == "subcategory":
        return _set_subcategory(document, item_id, value)
    if key == "ring":
        return edits.move_stakeholder(document, item_id, ring=int(value))
    if key.startswith(raci.ROLE_KEY):
        return raci.set_role(document, item_id, key.removeprefix(raci.ROLE_KEY), value)
    if key == "strategy_id":
        return choose_strategy(document, item_id, value)
    if key in PRIVATE:
        kind, column, read = PRIVATE[key]
        return edits.note_privately(document, item_id, kind, **{column: read(value)})
    return edits.edit_stakeholder(document, item_id, **{key: public_value(key, value)})


def choose_strategy(document: Document, item_id: str, strategy_id: str) -> Change:
    """Choose how to engage somebody; its usual level and rhythm fill what was left open, and change nothing else."""
    record = document.get(Stakeholder, item_id)
    fields: dict[str, object] = {"strategy_id": strategy_id}
    if strategy_id:
        strategy = methods.strategy(strategy_id)
        fields["level_wanted"] = record.level_wanted or strategy.level
        fields["cadence"] = record.cadence or strategy.cadence
    return edits.edit_stakeholder(document, item_id, **fields)


def _set_subcategory(document: Document, item_id: str, subcategory: str) -> Change:
    """File somebody more finely: under the category of the subcategory, with the flag that its members usually have."""
    record = document.get(Stakeholder, item_id)
    if not subcategory:
        return edits.edit_stakeholder(document, item_id, subcategory="")
    category, found = subcategory_named(subcategory)
    flags = in_order("flags", f"{record.flags} rights_holder") if found.rights_holder else record.flags
    return edits.edit_stakeholder(document, item_id, category=category, subcategory=subcategory, flags=flags)


def subcategory_named(subcategory: str) -> tuple[str, Subcategory]:
    """The category of the full set in which a subcategory is, and itself; raises StopIteration for an id of none."""
    return next(
        (category.id, part)
        for category in methods.categories("full")
        for part in category.subcategories
        if part.id == subcategory
    )


def _identity(record: Stakeholder, web: Web, words: Words) -> Iterable[Field]:
    category_set = cast(CategorySet, web.category_set)
    shown = methods.display_category(record.category, category_set)
    categories = tuple((each.id, each.name.within(words.language)) for each in methods.categories(category_set))
    rings = tuple((str(each.ring), each.name.within(words.language)) for each in methods.rings())
    yield Field("name", words("web.field_name"), record.name, "line")
    yield Field("category", words("web.head_category"), shown, "choice", choices=categories)
    parts = _subcategories(shown, category_set, words)
    kept = record.subcategory if record.subcategory in dict(parts) else ""
    more = words("web.part_who")
    yield Field("subcategory", words("web.field_subcategory"), kept, "choice", choices=parts, part=more)
    yield Field("ring", words("web.head_ring"), str(record.ring), "choice", choices=rings)
    yield Field("kind", words("web.field_sort"), record.kind, "choice", choices=_open("kind", words), part=more)
    flags = tuple(answers("flags", words))
    yield Field("flags", words("web.field_flags"), record.flags, "many", choices=flags, part=more)


def _subcategories(shown: str, category_set: CategorySet, words: Words) -> Choices:
    parts = [
        (part.id, part.name.within(words.language))
        for category in methods.categories("full")
        if methods.display_category(category.id, category_set) == shown
        for part in category.subcategories
    ]
    return (not_known(words), *parts)


def _stake(record: Stakeholder, words: Words) -> Iterable[Field]:
    part = words("web.part_stake")
    for key, scale, value in (
        ("interest", "interest", record.interest),
        ("impact_on_them", "impact", record.impact_on_them),
    ):
        text = "" if value is None else str(value)
        choices = scale_levels(scale, words)
        yield Field(key, words(f"web.head_{key}"), text, "choice", choices=choices, part=part)
    for key in ("needs", "concerns", "contribution"):
        yield Field(key, words(f"web.field_{key}"), getattr(record, key), "text", part=part)
    confidence = tuple((level.id, level.name.within(words.language)) for level in methods.scale("confidence").levels)
    yield Field(
        "confidence",
        words("web.field_confidence"),
        record.confidence,
        "choice",
        choices=(not_known(words), *confidence),
        part=part,
    )


def _engagement(record: Stakeholder, web: Web, words: Words) -> Iterable[Field]:
    part = words("web.part_engagement")
    levels = levels_of(cast(ParticipationLabels, web.level_labels), words)
    strategies = tuple((each.id, each.name.within(words.language)) for each in methods.strategies())

    def choice(key: str, label: str, value: str, choices: Choices) -> Field:
        return Field(key, words(label), value, "choice", choices=choices, part=part)

    yield choice("level_now", "web.head_now", record.level_now or "", levels)
    yield choice("level_wanted", "web.head_aim", record.level_wanted or "", levels)
    yield choice("strategy_id", "web.field_strategy", record.strategy_id, (not_known(words), *strategies))
    yield Field("strategy", words("web.head_how"), record.strategy, "text", part=part)
    yield Field("owner", words("web.head_who"), record.owner, "line", part=part)
    yield Field("next_contact", words("web.head_when"), iso(record.next_contact), "date", part=part)
    for key in ("cadence", "channel"):
        yield choice(key, f"web.head_{key}", getattr(record, key), _open(key, words))
    yield Field("access_plan", words("web.field_access_plan"), record.access_plan, "text", part=part)


def _roles(document: Document, record: Stakeholder, words: Words) -> Iterable[Field]:
    deliverables = raci.deliverables_of(document, record.board_id)
    roles = raci.roles_of(document, record.id) if deliverables else {}
    for each in deliverables:
        role = roles.get(each.id)
        yield Field(
            f"{raci.ROLE_KEY}{each.id}",
            each.name,
            role.role if role else "",
            "choice",
            choices=_open("raci", words),
            part=words("web.part_raci"),
        )


def _private(document: Document, item_id: str, words: Words) -> Iterable[Field]:
    influence = document.find(StakeholderInfluence, item_id) or StakeholderInfluence(id=item_id)
    attitude = document.find(StakeholderAttitude, item_id) or StakeholderAttitude(id=item_id)
    salience = document.find(StakeholderSalience, item_id) or StakeholderSalience(id=item_id)
    reason, note = document.find(StrategyReason, item_id), document.find(StakeholderNote, item_id)

    basis = words("web.part_basis")

    def choice(key: str, value: object, choices: Choices, part: str = basis) -> Field:
        text = "" if value is None else str(value)
        return Field(key, words(f"web.head_{key}"), text, "choice", private=True, choices=choices, part=part)

    yield choice("influence", influence.influence, scale_levels("influence", words), part="")
    sources = tuple(answers("sources", words))
    yield Field("sources", words("web.head_sources"), influence.sources, "many", True, sources, basis)
    yield choice("attitude", attitude.attitude, scale_levels("attitude", words), part="")
    yield choice("basis", attitude.basis, _open("basis", words))
    for key in ("urgency", "legitimacy"):
        yield choice(key, yes_or_no(getattr(salience, key)), _open("yes_no", words))
    reasons = reason.text if reason else ""
    yield Field("strategy_reason", words("web.head_strategy_reason"), reasons, "text", private=True, part=basis)
    yield Field("note", words("web.head_note"), note.text if note else "", "text", private=True)


def _open(of: str, words: Words) -> Choices:
    """The answers of a list, and "not known"."""
    return (not_known(words), *answers(of, words))
