"""The canary of programs: what somebody said, did or got stays with them, whatever participants and others are given.

One engagement has everything in it. What is private of one person, or of nobody in particular, carries a mark; the
records of a second person are clean, and what that person gets is looked through, too. Marks can't stand in numbers:
so a second engagement differs from the first in private words and numbers alone, and must look the same.
"""

import dataclasses
import json
import logging
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from facilitator.app import App
from facilitator.boards.assessment.model import OwnAnswer, SummaryLine
from facilitator.boards.checklist.evidence_offers import EVIDENCE
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.feedback.model import FeedbackComment, FeedbackForm
from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.question_queue.kind import QuestionQueue
from facilitator.boards.question_queue.model import QuestionNote
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.command_line import cli
from facilitator.content.instruments import instrument
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.learning import Lesson
from facilitator.domain.participation import OneToOne
from facilitator.domain.poll import Poll
from facilitator.domain.program import Cohort
from facilitator.domain.screens import ScreenWanted
from facilitator.domain.view import PLAIN, Showing
from facilitator.learning.lesson_text import lesson_text
from facilitator.learning.lessons import lesson_view
from facilitator.opening import found_engagement
from facilitator.packs.certificate_files import CertificateOrder, write_certificates
from facilitator.screens import screen_of
from facilitator.ui.dialogs.question_dialog import QuestionDialog
from facilitator.ui.errors import start_log
from facilitator.ui.preferences import Preferences
from journeys.everything import DAY, MARKED, OTHER, OWN_KINDS, TWO, everything
from privacy_probe import said_by

MARK, OTHER_MARK = "Zqxk", "Zqyw"
LANGUAGES = ("en", "fr")


@cache
def documents() -> tuple[Document, Document]:
    """The same engagement twice, but for private words and numbers."""
    return Document.of(everything(MARK, 1)), Document.of(everything(OTHER_MARK, 2))


def in_language(document: Document, language: str) -> Document:
    engagement = next(document.every(Engagement))
    others = (each for each in document.records() if each is not engagement)
    return Document.of([engagement.having(language=language), *others])


def revealed(document: Document) -> Document:
    """With the totals of everything that is weighed, and the results of feedback, shown to everybody."""
    forms = [each.having(shown=True) for each in document.every(FeedbackForm)]
    others = [each for each in document.records() if not isinstance(each, FeedbackForm)]
    document = Document.of([*others, *forms])
    for board in document.every(Board):
        kind = kind_of(board.kind)
        if kind.ballot(document, board.id):
            document = document.after(kind.set_ballot(document, board.id, shown=True))
    return document


def showings(kind, view, words) -> Iterator[Showing]:
    """Every form with every spotlight, in usual and in large text, without private layers."""
    forms = ["", *(form.id for form in kind.forms(words) if not form.needs)]
    spots = ["", *(spot.id for spot in kind.spots(view, words))]
    for form, spot, large in product(forms, spots, (False, True)):
        yield Showing(form=form, spotlight=spot, large=large, day=DAY)


def told_of_boards(document: Document, language: str) -> Iterator[tuple[str, str]]:
    """(where, what) of all that the stage and files could tell of every board."""
    words = Words(language)
    for board in document.every(Board):
        kind = kind_of(board.kind)
        plain = kind.view(document, board.id)
        for showing in showings(kind, plain, words):
            view = kind.view(document, board.id, showing)
            yield f"view of {board.id} {showing}", repr(view)
            yield f"picture of {board.id} {showing}", repr(kind.picture(view, theme()))
        for tell in (kind.tables, kind.sheets, kind.graph, kind.groups, kind.spots, kind.links):
            yield f"{tell.__name__} of {board.id}", repr(tell(plain, words))
        for more in (kind.items(plain), kind.counts(plain), kind.dates(document, board.id, words), kind.status):
            yield f"{board.id}", repr(more)


def told_of_screens(document: Document) -> Iterator[tuple[str, str]]:
    """The same of every screen but that of the session between two."""
    wanted = [ScreenWanted("read_back", each.id) for each in document.every(Board)]
    wanted += [ScreenWanted("poll", each.id) for each in document.every(Poll)]
    for session in ("", *(each.id for each in document.every(Session) if each.id != TWO)):
        wanted += [ScreenWanted("outcomes", session), ScreenWanted("to_confirm", session)]
    for each in wanted:
        yield f"screen {each}", repr(screen_of(document, each))


def leaks(told: Iterator[tuple[str, str]]) -> list[str]:
    return [where for where, what in told if MARK in what]


