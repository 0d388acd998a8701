"""What came out of a session, on paper: decisions, next steps as a table, open questions, what was parked."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from facilitator.content.outcomes import marked, told
from facilitator.content.words import Words
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.domain.screens import OutcomeLine, OutcomesScreen
from facilitator.handouts import kit

_NEXT_STEP = "next_step"
_WIDTHS = (1, 6, 3, 3)


def outcomes_pages(screen: OutcomesScreen, words: Words) -> list[Flowable]:
    """The parts of a page for participants, in the language of `words`; [] where nothing came out.

    What was not read back to the group yet says so in words.
    """
    if not screen.lines:
        return []
    waits = any(not line.confirmed for line in screen.lines)
    parts = [
        kit.kicker(words("outcome.part_kicker")),
        kit.heading(words("outcome.part_title"), 1),
        kit.lead(screen.title),
        kit.lead(words("outcome.part_lead") if waits else ""),
    ]
    for kind in OUTCOME_KINDS:
        lines = [line for line in screen.lines if line.kind == kind]
        if lines:
            parts.append(kit.heading(words(f"outcome.{kind}_many"), 2))
            parts += (
                [_steps(lines, words)] if kind == _NEXT_STEP else kit.bullets([told(each, words) for each in lines])
            )
    return parts


def _steps(lines: Iterable[OutcomeLine], words: Words) -> Flowable:
    columns = [words(f"outcome.head_{name}") for name in ("code", "what", "who", "due")]
    rows = [
        (line.code, marked(line.text, line, words), line.who, words.date(line.due) if line.due else "")
        for line in lines
    ]
    return kit.table(columns, rows, _WIDTHS)
