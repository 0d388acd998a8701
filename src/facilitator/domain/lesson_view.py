"""What learners see of a lesson: public words of one language, frozen and comparable, as a View is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActivityView:
    """Something to do: its kind and proof as in `domain.learning`, `title` "" where it has none of its own.

    `options` are what a poll lets choose from, `who_to_ask` says with whom to talk, "" where that is open.
    """

    kind: str
    title: str
    text: str
    minutes: int
    core: bool
    proof: str
    options: tuple[str, ...] = ()
    who_to_ask: str = ""


@dataclass(frozen=True, slots=True)
class LessonView:
    """The lesson with that `number` of `lessons`. `card` holds the paragraphs of the core reading, () for none.

    `week_theme`, `theme`, `track` (whose activities these are, "" those of all), `credit` (who gave the lesson) and
    `course_credit` (what is said of who made the course) may be "".
    """

    program: str
    title: str
    number: int
    lessons: int
    week: int
    week_theme: str
    theme: str
    track: str
    objectives: tuple[str, ...]
    card: tuple[str, ...]
    activities: tuple[ActivityView, ...]
    released_on: date | None = None
    credit: str = ""
    course_credit: str = ""

    @property
    def core(self) -> ActivityView | None:
        """What has to be done, None where nothing has."""
        return next((each for each in self.activities if each.core), None)

    @property
    def others(self) -> tuple[ActivityView, ...]:
        """What can be chosen."""
        return tuple(each for each in self.activities if not each.core)
