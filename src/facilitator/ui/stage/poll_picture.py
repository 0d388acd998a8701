"""A poll with its options, drawn for the stage."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.drawing import readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Picture, Rect, Shape, Text
from facilitator.domain.screens import PollAnswer, PollScreen
from facilitator.ui.stage.lettering import BODY, CORNER, LEAST, Lettered, cut, falling, fitted, heading, quiet, sentence

_QUESTION = falling(72, 40)
_QUESTION_HIGH = 240.0
_BELOW_QUESTION = 36.0
_FOOT = 40.0
_FOOT_HIGH = line_height(_FOOT)
_FOOT_ABOVE = 24.0
_GAP = 18.0
_MOST_HIGH = 176.0
_ANSWER = falling(52, LEAST)
_PAD = 24.0
_MARK_SHARE = 0.62
_COUNT_ROOM = 170.0
_COUNT = falling(60, LEAST)
_BAR_TINT = 0.2
_SCALE_GAP = 24.0
_SCALE_HIGH = 640.0
_SCALE_WORDS = falling(40, LEAST)
_SCALE_WORDS_HIGH = 150.0
_ROUND = 112.0


@lru_cache(maxsize=16)
def poll_picture(screen: PollScreen, theme: Theme) -> Picture:
    """A poll with its options, on the 1920 x 1080 surface. Nothing moves when the counts are shown."""
    drawing = _Drawing(screen, theme)
    return Picture(theme.paper, tuple(drawing.groups()), drawing.told())


def letter_of(number: int) -> str:
    """The letter that people may type instead of an option's number, from 1: 2 is B."""
    return chr(ord("A") + number - 1)


