"""Attendance reports and lists: who took part, how long, each person once, and no address kept."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.attendance.reading import is_surely_attendance, read_attendance
from facilitator.exchange.reading import text_of
from refusing import reasons, refused

DATA = Path(__file__).parents[2] / "data" / "attendance"
CHATS = Path(__file__).parents[2] / "data" / "chat"


def people(reading):
    return [(each.name, each.minutes, each.joins) for each in reading.people]


def sample(name):
    return read_attendance((DATA / name).read_bytes())


def test_teams_counts_single_visits_and_leaves_the_gap_out():
    reading = sample("teams_english.csv")
    assert reading.form == "teams"
    assert people(reading) == [("Camille Roux", 121, 1), ("Idris Benali", 98, 2), ("Nora Lind", 30, 1)]
    assert (reading.rejoins, reading.waiting, reading.rejected) == (1, 0, ())


def test_teams_in_french_without_single_visits_has_the_length_in_all():
    reading = sample("teams_french.csv")
    assert reading.form == "teams"
    assert people(reading) == [("Zoé Côté-Roy", 91, 1), ("Benoît Lavoie", 45, 1)]


@pytest.mark.parametrize("name", ["zoom.csv", "zoom_with_meeting.csv"])
def test_zoom_merges_rejoins_and_two_devices_and_leaves_the_waiting_room_out(name):
    reading = sample(name)
    assert reading.form == "zoom"
    assert people(reading) == [("Camille Roux", 50, 2), ("Idris Benali", 70, 2)]
    assert [each.pronouns for each in reading.people] == ["", "he/him"]
    assert (reading.rejoins, reading.waiting) == (2, 2)


def test_a_table_of_people_has_names_in_two_columns_and_no_times():
    reading = sample("people.csv")
    assert reading.form == "table"
    assert [(each.name, each.organization) for each in reading.people] == [
        ("Zoé Côté", "Ville de Laval"),
        ("Max Roy", ""),
    ]
    assert not reading.timed


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir()))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_make_no_difference_and_no_address_is_kept(name, encoding):
    text, _ = text_of((DATA / name).read_bytes(), fallback="cp1252")
    reading = read_attendance(text.encode(encoding))
    assert reading == read_attendance(text) == sample(name)
    assert "@" not in repr(reading)


def test_only_reports_with_times_are_surely_attendance():
    for path in DATA.iterdir():
        text, _ = text_of(path.read_bytes(), fallback="cp1252")
        assert is_surely_attendance(text) == (path.name != "people.csv"), path.name
    for path in CHATS.iterdir():
        assert not is_surely_attendance(path.read_text("utf-8", errors="replace")), path.name
    for text in ("Name,Type\nClerk,internal", "Label,Description\nA,b", "From,To\nA,B", "Ana\nBéa", "Name,Start\nA,9"):
        assert not is_surely_attendance(text)


@pytest.mark.parametrize(
    ("heads", "row", "minutes"),
    [
        ("Name,Duration", "Ana,1h 35m 20s", 95),
        ("Name,Duration", "Ana,35m 10s", 35),
        ("Nom;Durée", "Ana;1 h 35 min", 95),
        ("Name,Time in Meeting (minutes)", "Ana,47", 47),
        ("Name,Total Duration (Minutes)", 'Ana,"12"', 12),
        ("Name,Join Time,Leave Time", "Ana,2027-01-14T09:00:00Z,2027-01-14T10:15:40+00:00", 76),
        ("Name,Join Time,Leave Time", "Ana,14/01/2027 09:00:00,14/01/2027 10:00:00", 60),
        ("Name,Join Time,Leave Time", "Ana,01/14/2027 11:30:00 AM,01/14/2027 12:30:00 PM", 60),
        ("Name,Join Time,Leave Time,Duration", "Ana,nonsense,2027-01-14 10:00,20 min", 20),
        ("Name,Duration", "Ana,5s", 1),
        ("Nom;Heure d’arrivée;Heure de départ", "Ana;14 janv. 2027 09:00;14 janv. 2027 10 h 05", 65),
        ("Nom;Heure d’arrivée;Heure de départ", "Ana;1er août 2027 à 09:00;1er août 2027 à 09:30", 30),
        ("Nom;Heure d’arrivée;Heure de départ", "Ana;30 juin 2027 23:30;1 juillet 2027 00:15", 45),
        ("Name\tJoin Time\tLeave Time", "Ana\tJan 14, 2027 9:00 AM\tJanuary 14, 2027, 1:00 PM", 240),
        ("Name,Join Time,Leave Time", "Ana,14.01.2027 10:00,14.01.2027 11:00", 60),
        ("Name,Duration", "Ana,", None),
    ],
)
def test_times_are_read_as_they_are_written(heads, row, minutes):
    assert read_attendance(f"{heads}\n{row}\n").people[0].minutes == minutes


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("First name,Last name,Email,Duration,Time joined,Time exited", "Zoé,Côté,z@x.ca,45 min,10:02,10:47"),
        (
            "Nom (nom d’origine);Adresse e-mail de l’utilisateur;Heure d’arrivée;Heure de départ;Durée (minutes);"
            "Invité;Dans la salle d’attente",
            "Zoé Côté (Zoé C.);z@x.ca;2027-01-14 10 h 02;2027-01-14 10 h 47;45;Non;Non",
        ),
        ("Name,Attendee Email,Join Time,Leave Time,Attendance Duration", "Zoé Côté (Host),z@x.ca,,,45 mins"),
        (
            "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
            "Zoé Côté\t1/14/27, 9:00 AM\t1/14/27, 9:45 AM\t45m\tz@x\tx",
        ),
    ],
)
def test_reports_of_other_programs_and_languages(heads, row):
    assert is_surely_attendance(f"{heads}\n{row}\n")
    (person,) = read_attendance(f"{heads}\n{row}\n").people
    assert (person.name, person.organization, person.minutes, person.joins) == ("Zoé Côté", "", 45, 1)


@pytest.mark.parametrize(
    "told",
    [
        "Name;Beitrittszeit;Austrittszeit;Dauer\nZoé Côté;14.01.2027, 09:00:00;14.01.2027, 09:45:00;45 Min.\n",
        "Name\tErster Beitritt\tLetztes Verlassen\tE-Mail\tRolle\n"
        "Zoé Côté\t14.01.2027, 09:00:00\t14.01.2027, 09:45:00\tz@ville.ca\tReferent\n",
        "Nombre,Hora de unión,Hora de salida\nZoé,14/01/2027 9:00,14/01/2027 9:45\n",
        "名前\t参加時刻\t退出時刻\nZoé\t2027/01/14 9:00:00\t2027/01/14 9:45:00\n",
        "Nome;Entrou\nZoé;14 jan 2027 09:00 – 14 jan 2027 09:45\n",
    ],
)
def test_a_report_in_a_language_that_is_not_known_here_is_refused_and_no_list_of_people(told):
    """Else its headings would be somebody, and nobody would have been there for a minute."""
    assert not is_surely_attendance(told)
    with pytest.raises(ImportRefused) as refusal:
        read_attendance(told)
    assert refusal.value.key == "attendance_headings"
    for language in ("en", "fr"):
        assert Words(language)("refusals.attendance_headings")


def test_a_list_with_a_date_in_it_is_a_list():
    told = "Ana Roy (since 14.01.2027 09:00)\nEli, Town of 2027-01-14\n"
    assert [name for name, *_ in people(read_attendance(told))] == ["Ana Roy", "Eli"]


def test_rejoins_are_one_person_by_address_or_else_by_name():
    told = """Name,Email,Join Time,Leave Time
