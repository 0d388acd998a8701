from datetime import date
from itertools import pairwise

import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.value_board.card_fields import LINES
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import DETAIL_OF, Kpi, ValueFrame
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

EN, FR = Words("en"), Words("fr")
ALL = ("Equity", "Ask #approach", "Trust #impact", "Days #kpi", "Budget #assumption", "Noise #side", "Later #parking")
OWN = {"id"}


def refused(held, item, key, value):
    with pytest.raises(EditRejected) as caught:
        KIND.set_field(held, item, key, value)
    return caught.value.key, dict(caught.value.values)


def put(held, code, **values):
    for key, value in values.items():
        held = held.after(KIND.set_field(held, card(held, code).id, key, value))
    return held


def shown(held, code, words=EN):
    return {field.key: field for field in KIND.fields(held, card(held, code).id, words)}


def test_every_field_of_a_record_is_a_line_of_its_column():
    for column, record in DETAIL_OF.items():
        lines = {line.key for line in LINES[column]} - {"serves", "serves_also"}
        assert lines == set(record.model_fields) - OWN


@pytest.mark.parametrize("words", [EN, FR])
def test_every_line_has_words_of_its_own_and_every_part_is_in_one_piece(words):
    held = after(document(), *ALL)
    for each in ("G1", "A1", "I1", "K1", "H1", "E1", "P1"):
        fields = list(shown(held, each, words).values())
        assert [field.key for field in fields[:3]] == ["text", "column", "group"]
        for names in ([field.label for field in fields], [field.head or field.label for field in fields]):
            assert len(set(names)) == len(names)
        assert all(len(field.label) <= 20 for field in fields[3:] if field.form not in ("text", "many"))
        parts = [field.part for field in fields]
        changes = sum(one != other for one, other in pairwise(parts))
        assert changes == len(set(parts)) - 1
    assert len(shown(held, "P1", words)) == 3


def test_an_indicator_is_in_parts():
    parts = dict.fromkeys(field.part for field in shown(after(document(), *ALL), "K1").values())
    assert list(parts) == ["", "What it tells", "How it is read", "Target", "Care"]


def test_every_line_of_a_column_can_be_filled_and_read_back():
    held = after(document(), *ALL)
    for code in ("G1", "A1", "I1", "K1"):
        for line in LINES[card(held, code).column]:
            field = shown(held, code)[line.key]
            value = {"date": "2027-01-14", "many": ""}.get(field.form, "Twelve")
            if line.form == "number":
                value = "12.5"
            if field.form == "choice":
                value = field.choices[-1][0]
            if field.form != "many":
                held = put(held, code, **{line.key: value})
                assert shown(held, code)[line.key].value == value


def test_numbers_are_typed_in_either_language():
    english, french = (
        put(after(document(each), *ALL), "K1", baseline="1 234,5", target="2,5") for each in ("en", "fr")
    )
    for held in (english, french):
        kpi = held.get(Kpi, card(held, "K1").id)
        assert (kpi.baseline, kpi.target) == (1234.5, 2.5)
    for held, meant in ((english, 1234), (french, 1.234)):
        assert put(held, "K1", baseline="1,234").get(Kpi, card(held, "K1").id).baseline == meant
    assert shown(english, "K1", FR)["baseline"].value == "1234.5"
    assert shown(french, "K1", EN)["baseline"].value == "1234,5"
    assert put(french, "K1", baseline="").get(Kpi, card(french, "K1").id).baseline is None


def test_what_a_line_cannot_hold_is_said_in_one_sentence():
    held = after(document(), *ALL)
    measure = card(held, "K1").id
    assert refused(held, measure, "target", "40 %") == ("number_percent", {"text": "40 %"})
    assert refused(held, measure, "target", "forty")[0] == "number_unreadable"
    assert refused(held, measure, "target_date", "next year") == ("date_unreadable", {"text": "next year"})
    assert refused(held, measure, "status", "")[0] == "choice_unknown"
    assert refused(held, measure, "mode", "zzz")[0] == "choice_unknown"
    assert refused(held, measure, "owner", "x" * 201)[0] == "name_too_long"
    assert refused(held, measure, "definition", "\x07")[0] == "name_control"
    assert refused(held, measure, "owner", "")[0] == "nothing_to_do"
    with pytest.raises(KeyError):
        KIND.set_field(held, measure, "means_here", "Fair")
    for key in ("number_percent", "number_unreadable", "number_long", "group_columns", "group_taken"):
        for words in (EN, FR):
            assert words(f"refusals.{key}", text="40 %", name="One", limit=15, example="1,234.5")


def test_days_and_truths_are_kept_as_such():
    held = put(after(document(), *ALL), "K1", target_date="2027-01-14", personal_data="no")
    kpi = held.get(Kpi, card(held, "K1").id)
    assert (kpi.target_date, kpi.personal_data) == (date(2027, 1, 14), False)
    assert put(held, "K1", personal_data="").get(Kpi, kpi.id).personal_data is None


@pytest.mark.parametrize("words", [EN, FR])
def test_the_board_has_its_questions_and_its_dots(words):
    held = document()
    fields = {field.key: field for field in KIND.fields(held, "b", words)}
    assert list(fields) == ["title", "question", "valuable", "authorised", "doable", "dot_budget"]
    assert fields["doable"].part == words("value.part_test")
    held = held.after(KIND.set_field(held, "b", "valuable", "not_yet"))
    held = held.after(KIND.set_field(held, "b", "dot_budget", " 7 "))
    assert (held.get(ValueFrame, "b").valuable, held.get(ValueFrame, "b").dot_budget) == ("not_yet", 7)
    for text in ("0", "51", "many", "", "5.5", "٣", "9" * 5000):
        assert refused(held, "b", "dot_budget", text) == ("dot_budget_range", {"least": 1, "most": 50})


def test_words_of_people_are_literal_in_every_text():
    held = put(after(document(), *ALL), "K1", definition="{name} <b>\n=1+1", owner="R&D")
    assert shown(held, "K1")["definition"].value == "{name} <b>\n=1+1"
    assert shown(held, "K1")["owner"].value == "R&D"
