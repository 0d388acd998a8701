"""Who takes part, how long and with whom, changes no screen, view or handout that participants get."""

from datetime import date
from typing import get_args

import pytest
from pypdfium2 import PdfDocument

from facilitator.catalogue import kind_of
from facilitator.command_line import cli
from facilitator.content.theme import theme
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.participation import Attendance, Enrolment, Shuffle, ShuffledPerson
from facilitator.domain.poll import Poll
from facilitator.domain.program import Cohort, Program
from facilitator.domain.screens import ScreenKind, ScreenWanted
from facilitator.domain.view import Showing
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_of
from facilitator.ui.stage.screen_picture import screen_picture

TOKEN = "Zqxj"
OF_PEOPLE = (Person, Attendance, Enrolment, Shuffle, ShuffledPerson)


@pytest.fixture(scope="module")
def documents():
    """The sample with people in everything, and without any."""
    records = [each for each in founding_of_sample("en").added() if not isinstance(each, OF_PEOPLE)]
    program = [Program(id="pr", number=1, title="Program"), Cohort(id="co", program_id="pr", number=1, title="Spring")]
    session = next(each for each in records if isinstance(each, Session))
    people = [
        Person(
            id=f"x{n}",
            name=f"{TOKEN} name {n}",
            organization=f"{TOKEN} org",
            pronunciation=f"{TOKEN} said",
            pronouns=f"{TOKEN} pronouns",
            note=f"{TOKEN} note",
        )
        for n in range(4)
    ]
    rows = [
        *(Enrolment(id=f"e{n}", cohort_id="co", person_id=f"x{n}") for n in range(4)),
        *(
            Attendance(id=f"a{n}", session_id=session.id, person_id=f"x{n}", presence="present", minutes=7777, joins=3)
            for n in range(4)
        ),
        Shuffle(id="sh", session_id=session.id, number=1, size=2),
        *(ShuffledPerson(id=f"sp{n}", shuffle_id="sh", person_id=f"x{n}", group=1, place=n + 1) for n in range(4)),
    ]
    return Document.of([*records, *program, *people, *rows]), Document.of([*records, *program])


def test_views_and_screens_are_the_same_without_people(documents):
    peopled, _ = documents
    for board in peopled.every(Board):
        kind = kind_of(board.kind)
        seen, clean = (kind.view(each, board.id, Showing(day=date(2027, 1, 14))) for each in documents)
        assert seen == clean
        assert TOKEN not in repr(kind.picture(seen, theme()))
    abouts = {
        "read_back": [each.id for each in peopled.every(Board)],
        "poll": [each.id for each in peopled.every(Poll)],
    }
    for name in get_args(ScreenKind):
        for about in abouts.get(name, [each.id for each in peopled.every(Session)]):
            seen, clean = (screen_of(each, ScreenWanted(name, about)) for each in documents)
            assert seen == clean
            assert TOKEN not in repr(screen_picture(seen, theme()))


@pytest.mark.slow
@pytest.mark.parametrize("pack", ["participants", "value"])
def test_handouts_hold_no_name(documents, pack, tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    texts = []
    for number, document in enumerate(documents):
        path, out = tmp_path / f"{number}.facilitator", tmp_path / f"out{number}"
        found_engagement(path, Change("found_engagement", adding(document.records()))).close()
        out.mkdir()
        assert cli.run(["handout", str(path), "--out", str(out), "--pack", pack]) == 0
        (pdf,) = (PdfDocument(file) for file in out.glob("*.pdf"))
        texts.append("\n".join(page.get_textpage().get_text_bounded() for page in pdf))
    assert TOKEN not in texts[0]
    assert texts[0] == texts[1]
