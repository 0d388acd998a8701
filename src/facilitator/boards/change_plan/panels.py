"""The panels of a change plan: the team, the groups that the change affects, early wins. Reviews are told beside."""

from facilitator.boards.change_plan.model import (
    WEIGHTS,
    WIN_STATES,
    AffectedGroup,
    AffectedGroupNote,
    EarlyWin,
    EarlyWinNote,
    TeamRole,
    TeamRoleNote,
)
from facilitator.boards.panels.shape import Panel, RowField
from facilitator.content.instruments import instrument
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.record import Record

ADOPTION = "adoption"
"""The id of the instrument whose areas are the steps of adoption, and of the kind of board that asks through it."""


def step_told(step: str, words: Words) -> str:
    """A step of adoption, with its number; "" for none, and as it stands for one of a later version."""
    for number, area in enumerate(instrument(ADOPTION).areas, start=1):
        if area.id == step:
            return words("change.step_named", number=number, name=area.name.within(words.language))
    return step


def _weights(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((each, words(f"change.weight_{each or 'unknown'}")) for each in WEIGHTS)


def _steps(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    known = (area.id for area in instrument(ADOPTION).areas)
    return ("", words("change.step_unknown")), *((each, step_told(each, words)) for each in known)


def _states(document: Document, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((each, words(f"change.state_{each}")) for each in WIN_STATES)


def _is_done(card: Record) -> bool:
    return isinstance(card, EarlyWin) and card.state == "done"


_NOTE = RowField("note", "change.note", "text", private=True)

TEAM = Panel(
    id="team",
    name=lambda words: words("change.panel_team"),
    record=TeamRole,
    letter="R",
    words="title",
    words_label="change.role",
    fields=(RowField("who", "change.who", on_card=True), RowField("doing", "change.doing", "text"), _NOTE),
    note=TeamRoleNote,
    hint=lambda words: words("change.hint_team"),
)
GROUPS = Panel(
    id="groups",
    name=lambda words: words("change.panel_groups"),
    record=AffectedGroup,
    letter="U",
    words="name",
    words_label="change.group",
    fields=(
        RowField("changes", "change.changes", "text"),
        RowField("weight", "change.weight", "choice", _weights, on_card=True),
        RowField("step", "change.step", "choice", _steps, on_card=True),
        RowField("action", "change.action", "text", on_card=True),
        RowField("owner", "change.owner"),
        RowField("due", "change.due", "date"),
        _NOTE,
    ),
    note=AffectedGroupNote,
    hint=lambda words: words("change.hint_groups"),
)
WINS = Panel(
    id="wins",
    name=lambda words: words("change.panel_wins"),
    record=EarlyWin,
    letter="W",
    words="text",
    words_label="change.win",
    fields=(
        RowField("owner", "change.owner", on_card=True),
        RowField("due", "change.due", "date", on_card=True),
        RowField("state", "change.state", "choice", _states),
        RowField("seen", "change.seen", "text"),
        _NOTE,
    ),
    note=EarlyWinNote,
    done=_is_done,
    hint=lambda words: words("change.hint_wins"),
)

PANELS = (TEAM, GROUPS, WINS)
