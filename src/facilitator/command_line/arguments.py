"""What each command of the command line understands."""

import argparse

from facilitator.content.words import Words
from facilitator.exchange.paths import typed_path

PACKS = (
    "participants",
    "personal",
    "value",
    "report",
    "prep",
    "checklist",
    "feedback",
    "agenda",
    "script",
    "lesson",
    "certificate",
)


FORMATS = ("pdf", "png", "svg", "csv", "xlsx", "html", "kumu", "kumu-csv", "graphml", "dot", "ics")


SOURCES = ("auto", "csv", "kumu", "graphml", "recipients", "chat", "attendance", "completions")


STAGE_SIZES = ("1280x720", "1600x900", "1920x1080")


def _file(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("file", type=typed_path, metavar="FILE", help=words("cli.file"))


def _board(parser: argparse._ActionsContainer, words: Words, *, required: bool = False) -> None:
    parser.add_argument("--board", metavar="ID", required=required, help=words("cli.board"))


def _demo(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("file", type=typed_path, nargs="?", metavar="FILE", help=words("cli.demo_file"))
    parser.add_argument("--no-window", action="store_true", help=words("cli.no_window"))
    parser.add_argument("--out", type=typed_path, metavar="DIR", help=words("cli.demo_out"))


def _rehearse(parser: argparse.ArgumentParser, words: Words) -> None:
    """It takes no arguments but the language."""


def _new(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--template", metavar="ID", required=True, help=words("cli.template"))
    parser.add_argument("--title", default="", help=words("cli.title"))
    parser.add_argument("--categories", choices=("short", "full"), default="short", help=words("cli.categories"))


def _twins(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--out", type=typed_path, metavar="CSV", help=words("cli.twins_out"))
    parser.add_argument("--from", dest="source", type=typed_path, metavar="CSV", help=words("cli.twins_from"))
    parser.add_argument("--replace", action="store_true", help=words("cli.replace"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _templates(parser: argparse.ArgumentParser, words: Words) -> None:
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--find", metavar="WORDS", default="", help=words("templates.cli_find"))
    deed.add_argument("--keep", type=typed_path, metavar="FILE", help=words("templates.cli_keep"))
    deed.add_argument("--import", dest="source", type=typed_path, metavar="FILE", help=words("templates.cli_import"))
    deed.add_argument("--export", metavar="ID", default="", help=words("templates.cli_export"))
    deed.add_argument("--delete", metavar="ID", default="", help=words("templates.cli_delete"))
    parser.add_argument("--session", metavar="ID", default="", help=words("templates.cli_session"))
    parser.add_argument("--name", default="", help=words("templates.cli_name"))
    parser.add_argument("--purpose", default="", help=words("templates.cli_purpose"))
    parser.add_argument("--with-names", action="store_true", help=words("templates.cli_with_names"))
    parser.add_argument("--out", type=typed_path, metavar="PATH", help=words("templates.cli_out"))
    parser.add_argument("--replace", action="store_true", help=words("cli.replace"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _info(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _add(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    _board(parser, words, required=True)
    parser.add_argument("lines", nargs="*", metavar="LINE", help=words("cli.lines"))


def _import(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("source", type=typed_path, nargs="+", metavar="SOURCE", help=words("cli.source"))
    _board(parser, words)
    parser.add_argument("--as", dest="form", choices=SOURCES, default="auto", help=words("cli.source_form"))
    parser.add_argument("--session", metavar="ID", default="", help=words("cli.import_session"))
    parser.add_argument("--cohort", metavar="ID", default="", help=words("cli.import_cohort"))
    parser.add_argument("--sheet", metavar="NAME", default="", help=words("cli.sheet"))
    parser.add_argument("--connections", type=typed_path, metavar="CSV", help=words("cli.connections"))
    parser.add_argument("--map", metavar="COLUMN=FIELD", type=_pair, action="append", default=[], help=words("cli.map"))
    parser.add_argument("--group", metavar="NAME", default="", help=words("cli.group"))
    parser.add_argument("--update", action="store_true", help=words("cli.update"))
    parser.add_argument("--partly", action="store_true", help=words("cli.partly"))
    parser.add_argument("--any-day", action="store_true", help=words("cli.any_day"))
    parser.add_argument("--comments", choices=("unsigned", "signed"), default="", help=words("cli.comments"))
    parser.add_argument("--dry-run", action="store_true", help=words("cli.dry_run"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _pair(text: str) -> tuple[str, str]:
    """A column and where it goes; argparse tells of a ValueError."""
    column, sign, field = text.rpartition("=")
    if not sign:
        raise ValueError
    return column, field


def _export(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--out", type=typed_path, metavar="PATH", required=True, help=words("cli.out"))
    _board(parser, words)
    parser.add_argument("--format", choices=FORMATS, help=words("cli.format"))
    parser.add_argument(
        "--audience", choices=("participants", "facilitator"), default="participants", help=words("cli.audience")
    )
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--cohort", metavar="ID", default="", help=words("program.cli_cohort"))
    whose.add_argument("--program", metavar="ID", default="", help=words("program.cli_program"))
    parser.add_argument("--replace", action="store_true", help=words("cli.replace"))
    parser.add_argument("--anonymous", action="store_true", help=words("anonymous.help"))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.split(",") if key.strip())


def _handout(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=typed_path, metavar="DIR", help=words("cli.handout_out"))
    where.add_argument("--list-parts", action="store_true", help=words("cli.list_parts"))
    parser.add_argument("--pack", choices=PACKS, default=PACKS[0], help=words("cli.pack"))
    _board(parser, words)
    parser.add_argument("--session", metavar="ID", default="", help=words("cli.handout_session"))
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument("--person", metavar="ID", default="", help=words("personal.cli_person"))
    whom.add_argument("--cohort", metavar="ID", default="", help=words("personal.cli_cohort"))
    parser.add_argument("--parts", type=_keys, metavar="KEY,KEY", help=words("cli.parts"))
    parser.add_argument("--pages", metavar="RANGE", default="", help=words("cli.pages"))
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter", help=words("cli.paper"))
    parser.add_argument("--anonymous", action="store_true", help=words("anonymous.help"))
    parser.add_argument("--json", action="store_true", help=words("anonymous.help_json"))
    _day(parser, words)


def _stage(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    shown = parser.add_mutually_exclusive_group(required=True)
    _board(shown, words)
    shown.add_argument("--screen", metavar="NAME[:ID]", default="", help=words("cli.screen"))
    parser.add_argument("--page", type=_page, metavar="NUMBER", default=1, help=words("cli.page"))
    parser.add_argument("--out", type=typed_path, metavar="PNG", required=True, help=words("cli.stage_out"))
    parser.add_argument("--size", choices=STAGE_SIZES, default="1920x1080", help=words("cli.size"))
    parser.add_argument("--labels", type=typed_path, metavar="JSON", help=words("cli.labels"))
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help=words("cli.theme"))
    parser.add_argument("--form", metavar="NAME", default="", help=words("cli.form"))
    parser.add_argument("--spotlight", metavar="NAME", default="", help=words("cli.spotlight"))
    parser.add_argument("--large", action="store_true", help=words("cli.large"))
    parser.add_argument("--layer", metavar="NAME", action="append", default=[], help=words("cli.layer"))
    parser.add_argument("--then", metavar="MOMENT", default="", help=words("cli.then"))
    _day(parser, words)


def _page(text: str) -> int:
    """The number of a page, from 1; argparse tells of a ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _findings(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--board", metavar="ID", help=words("cli.findings_board"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _day(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--day", metavar="YYYY-MM-DD", default="", help=words("cli.day"))


def _cases(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--find", metavar="WORDS", default="", help=words("cases.cli_find"))
    parser.add_argument("--keep", type=typed_path, metavar="FILE", help=words("cases.cli_keep"))
    _board(parser, words)
    parser.add_argument("--card", metavar="CODE", default="", help=words("cases.cli_card"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _reviews(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--from", dest="first_day", metavar="DAY", required=True, help=words("review.cli_from"))
    parser.add_argument("--until", metavar="DAY", required=True, help=words("review.cli_until"))
    parser.add_argument("--cadence", type=_keys, metavar="ID,ID", help=words("review.cli_cadence"))
    parser.add_argument("--at", metavar="9:30", default="", help=words("review.cli_at"))
    parser.add_argument("--cohort", metavar="ID", default="", help=words("review.cli_cohort"))
    parser.add_argument("--dry-run", action="store_true", help=words("review.cli_dry_run"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _check(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)


def _backup(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--out", type=typed_path, metavar="DIR", help=words("cli.backup_out"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _restore(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--from", dest="source", type=typed_path, metavar="BACKUP", help=words("cli.restore_from"))


ARGUMENTS = {
    "demo": _demo,
    "rehearse": _rehearse,
    "new": _new,
    "templates": _templates,
    "info": _info,
    "add": _add,
    "import": _import,
    "export": _export,
    "handout": _handout,
    "twins": _twins,
    "stage": _stage,
    "findings": _findings,
    "cases": _cases,
    "reviews": _reviews,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}
