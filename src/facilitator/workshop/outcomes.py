"""What comes out of a session, as pure edits of its records, and what participants may see of it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from facilitator.content.naming import plain
from facilitator.content.outcomes import taken_on
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_code
from facilitator.domain.engagement import Session, language_of
from facilitator.domain.outcome import CODE_LETTERS, OUTCOME_KINDS, Outcome, OutcomeKind
from facilitator.domain.record import new_id
from facilitator.domain.screens import OutcomeLine, OutcomesScreen, ReadBackScreen, SpokenLine
from facilitator.workshop.chat_tray import marked_taken

TEXT_LIMIT = 300
"""The most characters of an outcome's words: what can be read aloud, and stands on the stage, in one go."""

_LABEL = re.compile(r"(?P<label>[^:\n]{4,40}?)(?:\s*:|\s+[-–—]\s)\s*(?=\S)")


def outcomes_of(document: Document, session_id: str) -> tuple[Outcome, ...]:
    """What came out of a session ("" those of none), in the order of time."""
    its = (each for each in document.every(Outcome) if (each.session_id or "") == session_id)
    return tuple(sorted(its, key=_in_time))


def outcomes_in_sight(document: Document, session_id: str) -> tuple[Outcome, ...]:
    """What came out of a session, and of none, in the order of time.

    An outcome belongs to no session where there was none yet, or where its session was removed: it is in sight
    whatever session somebody looks at, as the lines of the chat are.
    """
    its = (each for each in document.every(Outcome) if each.session_id in (session_id, None))
    return tuple(sorted(its, key=_in_time))


def caught(
    document: Document,
    session_id: str,
    kind: OutcomeKind,
    text: str,
    who: str = "",
    due: date | None = None,
    *,
    said_in: Sequence[str] = (),
) -> Change:
    """A new outcome of a session ("" of none), to be confirmed, with the next spoken code of its kind.

    Words that begin with the name of the kind ("Decision: …", "Prochaine étape : …") lose it. `said_in` are the ids of
    the chat lines that it was taken from, which then wait no more. Raises EditRejected: "gone", or what a name may not
    be.
    """
    if session_id:
        document.get(Session, session_id)
    code, taken = next_code(document, CODE_LETTERS[kind])
    number = max((each.number for each in document.every(Outcome)), default=0) + 1
    outcome = Outcome(
        id=new_id(),
        session_id=session_id or None,
        number=number,
        kind=kind,
        code=code,
        text=words_of_people.name(_unlabelled(text, kind), limit=TEXT_LIMIT),
        who=_who(who),
        due=due,
    )
    made = Change("catch_outcome", (taken, Swap(None, outcome)))
    return composed("catch_outcome", [made, marked_taken(document, said_in, outcome.id)])


def edited(document: Document, outcome_id: str, *, kind: OutcomeKind, text: str, who: str, due: date | None) -> Change:
    """Other words, owner and day, or another kind; its code stays.

    What was confirmed has to be confirmed again once its words, who or day are others, also where there were none: the
    group has not seen them. Raises EditRejected: "gone", "nothing_to_do", or what a name may not be.
    """
    before = document.get(Outcome, outcome_id)
    said = before.having(kind=kind, text=words_of_people.name(text, limit=TEXT_LIMIT), who=_who(who), due=due)
    same = (said.text, said.who, said.due) == (before.text, before.who, before.due)
    return changed("edit_outcome", [(before, said.having(confirmed=before.confirmed and same))])


def moved(document: Document, outcome_ids: Sequence[str], kind: OutcomeKind) -> Change:
    """Make these another kind; each keeps its code. Raises EditRejected: "gone", "nothing_to_do"."""
    its = [document.get(Outcome, each) for each in dict.fromkeys(outcome_ids)]
    return changed("move_outcome", [(each, each.having(kind=kind)) for each in its])


def confirmed(document: Document, outcome_ids: Sequence[str]) -> Change:
    """Note that the group agrees with these as they stand; raises EditRejected: "gone", "nothing_to_do"."""
    its = [document.get(Outcome, each) for each in dict.fromkeys(outcome_ids)]
    return changed("confirm_outcomes", [(each, each.having(confirmed=True)) for each in its])


def unconfirmed(document: Document, outcome_ids: Sequence[str]) -> Change:
    """Have these confirmed again; raises EditRejected: "gone", "nothing_to_do"."""
    its = [document.get(Outcome, each) for each in dict.fromkeys(outcome_ids)]
    return changed("unconfirm_outcomes", [(each, each.having(confirmed=False)) for each in its])


def removed(document: Document, outcome_ids: Sequence[str]) -> Change:
    """Take these out; their codes are not given again. Raises EditRejected: "gone", "nothing_to_do"."""
    its = [document.get(Outcome, each) for each in dict.fromkeys(outcome_ids)]
    return changed("remove_outcomes", [(each, None) for each in its])


def outcomes_screen(document: Document, session_id: str, page: int) -> OutcomesScreen:
    """All that is in sight of a session, kind by kind; raises EditRejected("gone") if the session is no more."""
    return _screen(document, session_id, outcomes_in_sight(document, session_id), page)


def own_outcomes_screen(document: Document, session_id: str) -> OutcomesScreen:
    """The same with what is the session's own only ("" what is of none), so that a pack tells each outcome once."""
    return _screen(document, session_id, outcomes_of(document, session_id), page=0)


def to_confirm_screen(document: Document, session_id: str, most: int) -> ReadBackScreen:
    """The newest outcomes in sight of a session that are still to be confirmed.

    Raises EditRejected("gone") if the session is no more.
    """
    if session_id:
        document.get(Session, session_id)
    open_ones = [each for each in outcomes_in_sight(document, session_id) if not each.confirmed][-most:]
    words = Words(language_of(document))
    lines = tuple(SpokenLine(each.code, each.text, " · ".join(taken_on(each, words))) for each in open_ones)
    return ReadBackScreen(words.language, lines)


def _screen(document: Document, session_id: str, outcomes: Sequence[Outcome], page: int) -> OutcomesScreen:
    title = document.get(Session, session_id).title if session_id else ""
    found = (each for kind in OUTCOME_KINDS for each in outcomes if each.kind == kind)
    lines = tuple(OutcomeLine(each.kind, each.code, each.text, each.who, each.due, each.confirmed) for each in found)
    return OutcomesScreen(language_of(document), title, lines, page)


def _in_time(outcome: Outcome) -> tuple[int, str]:
    return outcome.number, outcome.id


def _unlabelled(text: str, kind: OutcomeKind) -> str:
    """The words without the name of their kind, in either language, before a colon or dash."""
    found = _LABEL.match(text.strip())
    return text.strip()[found.end() :] if found and plain(found["label"]) in _labels(kind) else text


@cache
def _labels(kind: OutcomeKind) -> frozenset[str]:
    both = (Words("en"), Words("fr"))
    return frozenset(plain(words(f"outcome.{form}{kind}")) for words in both for form in ("", "short_"))


def _who(text: str) -> str:
    """Who is to do it, "" where nobody was named."""
    return words_of_people.name(text) if text.strip() else ""