class _Drawing:
    def __init__(self, screen: PollScreen, theme: Theme) -> None:
        self._screen, self._theme = screen, theme
        self._words = Words(screen.language)
        self._most = max((answer.votes or 0 for answer in screen.answers), default=0)
        self._quiet = quiet(theme)

    def groups(self) -> Iterator[Group]:
        """The question, the options, and how to answer."""
        question = heading(self._screen.question, self._theme, _QUESTION_HIGH, _QUESTION)
        yield question
        top = max(question.box.bottom + _BELOW_QUESTION, 150.0)
        room = Rect(BODY.x, top, BODY.width, BODY.bottom - _FOOT_HIGH - _FOOT_ABOVE - top)
        yield from self._columns(room) if self._screen.scale else self._rows(room)
        yield self._foot()

    def told(self) -> str:
        """The poll in a few sentences."""
        answers = " ".join(sentence(self._answer_told(answer)) for answer in self._screen.answers)
        question = sentence(self._screen.question)
        return self._words("stage.poll_alt", question=question, answers=answers, answered=self._answered())

    def _answered(self) -> str:
        if not self._screen.voted:
            return self._words("stage.poll_nobody")
        return self._words("stage.poll_answered", count=self._screen.voted)

    def _answer_told(self, answer: PollAnswer) -> str:
        mark = str(answer.number) if self._screen.scale else f"{answer.number} ({letter_of(answer.number)})"
        votes = "" if answer.votes is None else self._words("stage.poll_votes", count=answer.votes)
        return ", ".join(filter(None, (f"{mark} {answer.text}".strip(), votes)))

    def _foot(self) -> Group:
        """How many have answered at the right; how to do so at the left, as long as the counts are not shown."""
        told = self._answered()
        top = BODY.bottom - _FOOT_HIGH
        right = cut(told, BODY.width / 2, 0, _FOOT, bold=True)
        shapes: list[Shape] = [
            Text(right.lines, BODY.right, top, _FOOT, self._theme.ink, bold=True, anchor="end"),
        ]
        asked = self._how() if any(answer.votes is None for answer in self._screen.answers) else ""
        how = fitted(asked, BODY.width - right.wide(bold=True) - 48, _FOOT_HIGH, falling(_FOOT, LEAST))
        if how.lines:
            shapes.append(Text(how.lines, BODY.x, top, how.size, self._quiet))
        box = Rect(BODY.x, top, BODY.width, _FOOT_HIGH)
        return Group("", "scenery", box, tuple(shapes), label=" ".join(filter(None, (sentence(told), asked))))

    def _how(self) -> str:
        numbers = self._any_of([str(answer.number) for answer in self._screen.answers])
        if self._screen.scale:
            return self._words("stage.poll_how", marks=numbers)
        letters = self._any_of([letter_of(answer.number) for answer in self._screen.answers])
        return self._words("stage.poll_how_letters", marks=numbers, letters=letters)

    def _any_of(self, marks: list[str]) -> str:
        if len(marks) < 2:
            return "".join(marks)
        return self._words("stage.or_list", most=", ".join(marks[:-1]), last=marks[-1])

    def _rows(self, room: Rect) -> Iterator[Group]:
        """One row an option, all of one height, and their words of one size."""
        answers = self._screen.answers
        if not answers:
            return
        high = min(_MOST_HIGH, (room.height - _GAP * (len(answers) - 1)) / len(answers))
        mark = high * _MARK_SHARE
        left = room.x + _PAD + 2 * mark + _PAD / 2
        wide = room.right - _COUNT_ROOM - left - 2 * _PAD
        fits = [fitted(answer.text, wide, high - 16, _ANSWER) for answer in answers]
        size = min(lettered.size for lettered in fits)
        for place, answer in enumerate(answers):
            rect = Rect(room.x, room.y + place * (high + _GAP), room.width, high)
            yield self._row(answer, rect, cut(answer.text, wide, high - 16, size), mark)

    def _row(self, answer: PollAnswer, rect: Rect, lettered: Lettered, mark: float) -> Group:
        theme, middle = self._theme, rect.centre[1]
        bar = rect.width * (answer.votes or 0) / self._most if self._most else 0.0
        tint = mixed(theme.focus, _BAR_TINT, theme.surface)
        shapes: list[Shape] = [Box(rect, CORNER, theme.surface)]
        if bar:
            shapes.append(Box(Rect(rect.x, rect.y, max(bar, 2 * CORNER), rect.height), CORNER, fill=tint))
        shapes.append(Box(rect, CORNER, stroke=theme.line, stroke_width=2))
        number = Rect(rect.x + _PAD, middle - mark / 2, mark, mark)
        letter = Rect(number.right + _PAD / 2, number.y, mark, mark)
        shapes += self._round(str(answer.number), number, filled=True)
        shapes += self._round(letter_of(answer.number), letter, filled=False)
        top = middle - lettered.height / 2
        if lettered.lines:
            shapes.append(Text(lettered.lines, letter.right + _PAD, top, lettered.size, theme.ink))
        if answer.votes is not None:
            count = fitted(str(answer.votes), _COUNT_ROOM, 1e6, _COUNT, bold=True)
            top = middle - count.height / 2
            place = rect.right - _PAD
            shapes.append(Text(count.lines, place, top, count.size, theme.ink, bold=True, anchor="end", sign=True))
        return Group("", "scenery", rect, tuple(shapes), label=self._answer_told(answer))

    def _round(self, mark: str, box: Rect, *, filled: bool) -> Iterator[Shape]:
        theme = self._theme
        size = box.height * 0.58
        ink = theme.surface if filled else readable(theme.focus, theme, 7, theme.surface)
        inner = box.grown(-2)
        yield Oval(inner, fill=theme.focus if filled else theme.surface, stroke=theme.focus, stroke_width=4)
        x, y = box.centre
        yield Text((mark,), x, y - line_height(size) / 2, size, ink, bold=True, anchor="middle", sign=True)

    def _columns(self, room: Rect) -> Iterator[Group]:
        """A scale from its low end to its high one: number, words, and a bar that rises when counts are shown."""
        answers = self._screen.answers
        if not answers:
            return
        high = min(room.height, _SCALE_HIGH)
        wide = (room.width - _SCALE_GAP * (len(answers) - 1)) / len(answers)
        fits = [fitted(answer.text, wide - _PAD, _SCALE_WORDS_HIGH, _SCALE_WORDS) for answer in answers]
        size = min(each.size for each in fits)
        lettered = [cut(answer.text, wide - _PAD, _SCALE_WORDS_HIGH, size) for answer in answers]
        words_high = max(each.height for each in lettered)
        for place, answer in enumerate(answers):
            rect = Rect(room.x + place * (wide + _SCALE_GAP), room.y, wide, high)
            yield self._column(answer, rect, lettered[place], words_high)

    def _column(self, answer: PollAnswer, rect: Rect, lettered: Lettered, words_high: float) -> Group:
        theme, middle = self._theme, rect.centre[0]
        words_top = rect.bottom - words_high - _PAD
        number = Rect(middle - _ROUND / 2, words_top - _ROUND - 12, _ROUND, _ROUND)
        shapes: list[Shape] = [Box(rect, CORNER, theme.surface, theme.line, 2)]
        shapes += self._round(str(answer.number), number, filled=True)
        if lettered.lines:
            shapes.append(Text(lettered.lines, middle, words_top, lettered.size, theme.ink, anchor="middle"))
        if answer.votes is not None:
            shapes += self._rising(answer.votes, rect, number.y - 20)
        return Group("", "scenery", rect, tuple(shapes), label=self._answer_told(answer))

    def _rising(self, votes: int, rect: Rect, foot: float) -> Iterator[Shape]:
        count = fitted(str(votes), rect.width - _PAD, 1e6, _COUNT, bold=True)
        most = foot - rect.y - count.height - 16
        high = most * votes / self._most if self._most else 0.0
        bar = Rect(rect.x + rect.width * 0.2, foot - high, rect.width * 0.6, high)
        if votes:
            yield Box(bar, min(CORNER, high / 2), fill=mixed(self._theme.focus, 0.45, self._theme.surface))
        top = bar.y - count.height
        yield Text(count.lines, rect.centre[0], top, count.size, self._theme.ink, bold=True, anchor="middle", sign=True)
