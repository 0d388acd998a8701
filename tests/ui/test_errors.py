"""What is said when something cannot be done, and a log that never holds people's words."""

import logging
import stat
import sys
import threading

import pytest

from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui.errors import catch_unforeseen, redacted, sentence, start_log

SECRET = "Dana is resistant"


@pytest.fixture
def hooks(monkeypatch):
    """The hooks as they were are put back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def log(tmp_path):
    root = logging.getLogger("facilitator")
    before = root.handlers[:]
    path = start_log(tmp_path / "state")
    yield path
    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
            handler.close()


def failing():
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


def caught(act):
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


def test_a_refusal_becomes_a_sentence_in_the_language_of_the_app():
    refusal = EditRejected("name_too_long", count=300, limit=200)
    assert "300" in sentence(refusal, Words("en"))
    assert sentence(refusal, Words("fr")) != sentence(refusal, Words("en"))


def test_an_error_is_redacted_to_types_and_places():
    said = redacted(caught(failing))
    assert "KeyError at" in said
    assert "< ValueError at" in said
    assert "test_errors.failing" in said
    assert SECRET not in said


def test_errors_in_a_group_are_redacted_too():
    group = ExceptionGroup(SECRET, [ValueError(SECRET), TypeError(SECRET)])
    said = redacted(group)
    assert "ValueError" in said
    assert "TypeError" in said
    assert SECRET not in said


def test_the_log_is_for_its_owner_and_holds_no_words(hooks, log):
    noticed = []
    catch_unforeseen(lambda: noticed.append(True))
    error = caught(failing)
    sys.excepthook(type(error), error, error.__traceback__)
    assert noticed == [True]
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert SECRET not in written
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_errors_of_other_threads_are_caught(hooks, log):
    noticed = []
    catch_unforeseen(lambda: noticed.append(threading.current_thread().name))
    thread = threading.Thread(target=failing, name="maker")
    thread.start()
    thread.join()
    assert noticed == ["maker"]
    assert SECRET not in log.read_text(encoding="utf-8")


def test_ctrl_c_is_no_error(hooks, log, capsys):
    noticed = []
    catch_unforeseen(lambda: noticed.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert noticed == []
    assert log.read_text(encoding="utf-8") == ""
