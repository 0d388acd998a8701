"""The boxes of box_board as a kind that can be looked at in several ways: forms, layers, findings, moments, prompts."""

from dataclasses import dataclass, fields, replace
from datetime import date

from box_board import BoxBoard, BoxBoardView, Crate, CrateSecret
from facilitator.boards.described import Finding, Form, KeptMoment, Layer
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Group, Picture, Rect, Text
from facilitator.domain.view import PLAIN, Showing, View


@dataclass(frozen=True, slots=True)
class LookBoardView(BoxBoardView):
    """`told` are the values of the layers that are on."""

    told: tuple[str, ...]


class LookBoard(BoxBoard):
    """Boxes side by side or one below the other; mood and note are private layers, the form "moods" needs the first."""

    enlarges = True

    def forms(self, words: Words) -> tuple[Form, ...]:
        return (
            Form("boxes", "Boxes"),
            Form("rows", "Rows"),
            Form("moods", "Moods", frozenset({"mood"}), takes_drops=True),
        )

    def layers(self, words: Words) -> tuple[Layer, ...]:
        return Layer("mood", "Mood"), Layer("note", "Note")

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> View:
        plain = super().view(document, board_id)
        secrets = [document.find(CrateSecret, crate.id) for crate in plain.crates]
        told = tuple(getattr(each, layer) for layer in sorted(showing.layers) for each in secrets if each)
        known = {field.name: getattr(plain, field.name) for field in fields(plain)}
        return LookBoardView(**known | {"told": told, "showing": showing})

    def picture(self, view: View, theme: Theme) -> Picture:
        assert isinstance(view, LookBoardView)
        showing = view.showing
        down = 400 if showing.form in ("rows", "moods") else 0
        crates = tuple(
            replace(crate, y=crate.y + down + (100 if crate.column == showing.spotlight else 0), x=crate.x - down / 2)
            for crate in view.crates
        )
        made = super().picture(replace(view, crates=crates), theme)
        size = 40 if showing.large else 20
        said = Text(view.told or ("",), 60, 900, size, theme.ink)
        told = Group("", "scenery", Rect(60, 900, 600, 60), (said,), label=" ".join(view.told))
        return replace(made, groups=(*made.groups, told), alt=f"{made.alt} {showing.form} {' '.join(view.told)}")

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        crates = [each for each in document.every(Crate) if each.board_id == board_id]
        noted = {each.id for each in document.every(CrateSecret) if each.note}
        fired = [
            Finding("B1", "high", (each.id,), f"{each.name}: no note.", "It helps.", "Write a note.", (each.id, "note"))
            for each in crates
            if each.id not in noted
        ]
        low = [each for each in crates if each.name == each.name.lower()]
        fired += [
            Finding(
                "B2",
                "low",
                (each.id,),
                f"{each.name}: no capital letter.",
                "Names begin with one.",
                f"Call it {each.name.title()}, and note why.",
                (each.id, "name"),
                (
                    (each.id, "name", each.name.title()),
                    (each.id, "note", "Had no capital letter."),
                    (each.id, "mood", "2"),
                ),
            )
            for each in low
        ]
        return tuple(fired)

    def moments(self, document: Document, board_id: str) -> tuple[KeptMoment, ...]:
        question = document.get(Board, board_id).question
        kept = question.partition("kept: ")[2]
        return (KeptMoment("m1", kept, date(2027, 1, 14)),) if kept else ()

    def keep_moment(self, document: Document, board_id: str, title: str, day: date) -> Change:
        board = document.get(Board, board_id)
        return Change("capture_list", (Swap(board, board.having(question=f"kept: {title}")),))

    def review(self, document: Document, board_id: str, day: date) -> Change:
        board = document.get(Board, board_id)
        return Change("capture_list", (Swap(board, board.having(question=f"reviewed {day}")),))

    def prompts(self, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return ("Inside", ("Who starts it?", "Who pays?")), ("Outside", ("Who is missing?",))


LOOKS = LookBoard()
