"""How a lesson is told in words, alike on its sheet and in a mail."""

from facilitator.content.microcourse import kind_names
from facilitator.content.words import Words
from facilitator.domain.lesson_view import ActivityView, LessonView


def head_lines(view: LessonView, words: Words) -> tuple[str, str]:
    """What stands above the title, which lesson of which week it is, and below it: program, track, day."""
    key = "kicker_theme" if view.week_theme else "kicker"
    values = {"number": view.number, "lessons": view.lessons, "week": view.week, "theme": view.week_theme}
    day = words("learning.released", day=words.date(view.released_on)) if view.released_on else ""
    track = words("learning.track", track=view.track) if view.track else ""
    return words(f"learning.{key}", **values), " · ".join(filter(None, (view.program, track, day)))


def core_heading(core: ActivityView, words: Words) -> str:
    """What heads what has to be done, with its minutes."""
    return words("learning.core_of", minutes=minutes_told(core, words))


def activity_heading(activity: ActivityView, words: Words) -> str:
    """The kind and title of something to do: "Poll: How early do you share?"."""
    kind = kind_name(activity.kind, words)
    return words("learning.named", kind=kind, title=activity.title) if activity.title else kind


def activity_note(activity: ActivityView, words: Words) -> str:
    """How long it takes and what completing it takes."""
    return words(
        "learning.note", minutes=minutes_told(activity, words), proof=words(f"learning.proof_{activity.proof}")
    )


def kind_name(kind: str, words: Words) -> str:
    """What a kind of activity is called."""
    return kind_names()[kind].within(words.language)


def badge_rules(words: Words) -> list[str]:
    """What the three badges of a lesson take, in a sentence each."""
    return [words(f"learning.badge_{each}") for each in ("bronze", "silver", "gold")]


def minutes_told(activity: ActivityView, words: Words) -> str:
    """How long it takes."""
    return words("learning.minutes", count=activity.minutes)
