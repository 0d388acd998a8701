"""Feedback forms go out as PDFs without a name, come back filled in, and only sums and shuffled comments are kept."""

import io
from datetime import date
from hashlib import sha256

import pytest
from pikepdf import Dictionary, Name, Pdf, String

from boards.feedback.forms import BOARD, blank, typed
from facilitator.boards.feedback.filling import SHEET, comment_name, level_name, sheet_of
from facilitator.boards.feedback.model import FeedbackComment, FeedbackCount, FeedbackSheet
from facilitator.boards.feedback.reading import tallies
from facilitator.boards.filled_forms import Pick, filled_in, proposed, repeated, taken, told_left
from facilitator.catalogue import KINDS
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from filling_in import filled

EN = Words("en")
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """The form as it goes out."""
    return write_handout(
        blank(), tmp_path_factory.mktemp("out"), HandoutOrder("letter", "en", pack="feedback", day=DAY)
    ).read_bytes()


def came(document, *files: bytes):
    kinds = {kind.id: kind for kind in KINDS}
    return [
        filled_in(document, data, kinds.get, EN, today=DAY, source=f"Dana Smith {number}.pdf")
        for number, data in enumerate(files)
    ]


def answered(paper, levels, **comments) -> bytes:
    chosen = {level_name(statement): str(level) for statement, level in levels.items()}
    return filled(paper, chosen | {comment_name(question): text for question, text in comments.items()})


@pytest.fixture(scope="module")
def earlier(paper):
    """The form as an earlier make had it: a box for each level, and any number of them ticked."""
    whole = io.BytesIO()
    with Pdf.open(io.BytesIO(paper)) as pdf:
        for group in [each for each in pdf.Root.AcroForm.Fields if "/Kids" in each.Kids[0]]:
            for mark in group.Kids[0].Kids:
                level = next(key for key in mark.AP.N if key != "/Off")
                mark.T, mark.FT, mark.Parent = String(level[1:]), Name.Btn, group
                mark.V = mark.DV = mark.AS = Name.Off
                mark.AP.N = Dictionary(Yes=mark.AP.N[level], Off=mark.AP.N.Off)
                group.Kids.append(mark)
            del group.Kids[0]
        pdf.save(whole)
    return whole.getvalue()


def test_the_paper_has_one_page_no_field_for_a_name_and_no_author(paper):
    with Pdf.open(io.BytesIO(paper)) as pdf:
        assert len(pdf.pages) == 1
        names = {f"{group.T}.{field.T}" for group in pdf.Root.AcroForm.Fields for field in group.Kids}
        assert len(names) == 5 + 3
        assert not any("name" in name or "person" in name for name in names)
        assert "/Author" not in pdf.docinfo


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_the_longest_title_leaves_it_on_one_page(tmp_path, language, size):
    document = blank(language)
    board = document.get(Board, BOARD)
    long = board.having(title="Wide Meeting " * 15, question="How was it? " * 16)
    document = document.after(Change("edit_board", (Swap(board, long),)))
    path = write_handout(document, tmp_path, HandoutOrder(size, language, pack="feedback", day=DAY))
    with Pdf.open(io.BytesIO(path.read_bytes())) as pdf:
        assert len(pdf.pages) == 1


def test_sheets_become_sums_and_nothing_else(paper):
    """One step; no file name, no order, no tie between a comment and ticks, nor between two answers of one person."""
    document = blank()
    files = [
        answered(paper, {"useful": 5, "pace": 2}, helped="zebra", take="Mine"),
        answered(paper, {"useful": 5}, helped="apple"),
        answered(paper, {"useful": 4, "pace": 2}, helped="Apple pie"),
    ]
    found = came(document, *files)
    picks = proposed(found)
    assert len(picks) == 3
    change = taken(document, found, picks, EN)
    after = document.after(change)
    assert tallies(after, BOARD)["useful"] == (0, 0, 0, 1, 2)
    assert tallies(after, BOARD)["pace"] == (0, 2, 0, 0, 0)
    kept = [record for swap in change.swaps for record in (swap.after,) if record]
    assert {type(record) for record in kept} == {FeedbackCount, FeedbackComment, FeedbackSheet}
    assert len([each for each in kept if isinstance(each, FeedbackCount)]) == 3
    texts = [each.text for each in kept if isinstance(each, FeedbackComment)]
    assert texts == ["Apple pie", "apple", "zebra", "Mine"]  # by question and words
    marks = [each.mark for each in kept if isinstance(each, FeedbackSheet)]
    assert marks == sorted(marks)
    for hidden in ("Dana", "Smith", ".pdf"):
        assert hidden not in repr(change)
    backwards = taken(document, list(reversed(found)), picks, EN)

    def plain(each):
        return [record.having(id="x") for record in (swap.after for swap in each.swaps)]

    assert plain(backwards) == plain(change)  # the order in which files came is not kept


