"""Assessments for tests: documents, and views of any state."""

from datetime import date

from hypothesis import strategies as st

from facilitator.boards.assessment.kind import KIND
from facilitator.boards.assessment.model import Answer
from facilitator.boards.assessment.view import AreaView, AssessmentView, answer_id
from facilitator.content.instruments import instrument
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.workshop.capture import AddLine, LinkLine, parse

TODAY = date(2027, 3, 1)
AUDIT = instrument("digital_audit")


def document(language: Language = "en") -> Document:
    """An engagement with an untouched digital audit, "a"."""
    board = Board(id="a", number=1, kind="assessment", title="Audit", question="Where do we stand?")
    engagement = Engagement(id="engagement", title="Permits", language=language)
    return Document.of([engagement, board, *KIND.found(board, TODAY)])


def change_of(held: Document, line: str, group: str = "unknown") -> Change:
    """What one capture line does."""
    parsed = parse(line)
    if isinstance(parsed, LinkLine):
        return KIND.link(held, "a", parsed)
    assert isinstance(parsed, AddLine)
    return KIND.add(held, "a", parsed, group)


def after(held: Document, *lines: str) -> Document:
    """The document after capture lines."""
    for line in lines:
        held = held.after(change_of(held, line))
    return held


def with_field(held: Document, area: str, key: str, value: str) -> Document:
    """The document after one edit in the inspector."""
    return held.after(KIND.set_field(held, f"a.{area}", key, value))


def answer(held: Document, area: str) -> Answer | None:
    """What is noted about an area."""
    return held.find(Answer, answer_id("a", area))


def level(held: Document, area: str) -> int | None:
    """The level of an area as the view has it."""
    return next(each.level for each in KIND.view(held, "a").areas if each.area == area)


ACTIONS = st.just("") | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=200)


@st.composite
def views(draw: st.DrawFn) -> AssessmentView:
    """Any audit, in either language."""
    marks = draw(st.permutations(["quick"] * 3 + ["foundation"] + [""] * 6))
    kept = draw(st.sets(st.integers(0, 9)))
    areas = tuple(
        AreaView(
            id=answer_id("a", area.id),
            area=area.id,
            level=draw(st.none() | st.integers(0, 4)),
            strengths="",
            weaknesses="",
            evidence="",
            mark=marks[place] if place in kept else "",
            action=draw(ACTIONS).strip(),
        )
        for place, area in enumerate(AUDIT.areas)
    )
    language = draw(st.sampled_from(["en", "fr"]))
    return AssessmentView("a", "assessment", "Audit", "Where do we stand?", language, AUDIT.id, TODAY, areas)
