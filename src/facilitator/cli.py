"""The command line: what it understands. What a command does is in commands.py, which is imported only to run one."""

import argparse
import locale
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from facilitator import __version__
from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path

PACKS = ("participants", "value", "report", "prep", "checklist", "agenda", "script")
FORMATS = ("pdf", "png", "svg", "csv", "kumu", "kumu-csv", "graphml", "dot", "ics")
SOURCES = ("auto", "csv", "kumu", "graphml", "recipients", "chat", "attendance")
STAGE_SIZES = ("1280x720", "1600x900", "1920x1080")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say. 0 done; 1 refused, said in one line on stderr, nothing changed; 2 usage."""
    _write_utf8()
    arguments, language = _command_first(arguments)
    words = Words(language or language_of_person())
    try:
        asked = _understand(arguments, words)
        words = Words(asked.lang or words.language)
        from facilitator import commands

        return commands.RUN[asked.command](asked, words)
    except SystemExit as end:  # argparse ends the program after --help and after an error of usage
        return int(end.code or 0)
    except Refusal as refusal:
        print(words(f"refusals.{refusal.key}", **refusal.values), file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our output has gone; what was acknowledged is saved. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(words("refusals.system", path=str(error.filename or "stdout"), why=str(error.strerror)), file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the last net: one line with no words of people in it, never a traceback
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
        print(words("refusals.unforeseen", where=where), file=sys.stderr)
    return 1


def language_of_person() -> Language:
    """The language of messages and of new files: FACILITATOR_LANG, else the system's, else English."""
    variables = (os.environ.get(name) for name in ("FACILITATOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = next(filter(None, variables), None) or locale.getlocale()[0] or ""
    return "fr" if wanted.lower().startswith("fr") else "en"


def _write_utf8() -> None:
    """Names must come out as they are, also under a C locale or a Windows code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _command_first(arguments: Sequence[str]) -> tuple[Sequence[str], Language | None]:
    """With `--lang` behind the command, where it may also stand before it, and the language that was named there."""
    lead, sign, value = arguments[0].partition("=") if arguments else ("", "", "")
    behind = arguments[1:] if sign else arguments[2:]
    if lead != "--lang" or not (sign or arguments[1:]):
        return arguments, None
    value = value if sign else arguments[1]
    language = next((each for each in LANGUAGES if each == value), None)
    if behind and behind[0] in _ARGUMENTS:
        return [behind[0], f"--lang={value}", *behind[1:]], language
    return arguments, language


def _understand(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    first = arguments[0] if arguments else ""
    if first in _ARGUMENTS:
        parser = _Parser(words, prog=f"facilitator {first}", description=words(f"cli.{first}"))
        _ARGUMENTS[first](parser, words)
        parser.add_argument("--lang", choices=LANGUAGES, help=words("cli.lang"))
        return parser.parse_intermixed_args(arguments[1:], argparse.Namespace(command=first))
    parser = _Parser(words, prog="facilitator", description=words("cli.about"), epilog=_list_of_commands(words))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--version", action="version", version=f"facilitator {__version__}", help=words("cli.version"))
    parser.add_argument("file", type=typed_path, nargs="?", metavar="FILE", help=words("cli.open"))
    parser.add_argument("--lang", choices=LANGUAGES, help=words("cli.lang"))
    return parser.parse_args(arguments, argparse.Namespace(command="open"))


def _list_of_commands(words: Words) -> str:
    width = max(map(len, _ARGUMENTS))
    lines = [f"  {name:{width}}  {words(f'cli.{name}')}" for name in _ARGUMENTS]
    return "\n".join([words("cli.commands"), *lines, "", words("cli.more")])


class _Parser(argparse.ArgumentParser):
    """An argument parser whose own words are in the person's language, too."""

    def __init__(self, words: Words, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self._words = words
        self._positionals.title = words("cli.arguments")
        self._optionals.title = words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def print_usage(self, file: Any = None) -> None:
        # Not format_usage: parse_intermixed_args cuts the English "usage: " off what that returns.
        self._print_message(self.format_usage().replace("usage:", self._words("cli.usage"), 1), file)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", self._words("cli.usage"), 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, self._words("cli.misunderstood", message=message) + "\n")


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


def _templates(parser: argparse.ArgumentParser, words: Words) -> None:
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
    parser.add_argument("source", type=typed_path, metavar="SOURCE", help=words("cli.source"))
    _board(parser, words)
    parser.add_argument("--as", dest="form", choices=SOURCES, default="auto", help=words("cli.source_form"))
    parser.add_argument("--session", metavar="ID", default="", help=words("cli.import_session"))
    parser.add_argument("--connections", type=typed_path, metavar="CSV", help=words("cli.connections"))
    parser.add_argument("--map", metavar="COLUMN=FIELD", type=_pair, action="append", default=[], help=words("cli.map"))
    parser.add_argument("--group", metavar="NAME", default="", help=words("cli.group"))
    parser.add_argument("--update", action="store_true", help=words("cli.update"))
    parser.add_argument("--partly", action="store_true", help=words("cli.partly"))
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
    parser.add_argument("--replace", action="store_true", help=words("cli.replace"))


def _handout(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--out", type=typed_path, metavar="DIR", required=True, help=words("cli.handout_out"))
    parser.add_argument("--pack", choices=PACKS, default=PACKS[0], help=words("cli.pack"))
    _board(parser, words)
    parser.add_argument("--session", metavar="ID", default="", help=words("cli.handout_session"))
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter", help=words("cli.paper"))
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


def _check(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)


def _backup(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--out", type=typed_path, metavar="DIR", help=words("cli.backup_out"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))


def _restore(parser: argparse.ArgumentParser, words: Words) -> None:
    _file(parser, words)
    parser.add_argument("--from", dest="source", type=typed_path, metavar="BACKUP", help=words("cli.restore_from"))


_ARGUMENTS = {
    "demo": _demo,
    "rehearse": _rehearse,
    "new": _new,
    "templates": _templates,
    "info": _info,
    "add": _add,
    "import": _import,
    "export": _export,
    "handout": _handout,
    "stage": _stage,
    "findings": _findings,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}
