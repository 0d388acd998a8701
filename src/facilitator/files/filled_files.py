"""PDFs that people filled in, taken in at the command line: one step, told in sentences or as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from facilitator.boards.answers import Answer
from facilitator.boards.filled_forms import (
    Filled,
    Pick,
    filled_in,
    repeated,
    sheets,
    taken,
    told_apart,
    told_where,
    unsettled,
    with_folders,
)
from facilitator.boards.kind import Kind
from facilitator.catalogue import KINDS
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.reading import file_content
from facilitator.journal import Journal

FEW_SHEETS = 3
"""Of fewer forms without a name at once, whoever has the files can tell whose comments are new."""

Comments = Literal["", "unsigned", "signed"]
"""Whether comments are taken, and with the names of who wrote them; "" leaves them behind."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: as plain data, in sentences, and a sentence for each file that can't be read.

    `left_behind` says whether there was anything that was not taken because it can't be.
    """

    facts: dict[str, object]
    lines: list[str]
    problems: list[str]
    left_behind: bool


def take_in(
    data: bytes,
    source: str,
    journal: Journal,
    words: Words,
    *,
    today: date,
    board_id: str | None,
    update: bool,
    dry_run: bool,
    comments: Comments = "",
) -> TakenIn:
    """Take in the file `source`, of the board that it is of or the one that is asked for, unless it is a `dry_run`.

    What was changed here since it was sent out is taken only if `update`, comments only as `comments` says, and days
    are counted from `today`. Raises as `filled_in` does, but "filled_elsewhere_named" (id), and
    ImportRefused("filled_strange") where it was made in an engagement of another title and no board is asked for.
    """
    filled = _read(journal.document, data, source, words, board_id, today)
    picks = _to_take([filled], update=update, comments=comments)
    seq = None if dry_run else _take(journal, [filled], picks, words, comments)
    facts = {**_facts(filled), "taken": [each.answer_id for each in picks], "seq": seq}
    return TakenIn(facts, _told([filled], picks, words, comments), [], _leaves([filled]))


def take_in_all(
    paths: Sequence[Path],
    journal: Journal,
    words: Words,
    *,
    today: date,
    board_id: str | None,
    update: bool,
    dry_run: bool,
    comments: Comments = "",
) -> TakenIn:
    """Take in these files and the PDFs of these folders as one step, as `take_in` does with one.

    What people say differently of one thing is left behind: nobody goes before another. Raises OSError, and
    StoreError("board_unknown").
    """
    filled, problems = list[Filled](), list[str]()
    for path in with_folders(paths):
        try:
            filled.append(_read(journal.document, file_content(path), path.name, words, board_id, today))
        except ImportRefused as refusal:
            why = words(f"refusals.{refusal.key}", **refusal.values)
            problems.append(words("filled.problem", file=path.name, why=why))
    picks = _to_take(filled, update=update, comments=comments)
    seq = None if dry_run else _take(journal, filled, picks, words, comments)
    facts = {"files": [{"source": each.source, **_facts(each)} for each in filled], "problems": problems, "seq": seq}
    return TakenIn(facts, _told(filled, picks, words, comments), problems, bool(problems) or _leaves(filled))


def _read(document: Document, data: bytes, source: str, words: Words, board_id: str | None, today: date) -> Filled:
    try:
        filled = filled_in(document, data, _kind, words, source=source, board_id=board_id, today=today)
    except ImportRefused as refusal:
        if refusal.key == "filled_elsewhere":  # a command can name the board, a window can't
            raise ImportRefused("filled_elsewhere_named", **refusal.values) from None
        raise
    if filled.is_strange and not board_id:
        raise ImportRefused("filled_strange")
    return filled


def _kind(kind_id: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.id == kind_id), None)


def _to_take(filled: Sequence[Filled], *, update: bool, comments: Comments) -> list[Pick]:
    fates = ("new", "since") if update else ("new",)
    open_ones = unsettled(filled) | (frozenset() if update else repeated(filled))
    fitting = (
        Pick(place, each.id)
        for place, one in enumerate(filled)
        for each in one.answers
        if each.fate in fates and (comments or not each.adds)
    )
    return [pick for pick in fitting if pick not in open_ones]


def _take(
    journal: Journal, filled: Sequence[Filled], picks: Sequence[Pick], words: Words, comments: Comments
) -> int | None:
    if not picks:
        return None
    return journal.do(taken(journal.document, filled, picks, words, named=comments == "signed")).seq


def _leaves(filled: Sequence[Filled]) -> bool:
    return any(each.fate == "rejected" for one in filled for each in one.answers) or bool(unsettled(filled))


def _facts(filled: Filled) -> dict[str, object]:
    if filled.kind.nameless_form:
        told = [{"id": each.id, "fate": each.fate, "why": each.why} for each in filled.answers]
        return {"form": filled.form.kind, "board": filled.board.id, "answers": told}
    return {
        "form": filled.form.kind,
        "board": filled.board.id,
        "person": filled.person,
        "answers": [
            {
                "id": each.id,
                "item": each.item,
                "at_first": each.at_first,
                "here": each.here,
                "said": each.said,
                "means": each.means,
                "fate": each.fate,
                "why": each.why,
            }
            for each in filled.answers
        ],
    }


def _told(filled: Sequence[Filled], picks: Sequence[Pick], words: Words, comments: Comments) -> list[str]:
    """One sentence an answer, below who gave it; of forms without a name how many are counted, and which are not."""
    open_ones, lines = unsettled(filled), _sheets_told(filled, picks, words)
    for place, one in enumerate(filled):
        if one.kind.nameless_form:
            continue
        said = []
        for each in one.answers:
            pick = Pick(place, each.id)
            who = told_apart(filled, pick, words) if pick in open_ones else ""
            said.append(_line(each, words, who, leaves_comments=not comments))
        lines += [words("cli.filled_by", person=one.person)] if said and one.person else []
        lines += said
    lines += filter(None, (told_where(filled, picks, words),))
    return lines or [words("cli.import_nothing")]


def _sheets_told(filled: Sequence[Filled], picks: Sequence[Pick], words: Words) -> list[str]:
    """Nothing that is in them: of a few forms, it would tell who said what."""
    counted, twice = sheets(filled, picks), repeated(filled)
    told = [words("cli.sheet_new", count=len(counted))] if counted else []
    told += [words("cli.sheets_few", least=FEW_SHEETS)] if 0 < len(counted) < FEW_SHEETS else []
    for pick in sheets(filled):
        one = filled[pick.file]
        (answer,) = one.answers
        why = answer.why or (words("filled.repeated") if pick in twice else "")
        if why:
            left = pick not in picks and answer.fate != "rejected"
            told.append(words("cli.sheet_since" if left else "cli.sheet_note", file=one.source or "PDF", why=why))
    return told


def _line(answer: Answer, words: Words, who: str, *, leaves_comments: bool) -> str:
    said = {"said": _shown(answer, answer.said, words), "here": _shown(answer, answer.here, words)}
    if answer.read_as:
        said["said"] = words("cli.filled_read_as", said=said["said"], means=answer.read_as)
    key: str = answer.fate
    if key != "rejected" and (who or (answer.adds and leaves_comments)):
        key = "disputed" if who else "comment"
    return words(f"cli.filled_{key}", item=answer.item, field=answer.field, why=answer.why, who=who, **said)


def _shown(answer: Answer, text: str, words: Words) -> str:
    if answer.is_tick:
        return words("cli.filled_ticked" if text else "cli.filled_unticked")
    return words.quote(" ".join(text.split())) if text else words("cli.filled_blank")
