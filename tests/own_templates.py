"""Own templates for tests: any that can be written, as strategies."""

from hypothesis import strategies as st

from facilitator.content.agendas import MOST_CUT_ORDER, MOST_MINUTES, method_cards
from facilitator.content.whole_templates import (
    OWN,
    OwnText,
    PlannedBoard,
    PlannedSegment,
    PlannedSession,
    WholeTemplate,
)
from facilitator.templates import known_kinds

letters = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
names = letters.map(lambda text: f"A {text}")
notes = st.one_of(st.just(""), names)


def _said(texts, *, least):
    made = st.builds(OwnText, st.one_of(st.just(""), texts), st.one_of(st.just(""), texts))
    return made.filter(lambda text: text.en or text.fr) if least else made


titles, prompts = _said(names, least=True), _said(names, least=False)


@st.composite
def boards(draw):
    return PlannedBoard(draw(st.sampled_from(sorted(known_kinds()))), draw(titles), draw(prompts))


@st.composite
def segments(draw, its_boards):
    minutes = draw(st.integers(0, MOST_MINUTES))
    board = draw(st.one_of(st.none(), st.integers(0, len(its_boards) - 1))) if its_boards else None
    forms = sorted(known_kinds()[its_boards[board].kind].forms) if board is not None else []
    return PlannedSegment(
        draw(titles),
        minutes,
        draw(st.sampled_from(["", *(card.id for card in method_cards())])),
        draw(prompts),
        draw(prompts),
        draw(st.booleans()),
        draw(st.one_of(st.none(), st.integers(1, minutes or MOST_MINUTES))),
        draw(st.one_of(st.none(), st.integers(1, MOST_CUT_ORDER))),
        board,
        draw(st.sampled_from(["", *forms])),
        board is not None and draw(st.booleans()),
        draw(st.sampled_from(["", "vision", "cap_t1"])) if board is not None else "",
    )


@st.composite
def own_templates(draw):
    its = tuple(draw(st.lists(boards(), max_size=4)))
    sessions = st.builds(PlannedSession, titles, st.lists(segments(its), max_size=5).map(tuple), for_two=st.booleans())
    return WholeTemplate(OWN + "x", draw(titles), draw(prompts), tuple(draw(st.lists(sessions, max_size=3))), its)
