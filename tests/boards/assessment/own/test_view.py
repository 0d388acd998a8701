"""What is private of a 1:1 reaches no view, picture, table, file or page for participants: with random tokens."""

import json
import secrets
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from boards.assessment.own.interviews import CAPACITY, EN, KINDS, TODAY, after, document, full
from facilitator.boards.assessment.model import AnswerTag, OwnAnswer
from facilitator.boards.assessment.own.view import ANSWERS
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import PLAIN, Showing
from facilitator.files.board_files import write_board, write_stage
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
ON = frozenset({ANSWERS})


def bugged(held: Document, token: str) -> Document:
    """The same board with a token in every private text, and every level another one."""

    def spoilt(record: Record) -> Record:
        if isinstance(record, AnswerTag) or not record.private:
            return record
        texts = ("reason", "example", "comment", "organization", "subject")
        spoilt = {name: token for name in texts if hasattr(record, name)}
        level = {"level": (record.level + 1) % 5} if isinstance(record, OwnAnswer) and record.level is not None else {}
        return record.having(**spoilt, **level)

    return Document.of(spoilt(record) for record in held.records())


@pytest.fixture(params=KINDS, ids=lambda kind: kind.id)
def pair(request):
    """A kind, a board of it, and the same board otherwise answered, with a token in every private text."""
    token = f"Zq{secrets.token_hex(6)}"
    held = full(request.param)
    return request.param, held, bugged(held, token), token


def test_the_token_stands_where_it_is_private(pair):
    kind, _, spoilt, token = pair
    assert token in repr(kind.private_tables(spoilt, "b", EN))
    assert sum(token in str(record) for record in spoilt.records()) > 8


@pytest.mark.parametrize("language", ["en", "fr"])
def test_public_words_are_the_same_whatever_was_answered(pair, language):
    kind, held, spoilt, token = pair
    words = Words(language)
    spots = ["", f"b.{kind.asked.areas[2].id}"]
    for showing in (Showing(form=form.id, spotlight=spot) for form in kind.forms(words) for spot in spots):
        one, other = (kind.view(each, "b", showing) for each in (held, spoilt))
        assert one == other
        for name in ("light", "dark"):
            assert kind.picture(one, theme(name)) == kind.picture(other, theme(name))
        assert token not in repr(kind.picture(other, theme()))
    view = kind.view(spoilt, "b")
    for told in (kind.tables, kind.sheets, kind.groups, kind.spots, kind.links):
        assert told(view, words) == told(kind.view(held, "b"), words)
    assert kind.items(view) == kind.items(kind.view(held, "b"))
    assert kind.counts(view) == kind.counts(kind.view(held, "b"))
    assert kind.in_time(spoilt, "b") == ()


def test_the_layer_brings_levels_and_no_word_that_was_said(pair):
    kind, held, spoilt, token = pair
    for form in kind.forms(EN):
        showing = Showing(form=form.id, layers=ON, spotlight=f"b.{kind.asked.areas[1].id}")
        seen = kind.view(spoilt, "b", showing)
        assert seen != kind.view(held, "b", showing)
        assert token not in repr(seen)
        assert token not in repr(kind.picture(seen, theme()))
        assert token not in repr(kind.tables(seen, EN))
        assert any(each.level is not None for each in seen.statements)


def test_files_for_participants_are_the_same_whatever_was_answered(pair, tmp_path, qapp):
    _, held, spoilt, token = pair
    for suffix in (".png", ".svg", ".csv", ".xlsx", ".html"):
        files = []
        for name, each in (("one", held), ("other", spoilt)):
            write_board(each, "b", tmp_path / f"{name}{suffix}", suffix, EN, audience="participants", replace=False)
            files.append((tmp_path / f"{name}{suffix}").read_bytes())
        assert token.encode() not in files[1]
        if suffix in (".png", ".svg", ".csv"):
            assert files[0] == files[1]
    labels = []
    for name, each in (("one", held), ("other", spoilt)):
        out = tmp_path / f"stage-{name}.json"
        write_stage(each, "b", tmp_path / f"stage-{name}.png", "1280x720", out, "light", PLAIN)
        labels.append(out.read_text("utf-8"))
    assert labels[0] == labels[1]
    assert (tmp_path / "stage-one.png").read_bytes() == (tmp_path / "stage-other.png").read_bytes()
    assert json.loads(labels[0])


def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in PdfDocument(path))


def test_packs_for_participants_hold_the_questions_and_no_answer(pair, tmp_path):
    kind, held, spoilt, token = pair
    told = []
    for name, each in (("one", held), ("other", spoilt)):
        (tmp_path / name).mkdir()
        told.append(
            text_of(write_handout(each, tmp_path / name, HandoutOrder("letter", "en", board_id="b", day=TODAY)))
        )
    assert told[0] == told[1]
    assert token not in told[1]
    assert kind.asked.areas[0].text.en[:20] in told[1]


def test_the_pack_of_the_respondent_holds_what_was_said(pair, tmp_path):
    _, _, spoilt, token = pair
    path = write_handout(spoilt, tmp_path, HandoutOrder("letter", "en", pack="report", board_id="b", day=TODAY))
    assert "PRIVATE" in path.name
    assert token in text_of(path)


@every_kind
def test_a_group_never_gets_a_1_to_1_unless_it_is_asked_for(kind, tmp_path):
    assert kind.withheld(full(kind), "b")


@every_kind
def test_there_is_no_report_where_nothing_was_said(kind, tmp_path):
    held = document(kind)
    assert kind.own_results(held, "b", EN, 500) == []
    assert kind.private_tables(held, "b", EN) == ()
    with pytest.raises(StoreError) as refusal:
        write_handout(held, tmp_path, HandoutOrder("letter", "en", pack="report", board_id="b", day=TODAY))
    assert refusal.value.key == "nothing_in_report"


def test_badges_are_for_the_console():
    held = after(document(), "P1 3", "P2 ?", "P3 n/a why")
    assert CAPACITY.private_badges(held, "b") == {"b.cap_p1": "3", "b.cap_p2": "?", "b.cap_p3": "–"}
