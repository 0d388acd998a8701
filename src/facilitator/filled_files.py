"""A PDF that somebody filled in, back on the board that it is of: what is new, one step, or a sentence."""

from dataclasses import dataclass

from facilitator.boards.answers import Answer
from facilitator.boards.kind import Kind
from facilitator.boards.listed import boards_of
from facilitator.catalogue import KINDS
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import ImportRefused, StoreError
from facilitator.exchange.filled_form import FilledForm, FormValue, read_filled


@dataclass(frozen=True, slots=True)
class Filled:
    """What came back: the board, who filled it in ("" where nobody says so), and every answer that is new."""

    form: FilledForm
    board: Board
    kind: Kind
    person: str
    answers: tuple[Answer, ...]

    def change(self, document: Document, answer_ids: list[str], words: Words) -> Change:
        """These answers as one step; raises EditRejected for none, and for one that can't stand."""
        return self.kind.take_answers(document, self.board.id, self.form, answer_ids, words)

    def facts(self) -> dict[str, object]:
        """The same as plain data."""
        return {
            "form": self.form.kind,
            "board": self.board.id,
            "person": self.person,
            "answers": [
                {
                    "id": each.id,
                    "item": each.item,
                    "at_first": each.at_first,
                    "here": each.here,
                    "said": each.said,
                    "fate": each.fate,
                    "why": each.why,
                }
                for each in self.answers
            ],
        }

    def told(self, words: Words) -> list[str]:
        """The same in sentences, one an answer."""
        who = [words("cli.filled_by", person=self.person)] if self.person else []
        return [*who, *(self._line(answer, words) for answer in self.answers)] or [words("cli.import_nothing")]

    def _line(self, answer: Answer, words: Words) -> str:
        said = {"said": _shown(answer, answer.said, words), "here": _shown(answer, answer.here, words)}
        return words(f"cli.filled_{answer.fate}", item=answer.item, field=answer.field, why=answer.why, **said)


def filled_in(document: Document, data: bytes, board_id: str | None, words: Words) -> Filled:
    """What a filled PDF says that the board that it is of does not, or the board that is asked for.

    Raises ImportRefused as `read_filled` does; "filled_newer" for a file of a later version; "filled_elsewhere" (id)
    where the board is not in this engagement, or of another kind.
    """
    form = read_filled(data)
    kind = next((kind for kind in KINDS if kind.id == form.kind), None)
    if kind is None or kind.form_version != form.version:
        raise ImportRefused("filled_newer")
    wanted = board_id or form.board_id
    board = next((each for each in boards_of(document) if each.id == wanted), None)
    if board_id and board is None:
        raise StoreError("board_unknown", id=board_id, known=", ".join(each.id for each in boards_of(document)))
    if board is None or board.kind != form.kind:
        raise ImportRefused("filled_elsewhere", id=wanted)
    answers = kind.answers(document, board.id, form, words)
    return Filled(form, board, kind, form.values.get("about.name", FormValue("", "")).now, answers)


def _shown(answer: Answer, text: str, words: Words) -> str:
    if answer.is_tick:
        return words("cli.filled_ticked" if text else "cli.filled_unticked")
    return words.quote(" ".join(text.split())) if text else words("cli.filled_blank")
