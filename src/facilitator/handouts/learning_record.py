"""A learner's own record: lessons, badges, hours, certificates, and what they wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.handouts import kit

_LESSONS, _WROTE, _CERTIFICATES, _BADGES = (8, 3, 3), (4, 4, 8), (5, 6, 3), (3, 11)
Rows = Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class LearningTold:
    """What is printed, in words: `lead` says of what and when, `hours` how long; then three tables, () for none.

    `badges` are those of the whole program, each with what it takes; `thanks` names partners, "" for none.
    """

    name: str
    lead: str
    hours: str
    lessons: Rows = ()
    wrote: Rows = ()
    certificates: Rows = ()
    badges: Sequence[tuple[str, str]] = ()
    thanks: str = ""


def learning_record_pages(told: LearningTold, words: Words) -> list[Flowable]:
    """The parts of the page."""
    story = [
        kit.kicker(words("personal.own_kicker", name=told.name)),
        kit.heading(words("lesson.record_title"), 1),
        kit.lead(told.lead),
    ]
    if told.lessons:
        heads = [words(f"lesson.record_{each}") for each in ("lesson", "done", "badge")]
        story += [
            kit.heading(words("lesson.record_lessons"), 2),
            kit.table(heads, told.lessons, _LESSONS),
            kit.paragraph(told.hours),
        ]
    if told.badges:
        heads = [words("lesson.record_badge"), words("lesson.record_for")]
        story += [kit.heading(words("lesson.record_badges"), 2), kit.table(heads, told.badges, _BADGES)]
    story.append(kit.heading(words("lesson.record_certificates"), 2))
    if told.certificates:
        heads = [words(f"lesson.record_{each}") for each in ("number", "certificate", "issued")]
        story.append(kit.table(heads, told.certificates, _CERTIFICATES))
    else:
        story.append(kit.paragraph(words("lesson.record_no_certificate")))
    if told.wrote:
        heads = [words(f"lesson.record_{each}") for each in ("lesson", "wrote_on", "text")]
        story += [kit.heading(words("lesson.record_wrote"), 2), kit.table(heads, told.wrote, _WROTE)]
    if told.thanks:
        story.append(kit.quiet(told.thanks))
    return story