Zoe,z@x.ca,2027-01-14 09:00,2027-01-14 09:10
Zoé Côté,z@x.ca,2027-01-14 09:20,2027-01-14 09:30
ZOE COTE (Guest),,2027-01-14 09:25,2027-01-14 09:40
Zoé Côté's iPhone,,2027-01-14 09:25,2027-01-14 09:40
iPhone de Zoé Côté,,2027-01-14 09:25,2027-01-14 09:45
Zoé Côté (Externe),,2027-01-14 09:25,2027-01-14 09:40
Marie Roy,m1@x.ca,2027-01-14 09:00,2027-01-14 09:10
Marie Roy,m2@x.ca,2027-01-14 09:00,2027-01-14 09:20
"""
    found = people(read_attendance(told))
    assert found == [("Zoe", 35, 6), ("Marie Roy", 10, 1), ("Marie Roy", 20, 1)]


def test_rows_without_a_name_are_told_with_their_line():
    reading = read_attendance(f"Name,Duration\n,5 min\nAna,5 min\n{'x' * 201},1 min\n")
    assert reasons(reading.rejected) == [(2, "attendance_no_name"), (4, "attendance_name_long")]
    assert people(reading) == [("Ana", 5, 1)]


def test_hostile_input_is_refused_in_a_sentence_or_stays_plain_text():
    assert refused(read_attendance, "x" * (21 * 1024 * 1024))[0] == "import_too_big"
    assert refused(read_attendance, "Name,Duration\n" + "A,1\n" * 20_001)[0] == "import_rows"
    assert refused(read_attendance, "A\n" * 20_001)[0] == "import_rows"
    assert refused(read_attendance, "".join(f"Person {n}\n" for n in range(1_001))) == (
        "attendance_many",
        {"limit": 1000},
    )
    assert refused(read_attendance, "Name,Duration\n")[0] == "attendance_nobody"
    assert refused(read_attendance, "-\n•\n")[0] == "attendance_nobody"
    assert refused(read_attendance, b"PK\x03\x04 a workbook")[0] == "workbook_broken"
    reading = read_attendance("Name\tDuration\n=1+2\t3\nAna\u202e\x00\u200bRoy\t3\n<b>Bo</b>\t3\n")
    assert [each.name for each in reading.people] == ["=1+2", "AnaRoy", "<b>Bo</b>"]


def test_ten_megabytes_of_lines_that_are_too_long_name_nobody():
    line = "Ana Roy, " * 1000 + "\n"
    with pytest.raises(ImportRefused) as refused:
        read_attendance(line * (10 * 1024 * 1024 // len(line)))
    assert refused.value.key == "attendance_nobody"


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    try:
        reading = read_attendance(text)
    except ImportRefused:
        return
    assert reading.people
    assert all(each.name.strip() and len(each.name) <= 200 for each in reading.people)


_ROWS = st.lists(
    st.tuples(st.sampled_from(["Ana", "ANA (Guest)", "Béa", "Bea"]), st.integers(0, 59), st.integers(0, 59)), min_size=1
)


@given(_ROWS)
def test_minutes_are_those_in_which_somebody_was_there(rows):
    text = "Name,Join Time,Leave Time\n" + "".join(
        f"{name},2027-01-14 09:{min(a, b):02},2027-01-14 09:{max(a, b):02}\n" for name, a, b in rows
    )
    there = {}
    for name, a, b in rows:
        there.setdefault(name[0].casefold(), set()).update(range(min(a, b), max(a, b)))
    found = {each.name[0].casefold(): each for each in read_attendance(text).people}
    assert {key: each.minutes for key, each in found.items()} == {key: len(each) for key, each in there.items()}
    assert sum(each.joins for each in found.values()) == len(rows)


def test_who_left_before_they_came_is_told_of_and_left_behind():
    rows = "Ana,2027-01-14 10:40,2027-01-14 10:00\nBo,2027-01-14 10:00,2027-01-14 10:00\n"
    reading = read_attendance(f"Name,Join Time,Leave Time\n{rows}")
    assert [each.name for each in reading.people] == ["Bo"]
    (row,) = reading.rejected
    assert (row.key, row.place) == ("attendance_times", 2)
    assert dict(row.values) == {"name": "Ana", "join": "2027-01-14 10:40", "leave": "2027-01-14 10:00"}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("31/31/2026 9:00,later,abc", "abc"),
        ("14 brumaire 2027 10:00,14 brumaire 2027 11:00,", "14 brumaire 2027 10:00"),
    ],
)
def test_a_row_whose_time_cant_be_read_is_named(row, text):
    heads = "Name,Join Time,Leave Time,Duration"
    reading = read_attendance(f"{heads}\nAna,{row}\nBen,2026-11-10 09:00,2026-11-10 10:00,60\n")
    assert [each.name for each in reading.people] == ["Ben"]
    assert [(each.key, each.values["name"], each.values["text"]) for each in reading.rejected] == [
        ("attendance_unread", "Ana", text)
    ]
    with pytest.raises(ImportRefused) as refusal:
        read_attendance(f"{heads}\nAna,{row}\n")
    assert refusal.value.key == "attendance_unread"


@pytest.mark.parametrize(
    "name",
    [
        "iPhone de Farah (Farah Haddad)",
        "Farah's iPad (Farah Haddad)",
        "iPhone (Farah Haddad)",
        "Farah Haddad (iPhone de Farah)",
    ],
)
def test_who_stands_behind_a_device_is_the_person(name):
    heads = "Name (Original Name),Join Time,Leave Time"
    for heading in (heads, "Name,Join Time,Leave Time"):
        (person,) = read_attendance(f"{heading}\n{name},2026-11-10 09:00,2026-11-10 10:00\n").people
        assert (person.name, person.organization) == ("Farah Haddad", "")


@pytest.mark.parametrize(
    ("name", "number"),
    [("14165550199", True), ("+1 (416) 555-0199", True), ("1416***99", True), ("Ana 2", False), ("R2", False)],
)
def test_a_telephone_number_is_no_name(name, number):
    heads = "Name,Join Time,Leave Time"
    (person,) = read_attendance(f'{heads}\n"{name}",2026-11-10 09:00,2026-11-10 10:00\n').people
    assert person.is_number is number


def test_the_meeting_tells_its_day_length_and_title():
    meeting = sample("teams_english.csv").meeting
    assert (meeting.days, meeting.minutes) == ((date(2027, 1, 14),), 121)
    assert meeting.title == "Permits: who has a stake?"
    zoom = "Meeting ID,Topic,Start Time\n1,Half day 1,x\nName,Join Time,Leave Time\n"
    both = read_attendance(f"{zoom}Ana,02/03/2027 9:00,02/03/2027 10:00\n").meeting
    assert both.days == (date(2027, 2, 3), date(2027, 3, 2))
    assert both.title == "Half day 1"
    assert read_attendance("Name\nAna\n").meeting.days == ()
