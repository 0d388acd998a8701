"""What every kind of board promises, run over the catalogue: a new kind is tested by being listed there."""

import dataclasses
from contextlib import suppress

import pytest

from facilitator.boards.kind import Kind
from facilitator.catalogue import KINDS, RECORD_TYPES, kind_of
from facilitator.content.theme import contrast, theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture, Text
from facilitator.domain.refusal import EditRejected
from facilitator.sample import founding_of_sample
from facilitator.templates import new_board
from facilitator.workshop.capture import AddLine

HOSTILE = ["<img src=x onerror=1>", "<b", "R&D", "=1+1", "&amp;", "</para>", "{name}", "%s", "Zoë 👩‍👩‍👧 שלום 中文"]


def sample(language="en") -> Document:
    """The sample engagement, with a board of each kind that it has none of: something is noted there, too."""
    document = Document().after(founding_of_sample(language))
    for kind in KINDS:
        if not any(board.kind == kind.id for board in document.every(Board)):
            document = document.after(new_board(document, kind.id, "Board", "Question?"))
            if not kind.items(kind.view(document, kind.id)):
                document = filled(document, kind)
            first = kind.items(kind.view(document, kind.id))[0]
            with suppress(EditRejected):  # what a summary holds is not for keys to say
                document = document.after(kind.nudge(document, [first.id], "right"))
            if kind.nameless_form:  # answers are counted, not stepped through
                document = document.after(kind.add(document, kind.id, AddLine("F1 4x6"), first.group))
    return document


def filled(document: Document, kind: Kind) -> Document:
    """A board that begins empty with two cards in each of its groups, and every private field of the first noted."""
    words = Words("en")
    for group in kind.groups(kind.view(document, kind.id), words):
        for name in ("What was said first", "Then <b> & this"):
            document = document.after(kind.add(document, kind.id, AddLine(name), group.id))
    first = kind.items(kind.view(document, kind.id))[0].id
    for field in kind.fields(document, first, words):
        if field.private and field.form in ("line", "text"):
            document = document.after(kind.set_field(document, first, field.key, "For me alone"))
    return document


def empty(kind_id: str) -> Document:
    document = Document.of([Engagement(id="engagement", title="T")])
    return document.after(new_board(document, kind_id, "Board <b> & title", "Who & why?"))


def texts(picture: Picture) -> list[Text]:
    return [shape for group in picture.groups for shape in group.shapes if isinstance(shape, Text)]


every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])


def test_record_types_are_named_apart():
    names = [each.type_name() for each in RECORD_TYPES]
    assert len(set(names)) == len(names)
    with pytest.raises(KeyError):
        kind_of("no such kind")


@every_kind
def test_a_new_board_can_be_seen_drawn_and_described(kind):
    document = empty(kind.id)
    view = kind.view(document, kind.id)
    words = Words("fr")
    assert kind.picture(view, theme()).alt
    assert kind.groups(view, words)
    assert all(count >= 0 for count in kind.counts(view).values())
    assert kind.fields(document, kind.id, words)
    assert kind.handout(view, words, 500)


@every_kind
@both_languages
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_sample_is_legible_and_inside_the_stage(kind, language, theme_name):
    look = theme(theme_name)
    picture = kind.picture(kind.view(sample(language), kind.id), look)
    assert min(text.size for text in texts(picture)) >= look.stage_minimum
    for group in picture.groups:
        assert group.box.x >= -0.5
        assert group.box.y >= -0.5
        assert group.box.right <= STAGE_WIDTH + 0.5
        assert group.box.bottom <= STAGE_HEIGHT + 0.5
    items = [group for group in picture.groups if group.role == "item"]
    for place, one in enumerate(items):
        assert one.label
        assert not any(one.box.overlaps(other.box) for other in items[place + 1 :])


@every_kind
def test_pictures_are_deterministic_and_views_comparable(kind):
    document = sample()
    one, other = (kind.view(document, kind.id) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert kind.picture(one, theme()) == kind.picture(dataclasses.replace(other), theme())


@every_kind
@both_languages
def test_tables_are_rectangular_and_name_every_item(kind, language):
    view, words = kind.view(sample(language), kind.id), Words(language)
    tables = kind.tables(view, words)
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.columns)}
    cells = {cell for table in tables for row in table.rows for cell in row}
    assert {item.name for item in kind.items(view)} <= cells


@every_kind
def test_every_item_has_fields_and_a_group_that_exists(kind):
    document, words = sample(), Words("en")
    view = kind.view(document, kind.id)
    groups = {group.id for group in kind.groups(view, words)}
    for item in kind.items(view):
        fields = kind.fields(document, item.id, words)
        assert any(not field.private for field in fields)
        assert item.group in groups or kind.id == "checklist"
        for field in fields:
            assert field.form != "choice" or field.value in dict(field.choices)


@every_kind
@both_languages
def test_links_are_between_items_or_the_board_and_named(kind, language):
    document, words = sample(language), Words(language)
    view = kind.view(document, kind.id)
    ends = {kind.id, *(item.id for item in kind.items(view))}
    links = kind.links(view, words)
    assert len({link.id for link in links}) == len(links) == kind.counts(view).get("relationships", len(links))
    for link in links:
        assert {link.from_id, link.to_id} <= ends
        assert link.name
    assert bool(links) == (kind.id in ("stakeholder_web", "value_board"))


