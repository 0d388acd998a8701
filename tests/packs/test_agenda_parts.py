"""What a pack tells of agendas: of those that were held, and nothing private but in the script."""

from datetime import date

from agendas import segment
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Session
from facilitator.packs.agenda_parts import agenda_part, agenda_parts, agendas_told, method_parts, script_part

EN = Words("en")
DAY = date(2027, 1, 14)


def document(*days, **more):
    records = []
    for number, day in enumerate(days, start=1):
        records.append(Session(id=f"s{number}", number=number, title=f"Session {number}", held_on=day))
        of_session = {"id": f"g{number}", "session_id": f"s{number}", **more}
        records.append(segment(1, 5).having(**of_session))
    return Document.of([Engagement(id="engagement", title="Town"), *records])


def told(*days):
    ids = tuple(f"s{number}" for number in range(1, len(days) + 1))
    return [view.title for view in agendas_told(document(*days), (*ids, ""), DAY, EN)]


def test_sessions_that_are_still_to_come_are_left_out_unless_all_are():
    assert told(date(2027, 1, 7), DAY, date(2027, 1, 21), None) == ["Session 1", "Session 2"]
    assert told(date(2027, 1, 21), None) == ["Session 1", "Session 2"]


def test_a_session_without_segments_has_no_agenda():
    without = Document.of([Session(id="s1", number=1, title="Empty", held_on=DAY)])
    assert agendas_told(without, ("s1",), DAY, EN) == ()


def test_titles_name_the_sessions_where_there_are_several():
    past = agendas_told(document(DAY, DAY), ("s1", "s2"), DAY, EN)
    assert [part.title for part in agenda_parts(past, EN)] == ["Agenda as held: Session 1", "Agenda as held: Session 2"]
    assert [part.title for part in agenda_parts(past[:1], EN)] == ["Purpose and agenda as held"]
    ahead = agendas_told(document(None), ("s1",), DAY, EN)
    assert [part.title for part in agenda_parts(ahead, EN)] == ["Purpose and agenda"]


def test_notes_on_methods_are_one_part_where_there_are_methods():
    with_method = agendas_told(document(DAY, DAY, method="round"), ("s1", "s2"), DAY, EN)
    assert [part.title for part in method_parts(with_method, EN)] == ["Methods we used"]
    for method in ("", "break", "a method of a later version"):
        assert method_parts(agendas_told(document(DAY, method=method), ("s1",), DAY, EN), EN) == []


def test_agenda_and_script_are_called_like_the_session():
    for make in (agenda_part, script_part):
        part = make(document(DAY), "s1", DAY, EN)
        assert part.title == "Session 1"
        assert part.flowables(EN, 500)