def test_there_is_something_to_hide_of_every_private_sort():
    records = list(documents()[0].records())
    private = {each for each in RECORD_TYPES if each.private}
    assert len(private) > 30
    assert private <= {type(each) for each in records}
    assert sum(MARK in repr(each) for each in records) > 50
    assert {type(each) for each in records if MARK in repr(each)} >= {OwnAnswer, FeedbackComment, QuestionNote, Person}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_boards_and_screens_are_the_same_whatever_is_private(language):
    first, second = (in_language(each, language) for each in documents())
    boards, screens = list(told_of_boards(first, language)), list(told_of_screens(first))
    assert len(boards) > 200
    assert len(screens) > 10
    assert leaks(iter([*boards, *screens])) == []
    assert [a for a, b in zip(boards, told_of_boards(second, language), strict=True) if a != b] == []
    assert [a for a, b in zip(screens, told_of_screens(second), strict=True) if a != b] == []


@pytest.mark.slow
def test_totals_that_are_shown_name_nobody():
    assert leaks(told_of_boards(revealed(documents()[0]), "en")) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_of_a_group_holds_no_word_of_anybody(language):
    document, words = in_language(documents()[0], language), Words(language)
    board = next(each.id for each in document.every(Board) if each.kind == "group_summary")
    kind = kind_of("group_summary")
    held = document.after(kind.put_entry(document, board, "releases", "", {"released_on": "2027-03-01"}, words))
    lines = [each for each in held.every(SummaryLine) if each.board_id == board]
    assert len(lines) > 5
    assert MARK not in repr(lines)
    assert MARK not in repr(kind.evidence(held, board, words))
    assert leaks((where, what) for where, what in told_of_boards(held, language) if board in where) == []


def with_checklists(document: Document, number: int) -> Document:
    """With all that is offered taken on checklists of the group, of the other person ("c_other") and of whoever is
    marked ("c_marked"), whose 1:1s are all done, with levels and a map that are made of `number`."""
    board = Board(id="w_two", number=80, kind="stakeholder_web", title="Map")
    stakeholders = [
        Stakeholder(id=f"ws{n}", board_id=board.id, code=f"S{70 + n}", name=f"Body {n}", category="internal", ring=1)
        for n in range(number + 1)
    ]
    records = [board, Web(id=board.id, project="P", state="validated"), *stakeholders]
    records += [Session(id="s_other", number=91, title="1:1"), OneToOne(id="s_other", person_id=OTHER)]
    for n, (name, session) in enumerate((("w_two", TWO), ("c_marked", TWO), ("c_other", "s_other"))):
        records.append(Segment(id=f"g_{name}", session_id=session, number=5 + n, minutes=9, title="A", board_id=name))
    records += [
        Board(id=f"c_{name}", number=81, kind="checklist", title=f"Checklist {name}") for name in ("marked", "other")
    ]
    for each in document.every(Board):
        if each.kind in ("capacity", "governance") and not each.id.startswith("town_"):
            said = {answer.statement for answer in document.every(OwnAnswer) if answer.board_id == each.id}
            records += [
                OwnAnswer(id=f"{each.id}.{n}", board_id=each.id, statement=area.id, scored="level", level=number)
                for n, area in enumerate(instrument(each.kind).areas)
                if area.id not in said
            ]
    document = document.after(Change("add_board", adding(records)))
    kind, words = kind_of("checklist"), Words("en")
    for each in document.every(Board):
        if each.kind == "checklist":
            offers = (offer.id for offer in kind.offers(document, each.id, words) if offer.id.startswith(EVIDENCE))
            document = document.after(kind.take(document, each.id, tuple(offers), words))
    return document


@pytest.mark.slow
def test_a_checklist_that_took_all_that_is_shown_tells_of_nobody_else():
    first, second = (with_checklists(each, number) for number, each in enumerate(documents(), start=1))
    lists = [each.id for each in first.every(Board) if each.kind == "checklist"]
    assert len(lists) == 3

    def entries(document: Document, board_id: str) -> dict[str, tuple[str, str]]:
        its = (each for each in document.every(ChecklistEntry) if each.board_id == board_id)
        return {each.item: (each.status, each.evidence) for each in its}

    marked = entries(first, "c_marked")
    assert {"v5", "p2", "d6"} <= set(marked)
    assert marked != entries(second, "c_marked")
    for board_id in set(lists) - {"c_marked"}:
        told, again = entries(first, board_id), entries(second, board_id)
        assert (
            told.pop("v5")[1].count("\n") == again.pop("v5")[1].count("\n") == 0
        )  # the group's map, not the other one
        assert told
        assert told == again
        assert not {"p2", "d6"} & set(told)
        assert MARK not in repr(told)


