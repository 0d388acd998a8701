"""Organizations of participants are found in every text, also where all of their words are common ones."""

import pytest

from engagements import founding
from facilitator.anonymous.bodies import is_called, place_in
from facilitator.anonymous.fields import sorts_of_text
from facilitator.anonymous.making import made_anonymous
from facilitator.anonymous.named import names_in
from facilitator.boards.assessment.group.lines import QUESTION
from facilitator.boards.assessment.model import Respondent, SummaryLine
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.speaker_series.model import Speaker
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person
from facilitator.domain.record import Record
from pdf_gate.cases import typical

BODIES = {
    "Ville de Port-Clair": "Port-Clair",
    "Ville de Rivière-Haute": "Rivière-Haute",
    "Municipalité de Saint-Aubin": "Saint-Aubin",
    "Town of Golden Lake": "Golden Lake",
    "Golden Harbour Library": "",
}
KNOWN = [
    Person(id=f"known{number}", name=f"Zor{number} Quenbla", organization=each) for number, each in enumerate(BODIES)
]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        *BODIES.items(),
        ("Municipalité régionale de comté de Brome", "Brome"),
        ("Regional Municipality of Golden Lake", "Golden Lake"),
        ("Golden Lake Township", "Golden Lake"),
        ("MRC des Collines", "Collines"),
        ("Service de l’urbanisme", ""),
        ("Planning and Building", ""),
        ("Local Municipality", ""),
        ("ville de tous", ""),
        ("", ""),
    ],
)
def test_the_short_form_of_a_community_is_its_name_without_what_it_is(name, place):
    assert place_in(name) == place


def test_what_an_office_does_is_not_what_an_organization_is_called():
    assert not any(
        map(is_called, ("Planning and Building", "Service de l’urbanisme", "Town Council", "library", "Lake Friends 2"))
    )
    assert all(map(is_called, BODIES))


@pytest.mark.slow
@pytest.mark.parametrize("short", [False, True])
def test_no_organization_of_a_participant_stays_in_any_field(short):
    """The canary of organizations: each of them in each field of each record that holds people's words."""
    for body, place in BODIES.items():
        name = place or body if short else body

        def told(record: Record, name: str = name) -> Record:
            if isinstance(record, Engagement) or (isinstance(record, SummaryLine) and record.item != QUESTION):
                return record
            fields = sorts_of_text(type(record))
            return record.having(**dict.fromkeys((each for each in fields if getattr(record, each)), name))

        records = [told(each) for each in typical("fr").records() if type(each).type_name() != "twin"]
        made = made_anonymous(Document.of([*records, *KNOWN]), "fr")
        left = {
            f"{type(each).type_name()}.{field}"
            for each in made.records()
            for field in sorts_of_text(type(each))
            if name in getattr(each, field)
        }
        assert left == set(), name


def test_an_organization_that_owns_an_item_has_its_alias_also_in_short():
    said = {"v1": "Ville de Port-Clair", "v2": "Port-Clair", "v3": "golden lake et Zor0", "v4": "Greffe"}
    entries = [ChecklistEntry(id=f"e{key}", board_id="web", item=key, owner=its) for key, its in said.items()]
    answers = Respondent(id="web", person_id="known0", organization="Cité de Grand-Pré")
    titled = Board(id="b", number=2, kind="checklist", title="Saint-Aubin – Liste pour Grand-Pré")
    made = made_anonymous(Document.of([*founding().added(), *KNOWN, *entries, answers, titled]), "fr")
    owners = [each.owner for each in made.every(ChecklistEntry)]
    aliases = [each.organization for each in made.every(Person)]
    assert owners == [aliases[0], aliases[0], f"{aliases[3]} et Personne participante 1", "Greffe"]
    assert made.get(Board, "b").title == f"{aliases[2]} – Liste pour {made.get(Respondent, 'web').organization}"
    assert len({*aliases}) == len(BODIES)
    assert made_anonymous(made, "fr") == made


def test_an_organization_of_common_words_is_one_wherever_it_is_named_as_one():
    its = {"board_id": "web", "number": 1, "code": "S1", "name": "Zor Quenbla"}
    speaker = Speaker(id="s", organization="Golden Harbour Library", **its)
    made = made_anonymous(Document.of([*founding().added(), speaker]), "en")
    assert made.get(Speaker, "s").organization == "Organization 1"


def test_a_client_of_common_words_is_a_municipality():
    town = Engagement(id="engagement", title="Permits", organization="Town of Golden Lake")
    board = Board(id="b", number=2, kind="value", title="Golden Lake permits")
    made = made_anonymous(Document.of([town, board, *KNOWN]), "en")
    assert made.get(Board, "b").title == "A municipality permits"
    assert made.get(Person, "known3").organization == "A municipality"
    assert made.get(Engagement, "engagement").organization == "A municipality"


def test_a_kept_template_names_no_organization_in_short():
    look = names_in(Document.of([*founding().added(), *KNOWN]), Words("fr"))
    assert look("Entretien avec Rivière-Haute").text == "Entretien avec […]"
    assert look("Entretien – Saint-Aubin").names == ("Saint-Aubin",)
