"""The page of a pack that is for one person alone: commitments, next steps, 1:1 sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from facilitator.content.principles import principles
from facilitator.content.words import Words
from facilitator.domain.commitment import Commitment
from facilitator.domain.screens import OutcomeLine
from facilitator.handouts import kit

_COMMITMENT_WIDTHS = (6, 3, 5, 3, 4)
_STEP_WIDTHS = (1, 8, 3)
_LINES = (3, 1, 2)


@dataclass(frozen=True, slots=True)
class OwnPages:
    """What is told: `sessions` are titles and days (None: not known), `steps` what they take on."""

    name: str
    commitments: tuple[Commitment, ...] = ()
    steps: tuple[OutcomeLine, ...] = ()
    sessions: tuple[tuple[str, date | None], ...] = ()


def own_pages(own: OwnPages, words: Words) -> list[Flowable]:
    """The parts of the page; where there are no commitments, lines to write some down by hand."""
    parts = [
        kit.kicker(words("personal.own_kicker", name=own.name)),
        kit.heading(words("personal.own_title"), 1),
        kit.lead(words("personal.own_lead")),
        kit.heading(words("personal.commitments"), 2),
        *(_commitments(own.commitments, words) if own.commitments else _lines(words)),
    ]
    if own.steps:
        parts += [kit.heading(words("personal.steps"), 2), _steps(own.steps, words)]
    if own.sessions:
        parts.append(kit.heading(words("personal.sessions"), 2))
        parts += kit.bullets([_session(title, day, words) for title, day in own.sessions])
    return parts


def _commitments(commitments: Sequence[Commitment], words: Words) -> list[Flowable]:
    names = principles(words.language)
    columns = [words(f"personal.head_{name}") for name in ("will", "with", "sign", "due", "state")]
    rows = [
        (
            kit.Cell(lead=each.text, note=_follows(names.get(each.principle, ""), words)),
            each.with_whom,
            each.sign,
            words.date(each.due) if each.due else "",
            kit.Cell(text=words(f"personal.state_{each.state}"), note=each.result),
        )
        for each in commitments
    ]
    return [kit.table(columns, rows, _COMMITMENT_WIDTHS)]


def _follows(principle: str, words: Words) -> str:
    return words("personal.follows_from", principle=principle) if principle else ""


def _lines(words: Words) -> list[Flowable]:
    prompts = zip(("will", "with", "sign"), _LINES, strict=True)
    spaces = [kit.writing_space(words(f"personal.line_{name}"), "", lines) for name, lines in prompts]
    return [kit.paragraph(words("personal.none_yet")), *spaces]


def _steps(steps: Sequence[OutcomeLine], words: Words) -> Flowable:
    columns = [words(f"outcome.head_{name}") for name in ("code", "what", "due")]
    rows = [(each.code, each.text, words.date(each.due) if each.due else "") for each in steps]
    return kit.table(columns, rows, _STEP_WIDTHS)


def _session(title: str, day: date | None, words: Words) -> str:
    return words("personal.session_on", title=title, day=words.date(day)) if day else title
