"""A stakeholder web as a picture: sectors and threads, spokes, relationships, hub, pills and tabs."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.drawing import header, icon
from facilitator.boards.stakeholder_web.geometry import CENTRE_X, CENTRE_Y
from facilitator.boards.stakeholder_web.layout import Pill, Stack, WebLayout, layout_of
from facilitator.boards.stakeholder_web.lettering import TAB_ICON, TAB_PAD_X, HubLabel
from facilitator.boards.stakeholder_web.notes import Note, prompts, ring_names
from facilitator.boards.stakeholder_web.threads import sectors_and_threads
from facilitator.boards.stakeholder_web.ties import ties
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Rect, Shape, Text

_AIRY = 20  # pixels; where pills have less air, lines are drawn fainter, as each costs sharpness in a video call
_OUTLINE, _FAINT_OUTLINE = (2.5, 1.0), (2.0, 0.45)  # width, share of the category's colour
_SPOKE, _FAINT_SPOKE = (2.5, 0.55), (1.5, 0.32)
_ICON_SHARE = 0.56  # of the patch: more than half of it shows the colour
_ROUND, _SQUARE = 22.0, 10.0  # pixels; corners of external and internal pills
_TAB_CORNER = 9.0
_READABLE = 7.0  # least contrast of words


@lru_cache(maxsize=16)
def picture_of(view: StakeholderWebView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    layout = layout_of(view, theme)
    drawing = _Drawing(view, theme, layout)
    return Picture(
        background=theme.paper,
        groups=tuple(drawing.groups()),
        alt=drawing.alternative(),
        category_colours=tuple((sector.category, theme.categories[sector.colour]) for sector in layout.scenery.sectors),
    )


class _Drawing:
    def __init__(self, view: StakeholderWebView, theme: Theme, layout: WebLayout) -> None:
        self._view, self._theme, self._layout = view, theme, layout
        self._words = Words(view.language)
        self._categories = {category.id: category for category in methods.categories(view.category_set)}
        self._colours = {sector.category: theme.categories[sector.colour] for sector in layout.scenery.sectors}
        self._quiet = _moved(theme.quiet, theme.ink, theme.paper)
        airy = layout.scenery.style.air >= _AIRY
        self._outline = _OUTLINE if airy else _FAINT_OUTLINE
        self._spoke_line = _SPOKE if airy else _FAINT_SPOKE
        self._stakeholders = {each.id: each for each in view.stakeholders}

    def groups(self) -> Iterator[Group]:
        """Scenery first, then lines, then what stands on them."""
        theme, layout, language = self._theme, self._layout, self._view.language
        yield sectors_and_threads(layout.scenery.sectors, theme)
        yield header(self._view, theme)
        asked = prompts(layout, theme.stage_minimum, self._view.category_set, language)
        for note in asked:
            yield self._note(note, None)
        for pill in layout.pills:
            yield self._spoke(pill.id, pill.category, pill.rect)
        yield from ties(self._view, layout, theme)
        for note in ring_names(layout, theme.stage_minimum, language, [note.rect for note in asked]):
            yield self._note(note, theme.paper)
        yield self._hub()
        for number, sector in enumerate(layout.scenery.sectors):
            yield self._tab(number, sector.category)
        for stack in layout.stacks:
            yield self._stack(stack)
        for pill in layout.pills:
            yield self._pill(pill)

    def alternative(self) -> str:
        """What the picture shows, in a sentence or two."""
        counted: dict[str, int] = {}
        for each in self._view.stakeholders:
            counted[each.category] = counted.get(each.category, 0) + 1
        sectors = [
            self._words("web.sector_count", sector=self._name(category), count=counted[category])
            for category in self._categories
            if category in counted
        ]
        key = "web.alt" if sectors else "web.alt_empty"
        return self._words(
            key,
            title=self._view.title,
            project=self._view.project,
            count=len(self._view.stakeholders),
            sectors=self._words.list(sectors),
            ties=self._words("web.tie_count", count=len(self._view.relationships)),
        )

    def _name(self, category: str) -> str:
        return self._categories[category].name.within(self._view.language)

    def _note(self, note: Note, fill: str | None) -> Group:
        size = self._theme.stage_minimum
        x, y = note.rect.centre
        top = y - len(note.lines) * line_height(size) / 2
        shapes: list[Shape] = [Box(note.rect, 8, fill=fill)] if fill else []
        shapes.append(Text(note.lines, x, top, size, self._quiet, anchor="middle"))
        return Group("", "scenery", note.rect, tuple(shapes), " ".join(note.lines), note.category)

    def _spoke(self, item_id: str, category: str, rect: Rect) -> Group:
        """From the hub's middle, under its oval, to the edge of the pill."""
        x, y = rect.centre
        dx, dy = CENTRE_X - x, CENTRE_Y - y
        share = min(
            rect.width / 2 / abs(dx) if dx else 1.0,
            rect.height / 2 / abs(dy) if dy else 1.0,
            1.0,
        )
        end_x, end_y = x + dx * share, y + dy * share
        wide, share = self._spoke_line
        colour = mixed(self._colours[category], share, self._theme.paper)
        line = Path((("M", CENTRE_X, CENTRE_Y), ("L", end_x, end_y)), stroke=colour, stroke_width=wide)
        left, top = min(CENTRE_X, end_x), min(CENTRE_Y, end_y)
        box = Rect(left, top, abs(end_x - CENTRE_X), abs(end_y - CENTRE_Y))
        ends = (self._view.board_id, item_id)
        return Group("", "link", box, (line,), category=category, ends=ends)

    def _hub(self) -> Group:
        hub, words, theme = self._layout.scenery.hub, self._layout.scenery.hub_words, self._theme
        shapes: list[Shape] = [Oval(hub, fill=theme.hub)]
        top = CENTRE_Y - _height(words) / 2
        shapes.append(Text(words.title, CENTRE_X, top, words.title_size, theme.hub_ink, bold=True, anchor="middle"))
        if words.problem:
            top += len(words.title) * line_height(words.title_size)
            shapes.append(Text(words.problem, CENTRE_X, top, words.text_size, theme.hub_ink, anchor="middle"))
        label = ". ".join(filter(None, (self._view.project, self._view.problem)))
        return Group(self._view.board_id, "item", hub, tuple(shapes), label)

    def _tab(self, number: int, category: str) -> Group:
        rect, words = self._layout.scenery.tabs[number], self._layout.scenery.tab_words[number]
        size = self._layout.scenery.style.tab_text
        fill, ink = self._readable(self._colours[category])
        side = 24.0
        mark = Rect(rect.x + TAB_PAD_X, rect.centre[1] - side / 2, side, side)
        top = rect.centre[1] - len(words.lines) * line_height(size) / 2
        shapes = (
            Box(rect, _TAB_CORNER, fill=fill),
            icon(category, mark, ink),
            Text(words.lines, rect.x + TAB_PAD_X + TAB_ICON, top, size, ink, bold=True),
        )
        return Group("", "scenery", rect, shapes, self._name(category), category)

    def _readable(self, colour: str) -> tuple[str, str]:
        """A tab's fill and the ink on it: the category's colour, moved away from the ink as far as reading needs."""
        theme = self._theme
        ink, away = (theme.surface, theme.ink) if theme.name == "light" else (theme.hub_ink, theme.ink)
        return _moved(colour, away, ink), ink

    def _pill(self, pill: Pill) -> Group:
        stakeholder = self._stakeholders[pill.id]
        shapes = tuple(self._pill_shapes(pill.rect, pill.lines, pill.category))
        label = self._words(
            "web.pill",
            name=stakeholder.name,
            category=self._name(pill.category),
            ring=methods.rings()[pill.ring - 1].name.within(self._view.language),
        )
        return Group(pill.id, "item", pill.rect, shapes, label, pill.category, self._patch(pill.rect))

    def _pill_shapes(self, rect: Rect, lines: tuple[str, ...], category: str) -> Iterator[Shape]:
        """Internal pills and patches are rounded squares, external ones round (METHODS A1)."""
        style, theme, colour = self._layout.scenery.style, self._theme, self._colours[category]
        internal = self._categories[category].side == "internal"
        corner = _SQUARE if internal else min(_ROUND, rect.height / 2)
        wide, share = self._outline
        yield Box(rect.grown(-wide / 2), corner, theme.surface, mixed(colour, share, theme.surface), wide)
        patch = self._patch(rect)
        yield Box(patch, patch.width * (0.24 if internal else 0.5), fill=colour)
        ink = max((theme.hub_ink, theme.hub), key=lambda each: contrast(each, colour))
        yield icon(category, patch.grown(-patch.width * (1 - _ICON_SHARE) / 2), ink)
        top = rect.centre[1] - len(lines) * line_height(style.text) / 2
        yield Text(lines, rect.x + style.before_text, top, style.text, theme.ink)

    def _patch(self, rect: Rect) -> Rect:
        style = self._layout.scenery.style
        return Rect(rect.x + style.inset, rect.centre[1] - style.patch / 2, style.patch, style.patch)

    def _stack(self, stack: Stack) -> Group:
        rect, theme, colour = stack.rect, self._theme, self._colours[stack.category]
        names = self._words.list([self._stakeholders[each].name for each in stack.ids])
        under = Rect(rect.x + 8, rect.bottom - 12, rect.width - 16, 12)
        over = Rect(rect.x, rect.y, rect.width, rect.height - 5)
        shapes = (
            Box(under.grown(-1), 6, mixed(colour, 0.3, theme.surface), colour, 2),
            *self._pill_shapes(over, stack.lines, stack.category),
        )
        label = self._words("web.stack", sector=self._name(stack.category), count=len(stack.ids), names=names)
        return Group("", "scenery", rect, shapes, label, stack.category)


def _moved(colour: str, towards: str, against: str) -> str:
    """The colour, moved as little towards another one as it takes to tell it well from a third."""
    steps = (mixed(colour, 1 - step / 20, towards) for step in range(20))
    return next((each for each in steps if contrast(each, against) >= _READABLE), towards)


def _height(words: HubLabel) -> float:
    return len(words.title) * line_height(words.title_size) + len(words.problem) * line_height(words.text_size)
