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
from facilitator.command_line.arguments import ARGUMENTS
from facilitator.command_line.usage import usage_told
from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say. 0 done; 1 refused, said in one line on stderr, nothing changed; 2 usage."""
    _write_utf8()
    arguments, language = _command_first(arguments)
    words = Words(language or language_of_person())
    try:
        asked = _understand(arguments, words)
        words = Words(asked.lang or words.language)
        from facilitator.command_line import commands

        return commands.RUN[asked.command](asked, words)
    except SystemExit as end:  # argparse ends the program after --help and after an error of usage
        return int(end.code or 0)
    except Refusal as refusal:
        print(words(f"refusals.{refusal.key}", **refusal.values), file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our output has gone; what was acknowledged is saved. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(words("refusals.system", path=str(error.filename or "stdout"), why=error), file=sys.stderr)
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
    if behind and behind[0] in ARGUMENTS:
        return [behind[0], f"--lang={value}", *behind[1:]], language
    return arguments, language


def _understand(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    first = arguments[0] if arguments else ""
    if first in ARGUMENTS:
        parser = _Parser(words, prog=f"facilitator {first}", description=words(f"cli.{first}"))
        ARGUMENTS[first](parser, words)
        parser.add_argument("--lang", choices=LANGUAGES, help=words("cli.lang"))
        return parser.parse_intermixed_args(arguments[1:], argparse.Namespace(command=first))
    parser = _Parser(words, prog="facilitator", description=words("cli.about"), epilog=_list_of_commands(words))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--version", action="version", version=f"facilitator {__version__}", help=words("cli.version"))
    parser.add_argument("file", type=typed_path, nargs="?", metavar="FILE", help=words("cli.open"))
    parser.add_argument("--lang", choices=LANGUAGES, help=words("cli.lang"))
    return parser.parse_args(arguments, argparse.Namespace(command="open"))


def _list_of_commands(words: Words) -> str:
    width = max(map(len, ARGUMENTS))
    lines = [f"  {name:{width}}  {words(f'cli.{name}')}" for name in ARGUMENTS]
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
        self.exit(2, self._words("cli.misunderstood", message=usage_told(message, self._words)) + "\n")
