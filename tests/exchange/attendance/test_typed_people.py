"""A pasted list: a person a line, however the line is written."""

import pytest

from facilitator.exchange.attendance.reading import read_attendance


@pytest.mark.parametrize(
    ("line", "name", "organization", "pronouns"),
    [
        ("Ana Roy", "Ana Roy", "", ""),
        ("1. Ana Roy", "Ana Roy", "", ""),
        ("12) Ana Roy", "Ana Roy", "", ""),
        ("- Ana Roy", "Ana Roy", "", ""),
        ("• Ana Roy", "Ana Roy", "", ""),
        ("[x] Ana Roy", "Ana Roy", "", ""),
        ("Ana Roy <ana@x.ca>", "Ana Roy", "", ""),
        ('"Ana Roy" <ana@x.ca>', "Ana Roy", "", ""),
        ("Ana Roy ana@x.ca", "Ana Roy", "", ""),
        ("Ana Roy (she/her)", "Ana Roy", "", "she/her"),
        ("Zoé Côté (elle)", "Zoé Côté", "", "elle"),
        ("Max (iel/they)", "Max", "", "iel/they"),
        ("Ana Roy she/her", "Ana Roy", "", "she/her"),
        ("Ana Roy - she/her", "Ana Roy", "", "she/her"),
        ("Ana Roy | elle/iel", "Ana Roy", "", "elle/iel"),
        ("Ana Roy (she/her), City of Gatineau", "Ana Roy", "City of Gatineau", "she/her"),
        ("Ana Roy/Bo Lee", "Ana Roy/Bo Lee", "", ""),
        ("Ana Roy - City of Gatineau", "Ana Roy", "City of Gatineau", ""),
        ("Ana Roy (she/her) – City of Gatineau", "Ana Roy", "City of Gatineau", "she/her"),
        ("Ana Roy (City of Gatineau)", "Ana Roy", "City of Gatineau", ""),
        ("Ana Roy, City of Gatineau", "Ana Roy", "City of Gatineau", ""),
        ("Ana Roy\tCity of Gatineau", "Ana Roy", "City of Gatineau", ""),
        ("3\tAna Roy\tCity of Gatineau\tana@x.ca", "Ana Roy", "City of Gatineau", ""),
        ("Emeka Okafor; Harbour Trust; he/him", "Emeka Okafor", "Harbour Trust", "he/him"),
        ("Emeka Okafor\tHarbour Trust\the/him", "Emeka Okafor", "Harbour Trust", "he/him"),
        ("Emeka Okafor\the/him\tHarbour Trust\tEvents", "Emeka Okafor", "Harbour Trust, Events", "he/him"),
        ("Emeka Okafor, Harbour Trust, he/him", "Emeka Okafor", "Harbour Trust", "he/him"),
        ("Roy, Zoé, iel", "Zoé Roy", "", "iel"),
        ("Zoé; elle; Ville; zoe@x.ca", "Zoé", "Ville", "elle"),
        ("Tremblay, Marie", "Marie Tremblay", "", ""),
        ("Jean-Luc Gagné-Roy", "Jean-Luc Gagné-Roy", "", ""),
        ("Ana's iPad", "Ana", "", ""),
        ("Ana’s phone", "Ana", "", ""),
        ("Ana iPhone 12", "Ana", "", ""),
        ("Téléphone de Zoé", "Zoé", "", ""),
        ("Maria Portable", "Maria Portable", "", ""),
        ("iPhone", "iPhone", "", ""),
        ("李小龙", "李小龙", "", ""),
        ("محمد علي", "محمد علي", "", ""),
    ],
)
def test_a_line_is_a_person(line, name, organization, pronouns):
    (person,) = read_attendance(f"{line}\n").people
    assert (person.name, person.organization, person.pronouns) == (name, organization, pronouns)
    assert (person.minutes, person.joins) == (None, 0)


def test_several_people_in_a_line_of_recipients():
    reading = read_attendance("Ana <a@x.ca>; Béa <b@x.ca>, Carl <c@x.ca>")
    assert [each.name for each in reading.people] == ["Ana", "Béa", "Carl"]


def test_semicolons_part_people_where_nothing_says_otherwise_and_cells_where_all_lines_have_as_many():
    assert [each.name for each in read_attendance("Ana; Béa; Carl").people] == ["Ana", "Béa", "Carl"]
    table = read_attendance("Ana; City\nBéa; Town\n").people
    assert [(each.name, each.organization) for each in table] == [("Ana", "City"), ("Béa", "Town")]
    mixed = read_attendance("Ana; Béa\nCarl\n").people
    assert [each.name for each in mixed] == ["Ana", "Béa", "Carl"]


def test_a_heading_is_nobody_and_who_stands_there_twice_is_one():
    reading = read_attendance("Participants\nAna\n\nBéa\nana\n")
    assert [each.name for each in reading.people] == ["Ana", "Béa"]
    assert reading.form == "list"
    assert reading.rejoins == 1


def test_an_address_alone_is_told_and_not_made_a_name():
    reading = read_attendance("Ana\nb@x.ca\n")
    assert [(row.place, row.key) for row in reading.rejected] == [(2, "attendance_no_name")]
    assert "@" not in repr(reading)
