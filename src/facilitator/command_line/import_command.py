"""The command that takes in what others made: tables, graphs, chats, attendance, filled forms."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from facilitator.boards.chat_taking import chat_facts, told_chat
from facilitator.boards.completion_taking import (
    completion_facts,
    completions_in,
    is_surely_completions,
    rejected_completions,
    told_completions,
)
from facilitator.boards.importing import ImportPlan, Target
from facilitator.boards.incoming import Incoming, read_incoming
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with, boards_of
from facilitator.catalogue import kind_of
from facilitator.command_line.attendance_command import import_attendance, session_meant
from facilitator.command_line.output import print_json, print_told
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import StoreError
from facilitator.exchange.attendance.reading import is_surely_attendance
from facilitator.exchange.chat.reading import is_surely_chat, read_chat
from facilitator.exchange.filled_form import is_pdf
from facilitator.exchange.reading import file_content, text_of
from facilitator.exchange.workbook import SheetText, sheet_text
from facilitator.exchange.workbook_parts import is_workbook
from facilitator.files.filled_files import TakenIn, take_in, take_in_all
from facilitator.journal import Journal
from facilitator.opening import open_engagement
from facilitator.workshop.chat_tray import lines_of, new_lines, pasted


def import_(asked: argparse.Namespace, words: Words) -> int:
    """Take the rows of a file, as one step; while a row can't be read nothing is taken, unless asked for `partly`.

    A chat goes into the tray instead, an attendance report to a session, a filled PDF to its board, and who completed
    what to the lessons. Which sheet of a workbook was read is told first.
    """
    several = len(asked.source) > 1 or asked.source[0].is_dir()
    if asked.cohort and (several or asked.form not in ("auto", "completions")):
        raise StoreError("completions_only")
    if several:
        _refuse_sheet(asked)
        return _import_filled(asked, partial(take_in_all, asked.source), words)
    (asked.source,) = asked.source
    data = _content(asked)
    if is_pdf(data) and not asked.cohort:
        _refuse_sheet(asked)
        name = "" if str(asked.source) == "-" else asked.source.name  # what comes through a pipe is called nothing
        return _import_filled(asked, partial(take_in, data, name), words)
    sheet = _sheet(asked, data)
    content = sheet.text if sheet else data
    if sheet and not asked.json:
        print(*sheet.told(words), sep="\n")
    if _are_completions(asked, content):
        return _import_completions(asked, content, words)
    attendance = asked.form == "auto" and not _of_boards(asked) and is_surely_attendance(_text(content))
    if asked.form == "attendance" or attendance or asked.session:
        if _of_boards(asked):
            raise StoreError("attendance_map")
        return import_attendance(asked, sheet.people if sheet else data, words)
    if asked.form == "chat" or (asked.form == "auto" and not _only_tables(asked) and is_surely_chat(_text(content))):
        return _import_chat(asked, content, words)
    return _import_to_board(asked, _read(asked, sheet or data), words)


def _import_to_board(asked: argparse.Namespace, incoming: Incoming, words: Words) -> int:
    """Take rows onto a board, as one step; while one can't be read none, unless asked for `partly`."""
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        board, kind = _target(journal.document, asked.board)
        wanted = _wanted(asked, incoming, kind.import_targets(journal.document, board.id))
        columns = kind.guess_columns(journal.document, board.id, incoming) | wanted
        columns = {column: key for column, key in columns.items() if key}
        group = asked.group or kind.groups(kind.view(journal.document, board.id), words)[0].id
        plan = kind.plan_import(journal.document, board.id, incoming, columns, group, update=asked.update, words=words)
        rejected = [row for row in (*plan.rows, *plan.rejected_ties) if row.fate == "rejected"]
        held_back = bool(rejected) and not asked.partly
        seq = None if asked.dry_run or held_back else _done(journal, plan)
    for row in rejected:
        print(row.sentence(words), file=sys.stderr)
    if held_back:
        print(words("refusals.import_held_back", count=len(rejected)), file=sys.stderr)
    if asked.json:
        print_json(_told(plan, incoming, columns, seq))
    else:
        print_told(_lines(plan, words), words, changed=not (asked.dry_run or held_back))
    return 1 if rejected else 0


