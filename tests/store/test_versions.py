"""A file of every older version becomes one of today with nothing lost."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.boards.assessment.model import Answer, Assessment, OwnAnswer, Respondent
from facilitator.boards.case_cards.model import CaseCard
from facilitator.boards.change_plan.model import AffectedGroup, EarlyWin, TeamRole
from facilitator.boards.feedback.model import FeedbackForm
from facilitator.boards.question_queue.model import Question
from facilitator.boards.speaker_series.model import Speaker, TakeAway
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, StakeholderNote, Web
from facilitator.boards.value_board.model import Card, CardLink, Kpi, PersonDots, ValueFrame
from facilitator.domain.brand import Brand
from facilitator.domain.chat import ChatLine
from facilitator.domain.commitment import Commitment
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.learning import Completion, Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Enrolment, OneToOne
from facilitator.domain.poll import Poll
from facilitator.domain.program import Cohort, Program
from facilitator.domain.twin import Twin
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.tables import SCHEMA_VERSION

DATA = Path(__file__).parents[1] / "data"

every_version = pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))


def copied(version: int, folder: Path) -> Path:
    """A copy of the file that the last release of this version wrote; opening it leaves the original alone."""
    old = folder / "old.facilitator"
    shutil.copyfile(DATA / f"version-{version}.facilitator", old)
    return old


def tables(tool):
    return [row[0] for row in tool.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def columns(tool, name):
    return [row[1] for row in tool.execute(f"PRAGMA table_info({name})")]


def rows(path, of):
    """The rows of some tables, these columns of them, in the order of the first, which is the id."""
    with closing(sqlite3.connect(path)) as tool:
        return {
            name: tool.execute(f"SELECT {', '.join(map(quoted, wanted))} FROM {name} ORDER BY 1").fetchall()
            for name, wanted in of.items()
        }


def quoted(name):
    return f'"{name}"'  # a card has a column called "column"


def shape(path):
    """Columns and references of every table, whatever the order of the columns."""
    with closing(sqlite3.connect(path)) as tool:
        return {
            name: (
                sorted((row[1], row[2], row[3], row[5]) for row in tool.execute(f"PRAGMA table_info({name})")),
                sorted((row[2], row[3], row[4]) for row in tool.execute(f"PRAGMA foreign_key_list({name})")),
                sorted(
                    tuple(part[2] for part in tool.execute(f"PRAGMA index_info({row[1]})"))
                    for row in tool.execute(f"PRAGMA index_list({name})")
                ),
            )
            for name in tables(tool)
        }


@every_version
def test_the_file_opens_whole_and_looks_like_a_new_one(version, tmp_path):
    old, new = copied(version, tmp_path), tmp_path / "new.facilitator"
    with open_engagement(old) as engagement:
        assert engagement.faults() == []
    found_engagement(new, founding_of_sample("en")).close()
    assert shape(old) == shape(new)
    with closing(sqlite3.connect(tmp_path / f"old.version-{version}.facilitator")) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (version,)


@every_version
def test_every_value_is_there_as_it_was(version, tmp_path):
    old = copied(version, tmp_path)
    with closing(sqlite3.connect(old)) as tool:
        of = {name: columns(tool, name) for name in tables(tool) if name != "journal"}
    before = rows(old, of)
    open_engagement(old).close()
    assert rows(old, of) == before
    assert min(len(before[name]) for name in ("stakeholder", "relationship", "card", "card_link", "segment")) > 5


@pytest.mark.parametrize("version", [1, 2])
def test_what_version_3_added_says_that_nothing_is_known(version, tmp_path):
    with open_engagement(copied(version, tmp_path)) as engagement:
        document = engagement.journal.document
        card = document.get(Card, "median_days")
        assert (card.code, card.column, card.group_id) == ("K1", "kpi", None)
        assert {link.note for link in document.every(CardLink)} == {""}
        assert not [*document.every(Kpi), *document.every(ValueFrame)]
        assert not [*document.every(Assessment), *document.every(Answer)]
        assert {(each.running_segment_id, each.started_at) for each in document.every(Session)} == {("", "")}
        assert {(each.fixed, each.minimum) for each in document.every(Segment)} == {(False, None)}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_version_4_added_says_that_nothing_is_known(version, tmp_path):
    with open_engagement(copied(version, tmp_path)) as engagement:
        document = engagement.journal.document
        assert {(each.cohort_id, each.begins) for each in document.every(Session)} == {(None, "")}
        assert {(each.board_id, each.form, each.large) for each in document.every(Segment)} == {(None, "", False)}
        assert {(each.pronunciation, each.pronouns, each.note) for each in document.every(Person)} == {("", "", "")}
        assert not [*document.every(Program), *document.every(Outcome), *document.every(Poll)]


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_what_version_5_added_says_that_nothing_is_known(version, tmp_path):
    with open_engagement(copied(version, tmp_path)) as engagement:
        document = engagement.journal.document
        assert {(each.kind, each.code, each.issuer) for each in document.every(Program)} <= {
            ("community_of_practice", "", "")
        }
        assert {(each.code, each.begins_on, each.capacity) for each in document.every(Cohort)} <= {("", None, None)}
        assert {
            (each.track_id, each.state, each.named, each.certificate_name) for each in document.every(Enrolment)
        } <= {(None, "active", True, "")}
        assert {each.summary for each in document.every(Assessment)} <= {False}
        assert not [*document.every(Twin), *document.every(Lesson), *document.every(Commitment), *document.every(Brand)]
        assert not [*document.every(OwnAnswer), *document.every(Respondent)]


@every_version
def test_what_version_6_added_says_that_nothing_is_known(version, tmp_path):
    with open_engagement(copied(version, tmp_path)) as engagement:
        document = engagement.journal.document
        assert {each.for_two for each in document.every(Session)} == {False}
        for added in (Speaker, TakeAway, Question, TeamRole, AffectedGroup, EarlyWin, CaseCard, FeedbackForm):
            assert not [*document.every(added)]


def test_what_was_learned_and_answered_comes_over_from_version_5(tmp_path):
    with open_engagement(copied(5, tmp_path)) as engagement:
        document = engagement.journal.document
        assert document.get(OwnAnswer, "capacity.p1").comment == "We tried."
        assert document.get(Respondent, "capacity").organization == "Town"
        assert document.get(Program, "program_1").kind == "microcourse"
        assert len(list(document.every(Lesson))) == 8
        assert [each.activity_id for each in document.every(Completion)]
        assert document.get(Commitment, "c1").principle == "user"
        assert document.get(OneToOne, "session_1").person_id == "p1"
        assert len(list(document.every(Twin))) > 20


def test_a_cohort_with_its_people_and_an_audit_come_over_from_version_4(tmp_path):
    with open_engagement(copied(4, tmp_path)) as engagement:
        document = engagement.journal.document
        assert len(list(document.every(Enrolment))) == 11
        assert document.get(Cohort, "cohort_1").title == "Fall 2026"
        assert document.get(Answer, "audit.aud_ux").level == 2


def test_a_running_session_and_its_chat_come_over_from_version_3(tmp_path):
    with open_engagement(copied(3, tmp_path)) as engagement:
        document = engagement.journal.document
        session = next(document.every(Session))
        assert session.running_segment_id == "session_1.1"
        assert session.segment_started_at == "2027-01-14T09:00:00+00:00"
        assert [line.author for line in document.every(ChatLine)] == ["Ana", "Bo"]
        assert [each.dots for each in document.every(PersonDots) if each.person == "Ana"] == [2]


def test_what_version_2_added_says_what_was_usual(tmp_path):
    with open_engagement(copied(1, tmp_path)) as engagement:
        document = engagement.journal.document
        assert document.get(Stakeholder, "developers").level_wanted
        assert document.get(StakeholderNote, "developers").text
        assert {tie.strength for tie in document.every(Relationship)} == {2}
        web = next(document.every(Web))
        assert (web.state, web.level_labels, web.decision_date) == ("draft", "iap2", None)
        assert len(list(document.every(Board))) == 3


def test_a_file_of_every_older_version_is_kept_for_these_tests():
    assert {path.name for path in DATA.glob("version-*")} == {
        f"version-{version}.facilitator" for version in range(1, SCHEMA_VERSION)
    }
