"""A community of twelve organizations, from the first 1:1 to the packs: what is whose, and what nobody else gets."""

import io
import time
from datetime import date
from random import Random

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.boards.assessment.model import OwnAnswer, Respondent, SummaryLine, SummaryRelease
from facilitator.catalogue import kind_of
from facilitator.command_line import cli
from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.participation import OneToOne
from facilitator.opening import open_engagement
from facilitator.packs.handing_out import make_handout
from facilitator.packs.personal_packs import write_personal_packs
from facilitator.packs.recipients import recipients
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.dialogs.check_dialog import CheckDialog
from facilitator.ui.preferences import Preferences
from facilitator.workshop.agenda import segments_of
from facilitator.workshop_windows import Workshop
from journeys import community_story as story
from privacy_probe import said_by
from typing_keys import press, type_text

pytestmark = pytest.mark.slow

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY = date(2027, 3, 1)
CHANCE = Random(20270301)
CANARY = tuple(f"zq{''.join(CHANCE.choices('bcdfghjklmnpqrstvwx', k=7))}" for _ in story.PEOPLE)


class Community:
    """The windows on the file, and what was made in it."""

    def __init__(self, path, folder):
        self.engagement = open_engagement(path)
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        size = QSize(1280, 720)
        self.workshop = Workshop(
            self.engagement, Words("en"), "light", size, Preferences(settings), backups_in=folder / "backups"
        )
        self.workshop.desk.today = lambda: DAY
        self.workshop.desk.glides = False
        self.console, self.stage = self.workshop.console, self.workshop.stage
        self.workshop.show()
        self.to_console()
        self.boards, self.sessions, self.people = [], [], []
        self.seen_by_the_group = []

    def to_console(self):
        """Until keys go to the console."""
        self.console.activateWindow()
        assert QTest.qWaitForWindowActive(self.console)

    @property
    def document(self):
        return self.workshop.desk.document

    @property
    def journal(self):
        return self.workshop.desk.journal


@pytest.fixture(scope="module")
def timed():
    """How long each part took, printed at the end: nothing here may take minutes."""
    took = {}
    yield took
    print("\n" + "\n".join(f"{name}: {seconds:.1f} s" for name, seconds in took.items()))


@pytest.fixture(scope="module")
def held(tmp_path_factory, qapp, timed):
    """The file after everything was done in it: 1:1s, release, workshop, checklists."""
    folder = tmp_path_factory.mktemp("community")
    path = folder / "community.facilitator"
    assert cli.run(["new", str(path), "--template", "community_of_practice", "--lang", "en"]) == 0
    began = time.monotonic()
    community = Community(path, folder)
    community.people = story.people_added(community.journal)
    first_one_to_one(community)
    for number, person in enumerate(community.people[1:], start=1):
        session_id, board_id = story.one_to_one(community.journal, person, number)
        community.sessions.append(session_id)
        community.boards.append(board_id)
        story.answered(community.journal, board_id, story.answers_of(number, CANARY[number]))
    for number, board_id in enumerate(community.boards):
        story.agreed_and_tagged(community.journal, board_id, number)
        story.steps_chosen(community.journal, board_id)
    timed["twelve 1:1s"] = time.monotonic() - began
    began = time.monotonic()
    release(community)
    timed["the summary"] = time.monotonic() - began
    began = time.monotonic()
    group_workshop(community)
    timed["the group workshop"] = time.monotonic() - began
    community.checklists = [story.checklist_for(community.journal, each) for each in community.people]
    return path, community


def first_one_to_one(community):
    """By keys in the windows: the dialog, then every answer in the capture bar."""
    console, person = community.console, community.people[0]
    dialog = console.live.sessions.new_session(story.COHORT)
    dialog.agenda.setCurrentIndex(dialog.agenda.findData("agenda:capacity_1to1"))
    dialog.title.setText("1:1")
    dialog.people.setCurrentIndex(dialog.people.findData(person.id))
    dialog.enter()
    session = max(community.document.every(Session), key=lambda each: each.number)
    board = next(each for each in community.document.every(Board) if whose(community.document, each) == person.id)
    community.sessions.append(session.id)
    community.boards.append(board.id)
    console.work.open(board.id)
    console.looking.to_stage()
    community.to_console()
    console.panel.capture.line.setFocus()
    for line in story.answers_of(0, CANARY[0]):
        type_text(f"{line}\n")
        assert CANARY[0] not in said_by(community.stage)
        assert CANARY[0] not in repr(community.stage.picture)
    assert "28 of 28 answered." in community.stage.picture.alt


def release(community):
    """Looked through in the window in which nothing is shown before somebody ticked that they looked."""
    console, board_id = community.console, story.summary_board(community.document)
    console.work.open(board_id)
    console.looking.to_stage()
    console.inspector.entries.parts[0].add.click()
    window = console.findChildren(CheckDialog)[-1]
    window.enter()
    assert not list(community.document.every(SummaryRelease))
    shown = window.picture.picture
    window.looked.setChecked(True)
    window.enter()
    assert community.stage.picture == shown


