"""What each pack is made of, and which boards it may tell of."""

from datetime import date

import pytest

from facilitator.boards.redaction import UNTOUCHED
from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import kind_of
from facilitator.command_line import arguments
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import StoreError
from facilitator.packs.catalogue import PACKS, scope_of, unredacted_in
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document().after(founding_of_sample("en"))


def test_the_command_line_offers_every_pack_in_the_order_of_the_table():
    assert tuple(PACKS) == arguments.PACKS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pack_but_the_usual_one_says_in_the_name_of_its_file_what_it_is(language):
    words = Words(language)
    marks = {pack: words(f"handouts.{sort.mark}") if sort.mark else "" for pack, sort in PACKS.items()}
    assert [pack for pack, mark in marks.items() if not mark] == ["participants"]
    assert len(set(marks.values())) == len(marks)
    said = words("handouts.private_mark")
    assert {pack for pack, mark in marks.items() if said in mark} == {pack for pack in PACKS if PACKS[pack].private}


def test_maps_that_are_still_drafts_are_named(sample):
    def drafts(state, pack="participants", board_id=None, document=sample):
        web = document.get(Web, "stakeholder_web")
        there = document.after(Change("set_state", (Swap(web, web.having(state=state)),)))
        return [board.id for board in unredacted_in(there, pack, board_id)]

    assert drafts("draft") == drafts("draft", board_id="stakeholder_web") == ["stakeholder_web"]
    assert drafts("validated") == drafts("shared") == drafts("draft", "value") == drafts("draft", "report") == []
    assert drafts("draft", board_id="value_board") == []
    made = sample.after(kind_of("stakeholder_web").exemplar(sample, "stakeholder_web", UNTOUCHED, date(2026, 11, 22)))
    assert drafts("draft", document=made) == []  # the pack holds the exemplar, and not what it was made from


def test_a_pack_can_be_asked_for_of_what_it_tells_of_only(sample):
    def key(pack, **more):
        with pytest.raises(StoreError) as refusal:
            scope_of(sample, HandoutOrder("letter", "en", pack, day=date(2027, 1, 14), **more))
        return refusal.value.key

    assert key("value", session_id="session_1") == "pack_of_boards"
    assert key("agenda", board_id="value_board") == "pack_of_sessions"
    assert key("participants", session_id="x") == "session_unknown"
    assert key("report", board_id="x") == "board_unknown"
    scope = scope_of(sample, HandoutOrder("letter", "en", day=date(2027, 1, 14), session_id="session_1"))
    assert (scope.order.session_id, len(scope.boards)) == ("session_1", 3)


def test_packs_of_a_single_board_tell_of_no_session(sample):
    def titles(**more):
        order = HandoutOrder("letter", "en", board_id="value_board", day=date(2027, 1, 14), **more)
        scope = scope_of(sample, order)
        return [part.title for make in PACKS["participants"].parts for part in make(scope)]

    assert titles() == ["Civic value board"]
    assert len(titles(session_id="session_1")) == 4  # its agenda, what came out of it, the board, the methods