def test_the_preview_tells_nothing_of_what_is_in_a_sheet(paper):
    (one,) = came(blank(), answered(paper, {"useful": 1, "recommend": 2}, change="Zqxj"))
    (other,) = came(blank(), answered(paper, {"pace": 5}))
    assert one.answers == other.answers
    assert one.person == ""
    assert "Zqxj" not in repr(one.answers)
    assert not one.answers[0].settles


def test_a_sheet_is_not_counted_twice_unless_it_is_ticked(paper):
    document = blank()
    data = answered(paper, {"useful": 5})
    found = came(document, data, data)
    assert repeated(found) == {Pick(1, SHEET)}
    assert proposed(found) == {Pick(0, SHEET)}
    document = document.after(taken(document, found, proposed(found), EN))
    (again,) = came(document, data)
    assert (again.answers[0].fate, again.answers[0].why) == ("since", EN("feedback.sheet_counted"))
    assert proposed([again]) == frozenset()
    assert told_left([again], []) == EN("feedback.sheet")
    document = document.after(taken(document, [again], [Pick(0, SHEET)], EN))
    assert tallies(document, BOARD)["useful"] == (0, 0, 0, 0, 2)


def test_two_people_who_tick_alike_are_two_and_the_same_words_are_looked_at(paper):
    def saved_anew(data: bytes) -> bytes:
        whole = io.BytesIO()
        with Pdf.open(io.BytesIO(data)) as pdf:
            pdf.docinfo["/Producer"] = String("another viewer")
            pdf.save(whole)
        return whole.getvalue()

    silent, said = answered(paper, {"useful": 5}), answered(paper, {"useful": 5}, take="The map")
    found = came(blank(), silent, saved_anew(silent))
    assert repeated(found) == frozenset()
    found = came(blank(), said, saved_anew(said))
    assert repeated(found) == {Pick(1, SHEET)}
    document = blank().after(taken(blank(), found, proposed(found), EN))
    (again,) = came(document, saved_anew(said))
    assert (again.answers[0].fate, again.answers[0].why) == ("since", EN("feedback.sheet_alike"))


def test_the_mark_is_of_the_file_and_not_of_the_answers(paper):
    """From a mark of the answers, whoever has the engagement could try out who ticked what beside which comment."""
    data = answered(paper, {"useful": 3})
    (one,) = came(blank(), data)
    assert one.form.mark == sha256(data).hexdigest()
    change = taken(blank(), [one], [Pick(0, SHEET)], EN)
    (sheet,) = (record for record in change.added() if isinstance(record, FeedbackSheet))
    assert sheet.mark == one.form.mark[:4]


@pytest.mark.parametrize(
    ("ticks", "key"),
    [
        ({}, "sheet_blank"),
        ({"useful.1": "1", "useful.2": "1"}, "sheet_unclear"),
    ],
)
def test_what_can_not_be_counted_is_said(earlier, ticks, key):
    (found,) = came(blank(), filled(earlier, ticks))
    assert (found.answers[0].fate, found.answers[0].why) == ("rejected", EN(f"feedback.{key}"))
    assert proposed([found]) == frozenset()


def test_half_a_form_counts_and_two_ticks_in_a_line_of_an_earlier_one_do_not(earlier):
    (found,) = came(blank(), filled(earlier, {"useful.1": "1", "useful.2": "1", "pace.4": "1"}))
    assert sheet_of(found.form).levels == (("pace", 4),)
    assert (found.answers[0].fate, found.answers[0].why) == (
        "new",
        "1 line has two ticks or more and is not counted.",
    )


def test_of_each_line_one_mark_can_be_chosen_and_it_is_read(paper):
    with Pdf.open(io.BytesIO(paper)) as pdf:
        fields = [field for group in pdf.Root.AcroForm.Fields for field in group.Kids if "/Kids" in field]
        assert [[sorted(mark.AP.N) for mark in field.Kids] for field in fields] == [
            [[f"/{level}", "/Off"] for level in range(1, 6)]
        ] * 5
        assert {(int(field.Ff) >> 15 & 1, str(field.V)) for field in fields} == {(1, "/Off")}
    (found,) = came(blank(), filled(paper, {"useful.level": "2", "pace.level": ""}))
    assert sheet_of(found.form).levels == (("useful", 2),)


def test_a_comment_that_can_not_stand_is_said_with_its_sheet(paper):
    (found,) = came(blank(), answered(paper, {"pace": 4}, take="x" * 2001))
    assert found.answers[0].fate == "rejected"
    assert "2000" in found.answers[0].why


def test_nothing_is_taken_for_no_sheet():
    with pytest.raises(EditRejected):
        taken(blank(), [], [], EN)


def test_live_answers_and_sheets_add_up(paper):
    document = typed(blank(), "F1 5x2")
    found = came(document, answered(paper, {"useful": 5}))
    assert tallies(document.after(taken(document, found, proposed(found), EN)), BOARD)["useful"] == (0, 0, 0, 0, 3)
