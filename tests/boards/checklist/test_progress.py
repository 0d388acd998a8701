"""How far somebody has come with a checklist: what counts as answered, and as carried out."""

import pytest

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.described import Progress
from facilitator.catalogue import kind_of
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board


@pytest.mark.parametrize(
    ("status", "evidence", "progress"),
    [
        ("not_started", "", Progress(0, carried_out=False)),
        ("not_started", "A page", Progress(0, carried_out=False)),
        ("under_way", "A page", Progress(1, carried_out=False)),
        ("done", "", Progress(1, carried_out=False)),
        ("done", "A page", Progress(1, carried_out=True)),
        ("not_for_us", "", Progress(1, carried_out=False)),
    ],
)
def test_an_item_counts_by_its_status_and_what_shows_it(status, evidence, progress):
    document = Document.of(
        [
            Board(id="mine", number=1, kind="checklist", title="Mine"),
            Board(id="other", number=2, kind="checklist", title="Other"),
            ChecklistEntry(id="mine.v1", board_id="mine", item="v1", status=status, evidence=evidence),
            ChecklistEntry(id="other.v1", board_id="other", item="v1", status="done", evidence="A page"),
        ]
    )
    assert kind_of("checklist").progress(document, "mine") == progress
