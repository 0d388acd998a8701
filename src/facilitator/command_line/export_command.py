"""The command that writes boards and sessions in other formats."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator.anonymous.making import as_handed_out
from facilitator.boards.calendar import calendar_of_sessions, told_of_calendar
from facilitator.boards.listed import board_with, boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import refuse_existing, write_all, write_whole
from facilitator.files.board_files import WHOLE_SUFFIXES, private_suffix, write_board, write_engagement
from facilitator.files.graph_files import CALENDAR, GRAPH_FORMATS, GRAPH_SUFFIXES, calendar, graph_files
from facilitator.opening import open_engagement
from facilitator.packs.board_parts import boards_for_group
from facilitator.workshop.cohort_sessions import EVERYBODY, Whose, cohorts_named, of_cohort
from facilitator.workshop.sessions import cohorts_of

_WRITTEN = (".pdf", ".png", ".svg", ".csv", *WHOLE_SUFFIXES, f".{CALENDAR}")


def export(asked: argparse.Namespace, words: Words) -> int:
    """Write one board, or every board into a folder or into one workbook or page; nothing unless all of it may be.

    In the language that was asked for, with the words that people have a twin of; else in that of the engagement.
    """
    form = asked.format or GRAPH_SUFFIXES.get(asked.out.suffix.lower(), "")
    suffix = f".{asked.format}" if asked.format else asked.out.suffix.lower()
    if form not in GRAPH_FORMATS and suffix not in _WRITTEN:
        raise StoreError("output_suffix", path=str(asked.out))
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
    language = Words(asked.lang or language_of(document))
    private = asked.audience == "facilitator"
    sessions = suffix == f".{CALENDAR}" and (asked.cohort or asked.program)
    if (asked.program and not sessions) or (asked.cohort and asked.board):
        raise StoreError("cohort_calendar_only")
    whose = EVERYBODY if sessions else of_cohort(document, asked.cohort)
    if not (asked.board or asked.cohort or sessions):
        _tell_several(document, words)
    document = as_handed_out(document, language.language, anonymous=asked.anonymous, private=private)
    if sessions:
        _export_sessions(document, asked, words)
        return 0
    if form in GRAPH_FORMATS:
        _export_graphs(document, asked, form, language, words, whose)
        return 0
    if suffix == f".{CALENDAR}":
        _export_calendar(document, asked, language, words)
        return 0
    if suffix in WHOLE_SUFFIXES and not asked.board:
        _export_whole(document, asked, suffix, language, words, whose)
        return 0
    outputs = _outputs(document, asked, suffix, language, whose)
    for out in outputs.values():
        refuse_existing(out, replace=asked.replace)
    for board_id, out in outputs.items():
        write_board(document, board_id, out, suffix, language, audience=asked.audience, replace=asked.replace)
        print(words("cli.written", path=out))
    return 0


def _tell_several(document: Document, words: Words) -> None:
    """Say so where all boards are those of several cohorts."""
    its = dict.fromkeys(cohorts_named(document, words).values())
    if len(its) > 1:
        print(words("handouts.several_cohorts", cohorts=words.list([*its])), file=sys.stderr)


def _outputs(document: Document, asked: argparse.Namespace, suffix: str, words: Words, whose: Whose) -> dict[str, Path]:
    """Which board goes where."""
    if asked.board:
        return {board_with(document, asked.board).id: asked.out}
    boards: Sequence[Board] = boards_for_group(document)
    if asked.audience == "facilitator":
        boards = [each for each in boards_of(document) if kind_of(each.kind).private_tables(document, each.id, words)]
    boards = [each for each in boards if each.id not in whose.apart]
    if not boards:
        raise StoreError("no_board")
    if len(boards) == 1 and not asked.out.is_dir():
        return {boards[0].id: asked.out}
    if asked.audience == "facilitator":
        suffix = private_suffix(suffix, words)
    return {board.id: asked.out / f"{board.id}{_mark(asked, words)}{suffix}" for board in boards}


def _mark(asked: argparse.Namespace, words: Words) -> str:
    """What the name of a file says of what is in it: that nobody is named there."""
    return f"-{words('anonymous.mark')}" if asked.anonymous else ""


def _export_whole(
    document: Document, asked: argparse.Namespace, suffix: str, language: Words, words: Words, whose: Whose
) -> None:
    """One file with all boards, in a folder called like the engagement's file."""
    ending = private_suffix(suffix, language) if asked.audience == "facilitator" else suffix
    name = language("anonymous.mark") if asked.anonymous else asked.file.stem  # the file may be called like the client
    out = asked.out / f"{name}{ending}" if asked.out.is_dir() else asked.out
    write_engagement(document, out, suffix, language, audience=asked.audience, replace=asked.replace, whose=whose)
    print(words("cli.written", path=out))


def _export_calendar(document: Document, asked: argparse.Namespace, language: Words, words: Words) -> None:
    """One file with the dates of a board, or of all that a pack for participants takes."""
    boards = [board_with(document, asked.board)] if asked.board else boards_for_group(document)
    content = calendar(document, boards, language)
    name = f"{asked.board or 'calendar'}{_mark(asked, language)}"
    out = asked.out / f"{name}.{CALENDAR}" if asked.out.is_dir() else asked.out
    write_whole(out, content, replace=asked.replace)
    print(words("cli.written", path=out))


def _export_sessions(document: Document, asked: argparse.Namespace, words: Words) -> None:
    """One calendar with the dated sessions of a cohort, or of all cohorts of a program."""
    if asked.board:
        raise StoreError("cohort_calendar_only")
    found: dict[str, str]
    if asked.cohort:
        found, key = {each.id: each.title for each in document.every(Cohort)}, "cohort_unknown"
    else:
        found, key = {each.id: each.title for each in document.every(Program)}, "program_unknown"
    wanted = asked.cohort or asked.program
    if wanted not in found:
        raise StoreError(key, id=wanted, known=", ".join(found) or "–")
    cohorts = [wanted] if asked.cohort else [each.id for each in cohorts_of(document, wanted)]
    content = calendar_of_sessions(document, cohorts, found[wanted], datetime.now(UTC))
    if content is None:
        raise StoreError("no_dated_session")
    out = asked.out / f"{wanted}{_mark(asked, words)}.{CALENDAR}" if asked.out.is_dir() else asked.out
    write_whole(out, content, replace=asked.replace)
    print(words("cli.written", path=out))
    if told := told_of_calendar(document, cohorts, words):
        print(told)


def _export_graphs(
    document: Document, asked: argparse.Namespace, form: str, language: Words, words: Words, whose: Whose
) -> None:
    private, found = asked.audience == "facilitator", dict[Path, bytes]()
    every = boards_of(document) if private else boards_for_group(document)
    boards: Sequence[Board] = [each for each in every if each.id not in whose.apart]
    if asked.board:
        boards = [board_with(document, asked.board)]
    drawn = [each for each in boards if kind_of(each.kind).graph(kind_of(each.kind).view(document, each.id), language)]
    if not drawn:
        raise StoreError("no_graph")
    for board in drawn:
        name = f"{board.id}{private_suffix('', language)}" if private else f"{board.id}{_mark(asked, language)}"
        out = asked.out / name if asked.out.is_dir() or len(drawn) > 1 else asked.out
        found |= graph_files(document, board, out, form, language, private=private)
    write_all(found, replace=asked.replace)
    for out in found:
        print(words("cli.written", path=out))
