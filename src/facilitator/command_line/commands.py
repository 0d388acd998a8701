"""What each command of the command line does. Output for people goes to stdout, refusals are raised."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from facilitator.boards.capturing import captured
from facilitator.boards.listed import board_with, boards_of
from facilitator.boards.showing_named import showing_named
from facilitator.boards.typed import optional_day
from facilitator.catalogue import kind_of
from facilitator.command_line.backup_command import backup, check, restore
from facilitator.command_line.cases_command import cases
from facilitator.command_line.contents import content_lines, contents
from facilitator.command_line.export_command import export
from facilitator.command_line.handout_command import handout
from facilitator.command_line.import_command import import_
from facilitator.command_line.output import print_json
from facilitator.command_line.review_command import reviews
from facilitator.command_line.template_command import templates
from facilitator.command_line.twin_command import twins
from facilitator.content.own_folder import own_folder
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.engagement import SUFFIX, language_of
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.view import Showing
from facilitator.files.board_files import write_picture, write_stage
from facilitator.findings import finding_lines, finding_rows, findings_on
from facilitator.opening import found_engagement, open_engagement
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_named, screen_of
from facilitator.templates import founding
from facilitator.ui.stage.screen_picture import screen_picture


def open_(asked: argparse.Namespace, words: Words) -> int:
    """Open the app on a file, or on the welcome window."""
    if asked.file and not asked.file.exists():
        raise StoreError("file_missing", path=str(asked.file))
    if not _has_display():
        raise StoreError("no_display")
    from facilitator.app import run

    return run(asked.file, language=asked.lang or words.language)


def rehearse(asked: argparse.Namespace, words: Words) -> int:
    """Open a rehearsal, of which nothing is kept."""
    if not _has_display():
        raise StoreError("no_display")
    from facilitator.app import run

    return run(None, language=asked.lang or words.language, rehearses=True)


def demo(asked: argparse.Namespace, words: Words) -> int:
    """Write the sample engagement (once) and open it; without a display, write what it shows."""
    language = asked.lang or words.language
    path = asked.file or _own_sample(language, words)
    if asked.file or not _is_there(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        found_engagement(path, founding_of_sample(language)).close()
    print(words("cli.demo_opened", path=path))
    if asked.no_window:
        return 0
    if _has_display():
        from facilitator.app import run

        return run(path, language=language)
    folder = asked.out or path.with_suffix("")
    _write_what_it_shows(path, folder)
    print(words("cli.demo_shown", path=folder))
    return 0


def new(asked: argparse.Namespace, words: Words) -> int:
    """Make an engagement from a template."""
    change = founding(asked.template, asked.lang or words.language, title=asked.title, categories=asked.categories)
    found_engagement(asked.file, change).close()
    print(words("cli.written", path=asked.file))
    return 0


def info(asked: argparse.Namespace, words: Words) -> int:
    """Say what is in an engagement."""
    with open_engagement(asked.file) as engagement:
        found = contents(engagement.journal.document)
    if asked.json:
        print_json(found)
    else:
        print("\n".join(content_lines(found, words)))
    return 0


def add(asked: argparse.Namespace, words: Words) -> int:
    """Add capture lines, one edit each; every acknowledgement is printed after its COMMIT.

    A line that is refused is said on stderr with its number; the others are saved all the same.
    """
    refused = 0
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        kind = kind_of(board_with(journal.document, asked.board).kind)
        groups = kind.groups(kind.view(journal.document, asked.board), words)
        group = groups[0].id if groups else ""
        for number, line in enumerate(_lines(asked.lines), start=1):
            if not line.strip() and not asked.lines:
                continue  # an empty line of a list says nothing; an empty argument is a mistake
            try:
                saved = journal.do(captured(kind, journal.document, asked.board, line, group))
            except EditRejected as refusal:
                refused += 1
                why = words(f"refusals.{refusal.key}", **refusal.values)
                print(words("refusals.line_refused", line=number, why=why), file=sys.stderr, flush=True)
                continue
            made = [record for record in saved.change.added() if hasattr(record, "board_id")]
            code = next((str(record.code) for record in made if hasattr(record, "code")), None)
            print_json({"line": number, "ids": [record.id for record in made], "seq": saved.seq, "code": code})
    return 1 if refused else 0


def stage(asked: argparse.Namespace, words: Words) -> int:
    """Draw the stage as participants see it: a board, or a screen in place of one."""
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
        if asked.screen:
            screen = screen_of(document, screen_named(document, asked.screen, asked.page))
            picture = screen_picture(screen, theme(asked.theme))
            write_picture(picture, screen.language, asked.out, asked.size, asked.labels)
            print(words("cli.written", path=asked.out))
            return 0
        showing = showing_named(
            kind_of(board_with(document, asked.board).kind),
            document,
            asked.board,
            form=asked.form,
            spotlight=asked.spotlight,
            large=asked.large,
            layers=asked.layer,
            then=asked.then,
            day=optional_day(asked.day) or date.today(),
        )
        write_stage(document, asked.board, asked.out, asked.size, asked.labels, asked.theme, showing)
    print(words("cli.written", path=asked.out))
    return 0


def findings(asked: argparse.Namespace, words: Words) -> int:
    """List what the checks find, in the language of the person who asks; 1 if there is anything."""
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
    boards = [board_with(document, asked.board)] if asked.board else boards_of(document)
    found = findings_on(document, boards, date.today(), words)
    if asked.json:
        print_json({"findings": finding_rows(found)})
    else:
        lines = finding_lines(document, found, words, headed=not asked.board)
        print("\n".join(lines) if found else words("cli.findings_none"))
    return 1 if found else 0


RUN: Mapping[str, Callable[[argparse.Namespace, Words], int]] = {
    "open": open_,
    "demo": demo,
    "rehearse": rehearse,
    "new": new,
    "templates": templates,
    "info": info,
    "add": add,
    "import": import_,
    "export": export,
    "handout": handout,
    "twins": twins,
    "stage": stage,
    "findings": findings,
    "cases": cases,
    "reviews": reviews,
    "check": check,
    "backup": backup,
    "restore": restore,
}


def _lines(arguments: list[str]) -> Iterable[str]:
    if arguments:
        return arguments
    # Bytes that are no UTF-8 must reach the check of names, which refuses them with their place.
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    return (line.rstrip("\r\n") for line in sys.stdin)


def _has_display() -> bool:
    wayland_or_x = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return wayland_or_x or sys.platform in ("win32", "darwin") or "QT_QPA_PLATFORM" in os.environ


def _is_there(sample: Path) -> bool:
    """Whether our own copy of the sample can be opened; one that a killed process never finished is removed."""
    if not sample.exists():
        return False
    try:
        open_engagement(sample).close()
    except StoreError as refusal:
        if refusal.key not in ("file_empty", "file_unfinished"):
            raise
        sample.unlink()
        return False
    return True


def _own_sample(language: str, words: Words) -> Path:
    return own_folder() / f"{words('cli.sample_title')}-{language}{SUFFIX}"


def _write_what_it_shows(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with open_engagement(path) as engagement:
        document = engagement.journal.document
        for board in boards_of(document):
            today = Showing(day=date.today())
            write_stage(document, board.id, folder / f"{board.id}.png", "1920x1080", None, "light", today)
        write_handout(document, folder, HandoutOrder("letter", language_of(document)))
