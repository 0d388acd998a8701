"""How a stakeholder is drawn, alike in every form: pill, patch of the category, outline, marks, and its words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.boards.drawing import icon
from facilitator.boards.stakeholder_web.drawing.mark_signs import ink_on, mark_meaning, mark_shapes, scale_meaning
from facilitator.boards.stakeholder_web.layout.sectors import sectors
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.boards.stakeholder_web.marks import marks_of, size_of
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE, StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Path, PathCommand, Rect, Shape, Text

_OUTLINE = 2.5  # pixels
_BY_INFLUENCE = (1.5, 2.5, 3.5, 4.5)  # widths of outlines
_DASH = (7.0, 5.0)
_ICON_SHARE = 0.56  # of the patch: more than half of it shows the colour
_ROUND, _SQUARE = 22.0, 10.0  # pixels; corners of external and internal pills
_POINT = 12.0  # pixels that the ends of a rights holder's hexagon reach out
_PALE = 0.4  # share of a colour that is left where something else is in the spotlight


def category_colours(view: StakeholderWebView, theme: Theme) -> dict[str, str]:
    """The colour of each category of the view's set, clockwise."""
    ids = [category.id for category in methods.categories(view.category_set)]
    found = sectors(ids, [1 / len(ids)] * len(ids), len(theme.categories))
    return {sector.category: theme.categories[sector.colour] for sector in found}


def outline_width(size: int) -> float:
    """How wide the outline of a pill is for an influence of 1 to 4."""
    return _BY_INFLUENCE[size - 1]


def form_sample(form: str, box: Rect, theme: Theme) -> Shape:
    """A pill of no category that shows what a form means: "rights" a hexagon, "guess" dashed."""
    look = Box(box, 0, theme.surface, theme.quiet, _OUTLINE, _DASH if form == "guess" else ())
    return _outlined(form, box.grown(-_OUTLINE / 2), min(_POINT, box.width * 0.25), look)


