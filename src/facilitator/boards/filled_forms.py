"""What several people filled in on documents of boards: who said what, where they differ, what is taken. Pure."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from facilitator.boards.answers import Answer, Taken
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with, boards_of
from facilitator.boards.whose_board import own_board_instead
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.exchange.filled_form import FilledForm, FormValue, mark_of, read_filled
from facilitator.workshop.twins import in_language

_NAME_FIELD = "about.name"
"""Where all forms ask who fills them in."""
_LONGEST_NAME = 60

KindOf = Callable[[str], Kind | None]
"""The kind of board with this id, None where there is none."""


class Pick(NamedTuple):
    """One answer of one of several files: the place of the file among them, and the id of the answer."""

    file: int
    answer_id: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What came back in the file `source`: the board that it is of, and every answer that is new there.

    `is_strange` says that it was made in an engagement of another title. `at_first` holds what was filled in where it
    was `mended` since, by the ids of the answers. `is_own` says that it goes to a board of their own, not to that which
    the file is of; see `own_board_instead`.
    """

    source: str
    form: FilledForm
    board: Board
    kind: Kind
    answers: tuple[Answer, ...]
    is_strange: bool = False
    at_first: Mapping[str, str] = field(default_factory=dict)
    is_own: bool = False

    @property
    def person(self) -> str:
        """Who filled it in: whom the form names, else what the file is called, "" for neither."""
        return self.form.person


def filled_in(
    document: Document,
    data: bytes,
    kind_of: KindOf,
    words: Words,
    *,
    today: date,
    source: str = "",
    board_id: str | None = None,
) -> Filled:
    """What a filled PDF says that the board that it is of does not, or the board that is asked for.

    Where nobody asks for one, what somebody filled in goes to the board of their own; see `own_board_instead`.
    Days as people say them ("Friday", "18 Dec") are counted from `today`.

    Raises ImportRefused as `read_filled` does; "filled_newer" for a file of a later version; "filled_elsewhere" (id)
    where the board is not in this engagement, or of another kind. StoreError("board_unknown") for one that was asked
    for and is not there.
    """
    form = read_filled(data)
    kind = kind_of(form.kind)
    if kind is None or kind.form_version != form.version:
        raise ImportRefused("filled_newer")
    form = replace(form, person="" if kind.nameless_form else _person(form, source), taken_in_on=today)
    wanted = board_with(document, board_id).id if board_id else form.board_id
    board = next((each for each in boards_of(document) if each.id == wanted), None)
    if board is None or board.kind != form.kind:
        raise ImportRefused("filled_elsewhere", id=wanted)
    if not board_id:
        board = own_board_instead(document, board, kind, form.person)
    is_strange = bool(form.engagement) and form.engagement not in _marks(document)
    answers = kind.answers(document, board.id, form, words)
    return Filled(source, form, board, kind, answers, is_strange, is_own=board.id != wanted)


def mended(document: Document, filled: Filled, answer_id: str, text: str, words: Words) -> Filled:
    """The same with another text in the place of one that somebody filled in; for none it stays as it was.

    What was filled in is kept in `at_first`.
    """
    value = filled.form.values[answer_id]
    if not text.strip() or text.strip() == value.now:
        return filled
    form = replace(filled.form, values={**filled.form.values, answer_id: FormValue(text.strip(), value.first)})
    answers = filled.kind.answers(document, filled.board.id, form, words)
    return replace(filled, form=form, answers=answers, at_first={answer_id: value.now, **filled.at_first})


def with_folders(paths: Sequence[Path]) -> list[Path]:
    """The files, and in the place of a folder the PDFs that are in it, by name; raises OSError."""
    found: list[Path] = []
    for path in paths:
        found += sorted(each for each in path.iterdir() if is_named_pdf(each)) if path.is_dir() else [path]
    return found


def is_named_pdf(path: Path) -> bool:
    """Whether a file is called as PDFs are."""
    return path.suffix.lower() == ".pdf"


def disputed(filled: Sequence[Filled]) -> frozenset[Pick]:
    """The answers that can't all be taken: of one field of one board, that come to something different there.

    What can't be read may well be something different, too.
    """
    said: dict[tuple[str, str], dict[str, list[Pick]]] = defaultdict(lambda: defaultdict(list))
    for place, each in enumerate(filled):
        for answer in each.answers:
            if not answer.adds:
                unread = answer.fate == "rejected"
                said[each.board.id, answer.id][answer.said if unread else answer.means].append(Pick(place, answer.id))
    several = (meanings for meanings in said.values() if len(meanings) > 1)
    return frozenset(pick for meanings in several for picks in meanings.values() for pick in picks)


def unsettled(filled: Sequence[Filled]) -> frozenset[Pick]:
    """The disputed ones, and who and by when of the same item: a day belongs to whom it was said of."""
    open_ones = disputed(filled)
    items = {_place(filled, pick) for pick in open_ones if _answer(filled, pick).settles}
    return open_ones | {
        Pick(place, each.id)
        for place, one in enumerate(filled)
        for each in one.answers
        if each.settles and (one.board.id, each.item) in items
    }


