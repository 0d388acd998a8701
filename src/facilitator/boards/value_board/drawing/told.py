"""A value board in words: the text alternative of its picture and of the parts of it."""

from collections.abc import Sequence

from facilitator.boards.value_board.layout.layout import ValueLayout
from facilitator.boards.value_board.layout.standing import groups_of, standing
from facilitator.boards.value_board.view import CardLinkView, CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words


class Told:
    """Words for what a layout shows of a view; `gaps` are those of each card that has any."""

    def __init__(self, view: ValueBoardView, layout: ValueLayout) -> None:
        self.words = Words(view.language)
        self._view, self._layout = view, layout
        self._card_of = {card.id: card for card in view.cards}
        names = {group.id: group.name for group in view.groups}
        self._groups = {card: names[group] for card, group in groups_of(view).items()}
        self._gap_words = {gap: words.within(view.language) for gap, words in content.gap_words().items()}

    def board(self) -> str:
        """What the whole picture shows, in a few sentences."""
        view, words = self._view, self.words
        cards = standing(view)
        counts = [words(f"value.count_{each.id}", count=len(cards[each.id])) for each in content.columns()]
        about = f"{view.title}. {view.question}".strip()
        links = words("value.count_links", count=len(view.links))
        parts = [words("value.alt", about=about, counts=words.list(counts), links=links)]
        gaps = sum(bool(placed.gaps) for column in self._layout.columns for placed in column.cards)
        gaps += sum(pill.open_ones for column in self._layout.columns for pill in column.pills)
        if gaps:
            parts.append(words("value.count_open", count=gaps))
        for strip in content.strips():
            if cards[strip.id]:
                name = strip.name.within(view.language)
                parts.append(words("value.count_strip", name=name, count=len(cards[strip.id])))
        if view.dots_shown:
            parts.append(words("value.dots_on"))
        lit = self._card_of.get(view.showing.spotlight)
        if lit and self._layout.thread:
            count = len(self._layout.thread & self._card_of.keys())
            parts.append(words("value.thread_lifted", card=f"{lit.code} {lit.text}", count=count))
        return " ".join(parts)

    def card(self, card: CardView, gaps: Sequence[str] = ()) -> str:
        """A card: its words, its gaps, its dots, its group, and whether it is on the thread that is lifted."""
        told = [f"{card.code}: {card.text}", *(self._gap_words[gap] for gap in gaps)]
        if card.dots:
            told.append(self.words("value.dots_given", count=card.dots))
        if card.id in self._groups:
            told.append(self.words("value.in_group", name=self._groups[card.id]))
        if card.id in self._layout.thread:
            told.append(self.words("value.on_thread"))
        return ". ".join(told)

    def link(self, link: CardLinkView) -> str:
        """A link: one card, the verb, the other card."""
        start, end = self._card_of[link.from_id].text, self._card_of[link.to_id].text
        verb = content.link_kind(link.kind).name.within(self._view.language)
        told = self.words("value.link", start=start, verb=verb, end=end)
        return f"{told}. {self.words('value.on_thread')}" if link.id in self._layout.thread else told

    def group(self, name: str, ids: Sequence[str]) -> str:
        """A group and the codes of its cards."""
        return self.words("value.group_label", name=name, cards=self._codes(ids))

    def stack(self, told: str, ids: Sequence[str]) -> str:
        """A stack: what it says, and the codes of the cards in it."""
        return self.words("value.stack_label", told=told, cards=self._codes(ids))

    def gap(self, gap: str) -> str:
        """What a gap is called."""
        return self._gap_words[gap]

    def _codes(self, ids: Sequence[str]) -> str:
        return ", ".join(self._card_of[each].code for each in ids)