@every_kind
def test_items_of_a_group_have_the_same_fields_which_are_the_columns_of_its_table(kind):
    document, words = sample(), Words("en")
    of_groups = {}
    for item in kind.items(kind.view(document, kind.id)):
        fields = kind.fields(document, item.id, words)
        columns = tuple((field.key, field.head or field.label, field.form) for field in fields)
        assert of_groups.setdefault(item.group, columns) == columns


@every_kind
@both_languages
def test_the_inspector_takes_what_it_offers_and_nothing_else(kind, language):
    """Every choice leads to a board that can be seen; what is none is refused before it gets into a document."""
    document, words = sample(language), Words(language)
    for its_id in (kind.items(kind.view(document, kind.id))[0].id, kind.id):
        for field in kind.fields(document, its_id, words):
            for value, _ in field.choices if field.form == "choice" else ():
                if value != field.value:
                    after = document.after(kind.set_field(document, its_id, field.key, value))
                    assert kind.picture(kind.view(after, kind.id), theme()).alt
            if field.form == "choice":
                with pytest.raises(EditRejected) as refusal:
                    kind.set_field(document, its_id, field.key, "zzz")
                assert refusal.value.key == "choice_unknown"
                assert refusal.value.values["known"] == ", ".join(told for _, told in field.choices)
        with pytest.raises(KeyError):
            kind.set_field(document, its_id, "no such line", "zzz")


@both_languages
def test_title_and_question_are_the_same_lines_on_every_board(language):
    document, words = sample(language), Words(language)
    headings = set()
    for kind in KINDS:
        title, question, *_ = kind.fields(document, kind.id, words)
        assert (title.key, question.key) == ("title", "question")
        headings.add((title.label, question.label))
        document = document.after(kind.set_field(document, kind.id, "question", " "))
        assert kind.view(document, kind.id).question == ""
    assert len(headings) == 1


def test_a_kind_tells_what_is_private_where_something_is_noted_and_else_needs_not_say_so():
    assert not {"found", "private_tables", "private_badges"} & Kind.__abstractmethods__
    document, nothing_said = sample(), set()
    for kind in KINDS:
        told = (kind.private_tables(document, kind.id, Words("en")), kind.private_badges(document, kind.id))
        noted = any(True for record in kind.records if record.private for _ in document.every(record))
        assert any(told) == noted
        nothing_said |= set() if noted else {kind.id}
    assert {"checklist", "assessment"} <= nothing_said
    assert "stakeholder_web" not in nothing_said


@every_kind
@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_people_is_literal(kind, text):
    """In titles, questions and wherever a field takes a line: what was typed is what is shown."""
    document = empty(kind.id)
    for key in ("title", "question"):
        document = document.after(kind.set_field(document, kind.id, key, text))
    view = kind.view(document, kind.id)
    assert (view.title, view.question) == (text, text)
    shown = ["".join(each.lines) for each in texts(kind.picture(view, theme()))]
    assert sum(text in each for each in shown) >= 2


@every_kind
@pytest.mark.parametrize("text", ["", " ", "x" * 10_000, "a\x00b", "\u202eevil"])
def test_bad_titles_are_refused(kind, text):
    document = empty(kind.id)
    with pytest.raises(EditRejected):
        kind.set_field(document, kind.id, "title", text)


@every_kind
def test_what_is_gone_is_said(kind):
    document = empty(kind.id)
    for edit in (
        lambda: kind.view(document, "no board"),
        lambda: kind.delete(document, ["nothing"]),
        lambda: kind.fields(document, "nothing", Words("en")),
    ):
        with pytest.raises(EditRejected):
            edit()


@every_kind
def test_deleting_everything_leaves_a_board_that_can_be_seen(kind):
    document = sample()
    items = kind.items(kind.view(document, kind.id))
    document = document.after(kind.delete(document, [item.id for item in items]))
    assert kind.picture(kind.view(document, kind.id), theme()).alt
    with pytest.raises(EditRejected):
        kind.delete(document, [item.id for item in items])


@every_kind
def test_boards_of_one_kind_do_not_mix(kind):
    document = sample()
    document = document.after(new_board(document, kind.id, "Second"))
    before = kind.view(document, kind.id)
    second = next(board.id for board in document.every(Board) if board.title == "Second")
    assert kind.view(document, second) != before
    assert not set(kind.counts(kind.view(document, second)).values()) & {20, 15}
    assert kind.view(document, kind.id) == before


def test_text_colours_hold_on_their_grounds():
    for name in ("light", "dark"):
        look = theme(name)
        assert contrast(look.ink, look.surface) >= 7
        assert contrast(look.ink, look.paper) >= 7
        assert contrast(look.quiet, look.paper) >= 7
        assert contrast(look.hub_ink, look.hub) >= 7
        assert contrast(look.warning, look.surface) >= 4.5
        assert min(contrast(colour, look.surface) for colour in look.categories) >= 3


def test_a_document_of_the_sample_undoes_to_nothing():
    change = founding_of_sample("fr")
    assert Document().after(change).after(change.reversed()) == Document()
    assert Change("x", adding(list(change.added()))).swaps == change.swaps