def _sheet(asked: argparse.Namespace, data: bytes) -> SheetText | None:
    """The sheet that is asked for of a workbook, else its first; None for all other files.

    Raises StoreError("no_workbook") where a sheet is asked for of these, ImportRefused as `sheet_text`.
    """
    if is_workbook(data):
        return sheet_text(data, asked.sheet)
    _refuse_sheet(asked)
    return None


def _refuse_sheet(asked: argparse.Namespace) -> None:
    if asked.sheet:
        raise StoreError("no_workbook")


def _are_completions(asked: argparse.Namespace, data: bytes | str) -> bool:
    """Raises StoreError("completions_only") where a cohort is told for anything else."""
    if asked.form == "completions" or (asked.form == "auto" and is_surely_completions(_text(data))):
        return True
    if asked.cohort:
        raise StoreError("completions_only")
    return False


def _import_chat(asked: argparse.Namespace, data: bytes | str, words: Words) -> int:
    """Put what is new of a meeting's chat into the tray, as one step: that of the running session, else the day's.

    Direct messages, reactions, comings and goings are counted and left behind.
    """
    if _only_tables(asked):
        raise StoreError("chat_map")
    chat = read_chat(data)
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        session_id = session_meant(journal.document)
        lines = lines_of(chat.said)
        new = new_lines(journal.document, session_id, lines)
        seq = journal.do(pasted(journal.document, session_id, chat.said)).seq if new and not asked.dry_run else None
    if asked.json:
        print_json({**chat_facts(chat, lines, new), "seq": seq})
    else:
        print_told(told_chat(chat, len(new), words), words, changed=not asked.dry_run)
    return 0


def _import_completions(asked: argparse.Namespace, data: bytes | str, words: Words) -> int:
    """Note who completed what, as one step; while a row can't be read nothing is noted, unless asked for `partly`."""
    if asked.map or asked.connections or asked.group or asked.board:
        raise StoreError("completions_map")
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        cohorts = {each.id: each.title for each in journal.document.every(Cohort)}
        if asked.cohort and asked.cohort not in cohorts:
            raise StoreError("cohort_unknown", id=asked.cohort, known=", ".join(cohorts) or "–")
        plan = completions_in(
            journal.document, data, date.today(), asked.cohort, update=asked.update, language=words.language
        )
        held_back = bool(plan.rejected) and not asked.partly
        seq = journal.do(plan.change).seq if plan.change and not (asked.dry_run or held_back) else None
    for row in rejected_completions(plan, words):
        print(row, file=sys.stderr)
    if held_back:
        print(words("refusals.import_held_back", count=len(plan.rejected)), file=sys.stderr)
    if asked.json:
        print_json({**completion_facts(plan), "seq": seq})
    else:
        print_told(told_completions(plan, words), words, changed=not (asked.dry_run or held_back))
    return 1 if plan.rejected else 0


def _import_filled(asked: argparse.Namespace, done: Callable[..., TakenIn], words: Words) -> int:
    """Take what people filled in on PDFs of ours, as one step; what was changed here since only if `update`, comments
    only if `comments` says so.

    What can't be read or can't stand, and what people say differently of one thing, is told and left behind; 1 where
    there is any.
    """
    with open_engagement(asked.file) as engagement:
        found = done(
            engagement.journal,
            words,
            today=date.today(),
            board_id=asked.board,
            update=asked.update,
            dry_run=asked.dry_run,
            comments=asked.comments,
        )
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if asked.json:
        print_json(found.facts)
    else:
        print_told(found.lines, words, changed=not asked.dry_run)
    return 1 if found.left_behind else 0


