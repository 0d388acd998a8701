"""A file of version 1 becomes one of today with nothing lost."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, StakeholderNote, Web
from facilitator.domain.engagement import Board
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample

OLD = Path(__file__).parents[1] / "data" / "version-1.facilitator"


def shape(path):
    """Columns and references of every table, whatever the order of the columns."""
    with closing(sqlite3.connect(path)) as tool:
        names = [row[0] for row in tool.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {
            name: (
                sorted((row[1], row[2], row[3], row[5]) for row in tool.execute(f"PRAGMA table_info({name})")),
                sorted((row[2], row[3], row[4]) for row in tool.execute(f"PRAGMA foreign_key_list({name})")),
                sorted(
                    tuple(part[2] for part in tool.execute(f"PRAGMA index_info({row[1]})"))
                    for row in tool.execute(f"PRAGMA index_list({name})")
                ),
            )
            for name in names
        }


def test_a_file_of_version_1_opens_whole_and_looks_like_a_new_one(tmp_path):
    old, new = tmp_path / "old.facilitator", tmp_path / "new.facilitator"
    shutil.copyfile(OLD, old)
    with open_engagement(old) as engagement:
        document = engagement.journal.document
        assert engagement.faults() == []
        assert len(list(document.every(Stakeholder))) == 20
        assert document.get(Stakeholder, "developers").level_wanted
        assert document.get(StakeholderNote, "developers").text
        assert {tie.strength for tie in document.every(Relationship)} == {2}
        web = next(document.every(Web))
        assert (web.state, web.level_labels, web.decision_date) == ("draft", "iap2", None)
        assert len(list(document.every(Board))) == 3
    found_engagement(new, founding_of_sample("en")).close()
    assert shape(old) == shape(new)
    assert (tmp_path / "old.version-1.facilitator").read_bytes()
