"""Value boards for tests: views and documents out of a few words."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, CardLink
from facilitator.boards.value_board.view import CardLinkView, CardView, KpiView, ValueBoardView
from facilitator.content.theme import theme
from facilitator.content.value_board import link_kinds_between
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.workshop.capture import AddLine, LinkLine, parse

COLUMNS = {
    "G": "guiding",
    "A": "approach",
    "I": "impact",
    "K": "kpi",
    "H": "assumption",
    "E": "side_effect",
    "P": "parking",
}
PAIRS = ("GA", "AI", "IK", "GK", "GI", "II")
LIGHT = theme()


def document(language: Language = "en") -> Document:
    """An engagement with an empty value board, "b"."""
    return Document.of(
        [
            Engagement(id="engagement", title="Permits", language=language),
            Board(id="b", number=1, kind="value_board", title="Civic value board", question="What for?"),
        ]
    )


def after(start: Document, *lines: str) -> Document:
    """The document after capture lines, each into the first column unless it says otherwise."""
    for line in lines:
        start = start.after(change_of(start, line))
    return start


def change_of(start: Document, line: str) -> Change:
    """What one capture line does."""
    parsed = parse(line)
    if isinstance(parsed, LinkLine):
        return KIND.link(start, "b", parsed)
    assert isinstance(parsed, AddLine)
    return KIND.add(start, "b", parsed, "guiding")


def card(held: Document, code: str) -> Card:
    """The card with this code."""
    return next(each for each in held.every(Card) if each.code == code)


def link_codes(held: Document) -> set[tuple[str, str, str]]:
    """All links as codes and kind."""
    return {(held.get(Card, t.from_id).code, held.get(Card, t.to_id).code, t.kind) for t in held.every(CardLink)}


def view(
    cards: Sequence[tuple[str, str]],
    links: Iterable[tuple[str, str]] = (),
    slots: dict[str, int] | None = None,
    language: Language = "en",
) -> ValueBoardView:
    """A view of (code, text) cards whose ids are their codes, and links between codes with the usual kind."""
    shown = [CardView(code, code, COLUMNS[code[0]], text, (slots or {}).get(code)) for code, text in cards]
    shown.sort(key=lambda each: ("GAIKHEP".index(each.code[0]), int(each.code[1:])))
    joined = [
        CardLinkView(f"l{number:04}", one, other, link_kinds_between(COLUMNS[one[0]], COLUMNS[other[0]])[0].id)
        for number, (one, other) in enumerate(links)
    ]
    return ValueBoardView(
        board_id="b",
        kind="value_board",
        title="Civic value board",
        question="How do our values become results?",
        language=language,
        cards=tuple(shown),
        links=tuple(joined),
        kpis=tuple(KpiView(each.id) for each in shown if each.column == "kpi"),
    )


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=90)
WORDY = st.lists(
    st.sampled_from(["permits", "résidents", "fair", "anticonstitutionnellement", "of", "à", "77", "→", "30"]),
    min_size=1,
)


@st.composite
def views(draw: st.DrawFn, most: int = 60) -> ValueBoardView:
    """Boards of up to `most` cards in any distribution, with texts of up to 90 characters and some places by hand."""
    text = TEXTS | WORDY.map(lambda words: " ".join(words)[:90])
    letters = draw(st.lists(st.sampled_from("GAIK"), max_size=most) | st.lists(st.just("I"), max_size=most))
    counts = dict.fromkeys("GAIK", 0)
    cards, slots = [], {}
    for letter in letters:
        counts[letter] += 1
        code = f"{letter}{counts[letter]}"
        cards.append((code, draw(text).strip() or "x"))
        if draw(st.integers(0, 9)) == 0:
            slots[code] = draw(st.integers(0, most))
    pairs = [pair for pair in PAIRS if counts[pair[0]] and counts[pair[1]]]
    links: set[tuple[str, str]] = set()
    for _ in range(draw(st.integers(0, most)) if pairs else 0):
        pair = draw(st.sampled_from(pairs))
        ends = [f"{letter}{draw(st.integers(1, counts[letter]))}" for letter in pair]
        if ends[0] != ends[1]:
            links.add((ends[0], ends[1]))
    return view(cards, sorted(links), slots, draw(st.sampled_from(["en", "fr"])))
