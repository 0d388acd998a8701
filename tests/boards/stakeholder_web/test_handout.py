"""A web on paper: which pages it has, what stands on them, and that nothing private does."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from boards.stakeholder_web.webs import ids, rows_of, web
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.view import PlaceThen
from facilitator.content import methods
from facilitator.content.participation import participation_credit, participation_level
from facilitator.content.words import Words
from facilitator.handouts.pack import PackAbout, Part
from paper import Handout
from written_packs import write_pack

ABOUT = PackAbout("Online permits", "Town", date(2027, 1, 15))
PEOPLE = (("Town clerk", "internal", 1), ("Province", "othergov", 2), ("Tenants", "community", 3))


def people(*fields, **more):
    """A web in which the stakeholders S1, S2, … have these fields."""
    base = web(PEOPLE, **more)
    changed = [replace(each, **some) for each, some in zip(base.stakeholders, fields, strict=False)]
    return replace(base, stakeholders=(*changed, *base.stakeholders[len(changed) :]))


@pytest.fixture
def printed(tmp_path):
    """Prints a view without a cover and reads it back."""

    def write(view, language="en", paper="letter"):
        path = tmp_path / f"{language}-{paper}.pdf"
        seen = replace(view, language=language)
        part = Part(view.title, lambda words, width: KIND.handout(seen, words, width))
        write_pack(path, [part], ABOUT, paper, language, with_cover=False)
        return Handout(path)

    return write


def rows(handout, head):
    """The rows of the table that has a column of this name, as texts."""
    for table in handout.tree().every("Table"):
        cells = [[cell.words() for cell in row.kids] for row in table.every("TR")]
        if head in cells[0]:
            return cells[1:]
    raise AssertionError(f"no table has a column {head}")


def headings(handout, *tags):
    return [each.text for each in handout.tree().every(*tags)]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_of_the_narrow_columns_of_the_map_in_words_is_broken(printed, language, paper):
    names = [f"Gouvernements {ring}" for ring in (1, 2, 3, 4)]
    view = web([(name, "internal", ring) for ring, name in enumerate(names, 1)])
    known = {"level_now": "empower", "level_wanted": "collaborate", "needs": "Clarity"}
    shown = replace(view, stakeholders=tuple(replace(each, **known) for each in view.stakeholders))
    said = set(printed(shown, language, paper).page_words()[1].split())
    rings = [each.name.within(language) for each in methods.rings()]
    levels = [participation_level(each, view.level_labels).name.within(language) for each in ("empower", "collaborate")]
    assert {word for name in (*rings, *levels, "Gouvernements") for word in name.split()} <= said


PLANNED = people(
    {"strategy_id": "enlist", "strategy": "Ask the clerk", "level_wanted": "empower", "level_now": "involve"},
    {"owner": "Amina", "next_contact": date(2027, 2, 1), "cadence": "weekly", "channel": "survey"},
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_each_page_has_its_heading_and_the_wide_ones_lie_on_their_side(printed, language, paper):
    words = Words(language)
    handout = printed(PLANNED, language, paper)
    pages = [words(f"web.page_{page}") for page in ("twin", "plan", "cards")]
    assert headings(handout, "H1") == [PLANNED.title]
    assert headings(handout, "H2") == pages
    with pypdfium2.PdfDocument(handout.path) as pdf:
        wide = [page.get_width() > page.get_height() for page in pdf]
    assert wide == [True, False, True, False]
    for title, page in zip([PLANNED.title, *pages], handout.page_words(), strict=True):
        assert title in page


def test_an_empty_web_is_its_map_alone(printed):
    handout = printed(web(()))
    assert len(handout.page_words()) == 1
    assert len(handout.tree().every("Figure")) == 1


def test_the_map_fills_its_page_and_says_what_its_signs_mean(printed):
    view = people(
        {"flags": ("formal_approver",), "confidence": "guess"}, {"flags": ("rights_holder",)}, ties=[(1, 2, "funds")]
    )
    handout = printed(view)
    (figure,) = handout.tree().every("Figure")
    assert figure.alt.startswith("Stakeholder web")
    signs = handout.tree().every("L")[0]
    assert [each.text for each in signs.every("LBody")] == [
        "Inside the organization",
        "Outside it",
        "Holds rights",
        "A guess",
        "Must formally approve",
        "Funds",
    ]
    with pypdfium2.PdfDocument(handout.path) as pdf:
        text = pdf[0].get_textpage()
        first, last = (text.get_charbox(text.search("Town clerk").get_next()[0] + n) for n in (0, 9))
    assert last[2] - first[0] > 30  # at about 5 points it would be 24 wide


def test_the_map_shows_no_ghosts_but_words_say_what_has_moved(printed):
    then = (
        PlaceThen("s1", "Town clerk", "internal", 4, "inform", None),
        PlaceThen("s9", "Old mayor", "internal", 1, None, None),
    )
    view = replace(people({"level_now": "involve"}), then=then, then_title="Spring")
    handout = printed(view)
    assert "What has moved since Spring" in headings(handout, "H3")
    assert {row[0] for row in rows(handout, "Change")} == {"Town clerk", "Province", "Tenants", "Old mayor"}
    (figure,) = handout.tree().every("Figure")
    assert "Old mayor" not in figure.text
    unmoved = tuple(
        PlaceThen(each.id, each.name, each.category, each.ring, each.level_now, None) for each in view.stakeholders
    )
    assert "Spring" not in printed(replace(view, then=unmoved)).copied()


def test_the_words_of_the_map_tell_all_that_is_public(printed):
    view = people(
        {
            "kind": "team",
            "flags": ("formal_approver",),
            "interest": 4,
            "impact_on_them": 2,
            "needs": "Fewer calls",
            "concerns": "More forms",
            "contribution": "Test users",
            "access_plan": "Evenings",
            "origin": "group",
            "confidence": "guess",
            "level_now": "inform",
        },
        ties=[(1, 3, "works_with")],
    )
    view = replace(
        view,
        none_apply=(("knowledge", "Nobody writes about it"),),
        relationships=(
            replace(view.relationships[0], strength=3, quality="strained", what_flows="Permit data"),
            replace(view.relationships[0], id="t2", from_id="s2", to_id="web"),
        ),
    )
    handout = printed(view)
    (clerk,) = rows(handout, "Details")
    assert clerk[:3] == ["S1 Town clerk", "Core team", "Inform → –"]
    for told in (
        "Team · Must formally approve · Added by the group · A guess",
        "Interest: Top priority · Impact on them: Small adjustments",
        "What they hope for: Fewer calls",
        "Concerns: More forms",
        "What they can bring: Test users",
        "How barriers are removed: Evenings",
    ):
        assert told in clerk[3].replace("  ", " "), told
    assert rows(handout, "What flows") == [
        ["S1 Town clerk", "Works withStrong · Strained", "S3 Tenants", "Permit data"],
        ["S2 Province", "Works with", "Online permits", "–"],
    ]
    copied = handout.copied()
    assert "Knowledge and media: empty on purpose. Nobody writes about it" in copied
    assert "Private sector: nobody yet." in copied
    assert headings(handout, "H3")[:4] == [
        "Internal (1)",
        "Other government (1)",
        "Community and residents (1)",
        "Empty sectors",
    ]


def test_the_plan_says_who_comes_next_and_what_is_still_to_decide(printed):
    view = people(
        {"strategy_id": "enlist", "strategy": "Ask the clerk", "level_now": "inform", "level_wanted": "involve"},
        {"owner": "Amina", "next_contact": date(2027, 3, 1), "cadence": "weekly", "channel": "survey"},
        {"next_contact": date(2027, 2, 1)},
    )
    moves = methods.strategy("enlist").moves.en
    handout = printed(view)
    undecided = "To decide"
    assert rows(handout, "Next contact") == [
        ["S3 Tenants", undecided, undecided, undecided, "1 February 2027", undecided, undecided],
        ["S2 Province", undecided, undecided, "Amina", "1 March 2027", "Weekly", "Survey"],
        ["S1 Town clerk", "Inform → Involve", f"Enlist as championAsk the clerk{moves}", *[undecided] * 4],
    ]
    assert "Nothing decided yet" not in handout.copied()
    waiting = printed(people({"owner": "Amina"}))
    assert [row[0] for row in rows(waiting, "Next contact")] == ["S1 Town clerk"]
    assert "S2 Province · S3 Tenants" in waiting.copied()


def test_a_card_for_each_strategy_in_use_names_those_it_is_for(printed):
    view = people(
        {"strategy_id": "enlist", "level_now": "inform", "level_wanted": "involve"},
        {"strategy_id": "keep_view", "flags": ("formal_approver", "represented_staff"), "impact_on_them": 3},
        {
            "strategy_id": "enlist",
            "flags": ("harder_to_reach", "represented_staff"),
            "impact_on_them": 2,
            "access_plan": "Bus fare",
        },
    )
    handout = printed(view)
    cards = headings(handout, "H3")
    cards = cards[cards.index("Enlist as champion") :]
    assert cards == [
        "Enlist as champion",
        "Keep in view",
        "What to add",
        "Plan the formal step",
        "Talk to the bargaining agent early",
        "Remove barriers to taking part",
    ]
    lists = [[item.text for item in each.every("LBody")] for each in handout.tree().every("L")]
    assert ["S1 Town clerk: Inform → Involve", "S3 Tenants"] in lists
    assert ["S3 Tenants: Bus fare"] in lists
    assert lists.count(["S2 Province"]) == 3
    assert ["Co-present", "Open doors", "Sponsor a decision", "Protect them from over-use"] in lists
    assert "Usually: Collaborate, weekly" in handout.copied()
    assert "30-day check-in" in handout.copied()


def test_without_a_strategy_the_check_in_stands_below_the_plan(printed):
    handout = printed(people({"owner": "Amina"}))
    pages = handout.page_words()
    assert len(pages) == 3
    assert "30-day check-in" in pages[2]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("levels", [{"level_now": "inform"}, {"level_wanted": "empower"}])
def test_where_a_level_is_printed_its_names_are_credited_above(printed, language, levels):
    handout = printed(people(levels), language)
    credit = participation_credit().within(language)
    assert [each.text for each in handout.tree().every("P")].count(credit) == 2


def test_names_of_levels_of_our_own_need_no_credit(printed):
    view = replace(
        people({"level_now": "inform", "level_wanted": "empower", "strategy_id": "enlist"}), level_labels="plain"
    )
    copied = printed(view).copied()
    assert "Tell → Hand over" in copied
    assert "Usually: Decide together" in copied
    assert "IAP2" not in copied
    assert "IAP2" not in printed(web()).copied()


def test_a_french_pack_has_french_words_of_the_method_and_the_words_of_people_as_they_are(printed):
    view = people(
        {"strategy_id": "enlist", "flags": ("formal_approver",), "level_wanted": "involve", "needs": "Fewer calls"}
    )
    copied = printed(view, "fr").copied()
    for told in (
        "Confier un rôle de porte-étendard",
        "Doit approuver officiellement",
        "Faire participer",
        "Fewer calls",
        "À décider",
    ):
        assert told in copied, told
    assert "To decide" not in copied


def test_hostile_words_are_printed_as_they_are(printed):
    hostile = "</para><b>R&D &amp; {name} %s"
    long = "anticonstitutionnellement" * 30
    view = people(
        {"name": hostile, "strategy": hostile, "needs": hostile, "strategy_id": "enlist", "owner": long},
        {"name": long, "access_plan": long, "flags": ("harder_to_reach",), "next_contact": date(2027, 2, 1)},
        ties=[(1, 2, "funds")],
    )
    tree = printed(replace(view, title=hostile, problem=hostile)).tree()
    assert [each.text for each in tree.every("H1")] == [hostile]
    told = tree.words()
    assert told.count(f"S1 {hostile}") >= 4
    assert long in told
    assert f"S2 {long}" in told


@pytest.mark.slow
def test_two_hundred_stakeholders_are_all_on_every_page_they_belong_to(printed):
    base = web(rows_of(7, 200, "full"), "full", ties=[(n, n + 1, "works_with") for n in range(1, 60)])
    strategies = [each.id for each in methods.strategies()]
    crowd = tuple(
        replace(each, strategy_id=strategies[n % 3], owner="Amina", needs="A permit in three weeks " * (n % 5))
        for n, each in enumerate(base.stakeholders)
    )
    handout = printed(replace(base, stakeholders=crowd), "fr", "a4")
    named = [row[0] for row in rows(handout, "Prochain contact")]
    assert sorted(named) == sorted(f"{each.code} {each.name}" for each in crowd)
    told = handout.tree().words()
    assert all(told.count(f"{each.code} {each.name}") >= 3 for each in crowd)
    assert len(headings(handout, "H3")) >= len({each.category for each in crowd}) + 3
    assert set(ids("full")) >= {each.category for each in crowd}
