"""Views of boards of panels for tests, and every kind that is one."""

from collections.abc import Sequence

from hypothesis import strategies as st

from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.catalogue import KINDS
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.view import PLAIN, Showing
from facilitator.templates import new_board
from facilitator.workshop.capture import AddLine

PANEL_KINDS = [kind for kind in KINDS if isinstance(kind, PanelKind)]

WORDS = (
    "Trust",
    "What happens to the data of people who withdraw?",
    "x" * 200,
    "word " * 50,
    "Zoë שלום 中文",
    "<b>&",
    "{n} %s",
)

cards = st.tuples(st.sampled_from(WORDS), st.integers(0, 3), st.booleans(), st.sampled_from([None, 0, 7, 123]))
boards = st.lists(st.lists(cards, max_size=60), min_size=1, max_size=9)


def view_of(
    panels: Sequence[Sequence[tuple[str, int, bool, int | None]]],
    *,
    names: Sequence[str] = (),
    showing: Showing = PLAIN,
    language: str = "en",
) -> PanelsView:
    """A view of panels p0, p1… whose cards are (words, lines below, done, dots), with the ids p0c0, p0c1…"""
    made = tuple(
        PanelView(
            f"p{place}",
            names[place] if names else f"Panel {place}",
            "What belongs here",
            tuple(
                CardView(f"p{place}c{n}", f"Q{place * 100 + n}", words, ("A line below",) * below, (), done, dots)
                for n, (words, below, done, dots) in enumerate(its)
            ),
        )
        for place, its in enumerate(panels)
    )
    return PanelsView("b", "k", "Title <b>", "Question & more?", language, made, showing=showing)


def some(*counts: int, words: str = "Keep the counter open") -> PanelsView:
    """Panels with so many plain cards."""
    return view_of([[(words, 0, False, None)] * count for count in counts])


def board(kind: PanelKind, *named: str, document: Document | None = None) -> Document:
    """A board of a kind with its own id, and in each of its panels cards with these words."""
    document = document or Document.of([Engagement(id="engagement", title="T")])
    document = document.after(new_board(document, kind.id, "Board", "Question?"))
    for panel in kind.panels:
        for name in named:
            document = document.after(kind.add(document, kind.id, AddLine(name), panel.id))
    return document
