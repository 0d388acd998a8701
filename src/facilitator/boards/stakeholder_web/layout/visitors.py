"""Who stands outside their sector, where its tab doesn't tell whose they are: they show the patch on their pill."""

from collections.abc import Sequence

from facilitator.boards.stakeholder_web.layout.ground import PlacedLabel, within_frame
from facilitator.boards.stakeholder_web.layout.lettering import in_style
from facilitator.boards.stakeholder_web.layout.people import Arrangement, Labels, Somebody, visiting

_GAP = 3.0  # pixels between a pill that gets wider and the others


def visitors(people: Sequence[Somebody], arrangement: Arrangement) -> dict[int, PlacedLabel]:
    """Who stands outside of their sector with a patch, by their places, on a stage whose pills have none.

    They stand where they stood; who has no room for a patch there, in no shape, is not among them.
    """
    scene, found = arrangement.scene, dict[int, PlacedLabel]()
    if scene.style.patched:
        return found
    around = [*scene.immovable(), *scene.tabs, *(stack.rect for _, stack in arrangement.stacks)]
    rects = {place: standing.rect for place, standing in enumerate(arrangement.standings) if standing}
    for place, (somebody, standing) in enumerate(zip(people, arrangement.standings, strict=True)):
        if not standing or not scene.sector(somebody.category).outside(standing.x, standing.y, 0, 0):
            continue
        visitor = visiting(somebody)
        same_lines = in_style(standing.label, scene.style, visitor.signs)
        others = [*around, *(rect for other, rect in rects.items() if other != place)]
        for label in (same_lines, *Labels(visitor, scene.style)):
            patched = standing._replace(label=label)
            if within_frame(patched.rect) and not any(patched.rect.grown(_GAP).overlaps(each) for each in others):
                found[place], rects[place] = patched, patched.rect
                break
    return found
