"""What several people filled in: who they are, where they differ, and what is taken."""

import io
from datetime import date

import pikepdf
import pytest

from boards.checklist.lists import document, entry
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.filled_forms import (
    Pick,
    disputed,
    filled_in,
    mended,
    proposed,
    rivals,
    taken,
    told_apart,
    told_left,
    told_where,
    unsettled,
    with_folders,
)
from facilitator.catalogue import KINDS
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.participation import OneToOne
from facilitator.domain.refusal import EditRejected, ImportRefused, StoreError
from facilitator.domain.twin import Twin, twin_id
from facilitator.exchange.filled_form import document_mark
from facilitator.handouts.metadata import DOCUMENT_KEY

EN = Words("en")
TODAY = date(2026, 11, 22)  # a Sunday


def paper(answers: dict[str, str], *, title="Permits", board="c", version="1", kind="checklist", at_first="") -> bytes:
    """A small PDF with these fields filled in; a box to tick holds "1"."""
    pdf, groups = pikepdf.new(), {}
    pdf.add_blank_page()
    for name, said in answers.items():
        group, _, part = name.partition(".")
        ticks = part == "done"
        now = pikepdf.Name("/Yes" if said else "/Off") if ticks else pikepdf.String(said)
        first = pikepdf.Name.Off if ticks else pikepdf.String(at_first)
        groups.setdefault(group, []).append(pikepdf.Dictionary(T=pikepdf.String(part), V=now, DV=first))
    fields = [pikepdf.Dictionary(T=pikepdf.String(group), Kids=pikepdf.Array(kids)) for group, kids in groups.items()]
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields))
    pdf.docinfo[DOCUMENT_KEY] = pikepdf.String(document_mark(kind, version, title, board))
    whole = io.BytesIO()
    pdf.save(whole)
    return whole.getvalue()


def read(held: Document, answers: dict[str, str], source="a.pdf", **options):
    board_id = options.pop("asked", None)
    kinds = {kind.id: kind for kind in KINDS}
    return filled_in(held, paper(answers, **options), kinds.get, EN, today=TODAY, source=source, board_id=board_id)


def entry_with(item, **fields):
    return ChecklistEntry(id=f"c.{item}", board_id="c", item=item, **fields)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Zoë  Nguyễn ", "Zoë Nguyễn"),
        ("", "back from Zoë"),
        ("\u202eeoZ", "back from Zoë"),  # letters that read backwards are no name
        ("x" * 3000, "x" * 60),
        ("<b>Zoë</b>", "<b>Zoë</b>"),
    ],
)
def test_a_person_is_whom_the_form_names_else_what_the_file_is_called(name, person):
    assert read(document(), {"about.name": name, "v1.owner": "x"}, "back from Zoë.pdf").person == person


def test_what_people_say_differently_is_disputed_and_ways_to_write_the_same_are_not():
    both = [
        read(document(), {"v1.owner": "Clerk", "v1.due": "2027-01-14", "v2.owner": "A", "v1.comment": "x"}),
        read(document(), {"v1.owner": "Council", "v1.due": "14 janv. 2027", "v2.owner": " A ", "v1.comment": "y"}),
        read(document(), {"v1.owner": "Clerk", "v2.due": "soon"}),
    ]
    mine, other, again = (Pick(file, "v1.owner") for file in range(3))
    assert disputed(both) == {mine, other, again}
    assert rivals(both, mine) == rivals(both, again) == {other}
    assert rivals(both, other) == {mine, again}
    assert rivals(both, Pick(0, "v1.due")) == frozenset()


def test_what_is_proposed_is_new_where_the_board_says_nothing():
    held = document().after(Change("x", adding([entry_with("v3", owner="Council", evidence="Minutes")])))
    both = [
        read(
            held, {"v1.owner": "Clerk", "v1.done": "1", "v3.owner": "Clerk", "v3.comment": "Photos", "v4.due": "soon"}
        ),
        read(held, {"v1.owner": "Council", "v2.owner": "Clerk"}),
    ]
    assert proposed(both) == {Pick(0, "v1.done"), Pick(1, "v2.owner")}  # no comment: everybody will read it


def test_what_was_in_the_file_from_the_start_and_was_changed_is_not_proposed():
    held = document().after(Change("x", adding([entry_with("v3", owner="Council")])))
    both = [read(held, {"v3.owner": "Clerk"}, at_first="Council")]
    assert both[0].answers[0].fate == "new"
    assert proposed(both) == frozenset()


