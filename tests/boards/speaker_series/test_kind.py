"""Speakers and take-aways: capturing, moving, days, prompts, the words of both languages."""

import pytest

from boards.speaker_series.series import BOARD, DAY, series
from facilitator.boards.capturing import captured
from facilitator.boards.chat_taking import taken_from_chat
from facilitator.boards.incoming import read_incoming
from facilitator.boards.speaker_series.kind import KIND
from facilitator.boards.speaker_series.model import Speaker, SpeakerNote, TakeAway
from facilitator.content.words import Words
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

EN, FR = Words("en"), Words("fr")


def test_what_is_typed_goes_to_the_private_speakers_unless_a_principle_is_chosen():
    groups = KIND.groups(KIND.view(series(), BOARD), EN)
    assert [groups[0].id, groups[1].id, groups[8].id] == ["speakers", "user", "aspire"]
    assert (groups[1].name, groups[0].name) == ("Obsess about the user", "Speakers and guests")
    assert KIND.groups(KIND.view(series(), BOARD), FR)[4].name == "Utiliser les données"
    assert [panel.id for panel in KIND.view(series(), BOARD).panels][:2] == ["speakers", "user"]


def test_who_is_typed_is_an_idea_and_what_is_typed_is_a_take_away():
    document = Document.of(each for each in series().records() if each.type_name() in ("engagement", "board"))
    document = document.after(captured(KIND, document, BOARD, "Count what nobody uses", "data"))
    document = document.after(captured(KIND, document, BOARD, "Pia #Speakers and guests", "data"))
    (take_away,), (speaker,), (note,) = (list(document.every(each)) for each in (TakeAway, Speaker, SpeakerNote))
    assert (take_away.code, take_away.principle, take_away.text) == ("T1", "data", "Count what nobody uses")
    assert (speaker.code, speaker.name, note.id, note.state) == ("L1", "Pia", speaker.id, "idea")


def test_a_take_away_moves_to_another_principle_but_to_no_speaker():
    document = series()
    after = document.after(KIND.regroup(document, ["t2"], "open"))
    assert after.get(TakeAway, "t2").principle == "open"
    after = document.after(KIND.nudge(document, ["t1"], "right"))
    assert after.get(TakeAway, "t1").principle == "agile"
    with pytest.raises(EditRejected, match="card_of_other_sort"):
        KIND.regroup(document, ["t2"], "speakers")


def test_a_take_away_is_from_a_speaker_of_its_own_board_who_agreed():
    other = (
        Board(id="b2", number=2, kind="speaker_series", title="Other"),
        Speaker(id="l9", board_id="b2", number=1, code="L9", name="Else Where"),
    )
    document = series(*other)
    field = next(each for each in KIND.fields(document, "t1", EN) if each.key == "speaker_id")
    assert [value for value, _ in field.choices] == ["", "l1"]
    invited = next(each for each in KIND.fields(document, "t2", EN) if each.key == "speaker_id")
    assert [value for value, _ in invited.choices] == ["", "l1", "l2"]  # it was said so before
    with pytest.raises(EditRejected, match="choice_unknown"):
        KIND.set_field(document, "t1", "speaker_id", "l9")
    after = document.after(KIND.set_field(document, "t1", "speaker_id", ""))
    assert after.get(TakeAway, "t1").speaker_id is None


def test_sessions_between_two_are_no_place_for_a_talk():
    field = next(each for each in KIND.fields(series(), "l1", EN) if each.key == "session_id")
    assert field.choices == (("", "none"), ("s1", "Principle 1"))


def test_what_is_private_of_a_speaker_is_marked_so():
    private = {each.key for each in KIND.fields(series(), "l1", EN) if each.private}
    assert private == {"state", "contact", "note"}


def test_from_whom_a_take_away_is_stays_private_while_they_have_not_agreed():
    private = {item: {each.key for each in KIND.fields(series(), item, EN) if each.private} for item in ("t1", "t2")}
    assert private == {"t1": {"note"}, "t2": {"speaker_id", "note"}}
    agreed = series().after(KIND.set_field(series(), "l2", "state", "confirmed"))
    assert {each.key for each in KIND.fields(agreed, "t2", EN) if each.private} == {"note"}
    after = series().after(KIND.set_field(series(), "t2", "speaker_id", "l1"))
    assert after.get(TakeAway, "t2").speaker_id == "l1"


def test_calendars_get_the_days_of_those_who_agreed():
    (one,) = KIND.dates(series(), BOARD, EN)
    assert (one.id, one.day, one.note) == ("l1", DAY, "Chief clerk, Lakeshore")
    assert one.title == "Mia Roy speaks about Watching people fill in forms"
    alone = series().after(KIND.set_field(series(), "l1", "about", ""))
    assert KIND.dates(alone, BOARD, FR)[0].title == "Mia Roy prend la parole"


def test_the_prompt_strip_asks_on_each_principle_in_both_languages():
    english, french = KIND.prompts(EN), KIND.prompts(FR)
    assert [name for name, _ in english][:2] == ["Find speakers", "Obsess about the user"]
    assert len(english) == len(french) == 9
    assert all(len(asked) == 3 for _, asked in english[1:])
    assert french[8][0] == "Viser déraisonnablement haut"


def test_the_private_layer_is_looked_at_in_any_case():
    (layer,) = KIND.layers(FR)
    assert layer.looked_at
    assert KIND.own_showing().layers == {layer.id}


def test_take_aways_go_with_a_speaker_who_is_merged():
    document = series().after(KIND.merge(series(), "l1", "l2"))
    assert [each.speaker_id for each in document.every(TakeAway)] == ["l1", "l1"]
    assert document.find(Speaker, "l2") is None
    assert document.get(SpeakerNote, "l1").state == "confirmed"
    waits = series().after(KIND.merge(series(), "l2", "l1"))
    assert waits.get(SpeakerNote, "l2").state == "invited"  # nobody is announced by merging


def test_speakers_out_of_a_table_are_announced_only_where_it_says_so():
    rows = "Name;Organization;State\nPia Roy;Town;\nLeo Roy;Town;confirmed\n"
    document = series()
    incoming = read_incoming(rows, "speakers.csv")
    columns = KIND.guess_columns(document, BOARD, incoming)
    plan = KIND.plan_import(document, BOARD, incoming, columns, "speakers", update=False, words=EN)
    after = document.after(plan.change)
    assert {each.name for each in after.every(Speaker)} >= {"Pia Roy", "Leo Roy"}
    named = {item.name for item in KIND.items(KIND.view(after, BOARD))}
    assert "Leo Roy" in named
    assert "Pia Roy" not in named


def test_a_name_out_of_the_chat_becomes_an_idea_too():
    line = ChatLine(id="c", number=1, author="Ana", text="Ask Pia Roy", session_id="s1")
    document = series(line)
    after = document.after(taken_from_chat(KIND, document, BOARD, ["c"], "Pia Roy", "speakers"))
    pia = next(each for each in after.every(Speaker) if each.name == "Pia Roy")
    assert after.get(SpeakerNote, pia.id).state == "idea"
    assert after.get(ChatLine, "c").taken_as == pia.id
