"""A stakeholder web by closeness as a picture: sectors and threads, spokes, ties, hub, pills and tabs."""

from collections.abc import Iterator

from facilitator.boards.drawing import header, icon, readable
from facilitator.boards.stakeholder_web.drawing.ghosts import Ghosts
from facilitator.boards.stakeholder_web.drawing.legend_drawn import legend_group
from facilitator.boards.stakeholder_web.drawing.pills import Pills
from facilitator.boards.stakeholder_web.drawing.threads import ground_of, sectors_and_threads
from facilitator.boards.stakeholder_web.drawing.ties import ties
from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y
from facilitator.boards.stakeholder_web.layout.layout import Pill, Stack, layout_of
from facilitator.boards.stakeholder_web.layout.lettering import TAB_ICON, TAB_PAD_X, HubLabel
from facilitator.boards.stakeholder_web.layout.notes import Note, prompts, ring_names
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Rect, Shape, Text

_BY_INFLUENCE = (1.5, 3.0, 5.0, 7.0)  # widths of spokes
_TAB_CORNER = 9.0
_READABLE = 7.0  # least contrast of words


def web_picture(view: StakeholderWebView, theme: Theme) -> Picture:
    """The view by closeness, in the view's language."""
    drawing = _Drawing(view, theme)
    return Picture(theme.paper, tuple(drawing.groups()), drawing.alternative(), tuple(drawing.pills.colours.items()))


