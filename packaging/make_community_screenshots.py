"""Makes the pictures of docs/community_of_practice.md from the running app:

python packaging/make_community_screenshots.py [FOLDER]

It goes through a community of twelve made-up municipalities as a facilitator does (tests/journeys/community_story.py),
and writes what stage, console and windows show, on a display of its own or offscreen.
"""

import io
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
os.environ["FACILITATOR_REDUCED_MOTION"] = "1"  # pictures of the end, not of the way there
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from pypdfium2 import PdfDocument
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.domain.engagement import Person
from facilitator.domain.language import Language
from facilitator.opening import found_engagement
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.templates import founding
from facilitator.ui.application import application
from facilitator.ui.dialogs.check_dialog import CheckDialog
from facilitator.ui.preferences import Preferences
from facilitator.workshop_windows import Workshop
from journeys import community_story as story

ROOT = Path(__file__).resolve().parents[1]
CONSOLE, TALL, STAGE = QSize(1280, 720), QSize(1280, 1000), QSize(960, 540)
COLOURS = 200
PAGE_SCALE = 0.8  # pixels a point
DAY = date(2027, 3, 1)


def main(folder: Path, language: Language = "en") -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application(language)
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "community.facilitator"
        found_engagement(path, founding("community_of_practice", language, title="River region")).close()
        settings = QSettings(str(Path(work) / "settings.ini"), QSettings.Format.IniFormat)
        facilitator = App(Words(language), "light", "1280x720", Preferences(settings))
        facilitator.open(path)
        workshop = facilitator.workshop
        assert workshop
        workshop.console.resize(CONSOLE)
        workshop.desk.today = lambda: DAY
        people = story.people_added(workshop.desk.journal)
        session_dialog(workshop, people[0].id, folder, app)
        board = during_the_one_to_one(workshop, people[0], folder, app)
        results(workshop, people, board, folder, app)
        summary(workshop, folder, app)
        checklists(workshop, people, folder, app)
        pack(workshop, people[1], language, folder)
        facilitator.close()


def session_dialog(workshop: Workshop, person_id: str, folder: Path, app: QApplication) -> None:
    """What is asked of a new 1:1."""
    console = workshop.console
    dialog = console.live.sessions.new_session(story.COHORT)
    for box, chosen in ((dialog.agenda, "agenda:capacity_1to1"), (dialog.people, person_id)):
        box.setCurrentIndex(box.findData(chosen))
        box.activated.emit(box.currentIndex())
    dialog.day.setText("2027-02-01")
    dialog.begins.setText("9:30")
    app.processEvents()
    save(dialog, folder / "session.png")
    dialog.done(0)


def during_the_one_to_one(workshop: Workshop, person: Person, folder: Path, app: QApplication) -> str:
    """Stage and console in the middle of the first 1:1; the id of its board."""
    desk, console = workshop.desk, workshop.console
    session_id, board = story.one_to_one(desk.journal, person, 0)
    lines = list(story.answers_of(0, ""))
    story.answered(desk.journal, board, iter(lines[:9]))
    console.live.agenda.refresh(desk.document)
    console.live.agenda.open_session(session_id)
    console.work.open(board)
    console.looking.to_stage()
    app.processEvents()
    save(workshop.stage, folder / "stage-statement.png", STAGE)
    save(console, folder / "console-1to1.png")
    story.answered(desk.journal, board, iter(lines[9:]))
    return board


def results(workshop: Workshop, people: Sequence[Person], board: str, folder: Path, app: QApplication) -> None:
    """The other eleven 1:1s, then what the first one came to, beside the list of all boards."""
    journal = workshop.desk.journal
    story.agreed_and_tagged(journal, board, 0)
    story.steps_chosen(journal, board)
    for number, person in enumerate(people[1:], start=1):
        _, its = story.one_to_one(journal, person, number)
        story.answered(journal, its, story.answers_of(number, ""))
        if number < len(people) - 1:
            story.agreed_and_tagged(journal, its, number)
    workshop.console.resize(TALL)
    workshop.console.work.open(its)
    app.processEvents()
    save(workshop.console.boards.parentWidget(), folder / "boards.png")
    workshop.console.resize(CONSOLE)


def summary(workshop: Workshop, folder: Path, app: QApplication) -> None:
    """The check before the release, then the summary in both of its forms on the stage."""
    desk, console = workshop.desk, workshop.console
    board = story.summary_board(desk.document)
    console.work.open(board)
    app.processEvents()
    check = console.inspector.entries.parts[0]
    check.add.click()
    window = console.findChildren(CheckDialog)[-1]
    window.resize(CONSOLE - QSize(40, 60))
    app.processEvents()
    save(window, folder / "check.png")
    window.looked.setChecked(True)
    window.enter()
    console.looking.to_stage()
    app.processEvents()
    save(workshop.stage, folder / "stage-summary.png", STAGE)
    desk.showings.choose(board, form="talk")
    console.looking.to_stage()
    app.processEvents()
    save(workshop.stage, folder / "stage-talk.png", STAGE)


def checklists(workshop: Workshop, people: Sequence[Person], folder: Path, app: QApplication) -> None:
    """The checklists of all organizations side by side."""
    journal, kind = workshop.desk.journal, workshop.desk.kinds.of("checklist")
    for number, person in enumerate(people):
        board = story.checklist_for(journal, person)
        items = [each.id for each in kind.items(kind.view(journal.document, board))]
        journal.do(kind.regroup(journal.document, items[: 3 + number % 4], "done"))
        journal.do(kind.regroup(journal.document, items[8 : 12 + number % 3], "under_way"))
    overview = workshop.console.live.overview.open()
    assert overview
    overview.turn_to(1)
    app.processEvents()
    save(overview, folder / "checklists.png")
    overview.reject()


def pack(workshop: Workshop, person: Person, language: Language, folder: Path) -> None:
    """The first two pages of one organization's own results, side by side."""
    document = workshop.desk.document
    made = make_handout(document, HandoutOrder("letter", language, pack="personal", person_id=person.id, day=DAY))
    pages = PdfDocument(io.BytesIO(made.pdf))
    first = next(entry.get_dest().get_index() for entry in pages.get_toc() if person.organization in entry.get_title())
    drawn = [pages[number].render(scale=PAGE_SCALE).to_pil() for number in (first, first + 1)]
    both = Image.new("RGB", (sum(each.width for each in drawn) + 20, drawn[0].height), "#808080")
    both.paste(drawn[0], (0, 0))
    both.paste(drawn[-1], (drawn[0].width + 20, 0))
    path = folder / "pack.png"
    both.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path, path.stat().st_size)


def save(window: QWidget, path: Path, size: QSize = CONSOLE) -> None:
    """Grab a window, no larger than `size`, in few colours so that the file is small."""
    image = window.grab().toImage()
    if image.width() > size.width():
        image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if not image.save(str(path)):
        raise SystemExit(f"{path} could not be written")
    with Image.open(path) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "community")