def _leaking_view(self, document, board_id, showing=PLAIN):
    view = PanelKind.view(self, document, board_id, showing)
    return dataclasses.replace(view, question=", ".join(each.asked_by for each in document.every(QuestionNote)))


def _leaking_dates(self, document, board_id, words):
    return tuple(person.name for person in document.every(Person))


@pytest.mark.parametrize(
    ("method", "broken"), [("view", _leaking_view), ("dates", _leaking_dates)], ids=["view", "dates"]
)
def test_a_board_that_leaks_is_found(monkeypatch, method, broken):
    """The test can fail: with one method of one kind broken, the places are named."""
    monkeypatch.setattr(QuestionQueue, method, broken)
    found = leaks(told_of_boards(documents()[0], "en"))
    assert found
    assert all("question_queue" in where for where in found)


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("programs") / "lakeside.facilitator"
    found_engagement(path, Change("found_engagement", adding(documents()[0].records()))).close()
    assert MARK.encode() in path.read_bytes()
    return path


def everything_in(file: Path) -> str:
    """The name, the bytes, the inflated streams and the extracted text of a file."""
    content = file.read_bytes()
    found = [file.name, content.decode("latin-1")]
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as parts:
            found += [parts.read(name).decode() for name in parts.namelist()]
    if file.suffix == ".pdf":
        for start in content.split(b"stream\r\n")[1:] + content.split(b"stream\n")[1:]:
            try:
                found.append(zlib.decompressobj().decompress(start).decode("latin-1"))
            except zlib.error:
                continue
        pdf = PdfDocument(file)
        found += [page.get_textpage().get_text_bounded() for page in pdf]
        found.append(str(pdf.get_metadata_dict()))
    return "\n".join(found)


def marked_files(folder: Path) -> list[str]:
    return [each.name for each in sorted(folder.iterdir()) if MARK in everything_in(each)]


def written(folder: Path) -> int:
    return len(list(folder.iterdir()))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_packs_for_participants_and_for_others_hold_nothing(file, tmp_path, monkeypatch, qapp, language):
    monkeypatch.setenv("FACILITATOR_LANG", language)
    group = next(each.id for each in documents()[0].every(Session) if each.id != TWO)
    packs = [["participants"], ["value"], ["checklist"], ["lesson"], ["prep"], ["agenda", "--session", group]]
    packs += [["personal", "--person", OTHER], ["participants", "--session", group]]
    for number, (pack, *more) in enumerate(packs):
        out = tmp_path / f"{number}"
        asked = ["handout", str(file), "--out", str(out), "--pack", pack, "--lang", language, "--day", DAY.isoformat()]
        assert cli.run([*asked, *more]) == 0
        assert written(out) >= 1
        assert marked_files(out) == [], pack


@pytest.mark.slow
def test_somebody_s_own_pack_does_tell_their_own(file, tmp_path, monkeypatch, qapp):
    """The marks would be seen in a pack: they are in that of whom they are of."""
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    asked = ["handout", str(file), "--out", str(tmp_path), "--pack", "personal", "--person", MARKED]
    assert cli.run(asked) == 0
    assert marked_files(tmp_path)


@pytest.mark.slow
def test_certificates_of_others_hold_nothing(tmp_path, qapp):
    document = documents()[0]
    for who, wanted in ((OTHER, False), (MARKED, True)):
        out = tmp_path / who
        out.mkdir()
        order = CertificateOrder(out, "letter", ((f"{who}_c", "Somebody"),), badges=True)
        write_certificates(document, order)
        assert written(out) >= 2
        assert bool(marked_files(out)) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_formats_hold_nothing(file, tmp_path, monkeypatch, qapp, language):
    monkeypatch.setenv("FACILITATOR_LANG", language)
    for form in ("pdf", "png", "svg", "csv", "xlsx", "html", "kumu", "kumu-csv", "graphml", "dot", "ics"):
        out = tmp_path / form
        out.mkdir()
        asked = ["export", str(file), "--out", str(out), "--format", form, "--lang", language]
        assert cli.run(asked) == 0, form
        assert written(out) >= 1
        assert marked_files(out) == [], form
    cohort = next(documents()[0].every(Cohort)).id
    assert cli.run(["export", str(file), "--out", str(tmp_path / "ics" / "cohort.ics"), "--cohort", cohort]) == 0
    assert "BEGIN:VEVENT" in (tmp_path / "ics" / "cohort.ics").read_text("utf-8")
    assert marked_files(tmp_path / "ics") == []