def _only_tables(asked: argparse.Namespace) -> bool:
    """Whether something is asked for that only tables and maps have."""
    return asked.partly or _of_boards(asked)


def _of_boards(asked: argparse.Namespace) -> bool:
    """Whether something is asked for that only what goes onto a board has."""
    return bool(asked.map or asked.update or asked.connections or asked.group or asked.board)


def _text(data: bytes | str) -> str:
    return text_of(data, fallback="cp1252")[0]


def _read(asked: argparse.Namespace, data: bytes | SheetText) -> Incoming:
    """What the source holds; raises ImportRefused, and OSError where a file can't be read."""
    ties = file_content(asked.connections) if asked.connections else None
    is_json = isinstance(data, bytes) and data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    form = {"auto": "", "kumu": "kumu_json" if is_json else "kumu_csv"}
    return read_incoming(data, asked.source.name, form=form.get(asked.form, asked.form), connections=ties)


def _content(asked: argparse.Namespace) -> bytes:
    return sys.stdin.buffer.read() if str(asked.source) == "-" else file_content(asked.source)


def _target(document: Document, board_id: str | None) -> tuple[Board, Kind]:
    """The board to import into: the one asked for, else the only one that can take anything."""
    boards = [board_with(document, board_id)] if board_id else boards_of(document)
    taking = [board for board in boards if kind_of(board.kind).import_targets(document, board.id)]
    if board_id and not taking:
        raise StoreError("import_not_here", id=board_id)
    if len(taking) != 1:
        raise StoreError("import_which_board", known=", ".join(board.id for board in taking))
    return taking[0], kind_of(taking[0].kind)


def _wanted(asked: argparse.Namespace, incoming: Incoming, targets: Sequence[Target]) -> dict[str, str]:
    """Where `--map` puts columns: fields go by their keys or by their names in either language, "" leaves one out.

    Raises StoreError for a column or a field that is none.
    """
    keys = {target.key for target in targets}
    names = {plain(name): target.key for target in targets for name in (target.name.fr, target.name.en)}
    found = {}
    for column, field in asked.map:
        if column not in incoming.columns:
            raise StoreError("import_column", column=column, known=", ".join(incoming.columns))
        found[column] = field if field in keys else names.get(plain(field), "")
        if field and not found[column]:
            raise StoreError("import_field", field=field, known=", ".join(target.key for target in targets))
    return found


def _done(journal: Journal, plan: ImportPlan) -> int | None:
    return journal.do(plan.change).seq if plan.change else None


def _lines(plan: ImportPlan, words: Words) -> list[str]:
    lines = [
        words(f"cli.import_{fate}", count=count)
        for fate in ("new", "update", "same", "there", "rejected")
        if (count := plan.count(fate))
    ]
    lines += [words("cli.import_ties", count=plan.ties)] if plan.ties else []
    lines += plan.told_left_out(words)
    lines += [words("cli.import_left_out")] if plan.left_out else []
    lines += [
        words("cli.import_hint", name=row.name, hint=row.why) for row in plan.rows if row.fate == "new" and row.why
    ]
    return lines or [words("cli.import_nothing")]


def _told(plan: ImportPlan, incoming: Incoming, columns: dict[str, str], seq: int | None) -> dict[str, object]:
    fates = ("new", "update", "same", "there", "rejected")
    return {
        "form": incoming.form,
        **({"sheet": incoming.of.name} if incoming.of else {}),
        "columns": columns,
        **{fate: plan.count(fate) for fate in fates},
        "ties": plan.ties,
        "rows": [{"place": row.place, "name": row.name, "fate": row.fate, "why": row.why} for row in plan.rows],
        "rejected_ties": [{"place": row.place, "name": row.name, "why": row.why} for row in plan.rejected_ties],
        "left_out": [{"name": each.name, "why": each.why} for each in plan.left_out],
        "seq": seq,
    }
