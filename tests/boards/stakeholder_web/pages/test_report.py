"""The facilitator's own report: all that is private stands in it, and it says what is still to be decided."""

from datetime import date

import pytest

from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    RelationshipNote,
    SharingAgreement,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
    Web,
)
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.handouts.pack import PackAbout, Part
from paper import Handout
from written_packs import write_pack

TODAY = date(2027, 1, 15)


def stakeholder(number, name, **more):
    fields = {"board_id": "web", "code": f"S{number}", "name": name, "category": "internal", "ring": 2}
    return Stakeholder(id=f"s{number}", **{**fields, **more})


RECORDS = (
    Engagement(id="engagement", title="Online permits"),
    Board(id="web", number=1, kind="stakeholder_web", title="Stakeholder web"),
    Web(id="web", project="Online permits"),
    stakeholder(1, "Town clerk", interest=2, impact_on_them=2, strategy_id="enlist", strategy="Every Monday"),
    stakeholder(2, "Council", interest=2, impact_on_them=1, strategy_id="brief_decide", flags="formal_approver"),
    stakeholder(3, "Union", flags="represented_staff", impact_on_them=3),
    StakeholderInfluence(id="s1", influence=1, sources="money law"),
    StakeholderInfluence(id="s2", influence=4),
    StakeholderAttitude(id="s1", attitude=-1, basis="assumed"),
    StakeholderAttitude(id="s2", attitude=0),
    StakeholderSalience(id="s1", urgency=True, legitimacy=False),
    StakeholderNote(id="s1", text="Ask about <b>2019</b>"),
    Relationship(id="t1", board_id="web", from_id="s1", to_id="s2", kind="works_with"),
    Relationship(id="t2", board_id="web", from_id="s3", to_id=None, kind="tension"),
    Relationship(id="t3", board_id="web", from_id="s2", to_id="s3", kind="works_with"),
    RelationshipNote(id="t1", text="A neutral chair"),
    SharingAgreement(id="web", text="Roles yes, no names"),
)


@pytest.fixture
def printed(tmp_path):
    """Prints the report of a document that is kept in the records and reads it back."""

    def write(*records, language="en"):
        document = Document.of(records)
        path = tmp_path / f"{language}.pdf"

        def story(words, width):
            return KIND.private_report(document, "web", TODAY, words, width)

        about = PackAbout("Online permits", "Town", TODAY, private=True)
        write_pack(path, [Part("Stakeholder web", story)], about, "letter", language, with_cover=False)
        return Handout(path)

    return write


def rows(handout, *heads):
    """The rows of the table that begins with these columns."""
    for table in handout.tree().every("Table"):
        cells = [[cell.words() for cell in row.kids] for row in table.every("TR")]
        if tuple(cells[0][: len(heads)]) == heads:
            return cells[1:]
    raise AssertionError(f"no table begins with {heads}")


def test_all_that_is_private_stands_in_it_who_needs_most_attention_first(printed):
    found = rows(printed(*RECORDS), "Stakeholder", "Influence")
    assert [row[0] for row in found] == ["S2 Council", "S1 Town clerk", "S3 Union"]
    council, clerk, union = found
    assert clerk[1:3] == ["Little say (1)Money and Law", "Doubtful (−1)Assumed"]
    assert clerk[3] == "Interest: Follows lightly Impact on them: Small adjustmentsKeep in view"
    assert clerk[4].startswith("Demanding")
    assert clerk[4].endswith("Urgent claim: Yes · Legitimate claim: No")
    assert clerk[5] == "Ask about <b>2019</b>"
    assert council[2] == "Neutral (0)"
    assert union[1:3] == ["Not known", "Not known"]


def test_the_suggestion_stands_beside_the_choice_with_its_facts_and_the_reason(printed):
    reason = StrategyReason(id="s1", text="They asked for it")
    council, clerk, union = rows(printed(*RECORDS, reason), "Stakeholder", "Strategy")
    assert clerk[1:] == [
        "Enlist as champion Every Monday",
        "Keep an ear openbecause influence 1, stake 2, attitude −1",
        "They asked for it",
    ]
    assert council[1] == "Keep satisfied, brief at decisions"
    assert council[2].startswith("Keep satisfied, brief at decisionsbecause influence 4, stake 2")
    assert council[2].endswith("And in any case: Plan the formal step")
    assert council[3] == "–"
    assert union[1] == "To decide"
    assert rows(printed(*RECORDS), "Stakeholder", "Strategy")[1][3] == "No reason noted"


def test_what_the_checks_find_and_ties_with_a_note_or_in_need_of_one(printed):
    handout = printed(*RECORDS)
    found = KIND.findings(Document.of(RECORDS), "web", TODAY, Words("en"))
    assert len(found) > 5
    told = rows(handout, "Severity")
    assert [each.action for each in found] == [row[2] for row in told]
    assert all(each.message in row[1] for each, row in zip(found, told, strict=True))
    assert rows(handout, "From") == [
        ["S1 Town clerk", "Works with", "S2 Council", "A neutral chair"],
        ["S3 Union", "Tension or conflict", "Online permits", "No plan noted"],
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_says_that_it_is_private(printed, language):
    pages = printed(*RECORDS, language=language).page_words()
    assert len(pages) >= 4
    assert all(Words(language)("handouts.private") in page for page in pages)


def test_where_nobody_is_on_the_web_there_is_nothing_to_report():
    document = Document.of(each for each in RECORDS if isinstance(each, Engagement | Board | Web))
    assert KIND.private_report(document, "web", TODAY, Words("en"), 500) == []


def test_what_the_group_may_be_shown_as_agreed_stands_in_the_report(printed):
    assert "Roles yes, no names" in str(printed(*RECORDS).tree().words())