class Pills:
    """Draws the stakeholders of one view in one style."""

    def __init__(self, view: StakeholderWebView, theme: Theme, style: Style, *, sized: bool = True) -> None:
        """`sized` says whether outlines tell influence where that layer is on."""
        self._view, self._theme, self._style, self._sized = view, theme, style, sized
        self.words = Words(view.language)
        self._reach = min(_POINT, style.right - 1)  # clear of the corners of the words
        self.colours = category_colours(view, theme)
        self._categories = {category.id: category for category in methods.categories(view.category_set)}

    def group(
        self,
        each: StakeholderView,
        rect: Rect,
        lines: tuple[str, ...],
        place: str,
        marks: Sequence[Rect],
        *,
        patched: bool = True,
    ) -> Group:
        """The pill of a stakeholder in a rectangle, with its marks in these squares.

        `place` says where it stands, for the text alternative; `patched` whether it shows the patch of its category.
        """
        shapes = [*self.body(rect, each.category, each, patched=patched), *self.words_of(rect, lines, patched=patched)]
        for mark, box in zip(marks_of(each, self._view), marks, strict=True):
            shapes += mark_shapes(mark, box, self._theme)
        label = ", ".join(self._told(each, place))
        return Group(each.id, "item", rect, tuple(shapes), label, each.category, self.patch(rect) if patched else None)

    def stack(self, category: str, rect: Rect, lines: tuple[str, ...], label: str, *, pale: bool = False) -> Group:
        """The pill that counts those of a category for whom there is no room; "" for those of several."""
        theme = self._theme
        colour = self.colour(category, pale=pale) if category else theme.quiet
        under = Rect(rect.x + 8, rect.bottom - 12, rect.width - 16, 12)
        over = Rect(rect.x, rect.y, rect.width, rect.height - 5)
        shapes: list[Shape] = [Box(under.grown(-1), 6, mixed(colour, 0.3, theme.surface), colour, 2)]
        if category:
            shapes += [*self.body(over, category, None, pale=pale), *self.words_of(over, lines, pale=pale)]
        else:
            top = over.centre[1] - len(lines) * line_height(self._style.text) / 2
            shapes.append(Box(over.grown(-1), over.height / 2, theme.surface, colour, 2))
            shapes.append(Text(lines, over.centre[0], top, self._style.text, theme.ink, anchor="middle"))
        return Group("", "scenery", rect, tuple(shapes), label, category)

    def name(self, category: str) -> str:
        """The name of a category."""
        return self._categories[category].name.within(self._view.language)

    def colour(self, category: str, *, pale: bool = False) -> str:
        """The colour of a category, or what is left of it beside a spotlight."""
        colour = self.colours[category]
        return mixed(colour, _PALE, self._theme.paper) if pale else colour

    def patch(self, rect: Rect) -> Rect:
        """Where the patch of the category is on a pill."""
        style = self._style
        return Rect(rect.x + style.inset, rect.centre[1] - style.patch / 2, style.patch, style.patch)

    def words_of(
        self, rect: Rect, lines: tuple[str, ...], *, pale: bool = False, patched: bool = True
    ) -> Iterator[Text]:
        """The lines of a name on a pill."""
        style, theme = self._style, self._theme
        top = rect.centre[1] - len(lines) * line_height(style.text) / 2
        left = rect.x + style.indent(patched=patched)
        yield Text(lines, left, top, style.text, theme.quiet if pale else theme.ink)

    def body(
        self, rect: Rect, category: str, each: StakeholderView | None, *, pale: bool = False, patched: bool = True
    ) -> Iterator[Shape]:
        """The pill without words and marks: its outline, filled, and the patch if it is `patched`.

        Those inside are rounded squares, those outside round, rights holders hexagons; a guess is
        dashed, and where the layer is on, more influence is wider.
        """
        theme, colour = self._theme, self.colour(category, pale=pale)
        wide, share = self._style.outline
        guess = each is not None and each.confidence == "guess"
        size = size_of(each, self._view) if each and self._sized else 0
        if size:
            wide, share = outline_width(size), 1.0
        line = mixed(colour, 1.0 if guess else share, theme.surface)
        form = self._form(category, each)
        corner = _SQUARE if form == "internal" else min(self._style.corner, rect.height / 2)
        look = Box(rect, corner, theme.surface, line, wide, _DASH if guess else ())
        yield _outlined(form, rect.grown(-wide / 2), self._reach, look)
        if patched:
            yield from self.sign(form, category, self.patch(rect), pale=pale)

    def sign(self, form: str, category: str, patch: Rect, *, pale: bool = False) -> Iterator[Shape]:
        """The patch with the icon of a category, in the form of its pill."""
        colour = self.colour(category, pale=pale)
        corner = patch.width * (0.24 if form == "internal" else 0.5)
        yield _outlined(form, patch, patch.width * 0.25, Box(patch, corner, fill=colour))
        yield icon(category, patch.grown(-patch.width * (1 - _ICON_SHARE) / 2), ink_on(colour, self._theme))

    def side(self, category: str) -> str:
        """Whether a category is "internal" or "external"."""
        return self._categories[category].side

    def _form(self, category: str, each: StakeholderView | None) -> str:
        if each and "rights_holder" in each.flags:
            return "rights"
        return self.side(category)

    def _told(self, each: StakeholderView, place: str) -> Iterator[str]:
        """All that the pill tells."""
        yield self.words("web.pill", name=each.name, category=self.name(each.category), ring=place)
        if "rights_holder" in each.flags:
            yield answer("flags", "rights_holder", self.words)
        for mark in marks_of(each, self._view):
            if not mark.startswith((ATTITUDE, INFLUENCE)):
                yield mark_meaning(mark, self.words)
        if each.confidence == "guess":
            yield self.words("web.sign_guess")
        for layer, value in ((INFLUENCE, each.influence), (ATTITUDE, each.attitude)):
            if layer in self._view.showing.layers:
                yield scale_meaning(layer, value, self.words)


def _outlined(form: str, rect: Rect, reach: float, look: Box) -> Shape:
    """The look of a box in the form of a pill: a rounded square, round, or a hexagon whose ends reach out so far."""
    if form == "rights":
        middle = rect.y + rect.height / 2
        corners = (
            (rect.x, middle),
            (rect.x + reach, rect.y),
            (rect.right - reach, rect.y),
            (rect.right, middle),
            (rect.right - reach, rect.bottom),
            (rect.x + reach, rect.bottom),
        )
        first, *others = corners
        commands: tuple[PathCommand, ...] = (("M", *first), *(("L", *corner) for corner in others), ("Z",))
        return Path(commands, look.fill, look.stroke, look.stroke_width, look.dash)
    corner = look.radius or (_SQUARE if form == "internal" else min(_ROUND, rect.height / 2))
    return replace(look, rect=rect, radius=corner)