def test_several_people_go_onto_several_boards_in_one_step():
    held = document().after(Change("x", adding([Board(id="d", number=2, kind="checklist", title="Second")])))
    files = [
        read(held, {"about.name": "Zoë", "v1.owner": "Clerk", "v1.comment": "Yes"}),
        read(held, {"about.name": "Idris", "v1.comment": "No", "v2.owner": "left"}),
        read(held, {"v1.owner": "Council"}, board="d"),
    ]
    picks = [Pick(0, "v1.owner"), Pick(0, "v1.comment"), Pick(1, "v1.comment"), Pick(2, "v1.owner")]
    step = taken(held, files, picks, EN)
    assert step.label == "take_answers"
    after = held.after(step)
    first = entry(after, "v1")
    assert (first.owner, first.evidence) == ("Clerk", "Yes\nNo")
    named = held.after(taken(held, files, picks, EN, named=True))
    assert entry(named, "v1").evidence == "Zoë: Yes\nIdris: No"
    assert {each.after.id: each.after.owner for each in step.swaps} == {"c.v1": "Clerk", "d.v1": "Council"}


def test_two_days_for_one_item_are_disputed_and_a_day_waits_for_whom_it_was_said_of():
    both = [
        read(document(), {"about.name": "Sam", "v1.owner": "Dana", "v1.due": "15 Jan", "v2.due": "Friday"}),
        read(document(), {"about.name": "Priya", "v1.owner": "Lee", "v2.due": "18 Dec", "v3.due": "18 Dec"}),
    ]
    assert disputed(both) == {Pick(file, id) for file in (0, 1) for id in ("v1.owner", "v2.due")}
    assert unsettled(both) == disputed(both) | {Pick(0, "v1.due")}
    assert proposed(both) == {Pick(1, "v3.due")}
    assert told_apart(both, Pick(0, "v1.due"), EN) == "Sam: Dana by 15 January 2027 · Priya: Lee"
    assert told_apart(both, Pick(1, "v2.due"), EN) == "Sam: by 27 November 2026 · Priya: by 18 December 2026"


def test_what_one_person_wrote_illegibly_keeps_another_answer_from_being_proposed():
    both = [read(document(), {"v1.due": "05/06/2027"}, "a.pdf"), read(document(), {"v1.due": "2027-06-05"}, "b.pdf")]
    assert proposed(both) == frozenset()
    assert told_apart(both, Pick(1, "v1.due"), EN) == "a: 05/06/2027 · b: by 5 June 2027"


def test_what_cannot_be_read_may_be_written_anew_and_what_was_said_is_kept():
    first = read(document(), {"v1.due": "soon", "v1.owner": "Clerk"})
    once = mended(document(), first, "v1.due", " 05/06/2027 ", EN)
    assert [each.fate for each in once.answers] == ["new", "rejected"]
    again = mended(document(), once, "v1.due", "1 March", EN)
    assert [(each.said, each.means, each.fate) for each in again.answers][1] == ("1 March", "2027-03-01", "new")
    assert again.at_first == {"v1.due": "soon"}
    assert mended(document(), again, "v1.due", "  ", EN) is again
    after = document().after(taken(document(), [again], [Pick(0, "v1.due")], EN))
    assert entry(after, "v1").due == date(2027, 3, 1)


def test_what_is_left_is_told_without_names():
    both = [read(document(), {"v1.owner": "Dana", "v2.comment": "No"}), read(document(), {"v1.owner": "Lee"}, "b.pdf")]
    assert told_left(both, [Pick(0, "v1.owner")]) == "v2 Comment, evidence, v1 Owner"
    assert told_left(both, []) == "v1 Owner, v2 Comment, evidence"
    assert told_left(both, [Pick(0, "v1.owner"), Pick(0, "v2.comment"), Pick(1, "v1.owner")]) == ""


def test_a_comment_that_came_in_without_a_name_is_nothing_new():
    before = document().after(Change("x", adding([entry_with("v1", evidence="Minutes")])))
    files = [read(before, {"about.name": "Zoë", "v1.comment": "Two\nlines"})]
    held = before.after(taken(before, files, [Pick(0, "v1.comment")], EN))
    assert entry(held, "v1").evidence == "Minutes\nTwo\nlines"
    assert read(held, {"about.name": "Zoë", "v1.comment": "Two\nlines"}).answers == ()


