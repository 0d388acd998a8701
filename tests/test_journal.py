"""The journal against the simplest model there is: a list of snapshots, also across closing and opening again."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engagements import RECORD_TYPES, adding_stakeholder, founding, journal_of, new_file, stakeholder
from facilitator.boards.assessment.model import SummaryRelease
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.entry import Entry
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.journal import Journal, Mark
from facilitator.opening import found_engagement
from facilitator.store.engagement_file import EngagementFile


class JournalAgainstSnapshots(RuleBasedStateMachine):
    """Random do, undo, redo, close and open again; `past` and `future` are whole documents."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "town.facilitator"
        self.file = new_file(self.path)
        self.journal = journal_of(self.file)
        self.past: list[Document] = []
        self.now = self.journal.document
        self.future: list[Document] = []
        self.marks = [(self.journal.mark, self.now)]
        self.number = 0

    def _did(self) -> None:
        self.past.append(self.now)
        self.now = self.journal.document
        self.future.clear()

    @rule(name=st.text(alphabet="abcé <&\U0001f642", min_size=1, max_size=5))
    def add(self, name: str) -> None:
        self.number += 1
        self.journal.do(adding_stakeholder(self.number, name))
        self._did()

    @rule(data=st.data())
    def change_or_remove(self, data: st.DataObject) -> None:
        there = sorted(self.now.every(Stakeholder), key=lambda each: each.id)
        if not there:
            return
        one = data.draw(st.sampled_from(there))
        if data.draw(st.booleans()):
            self.journal.do(Change("delete", removing((one,))))
        else:
            self.journal.do(Change("move", (Swap(one, one.having(ring=one.ring % 4 + 1)),)))
        self._did()

    @rule()
    def undo(self) -> None:
        if len(self.past) == 0:
            with pytest.raises(EditRejected):
                self.journal.undo()
            return
        self.journal.undo()
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.future:
            with pytest.raises(EditRejected):
                self.journal.redo()
            return
        self.journal.redo()
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def close_and_open_again(self) -> None:
        self.file.close()
        self.file = EngagementFile.open(self.path, RECORD_TYPES)
        self.journal = journal_of(self.file)

    @precondition(lambda self: hasattr(self, "journal"))
    @invariant()
    def memory_is_the_model(self) -> None:
        assert self.journal.document == self.now
        assert (self.journal.undo_label is not None) == bool(self.past)
        assert (self.journal.redo_label is not None) == bool(self.future)
        if self.journal.mark != self.marks[-1][0]:
            self.marks.append((self.journal.mark, self.now))

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.marks) - 1))
        documents = self.journal.documents_since(self.marks[place][0])
        assert documents == [document for _, document in self.marks[place:]]

    def teardown(self) -> None:
        if hasattr(self, "file"):
            assert self.file.load() == self.now
            assert self.file.scrutinize() == []
            self.file.close()
            self.folder.cleanup()


TestJournalAgainstSnapshots = pytest.mark.slow(JournalAgainstSnapshots.TestCase)
TestJournalAgainstSnapshots.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


@pytest.fixture
def file(tmp_path):
    opened = new_file(tmp_path / "town.facilitator")
    yield opened
    opened.close()


@pytest.fixture
def journal(file) -> Journal:
    return journal_of(file)


def test_a_stale_edit_changes_nothing(journal):
    journal.do(adding_stakeholder(1))
    before = journal.document
    with pytest.raises(EditRejected) as refusal:
        journal.do(Change("move", (Swap(stakeholder(1, "Somebody else"), stakeholder(1).having(ring=4)),)))
    assert refusal.value.key == "stale"
    assert journal.document is before


def test_a_failed_save_leaves_memory_and_file_as_they_were(journal, file):
    """The foreign key is checked at COMMIT: nothing of the change may stay, in memory or on disk."""
    orphan = stakeholder(1).having(board_id="no such board")
    with pytest.raises(StoreError) as refusal:
        journal.do(Change("add_stakeholder", (Swap(None, orphan),)))
    assert refusal.value.key == "refers_to_nothing"
    assert list(journal.document.every(Stakeholder)) == []
    assert file.load() == journal.document
    journal.do(adding_stakeholder(1))
    assert file.load() == journal.document


