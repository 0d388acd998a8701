"""What is said when something cannot be done, and what happens when something unforeseen does."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal

_log = logging.getLogger(__name__)


def sentence(refusal: Refusal, words: Words) -> str:
    """The refusal in one sentence for the facilitator; may hold people's words, so it is never logged."""
    return words(f"refusals.{refusal.key}", **refusal.values)


def system_sentence(error: OSError, words: Words) -> str:
    """What the computer refused, in one sentence with the place; never logged, like `sentence`."""
    return words("refusals.system", path=str(error.filename or ""), why=error)


def raise_again(error: Exception) -> None:
    """Raise on this thread what hit on another one, so that `catch_unforeseen` hears of it."""
    raise error


def redacted(error: BaseException) -> str:
    """Types and places of an error and of those behind it, without messages: these may hold people's words."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        parts.append(f"{type(seen).__name__} at {_places(seen.__traceback__)}")
        if isinstance(seen, BaseExceptionGroup):
            parts.extend(f"[{redacted(each)}]" for each in seen.exceptions)
        seen = seen.__cause__ or seen.__context__
    return " < ".join(parts)


def start_log(folder: Path) -> Path:
    """Log ids, labels and types of errors to `folder`/facilitator.log, readable by its owner only; returns the file."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "facilitator.log"
    path.touch(mode=0o600)
    os.chmod(path, 0o600)
    handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("facilitator")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def catch_unforeseen(notice: Callable[[], None]) -> None:
    """From now on an error that nobody caught is logged redacted, and `notice` is called on whatever thread it hit."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unforeseen: %s", redacted(error.with_traceback(trace)))
        notice()

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            hook(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = thread_hook


def _places(trace: TracebackType | None) -> str:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " ".join(places[-8:]) or "?"