def told_apart(filled: Sequence[Filled], pick: Pick, words: Words) -> str:
    """Who says what of the item of an unsettled answer: "Sam: Dana by 15 January 2027 · Priya: Lee"."""
    (board_id, item), ticks = _place(filled, pick), _answer(filled, pick).is_tick
    people = []
    for one in filled:
        here = [each for each in one.answers if each.item == item and one.board.id == board_id]
        if ticks:
            brief = [words(f"filled.{'ticked' if each.means else 'unticked'}") for each in here if each.is_tick]
        else:
            brief = [each.brief or words("filled.blank") for each in here if each.settles]
        if brief:
            people.append(words("filled.says", person=one.person or one.source, said=" ".join(brief)))
    return " · ".join(people)


def told_left(filled: Sequence[Filled], picks: Collection[Pick]) -> str:
    """What is not taken by these picks, whoever said it: "v1 Owner, v3 By when"; "" for nothing."""
    left = [
        " ".join(filter(None, (each.code, each.field)))
        for place, one in enumerate(filled)
        for each in one.answers
        if Pick(place, each.id) not in picks
    ]
    return ", ".join(dict.fromkeys(left))


def told_where(filled: Sequence[Filled], picks: Collection[Pick], words: Words) -> str:
    """Of whom something is taken that goes to a board of their own: "To boards of their own: Sam."; "" for nobody."""
    places = {pick.file for pick in picks}
    people = [each.person for place, each in enumerate(filled) if place in places and each.is_own]
    return words("filled.to_own", people=", ".join(dict.fromkeys(people))) if people else ""


def rivals(filled: Sequence[Filled], pick: Pick) -> frozenset[Pick]:
    """The answers that can't be taken beside this one."""
    board_id, meant = filled[pick.file].board.id, _answer(filled, pick).means
    others = (each for each in disputed(filled) if each.answer_id == pick.answer_id)
    same_board = (each for each in others if filled[each.file].board.id == board_id)
    return frozenset(each for each in same_board if _answer(filled, each).means != meant)


def sheets(filled: Sequence[Filled], picks: Collection[Pick] | None = None) -> tuple[Pick, ...]:
    """The forms without a name, or those of them among `picks`."""
    found = (Pick(place, each.id) for place, one in enumerate(filled) for each in one.answers if each.is_sheet)
    return tuple(pick for pick in found if picks is None or pick in picks)


def repeated(filled: Sequence[Filled]) -> frozenset[Pick]:
    """The forms without a name that are like one before them: the same file, or the same words written in it.

    Where nothing is written, other files are other people's: many tick alike.
    """
    seen: set[object] = set()
    found = set()
    for pick in sheets(filled):
        one = filled[pick.file]
        written = frozenset((name, each.now) for name, each in one.form.values.items() if each.now and not each.is_mark)
        signs = {(one.board.id, one.form.mark), *({(one.board.id, written)} if written else ())}
        if seen & signs:
            found.add(pick)
        seen |= signs
    return frozenset(found)


def proposed(filled: Sequence[Filled]) -> frozenset[Pick]:
    """What may be taken without a thought: where the board says nothing and nobody else says something different.

    No comment, as everybody will read it, nothing that is there twice, and nothing of a file that was made in an
    engagement of another title.
    """
    return frozenset(
        Pick(place, answer.id)
        for place, each in enumerate(filled)
        for answer in each.answers
        if answer.fate == "new" and not answer.adds and not answer.here and not each.is_strange
    ) - (unsettled(filled) | repeated(filled))


def taken(
    document: Document, filled: Sequence[Filled], picks: Collection[Pick], words: Words, *, named: bool = False
) -> Change:
    """These answers as one step, over all boards; comments with the names of who wrote them only if `named`.

    Raises EditRejected: "nothing_to_do" for none, "gone" (id) for a board that is no more, and for what can't stand
    what its board says.
    """
    boards: dict[str, list[tuple[Kind, Taken]]] = defaultdict(list)
    for place, each in enumerate(filled):
        chosen = tuple(pick.answer_id for pick in picks if pick.file == place)
        if chosen:
            form = each.form if named else replace(each.form, person="")
            boards[document.get(Board, each.board.id).id].append((each.kind, Taken(form, chosen)))
    changes = [
        found[0][0].take_answers(document, board_id, [of_one for _, of_one in found], words)
        for board_id, found in boards.items()
    ]
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_answers", changes)


def _answer(filled: Sequence[Filled], pick: Pick) -> Answer:
    return next(each for each in filled[pick.file].answers if each.id == pick.answer_id)


def _place(filled: Sequence[Filled], pick: Pick) -> tuple[str, str]:
    """The board and the item that an answer is of."""
    return filled[pick.file].board.id, _answer(filled, pick).item


def _person(form: FilledForm, source: str) -> str:
    """A name that can stand on a board, cut where it is long."""
    for text in (form.values.get(_NAME_FIELD, FormValue("", "")).now, PurePath(source).stem):
        try:
            return words_of_people.name(text[:_LONGEST_NAME])
        except EditRejected:  # none, or letters that no name has
            continue
    return ""


def _marks(document: Document) -> set[str]:
    """Of the title of the engagement, as it is handed out in each language, with names and without."""
    documents = (in_language(document, language) for language in LANGUAGES)
    titles = {each.get(Engagement, ENGAGEMENT_ID).title for each in documents}
    return set(map(mark_of, titles | {Words(language)("anonymous.title") for language in LANGUAGES}))