def test_listeners_hear_after_the_commit_and_may_not_edit(journal, file):
    heard = []

    def listener(change):
        heard.append((change.label, file.load() == journal.document))
        journal.do(adding_stakeholder(2))

    journal.subscribe(listener)
    with pytest.raises(ExceptionGroup, match="listeners failed"):
        journal.do(adding_stakeholder(1))
    assert heard == [("add_stakeholder", True)]
    assert len(list(journal.document.every(Stakeholder))) == 1


def test_an_ended_subscription_hears_nothing(journal):
    heard = []
    end = journal.subscribe(heard.append)
    journal.do(adding_stakeholder(1))
    end()
    journal.do(adding_stakeholder(2))
    assert len(heard) == 1


def test_the_labels_name_the_steps(journal):
    journal.do(adding_stakeholder(1))
    assert (journal.undo_label, journal.redo_label) == ("add_stakeholder", None)
    saved = journal.undo()
    assert saved.change.label == "add_stakeholder"
    assert (journal.undo_label, journal.redo_label) == (None, "add_stakeholder")


def test_an_empty_change_is_refused(journal):
    with pytest.raises(EditRejected) as refusal:
        journal.do(Change("nothing", ()))
    assert refusal.value.key == "nothing_to_do"


def test_a_mark_of_another_file_or_of_a_newer_copy_is_not_known(journal, file, tmp_path):
    other_file = new_file(tmp_path / "other.facilitator")
    other = journal_of(other_file)
    for each, name in ((journal, "Clerk"), (other, "Mayor")):
        each.do(adding_stakeholder(1, name))
    assert journal.knows(journal.mark)
    assert not journal.knows(other.mark)
    older = journal.mark
    journal.do(adding_stakeholder(2))
    assert journal.knows(older)
    for mark in (other.mark, Mark(99, older.hash), Mark(0, older.hash)):
        assert not journal.knows(mark)
        with pytest.raises(ValueError, match="no step"):
            journal.documents_since(mark)
    other_file.close()


def test_a_step_that_was_tampered_with_is_not_taken_back(journal, file):
    mark = journal.mark
    for number in (1, 2, 3):
        journal.do(adding_stakeholder(number))
    assert [len(list(each.every(Stakeholder))) for each in journal.documents_since(mark)] == [0, 1, 2, 3]
    file._connection.exec_driver_sql("UPDATE journal SET swaps = replace(swaps, 'Clerk', 'Mayor') WHERE seq = 3")
    with pytest.raises(ValueError, match="step 3 is damaged"):
        journal.documents_since(mark)


def test_a_step_that_does_not_fit_what_is_there_is_not_taken_back(journal, file):
    mark = journal.mark
    journal.do(adding_stakeholder(1))
    last = file.last_entry()
    forged = Entry.sealed(
        file.entry(last.seq - 1), at=last.at, step="do", label="x", swaps=_swaps(2), undo_top=0, redo_top=0
    )
    sql = "UPDATE journal SET swaps = ?, label = ?, undo_top = 0, hash = ? WHERE seq = ?"
    file._connection.exec_driver_sql(sql, (forged.swaps, forged.label, forged.hash, forged.seq))
    with pytest.raises(ValueError, match="does not fit"):
        journal.documents_since(mark)


def test_a_step_that_is_missing_is_not_known(journal, file):
    journal.do(adding_stakeholder(1))
    mark = journal.mark
    journal.do(adding_stakeholder(2))
    file._connection.exec_driver_sql(f"DELETE FROM journal WHERE seq = {mark.seq}")
    assert not journal.knows(mark)


def _swaps(number):
    return Codec(RECORD_TYPES).encode(adding_stakeholder(number).swaps)


def test_undo_ends_at_what_others_may_have_seen(tmp_path):
    """A release that could be taken out of its log would let the next one give away who changed since."""
    with found_engagement(tmp_path / "town.facilitator", founding()) as engagement:
        journal = engagement.journal
        journal.do(adding_stakeholder(1))
        board = next(journal.document.every(Board))
        release = SummaryRelease(
            id="r1",
            board_id=board.id,
            number=1,
            released_on=date(2027, 1, 14),
            band="5-9",
            group_least=5,
            cell_least=3,
            members="m",
            answers="a",
        )
        journal.do(Change("release_summary", adding((release,))))
        seen = journal.document
        with pytest.raises(EditRejected) as refused:
            journal.undo()
        assert refused.value.key == "undo_ends"
        assert journal.document == seen
        assert journal.undo_ends
        journal.do(adding_stakeholder(2))
        assert not journal.undo_ends
