"""Aliases: the same for the same name, never the same for two, and nothing else is touched."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements import founding
from facilitator.anonymous.making import made_anonymous
from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.content import methods
from facilitator.content.naming import bared
from facilitator.content.words import Words
from facilitator.domain.brand import Brand
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.record import Record
from facilitator.domain.twin import Twin, twin_id
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from pdf_gate.cases import called, huge, typical

SYLLABLES = ("zor", "bla", "quen", "vex", "mir", "plo", "gna", "dru", "kith", "wam", "éla", "ngọ", "fjö", "xiu")
WORD = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map(lambda parts: "".join(parts).capitalize())
NAME = st.one_of(
    st.builds("{} {}".format, WORD, WORD),
    st.builds("{}-{} {}".format, WORD, WORD, WORD),
    st.builds("{} {}-{}".format, WORD, WORD, WORD),
    st.builds("J. {}".format, WORD),
    st.builds("{} van {}".format, WORD, WORD),
    WORD,
)
PLAIN = (
    "Ask the tenants’ association to test the form by 10 February.",
    "Les services en ligne restent simples : un seul formulaire, 40 % de rappels en moins !",
    "Council decides; the clerk’s office and the mayor approve. It may take 2 weeks, or more.",
    "Publish every permit’s status (in both languages)",
    "Will they mark what a person has to bring? In May, perhaps.",
)


def document(*records: Record) -> Document:
    return Document.of([*founding().added(), *records])


def step(number: int, text: str, who: str = "") -> Outcome:
    return Outcome(id=f"o{number}", number=number, kind="next_step", code=f"N{number}", text=text, who=who)


def stakeholder(number: int, name: str, **its: object) -> Stakeholder:
    place = {"board_id": "web", "code": f"S{number}", "category": "community", "ring": 3}
    return Stakeholder(id=f"s{number}", name=name, **{**place, **its})


def text_of(made: Document, number: int) -> str:
    return made.get(Outcome, f"o{number}").text


@given(st.lists(NAME, min_size=1, max_size=6, unique_by=bared), st.sampled_from(["en", "fr"]))
@settings(max_examples=60)
def test_the_same_name_has_one_alias_and_two_names_never_the_same(names, language):
    people = [Person(id=f"p{number}", name=name) for number, name in enumerate(names)]
    spoken = [step(number, f"tell {name} of it", name.upper()) for number, name in enumerate(names)]
    made = made_anonymous(document(*people, *spoken), language)
    aliases = [made.get(Person, each.id).name for each in people]
    assert len(set(aliases)) == len(names)
    for number, alias in enumerate(aliases):
        assert made.get(Outcome, f"o{number}").who == alias
        assert text_of(made, number) == f"tell {alias} of it"


@given(st.lists(NAME, min_size=2, max_size=5), st.sampled_from(["en", "fr"]))
@settings(max_examples=60)
def test_what_is_anonymous_stays_as_it_is(names, language):
    told = ", ".join(names)
    records = [
        Person(id="p", name=names[0], organization=names[-1]),
        step(1, f"Mme {names[0]} and {told}", told),
        stakeholder(1, names[1], owner=names[0]),
        stakeholder(2, f"{names[-1]}, Mayor"),
        stakeholder(3, f"{names[-1]} Consulting"),
        Served(id="served", card_id="card", name=names[0]),
    ]
    made = made_anonymous(document(*records), language)
    assert made_anonymous(made, language) == made


@given(st.sampled_from(PLAIN), st.lists(NAME, max_size=3))
@settings(max_examples=60)
def test_a_text_without_names_is_unchanged(text, names):
    people = [Person(id=f"p{number}", name=name) for number, name in enumerate(names)]
    assert text_of(made_anonymous(document(step(1, text), *people), "en"), 1) == text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_usual_engagement_says_in_common_words_stays(language):
    """Of the sample, only people, their bodies, the client and the title change."""
    before = typical(language)
    kinds = (Stakeholder, Outcome, Segment, Session)
    mine = {record.id for kind in kinds for record in before.every(kind) if not record.id.startswith("own")}
    made = made_anonymous(before, language)
    for kind in kinds:
        for record in before.every(kind):
            assert record.id not in mine or made.get(kind, record.id) == record


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Ask Quenby Zorblaxe.", "Ask Participant 1."),
        ("ask quenby zorblaxé", "ask Participant 1"),
        ("Zorblaxe, Quenby", "Participant 1"),
        ("Mme Zorblaxe and the Zorblaxes", "Participant 1 and the Participant 1"),
        ("Q. Zorblaxe’s note", "Participant 1’s note"),
        ("QZ and Q.Z. agree", "Participant 1 and Participant 1 agree"),
        ("see https://a.ca/quenby. Then call 613-555-0147", "see [address]. Then call [address]"),
        ("write q.z@town.ca", "write [address]"),
        ("Sophie Tremblay came", "[name] came"),
        ("in Brambleyx", "in a municipality"),
        ("in brambleyx", "in a municipality"),
        ("Brambleyx pays", "A municipality pays"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, becomes):
    town = Engagement(id="engagement", title="Permits", organization="Town of Brambleyx")
    records = [*document(Person(id="p1", name="Quenby Zorblaxe"), step(1, text)).records(), town]
    assert text_of(made_anonymous(Document.of(records), "en"), 1) == becomes


def test_the_house_and_its_abbreviations_are_nobodys_initials():
    people = [Person(id="p1", name="Ilya Tovar"), Person(id="p2", name="Kim Pim Ivo")]
    assert text_of(made_anonymous(document(step(1, "IT reads each KPI"), *people), "en"), 1) == "IT reads each KPI"


def test_two_of_one_family_are_told_apart_only_where_it_is_clear():
    people = [Person(id="p1", name="Quenby Zorblaxe"), Person(id="p2", name="Mirdru Zorblaxe")]
    made = made_anonymous(document(step(1, "Quenby tells Zorblaxe of Mirdru"), *people), "en")
    assert text_of(made, 1) == "Participant 1 tells [name] of Participant 2"


def test_a_role_says_more_than_a_number_and_a_body_is_called_by_its_sector():
    community = methods.category("community", "short").name
    people = [Person(id="p1", name="Quenby Zorblaxe"), Person(id="p2", name="Vexmir Plogna")]
    there = [
        stakeholder(1, "Quenby Zorblaxe, Mayor"),
        stakeholder(2, "Mayor"),
        stakeholder(3, "Krizanth Consulting"),
        stakeholder(4, "Fellowmire Trust", owner="Vexmir"),
        stakeholder(5, "Tenants’ association"),
    ]
    for language, participant in (("en", "Participant 1"), ("fr", "Personne participante 1")):
        made = made_anonymous(document(*people, *there, step(1, "Quenby asks Krizanth")), language)
        names = [each.name for each in made.every(Stakeholder)]
        name = community.within(language)
        assert names == ["Mayor 1", "Mayor", f"{name} 1", f"{name} 2", "Tenants’ association"]
        assert [each.name for each in made.every(Person)] == ["Mayor 1", participant]
        assert made.get(Stakeholder, "s4").owner == participant
        assert text_of(made, 1) == f"Mayor 1 asks {name} 1"


def test_roles_and_everybody_stay_where_somebody_is_to_do_something():
    said = ("Clerk’s office", "Planning and building", "everyone", "IT", "the mayor", "Urbanisme et bâtiment")
    made = made_anonymous(document(*(step(number, "x", who) for number, who in enumerate(said))), "en")
    assert tuple(each.who for each in made.every(Outcome)) == said
    mixed = made_anonymous(document(step(1, "x", "Clerk and zorblaxe; Quenby Vexmir")), "en")
    assert mixed.get(Outcome, "o1").who == "Clerk and Participant 1; Participant 2"


def test_logo_and_colour_are_left_out_and_how_one_is_spoken_of():
    person = Person(id="p1", name="Quenby Zorblaxe", pronunciation="KWEN-bee", pronouns="they")
    made = made_anonymous(document(person, Brand(id="engagement", colour="#123456")), "en")
    assert list(made.every(Brand)) == []
    assert made.get(Person, "p1") == Person(id="p1", name="Participant 1")


def test_what_a_name_is_in_the_other_language_has_its_alias():
    its = {"of_type": "stakeholder", "of_id": "s1", "field": "name"}
    twin = Twin(id=twin_id(*its.values()), source="Friends of Zorblaxe", text="Amis de la Vexmire", **its)
    records = [stakeholder(1, "Friends of Zorblaxe"), twin, step(1, "Amis de la Vexmire and Friends of Zorblaxe")]
    made = made_anonymous(document(*records), "en")
    name = made.get(Stakeholder, "s1").name
    assert text_of(made, 1) == f"{name} and {name}"


def test_no_alias_of_the_house_is_taken_for_a_name():
    """Else a pack that is made of an anonymous document would count anew."""
    for language in ("en", "fr"):
        words = Words(language)
        aliases = [words("anonymous.participant", number=3), words("anonymous.municipality")]
        names = [each.name.within(language) for one in ("short", "full") for each in methods.categories(one)]
        aliases += [f"{name} 2" for name in names] + [words("redaction.someone_in", category=name) for name in names]
        made = made_anonymous(document(*(stakeholder(n, name) for n, name in enumerate(aliases, start=1))), language)
        assert [each.name for each in made.every(Stakeholder)] == aliases


def test_an_alias_hangs_on_the_document_and_not_on_what_is_asked_for_of_it():
    before = typical("en")
    titles = {
        make_handout(before, HandoutOrder("letter", "en", pack=pack, anonymous=True)).title
        for pack in ("value", "prep")
    }
    assert titles == {"Anonymous pack"}
    turned = Document.of(reversed(list(before.records())))
    assert made_anonymous(turned, "en") == made_anonymous(before, "en")


def test_nobody_gets_an_alias_that_somebody_is_called_by():
    """A document that is anonymous, to which somebody was added."""
    people = [Person(id=f"p{number}", name=name) for number, name in enumerate(("Quenby Zorblaxe", "Participant 1"))]
    made = made_anonymous(document(*people), "en")
    assert [each.name for each in made.every(Person)] == ["Participant 2", "Participant 1"]


def test_a_participant_with_a_name_of_common_words_gets_an_alias_and_one_who_is_a_role_does_not():
    called_so = ("Quay Rivers", "Town clerk", "Joy Trails")
    people = [Person(id=f"p{number}", name=name) for number, name in enumerate(called_so)]
    made = made_anonymous(document(*people, step(1, "Quay Rivers and the rivers")), "en")
    assert [each.name for each in made.every(Person)] == ["Participant 1", "Town clerk", "Participant 2"]


def test_the_name_of_the_town_is_the_towns_though_others_are_called_after_it():
    town = Engagement(id="engagement", title="Permits", organization="Town of Brambleyx")
    records = [*document(stakeholder(1, "Brambleyx Library Friends"), step(1, "Brambleyx pays")).records(), town]
    assert text_of(made_anonymous(Document.of(records), "en"), 1) == "A municipality pays"


def test_names_that_overlap_leave_nothing_behind():
    people = [Person(id="p1", name="Zorbla Zorbla"), Person(id="p2", name="Zorbla van Zorbla")]
    made = made_anonymous(document(step(1, "Zorbla Zorbla, Zorbla, Zorbla van Zorbla"), *people), "en")
    assert "Zorbla" not in text_of(made, 1)


@pytest.mark.slow
def test_500_stakeholders_and_their_texts_take_a_few_seconds():
    many = [
        stakeholder(
            number,
            f"{called(number)} {number} Zorb{number}",
            needs=f"to hear from Zorb{501 - number}",
            owner="Zorblaxe",
        )
        for number in range(1, 501)
    ]
    rest = [record for record in huge("en").records() if not isinstance(record, Stakeholder)]
    began = time.process_time()
    made = made_anonymous(Document.of([*rest, *many]), "en")
    assert time.process_time() - began < 5
    assert "Zorb" not in "".join(each.needs + each.name for each in made.every(Stakeholder))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_it_is_about_is_told_in_no_map(language):
    sample = Document().after(founding_of_sample(language))
    title = sample.get(Engagement, "engagement").title
    web = next(iter(sample.every(Web)))
    board = sample.get(Board, web.id)
    retold = [(board, board.having(title=f"Map of {title}")), (web, web.having(problem=f"{title}!"))]
    said = sample.after(changed("retell", retold))
    assert title == web.project
    made = made_anonymous(said, language)
    project = Words(language)("anonymous.project")
    hub = made.get(Web, web.id)
    assert hub.project == hub.problem.rstrip("!") == project[:1].upper() + project[1:]
    assert made.get(Board, board.id).title == f"Map of {project}"
    assert title not in "".join(str(each.model_dump()) for each in made.records())