class _Drawing:
    def __init__(self, view: StakeholderWebView, theme: Theme) -> None:
        self._view, self._theme, self._layout = view, theme, layout_of(view, theme)
        self._words = Words(view.language)
        self._quiet = readable(theme.quiet, theme, _READABLE)
        self._style = self._layout.scenery.style
        self._people = {each.id: each for each in view.stakeholders}
        self.pills = Pills(view, theme, self._style)

    def groups(self) -> Iterator[Group]:
        """Scenery first, then lines, then what stands on them."""
        view, theme, layout = self._view, self._theme, self._layout
        yield sectors_and_threads(layout.scenery.sectors, theme, layout.dimmed)
        yield header(view, theme, self._words("web.compared_dashed", title=view.then_title) if view.then_title else "")
        reasons = {category: self._words("web.none_because", reason=reason) for category, reason in view.none_apply}
        asked = prompts(layout, self._style.note, view.category_set, view.language, reasons)
        for note in asked:
            yield self._note(note, ground_of(layout.scenery.sector(note.category), theme), bare=True)
        for pill in layout.pills:
            yield self._spoke(pill)
        named = ring_names(layout, self._style.note, view.language, [note.rect for note in asked])
        notes = [note.rect for note in (*asked, *named)]
        notes += [layout.legend.rect] if layout.legend else []
        ghosts = Ghosts(view, layout, theme, self.pills, notes)
        yield from ghosts.groups()
        yield from ties(view, layout, theme, [*notes, *ghosts.rects])
        for note in named:
            yield self._note(note, theme.paper)
        yield self._hub()
        for number, sector in enumerate(layout.scenery.sectors):
            yield self._tab(number, sector.category)
        for stack in layout.stacks:
            yield self._stack(stack)
        if layout.legend:
            yield legend_group(layout.legend, theme)
        for pill in layout.pills:
            yield self._pill(pill)

    def alternative(self) -> str:
        """What the picture shows, in a sentence or two."""
        counted: dict[str, int] = {}
        for each in self._view.stakeholders:
            counted[each.category] = counted.get(each.category, 0) + 1
        sectors = [
            self._words(
                "web.sector_count", sector=category.name.within(self._view.language), count=counted[category.id]
            )
            for category in methods.categories(self._view.category_set)
            if category.id in counted
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

    def _note(self, note: Note, ground: str, *, bare: bool = False) -> Group:
        """Small words on a patch of the ground, or `bare` where it is the ground of all that is around them."""
        size = self._style.note
        x, y = note.rect.centre
        top = y - len(note.lines) * line_height(size) / 2
        shapes: list[Shape] = [] if bare else [Box(note.rect, 8, fill=ground)]
        ink = readable(self._theme.quiet, self._theme, _READABLE, ground)
        shapes.append(Text(note.lines, x, top, size, ink, anchor="middle"))
        return Group("", "scenery", note.rect, tuple(shapes), " ".join(note.lines), note.category)

    def _spoke(self, pill: Pill) -> Group:
        """From the hub's middle, under its oval, to the edge of the pill."""
        x, y = pill.rect.centre
        dx, dy = CENTRE_X - x, CENTRE_Y - y
        share = min(
            pill.rect.width / 2 / abs(dx) if dx else 1.0,
            pill.rect.height / 2 / abs(dy) if dy else 1.0,
            1.0,
        )
        end_x, end_y = x + dx * share, y + dy * share
        wide, strength = self._style.spoke
        if pill.size:
            wide = _BY_INFLUENCE[pill.size - 1]
        colour = mixed(self.pills.colours[pill.category], strength, self._theme.paper)
        line = Path((("M", CENTRE_X, CENTRE_Y), ("L", end_x, end_y)), stroke=colour, stroke_width=wide)
        left, top = min(CENTRE_X, end_x), min(CENTRE_Y, end_y)
        box = Rect(left, top, abs(end_x - CENTRE_X), abs(end_y - CENTRE_Y))
        ends = (self._view.board_id, pill.id)
        return Group("", "link", box, (line,), category=pill.category, ends=ends)

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
        size = self._style.tab_text
        fill, ink = self._readable(self.pills.colours[category])
        shapes: list[Shape] = [Box(rect, _TAB_CORNER, fill=fill)]
        if category in self._layout.dimmed:  # the same words on paper: there to find one's way, no more
            shapes = [Box(rect.grown(-1), _TAB_CORNER, self._theme.paper, self.pills.colour(category, pale=True), 2)]
            ink = self._quiet
        side = 24.0
        mark = Rect(rect.x + TAB_PAD_X, rect.centre[1] - side / 2, side, side)
        top = rect.centre[1] - len(words.lines) * line_height(size) / 2
        shapes += [
            icon(category, mark, ink),
            Text(words.lines, rect.x + TAB_PAD_X + TAB_ICON, top, size, ink, bold=True),
        ]
        return Group("", "scenery", rect, tuple(shapes), self.pills.name(category), category)

    def _readable(self, colour: str) -> tuple[str, str]:
        """A tab's fill and the ink on it: the category's colour, moved away from the ink as far as reading needs."""
        theme = self._theme
        ink, away = (theme.surface, theme.ink) if theme.name == "light" else (theme.hub_ink, theme.ink)
        return _moved(colour, away, ink), ink

    def _pill(self, pill: Pill) -> Group:
        place = methods.rings()[pill.ring - 1].name.within(self._view.language)
        who = self._people[pill.id]
        return self.pills.group(who, pill.rect, pill.lines, place, pill.marks, patched=pill.patched)

    def _stack(self, stack: Stack) -> Group:
        names = self._words.list([self._people[each].name for each in stack.ids])
        label = self._words("web.stack", sector=self.pills.name(stack.category), count=len(stack.ids), names=names)
        pale = stack.category in self._layout.dimmed
        return self.pills.stack(stack.category, stack.rect, stack.lines, label, pale=pale)


def _moved(colour: str, towards: str, against: str) -> str:
    """The colour, moved as little towards another one as it takes to tell it well from a third."""
    steps = (mixed(colour, 1 - step / 20, towards) for step in range(20))
    return next((each for each in steps if contrast(each, against) >= _READABLE), towards)


def _height(words: HubLabel) -> float:
    return len(words.title) * line_height(words.title_size) + len(words.problem) * line_height(words.text_size)