def group_workshop(community):
    """The workshop of the template, segment by segment; all that its stage shows is kept."""
    console = community.console
    session = next(each for each in community.document.every(Session) if each.agenda == "capacity_workshop_120")
    community.group_session = session.id
    console.live.agenda.refresh(community.document)
    console.live.agenda.open_session(session.id)
    community.to_console()
    console.panel.capture.line.setFocus()
    for _ in segments_of(community.document, session.id):
        press(Key.Key_N, ALT)
        QApplication.processEvents()
        community.seen_by_the_group.append(f"{community.stage.picture!r} {said_by(community.stage)}")
    for form in ("figures", "talk"):
        community.workshop.desk.showings.choose(story.summary_board(community.document), form=form)
        community.workshop.desk.show_on_stage(story.summary_board(community.document))
        community.seen_by_the_group.append(f"{community.stage.picture!r} {said_by(community.stage)}")


def whose(document, board):
    return kind_of(board.kind).respondent(document, board.id)


def text_of(pdf):
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(io.BytesIO(pdf)))


def test_each_1_to_1_has_a_board_of_its_own_that_only_it_turns_to(held):
    _, community = held
    document = community.document
    assert len(set(community.boards)) == len(set(community.sessions)) == 12
    for person, session_id, board_id in zip(community.people, community.sessions, community.boards, strict=True):
        assert document.get(OneToOne, session_id).person_id == person.id
        assert document.get(Respondent, board_id).person_id == person.id
        assert document.get(Respondent, board_id).organization == person.organization
        assert {each.board_id for each in segments_of(document, session_id) if each.board_id} == {board_id}
        assert sum(each.board_id == board_id for each in document.every(OwnAnswer)) == 28
        turned = {each.session_id for each in document.every(Segment) if each.board_id == board_id}
        assert turned == {session_id}


def test_no_title_names_a_person(held):
    _, community = held
    titles = " ".join(each.title for each in community.document.every(Board))
    assert not [each.name for each in community.people if each.name in titles]


def test_the_summary_obeys_the_rules_and_holds_nothing_of_anybody(held):
    _, community = held
    document = community.document
    (log,) = document.every(SummaryRelease)
    assert (log.band, log.group_least, log.cell_least) == ("10-19", 5, 3)
    lines = [each for each in document.every(SummaryLine) if each.board_id == log.board_id]
    assert len([each for each in lines if each.sort == "dimension"]) == 7
    assert all(each.median is None or float(each.median * 2).is_integer() for each in lines)
    themes = {each.item for each in lines if each.sort == "theme"}
    assert themes == {"constraint.time", "opportunity.renewal_window"}  # connectivity: of one organization only
    for each in (lines, log, kind_of("group_summary").view(document, log.board_id)):
        assert not private_words(community, repr(each))


def test_the_group_never_sees_whose_answers_they_are(held):
    _, community = held
    assert len(community.seen_by_the_group) > 10
    assert any("From 10–19 organizations" in each for each in community.seen_by_the_group)
    for each in community.seen_by_the_group:
        assert not private_words(community, each)
        assert not [person.organization for person in community.people if person.organization in each]
    turned = {each.board_id for each in segments_of(community.document, community.group_session) if each.board_id}
    assert turned.isdisjoint(community.boards)


def test_everybody_gets_their_own_results_and_nobody_elses(held, timed, tmp_path):
    _, community = held
    everybody = recipients(community.document, DAY, cohort_id=story.COHORT)
    assert len(everybody) == 12
    began = time.monotonic()
    summary = write_personal_packs(
        community.document, HandoutOrder("letter", "en", "personal", day=DAY), everybody, tmp_path
    )
    timed["twelve personal packs"] = time.monotonic() - began
    assert [line.became for line in summary.lines] == ["written"] * 12
    packs = {line.person_id: text_of(line.path.read_bytes()) for line in summary.lines}
    for number, person in enumerate(community.people):
        its = packs[person.id]
        assert CANARY[number] in its
        assert person.organization in its
        assert "Digital capacity" in its
        assert f"{person.organization} – Digital transformation checklist" in " ".join(its.split())
        assert not private_words(community, its, but=number)
        assert not [each.organization for each in community.people if each != person and each.organization in its]
        assert "From 10–19 organizations" in its


def test_a_pack_for_the_group_leaves_all_of_it_out(held, timed):
    _, community = held
    began = time.monotonic()
    made = text_of(make_handout(community.document, HandoutOrder("letter", "en", day=DAY)).pdf)
    timed["the pack of the group"] = time.monotonic() - began
    assert "From 10–19 organizations" in made
    assert not private_words(community, made)
    assert not [each.organization for each in community.people if each.organization in made]


def test_the_file_opens_again_with_the_same_document(held, timed):
    path, community = held
    before = community.document
    community.console.close()
    began = time.monotonic()
    with open_engagement(path) as again:
        timed["opening again"] = time.monotonic() - began
        assert again.journal.document == before
        undone = again.journal.undo()
        assert undone.change.label == "add_session"


def private_words(community, text, but=None):
    """The canaries and names of everybody, but of one person, that stand in a text."""
    found = [word for number, word in enumerate(CANARY) if word in text and number != but]
    return found + [each.name for number, each in enumerate(community.people) if each.name in text and number != but]
