"""What tests put on the people of `webs`: levels, marks, private layers that are on, and an earlier moment."""

import random
from dataclasses import replace
from itertools import combinations

from boards.stakeholder_web.webs import LIGHT, Row, ids, web
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE, PlaceThen, StakeholderWebView
from facilitator.content import methods
from facilitator.content.participation import participation_levels
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import Group, Path, Picture, Rect, Text
from facilitator.domain.view import Showing

LEVELS = [level.id for level in participation_levels("iap2")]
FLAGS = [flag.id for flag in methods.choices("flags")]


def said(view: StakeholderWebView, seed: int, **showing: object) -> StakeholderWebView:
    """The view with answers to everything, as they come up in a session; shown as `showing` says."""
    chance = random.Random(seed)
    shown = Showing(**showing)  # type: ignore[arg-type]
    people = tuple(
        replace(
            each,
            level_now=chance.choice([None, *LEVELS]),
            level_wanted=chance.choice([None, *LEVELS]),
            flags=tuple(flag for flag in FLAGS if chance.random() < 0.15),
            confidence=chance.choice(["", "guess", "confirmed"]),
            origin=chance.choice(["", "group"]),
            interest=chance.choice([None, 1, 2, 3, 4]),
            impact_on_them=chance.choice([None, 1, 2, 3, 4]),
            influence=chance.choice([None, 1, 2, 3, 4]) if INFLUENCE in shown.layers else None,
            attitude=chance.choice([None, -2, -1, 0, 1, 2]) if ATTITUDE in shown.layers else None,
        )
        for each in view.stakeholders
    )
    return replace(view, stakeholders=people, showing=shown)


def compared(view: StakeholderWebView, seed: int) -> StakeholderWebView:
    """The view with an earlier moment, at which one in three stood elsewhere, the first was not there, one has left."""
    chance = random.Random(seed)
    places = []
    for each in view.stakeholders[1:]:
        place = PlaceThen(each.id, each.name, each.category, each.ring, each.level_now, each.level_wanted)
        if chance.random() < 0.35:
            ring = chance.choice([ring for ring in (1, 2, 3, 4) if ring != each.ring])
            place = replace(place, ring=ring, level_now=chance.choice([None, *LEVELS]))
        places.append(place)
    places.append(PlaceThen("gone", "Interim officer", ids(view.category_set)[0], 2, "inform", None))
    return replace(view, then=tuple(places), then_title="Session of 14 May")


def alone(row: Row, **answers: object) -> StakeholderWebView:
    """A web of one stakeholder with these answers."""
    view = web([row])
    return replace(view, stakeholders=(replace(view.stakeholders[0], **answers),))  # type: ignore[arg-type]


def texts(group: Group) -> list[Text]:
    return [shape for shape in group.shapes if isinstance(shape, Text)]


def extent(text: Text) -> Rect:
    """What the lines of a text take."""
    wide = max(width(line, text.size, bold=text.bold) for line in text.lines)
    left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor]
    return Rect(left, text.y, wide, len(text.lines) * line_height(text.size))


def items(picture: Picture) -> dict[str, Group]:
    return {group.item_id: group for group in picture.groups if group.role == "item"}


def links(picture: Picture) -> list[Group]:
    return [group for group in picture.groups if group.role == "link"]


def spokes(picture: Picture) -> list[Group]:
    """The links that are no ties."""
    return [group for group in links(picture) if not group.item_id]


def points(path: Path) -> list[tuple[float, float]]:
    """The ends of its lines and curves."""
    return [command[-2:] for command in path.commands if command[0] != "Z"]


def assert_legible(picture: Picture) -> None:
    """Letters are large and inside their boxes; nothing with words lies on another such thing or leaves the frame."""
    said = [group for group in picture.groups if group.role == "item" or (texts(group) and group.role == "scenery")]
    for group in picture.groups:
        for text in texts(group):
            assert text.size >= LIGHT.stage_minimum
            area = extent(text)
            assert group.box.grown(0.5).contains(area.x, area.y), group.label
            assert group.box.grown(0.5).contains(area.right, area.bottom), group.label
    for group in said:
        if group.box != HEADER:
            assert FRAME.grown(0.5).contains(group.box.x, group.box.y), group.label
            assert FRAME.grown(0.5).contains(group.box.right, group.box.bottom), group.label
    for one, other in combinations(said, 2):
        if one.role == other.role == "item":
            assert not one.box.overlaps(other.box), f"{one.label} / {other.label}"
    written = [(group, extent(text)) for group in said for text in texts(group) if any(text.lines)]
    for (one, area), (other, second) in combinations(written, 2):
        assert one is other or not area.overlaps(second), f"{one.label} / {other.label}"
    for item in (group for group in said if group.role == "item"):
        for group, area in written:
            assert group is item or not area.overlaps(item.box), f"{group.label} under {item.label}"
