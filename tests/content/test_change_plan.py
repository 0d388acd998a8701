"""The roles of a change team."""

import pytest

from facilitator.content.change_plan import role_called, roles


def test_the_eight_roles_of_the_method() -> None:
    assert [each.id for each in roles()] == [
        "sponsor",
        "change_lead",
        "service_owner",
        "front_line",
        "communications",
        "hr_learning",
        "data_keeper",
        "staff_voice",
    ]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Sponsor", "sponsor"),
        ("executive  sponsor", "sponsor"),
        ("Parrainage", "sponsor"),
        ("Voix de la premiere ligne", "front_line"),
        ("Union or staff representative (invited)", "staff_voice"),
        ("RH", ""),
        ("Sponsor of the fair", ""),
        ("", ""),
    ],
)
def test_a_role_is_known_by_its_whole_name_in_either_language(title: str, role: str) -> None:
    assert role_called(title) == role


def test_no_name_calls_two_roles() -> None:
    for each in roles():
        for name in (each.name.en, each.name.fr, *each.also):
            assert role_called(name) == each.id
