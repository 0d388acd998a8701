"""Relationships as link groups: lines between pills, and between a pill and the hub."""

from collections.abc import Iterator, Sequence

from facilitator.boards.stakeholder_web.drawing.curves import Curve, End
from facilitator.boards.stakeholder_web.drawing.lines import MARK, line_shapes, look_of
from facilitator.boards.stakeholder_web.drawing.routing import ways
from facilitator.boards.stakeholder_web.layout.layout import WebLayout
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderWebView, shown_ties
from facilitator.content import methods
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Group, Rect


def ties(view: StakeholderWebView, layout: WebLayout, theme: Theme, notes: Sequence[Rect] = ()) -> Iterator[Group]:
    """One link group a relationship, clear of everything that stands there and of `notes`, as far as can be.

    Lines to somebody in a stack end at the stack.
    """
    hub = layout.scenery.hub
    ends = {pill.id: End(pill.rect) for pill in layout.pills}
    for stack in layout.stacks:
        ends.update(dict.fromkeys(stack.ids, End(stack.rect)))
    ends[view.board_id] = End(hub, oval=True)
    standing = [*(pill.rect for pill in layout.pills), *(stack.rect for stack in layout.stacks)]
    standing += [*layout.scenery.tabs, *notes]
    drawn = [tie for tie in shown_ties(view) if ends[tie.from_id] != ends[tie.to_id]]  # not both in one stack
    pairs = tuple((ends[tie.from_id], ends[tie.to_id]) for tie in drawn)
    names = {each.id: each.name for each in view.stakeholders} | {view.board_id: view.project}
    words = Words(view.language)
    covers = [*standing, hub]
    for tie, curve in zip(drawn, ways(pairs, tuple(standing), hub), strict=True):
        yield _tie(tie, curve, tie_label(tie, names[tie.from_id], names[tie.to_id], words), theme, covers)


def tie_label(tie: RelationshipView, start: str, end: str, words: Words) -> str:
    """The text alternative of a tie between two names: all that its line tells, and what flows."""
    told = [words("web.tie", start=start, kind=methods.line_kind(tie.kind).name.within(words.language), end=end)]
    if tie.strength != 2:
        told.append(_answer("strength", str(tie.strength), words))
    told += [_answer(field, value, words) for field, value in _answered(tie)]
    if tie.confidence == "guess":
        guess = next(level for level in methods.scale("confidence").levels if level.id == "guess")
        told.append(_told(words("web.field_tie_confidence"), guess.name.within(words.language), words))
    if tie.what_flows:
        told.append(_told(words("web.field_what_flows"), tie.what_flows, words))
    return ", ".join(told)


def _answered(tie: RelationshipView) -> Iterator[tuple[str, str]]:
    for field, value in (("quality", tie.quality), ("direction", tie.direction)):
        if value:
            yield field, value


def _answer(field: str, value: str, words: Words) -> str:
    return _told(words(f"web.field_tie_{field}"), answer(field, value, words), words)


def _told(field: str, value: str, words: Words) -> str:
    return words("web.told", field=field, value=value)


def _tie(tie: RelationshipView, curve: Curve, label: str, theme: Theme, covers: Sequence[Rect]) -> Group:
    look = look_of(tie.kind, tie.strength, tie.direction, tie.quality, tie.confidence)
    box = curve.box()
    near = [rect for rect in covers if rect.overlaps(box.grown(MARK))] if look.marks else []
    shapes = tuple(line_shapes(look, curve, theme, lambda mark: not any(mark.overlaps(rect) for rect in near)))
    return Group(tie.id, "link", box, shapes, label, ends=(tie.from_id, tie.to_id))
