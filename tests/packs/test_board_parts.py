"""What a pack tells of boards."""

from datetime import date

import pytest

from engagements import founding, stakeholder
from facilitator.boards.stakeholder_web.model import Moment, MomentPlace
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.files.board_files import write_board
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from paper import Handout

EN = Words("en")


@pytest.mark.parametrize("moved_today", [True, False])
def test_the_pack_compares_with_the_last_moment_since_which_something_has_moved(tmp_path, moved_today):
    def moment(number, kept_on, name):
        place = {"moment_id": f"m{number}", "stakeholder_id": "gone", "name": name, "category": "internal", "ring": 1}
        return (
            Moment(id=f"m{number}", board_id="web", title=f"Session {number}", kept_on=kept_on),
            MomentPlace(id=f"p{number}", **place),
        )

    document = Document.of(
        [
            *founding().added(),
            stakeholder(1),
            *moment(1, date(2020, 1, 1), "Old mayor"),
            *moment(2, date(2020, 6, 1), "Former mayor"),
            *(moment(3, date.today(), "Mayor of today") if moved_today else ()),
        ]
    )
    if not moved_today:  # kept, and nothing has happened since
        document = document.after(kind_of("stakeholder_web").keep_moment(document, "web", "Session 3", date.today()))
    since, named, not_named = (3, "Mayor of today", "Former mayor") if moved_today else (2, "Former mayor", "Old mayor")
    write_board(document, "web", tmp_path / "web.pdf", ".pdf", EN, audience="participants", replace=False)
    for out in (write_handout(document, tmp_path, HandoutOrder("letter", "en")), tmp_path / "web.pdf"):
        copied = Handout(out).copied()
        assert f"What has moved since Session {since}" in copied
        assert named in copied
        assert not_named not in copied