def test_taking_nothing_and_a_board_that_is_gone_are_refused():
    files = [read(document(), {"v1.owner": "Clerk"})]
    with pytest.raises(EditRejected, match="nothing_to_do"):
        taken(document(), files, [], EN)
    without = Document.of([each for each in document().records() if each.id != "c"])
    with pytest.raises(EditRejected, match="gone"):
        taken(without, files, [Pick(0, "v1.owner")], EN)


def test_a_file_of_an_engagement_of_another_title_is_strange_and_nothing_of_it_proposed():
    (strange,) = files = [read(document(), {"v1.owner": "Clerk"}, title="Somebody else’s permits")]
    assert strange.is_strange
    assert proposed(files) == frozenset()
    assert not read(document(), {"v1.owner": "Clerk"}).is_strange


def test_a_file_that_was_handed_out_without_names_is_not_strange():
    for title in ("Anonymous pack", "Trousse anonyme"):
        assert not read(document(), {"v1.owner": "Clerk"}, title=title).is_strange


def test_the_title_in_the_other_language_is_the_same_engagement():
    title = Twin(
        id=twin_id(Engagement.type_name(), "engagement", "title"),
        of_type=Engagement.type_name(),
        of_id="engagement",
        field="title",
        source="Permits",
        text="Permis",
    )
    held = document().after(Change("x", adding([title])))
    assert not read(held, {"v1.owner": "Clerk"}, title="Permis").is_strange
    assert read(held, {"v1.owner": "Clerk"}, title="Permissions").is_strange


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"version": "99"}, "filled_newer"),
        ({"kind": "mystery"}, "filled_newer"),
        ({"kind": "value_board"}, "filled_newer"),
        ({"board": "elsewhere"}, "filled_elsewhere"),
    ],
)
def test_what_belongs_elsewhere_is_refused(options, key):
    with pytest.raises(ImportRefused) as refusal:
        read(document(), {"v1.owner": "x"}, **options)
    assert refusal.value.key == key


def test_a_board_that_is_asked_for_takes_the_place_of_the_one_in_the_file():
    assert read(document(), {"v1.owner": "x"}, board="elsewhere", asked="c").board.id == "c"
    with pytest.raises(StoreError, match="board_unknown"):
        read(document(), {"v1.owner": "x"}, asked="nowhere")


def test_a_folder_stands_for_its_pdfs(tmp_path):
    for name in ("b.PDF", "a.pdf", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in with_folders([tmp_path, tmp_path / "notes.txt"])] == ["a.pdf", "b.PDF", "notes.txt"]


def with_records(held: Document, *records):
    return held.after(Change("x", tuple(Swap(None, each) for each in records)))


def with_own(*names):
    """The group's checklist, "c", and one that a 1:1 with each of these people works on."""
    held = document()
    for number, name in enumerate(names, start=2):
        its = name.lower()
        held = with_records(
            held,
            *(
                Person(id=its, name=f"{name} Roy"),
                Board(id=f"own_{its}", number=number, kind="checklist", title=f"Checklist {number}", question=""),
                Session(id=f"s_{its}", number=number, title="1:1"),
                OneToOne(id=f"s_{its}", person_id=its),
                Segment(id=f"g_{its}", session_id=f"s_{its}", number=1, minutes=9, title="", board_id=f"own_{its}"),
            ),
        )
    return held


def test_what_somebody_filled_in_goes_to_a_board_of_their_own():
    held = with_own("Ana", "Ben")
    files = [read(held, {"v1.done": "1", "about.name": name}) for name in ("ana roy", "Ben Roy", "Cy")]
    assert [each.board.id for each in files] == ["own_ana", "own_ben", "c"]
    assert [each.is_own for each in files] == [True, True, False]
    change = taken(held, files, proposed(files), EN)
    done = {each.board_id for each in held.after(change).every(ChecklistEntry) if each.status == "done"}
    assert done == {"own_ana", "own_ben", "c"}
    assert told_where(files, proposed(files), EN) == "To boards of their own: ana roy, Ben Roy."


def test_it_stays_with_its_board_where_that_is_somebodys_or_asked_for_or_nobody_is_meant():
    held = with_own("Ana", "Ben")
    ben = {"v1.done": "1", "about.name": "Ben Roy"}
    assert read(held, ben, board="own_ana").board.id == "own_ana"
    assert read(held, ben, asked="c").board.id == "c"
    twice = with_records(held, Person(id="ben2", name="Ben Roy"))
    assert read(twice, ben).board.id == "c"
    assert told_where([read(twice, ben)], proposed([read(twice, ben)]), EN) == ""
