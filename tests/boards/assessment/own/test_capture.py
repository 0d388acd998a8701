import pytest

from boards.assessment.own.interviews import FR, after, answer, document
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES, OwnKind
from facilitator.boards.capturing import captured
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected


def refused(key, *lines, kind=CAPACITY, held=None):
    with pytest.raises(EditRejected) as refusal:
        after(held or document(kind), *lines, kind=kind)
    assert refusal.value.key == key
    return refusal.value.values


def test_a_code_and_a_level_answer_a_statement():
    held = after(document(), "P1 3", "t2 0", "cap_m1 4")
    assert [(answer(held, each).scored, answer(held, each).level) for each in ("cap_p1", "cap_t2", "cap_m1")] == [
        ("level", 3),
        ("level", 0),
        ("level", 4),
    ]
    assert answer(held, "cap_p2").scored == ""


def test_the_level_may_stand_as_the_group():
    assert answer(after(document(), "#3 P1"), "cap_p1").level == 3
    assert answer(after(document(), "P1 #? "), "cap_p1").scored == "unknown"


def test_a_level_alone_answers_the_next_statement():
    held = after(document(), "3", "?", "n/a we buy nothing", "0 nobody has time")
    assert [answer(held, f"cap_p{n}").scored for n in (1, 2, 3, 4)] == ["level", "unknown", "not_applicable", "level"]
    assert answer(held, "cap_p3").reason == "we buy nothing"
    assert answer(held, "cap_p4").comment == "nobody has time"


def test_the_next_statement_is_that_of_the_group_as_long_as_it_has_one():
    held = after(document(), "1", "1", "1", "1", "2", group="tech")
    assert [answer(held, f"cap_t{n}").level for n in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert answer(held, "cap_p1").level == 2


def test_a_level_alone_never_changes_what_was_answered():
    held = document(PRINCIPLES)
    held = after(held, *["3"] * 8, kind=PRINCIPLES)
    refused("all_answered", "1", kind=PRINCIPLES, held=held)


def test_what_follows_is_noted_once_and_below_what_was_noted():
    held = after(document(), "P1 3 the guide", "P1 2 the course", "P1 1 the guide")
    assert answer(held, "cap_p1").comment == "the guide\nthe course"
    assert answer(after(document(PRINCIPLES), "L1 3 at the desk", kind=PRINCIPLES), "user").comment == "at the desk"


def test_french_says_sans_objet():
    held = after(document(language="fr"), "P1 s.o. pas d’achat", "P2 so rien")
    assert (answer(held, "cap_p1").scored, answer(held, "cap_p1").reason) == ("not_applicable", "pas d’achat")
    assert answer(held, "cap_p2").scored == "not_applicable"


def test_lines_that_say_no_answer_are_refused_with_what_to_do():
    assert refused("statement_unknown", "Town clerk")["name"] == "Town clerk"
    assert refused("answer_wanted", "P1")["name"] == "P1"
    assert refused("answer_wanted", "P1 very good")["name"] == "P1"
    assert refused("level_outside", "P1 5") == {"said": "5", "low": 0, "high": 4}
    assert refused("level_outside", "33")["said"] == "33"
    assert refused("level_outside", "5 nobody")["said"] == "5"
    assert refused("capture_no_scale", "P1 3 !2")["mark"] == "!"


def test_only_what_the_instrument_takes_is_taken():
    assert refused("answer_not_here", "L1 ?", kind=PRINCIPLES) == {"name": "L1", "said": "?", "known": "0, 1, 2, 3, 4"}
    assert refused("answer_not_here", "T1 n/a", kind=GOVERNANCE)["known"] == "0, 1, 2, 3, 4, ?"
    assert answer(after(document(GOVERNANCE), "R3 n/a no such data", kind=GOVERNANCE), "dg_r3").reason == "no such data"


def test_the_same_answer_again_is_nothing_to_do():
    refused("nothing_to_do", "P1 3", held=after(document(), "P1 3"))


def test_a_statement_may_stand_as_the_group():
    held = after(document(), "2", group="b.cap_t3")
    assert answer(held, "cap_t3").level == 2
    held = after(held, "1", group="b.cap_t3")
    assert answer(held, "cap_t3").level == 2
    assert answer(held, "cap_t1").level == 1


def test_what_does_not_apply_asks_for_its_reason():
    held = document(language="fr")
    change = captured(CAPACITY, held, "b", "T1 s.o.", "")
    told = CAPACITY.captured_told(held.after(change), "b", change, FR)
    assert told == "T1\u202f: sans objet\u202f; dites pourquoi, comme T1 s.o. et la raison"
    change = captured(CAPACITY, held, "b", "T1 s.o. aucun système", "")
    assert CAPACITY.captured_told(held.after(change), "b", change, FR) == "T1\u202f: –"


def test_the_capture_line_says_what_the_instrument_takes():
    words = Words("en")
    assert CAPACITY.capture_hint(words) == "0 to 4, ? or n/a for the next statement; or P1 3, then Enter"
    assert PRINCIPLES.capture_hint(words) == "0 to 4 for the next statement; or L1 3, then Enter"
    assert OwnKind("adoption").capture_hint(words) == "0 to 4 or ? for the next statement; or A1 3, then Enter"