def test_lessons_for_mail_hold_nothing():
    document = documents()[0]
    for lesson, language in product(document.every(Lesson), LANGUAGES):
        words = Words(language)
        assert MARK not in lesson_text(lesson_view(document, lesson.id, words), words)


@pytest.mark.slow
def test_a_session_kept_as_a_template_holds_nothing(file, tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    for session in documents()[0].every(Session):
        if session.id != TWO:
            assert cli.run(["templates", "--keep", str(file), "--session", session.id, "--json"]) == 0
            told = capfd.readouterr().out
            kept = json.loads(told.splitlines()[-1])["id"]
            out = tmp_path / f"{session.id}.json"
            assert cli.run(["templates", "--export", kept, "--out", str(out)]) == 0
            assert cli.run(["templates", "--delete", kept]) == 0
            assert MARK not in told
    assert written(tmp_path) > 1
    assert marked_files(tmp_path) == []


def test_what_one_person_said_and_what_is_not_shown_yet_is_withheld_from_what_is_for_all():
    document = documents()[0]
    kinds = {each.kind for each in document.every(Board) if kind_of(each.kind).withheld(document, each.id)}
    assert kinds == {*OWN_KINDS, "feedback"}


class Titles(QObject):
    """Hears the title and accessible name of every window that comes up or gets another one."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        comes = event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show)
        if comes and isinstance(watched, QWidget) and watched.isWindow():
            self.heard.append(f"{watched.windowTitle()} {watched.accessibleName()}")
        return False


def lines_in(widget: QWidget) -> list[str]:
    """What stands in the lines that can be edited."""
    return [each.text() for each in widget.findChildren(QLineEdit)]


def cells_in(widget: QWidget) -> list[str]:
    """What stands in the tables."""
    models = (each.model() for each in widget.findChildren(QTableView))
    return [
        str(model.index(row, column).data())
        for model in models
        for row, column in product(range(model.rowCount()), range(model.columnCount()))
    ]


def shown_all_the_same(console):
    """Send the open board to the stage, also where it is asked whether others may see somebody's 1:1."""
    console.looking.to_stage()
    for question in console.findChildren(QuestionDialog):
        question.enter()


@pytest.fixture
def workshop(file, tmp_path, qapp):
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.keep_glides(False)
    app = App(Words("en"), "light", "1280x720", preferences)
    app.open(file)
    yield app.workshop
    app.close()
    app.close()


@pytest.mark.slow
def test_windows_show_it_to_the_facilitator_and_the_stage_to_nobody(workshop, tmp_path, caplog):
    log, titles = start_log(tmp_path / "log"), Titles()
    console, stage, desk = workshop.console, workshop.stage, workshop.desk
    QGuiApplication.clipboard().setText("mine")
    QApplication.instance().installEventFilter(titles)
    public, seen = [], []
    try:
        with caplog.at_level(logging.DEBUG):
            for board in desk.boards():
                console.work.open(board.id)
                shown_all_the_same(console)
                for item in console.work.showing_now.items[:2]:
                    console.work.pick([item.id])
                    seen += lines_in(console.inspector)
                console.looking.turn_large()
                console.looking.to_stage()
                console.looking.turn_large()
                assert desk.feed.board_id == board.id
                public += [said_by(stage), repr(stage.picture)]
            live = console.live
            opened = [live.attending.open(), live.attending.commitments.open(MARKED)]
            seen += [cell for each in opened for cell in cells_in(each)]
            public += [said_by(stage), repr(stage.picture)]
            for each in reversed(opened):
                each.reject()
            for open_it in (live.lessons.open, live.overview.open):
                dialog = open_it()
                seen += cells_in(dialog)
                public += [said_by(stage), repr(stage.picture)]
                dialog.reject()
    finally:
        QApplication.instance().removeEventFilter(titles)
    assert any(MARK in each for each in seen)
    public += [*titles.heard, caplog.text, log.read_text(encoding="utf-8"), QGuiApplication.clipboard().text()]
    public += [each.windowTitle() for each in QApplication.topLevelWidgets()]
    assert len(titles.heard) > 2
    assert [each[:200] for each in public if MARK in each] == []
