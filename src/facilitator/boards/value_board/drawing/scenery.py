"""What stands round the cards of a value board: heads of columns, the public value test, feet and strips."""

from collections.abc import Iterator

from facilitator.boards.drawing import icon, readable
from facilitator.boards.value_board.drawing.inks import Inks
from facilitator.boards.value_board.drawing.shapes import CORNER, DASHED
from facilitator.boards.value_board.drawing.told import Told
from facilitator.boards.value_board.layout.frame import CLOSE_HEADING, HEADINGS, RULE_HEIGHT, SUBTITLE
from facilitator.boards.value_board.layout.layout import ValueLayout
from facilitator.boards.value_board.layout.lettering import ICON
from facilitator.boards.value_board.layout.placed import Foot
from facilitator.boards.value_board.layout.public_value import SIGN, PublicValue
from facilitator.boards.value_board.layout.strips import PAD, Strip
from facilitator.content import value_board as content
from facilitator.content.theme import mixed
from facilitator.content.typeface import baseline, line_height, width, wrap
from facilitator.domain.picture import Box, Group, Oval, Path, Rect, Shape, Text


class Scenery:
    """What is no card and no link."""

    def __init__(self, inks: Inks, told: Told, layout: ValueLayout, small: float) -> None:
        self._inks, self._told, self._layout, self._small = inks, told, layout, small
        self._heads = [column.head(told.words) for column in layout.shown]

    def headings(self) -> Iterator[Group]:
        """Above each column its name, what it holds, and a rule."""
        frame, theme = self._layout.frame, self._inks.theme
        largest = CLOSE_HEADING if frame.close else HEADINGS[0]
        names = [name for name, _, _ in self._heads]
        sizes = (size for size in HEADINGS if size <= largest)
        size = next((each for each in sizes if max(width(n, each, bold=True) for n in names) <= frame.width), 20.0)
        top = frame.heading_top + baseline(largest) - baseline(size)
        for place, (name, subtitle, _) in enumerate(self._heads):
            left, column = frame.lefts[place], self._layout.shown[place].holds
            colour = self._inks.column(column)
            rule = Rect(left, frame.rule_top, frame.width, RULE_HEIGHT)
            shapes: list[Shape] = [
                Text((name,), left, top, size, readable(colour, theme, 7), bold=True),
                Box(rule, fill=colour),
            ]
            if not frame.close and self._small < theme.stage_large:
                line = wrap(subtitle, SUBTITLE, frame.width, max_lines=1)
                shapes.append(Text(line, left, frame.subtitle_top, SUBTITLE, self._inks.quiet))
            box = Rect(left, frame.heading_top, frame.width, rule.bottom - frame.heading_top)
            yield Group("", "scenery", box, tuple(shapes), label=f"{name}: {subtitle}", category=column)

    def invitations(self) -> Iterator[Group]:
        """In each empty column its question where its first card will be, unless links pass there."""
        frame, theme = self._layout.frame, self._inks.theme
        size = max(theme.stage_text * 1.1, self._small)
        lines = [wrap(question, size, frame.width - 48) for _, _, question in self._heads]
        height = max(map(len, lines)) * line_height(size) + 40
        for place, column in enumerate(self._layout.shown):
            if not self._layout.order.columns[place]:
                box = Rect(frame.lefts[place], frame.cards_top, frame.width, height)
                shapes = (
                    Box(box, CORNER, stroke=theme.line, stroke_width=2, dash=DASHED),
                    Text(lines[place], box.x + 24, box.y + 20, size, self._inks.quiet),
                )
                yield Group("", "scenery", box, shapes, label=self._heads[place][2], category=column.holds)

    def foot(self, foot: Foot) -> Group:
        """What is missing on cards of a column that have no room to say so."""
        size, inks, dim = foot.size, self._inks, bool(self._layout.thread)
        high = line_height(size)
        sign = Rect(foot.box.x, foot.box.y + (high - ICON) / 2, ICON, ICON)
        shapes: list[Shape] = [icon("warning", sign, inks.sign(dimmed=dim, soft=True))]
        ink = inks.quiet if dim else inks.warning
        for each in foot.counts:
            number = (str(each.count),)
            shapes.append(Text((each.told,), each.x, each.top, size, ink, bold=not dim))
            shapes.append(Text(number, each.number_x, each.top, size, ink, bold=not dim, sign=True))
        words = self._told.words
        label = ". ".join(words("value.gap_count", gap=each.told, count=each.count) for each in foot.counts)
        return Group("", "scenery", foot.box, tuple(shapes), label=label)

    def public_value(self, test: PublicValue) -> Group:
        """The public value test: each question that was answered, with a sign and a word."""
        shapes: list[Shape] = []
        middle = test.top + line_height(test.size) / 2
        for part in test.parts:
            shapes.append(Text((part.asked,), part.asked_x, test.top, test.size, self._inks.quiet))
            box = Rect(part.sign_x, middle - SIGN / 2, SIGN, SIGN)
            shapes += self._answer_sign(part.answer, box)
            shapes.append(Text((part.told,), part.told_x, test.top, test.size, self._inks.theme.ink, bold=True))
        first, last = test.parts[0], test.parts[-1]
        box = Rect(first.asked_x, test.top, last.right - first.asked_x, line_height(test.size))
        words = self._told.words
        told = [words("value.test_told", question=part.asked, answer=part.told) for part in test.parts]
        return Group("", "scenery", box, tuple(shapes), label=". ".join(told))

    def _answer_sign(self, answer: str, box: Rect) -> Iterator[Shape]:
        """A full, half or empty round."""
        ink = self._inks.theme.ink
        x, y, radius = *box.centre, box.width / 2 - 1
        round_ = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        yield Oval(round_, fill=ink if answer == "yes" else None, stroke=ink, stroke_width=2)
        if answer == "partly":
            near = radius * 0.5523
            half = (
                ("M", x, y - radius),
                ("C", x - near, y - radius, x - radius, y - near, x - radius, y),
                ("C", x - radius, y + near, x - near, y + radius, x, y + radius),
                ("Z",),
            )
            yield Path(half, fill=ink)  # type: ignore[arg-type]  # tuples of literals

    def band(self, band: Rect) -> Group:
        """The ground on which the strips stand."""
        theme = self._inks.theme
        return Group("", "scenery", band, (Box(band, CORNER + 4, fill=mixed(theme.line, 0.35, theme.paper)),))

    def strip(self, strip: Strip) -> Group:
        """The name of a strip above its cards."""
        theme, size = self._inks.theme, self._small
        column = content.column(strip.id)
        name, subtitle = (each.within(self._told.words.language) for each in (column.name, column.subtitle))
        ground = mixed(theme.line, 0.35, theme.paper)
        room = strip.rect.width - 2 * PAD
        left, top = strip.rect.x + PAD, strip.rect.y + PAD
        line = wrap(name, size, room, bold=True, max_lines=1)
        shapes = [Text(line, left, top, size, readable(theme.quiet, theme, 7, ground), bold=True)]
        box = Rect(left, top, room, line_height(size))
        return Group("", "scenery", box, tuple(shapes), label=f"{name}: {subtitle}", category=strip.id)
