"""The rows of FilledTree: what each answer says beside the board, and the line in which one is written anew."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidgetItem, QWidget

from facilitator.boards.answers import Answer
from facilitator.boards.filled_forms import Filled
from facilitator.content.words import Words
from facilitator.ui import style

ITEM, FIELD, HERE, SAID, NOTE = range(5)
HEADS = ("item", "field", "here", "said", "note")
_ANSWER = Qt.ItemDataRole.UserRole


class Mending(QStyledItemDelegate):
    """Opens a line with what somebody filled in, and hands on the row and what is written there, once it is entered."""

    def __init__(self, words: Words, written: Callable[[QModelIndex | QPersistentModelIndex, str], None]) -> None:
        super().__init__()
        self._words, self._written = words, written

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        answer, line = index.sibling(index.row(), ITEM).data(_ANSWER), QLineEdit(parent)
        said = self._words.quote(answer.said)
        line.setAccessibleName(self._words("filled.mend", item=answer.item, field=answer.field, said=said))
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QLineEdit)  # made above
        editor.setText(index.sibling(index.row(), ITEM).data(_ANSWER).said)
        editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        assert isinstance(editor, QLineEdit)
        self._written(index, editor.text())


def answer_of(row: QTreeWidgetItem) -> Answer | None:
    """The answer that a row shows; None for a person or a file."""
    found = row.data(ITEM, _ANSWER)
    return found if isinstance(found, Answer) else None


def branch_of(filled: Filled, words: Words, *, several_boards: bool) -> QTreeWidgetItem:
    """The row of a person, with a box to tick where anything but comments can be taken."""
    who = words("filled.who", person=filled.person, file=filled.source) if filled.person else filled.source
    if several_boards:
        who = words("filled.who_board", who=who, board=filled.board.title)
    count = len(filled.answers)
    told = [who, words("filled.count_new", count=count) if count else words("filled.nothing")]
    told += [words("filled.strange")] if filled.is_strange else []
    branch = QTreeWidgetItem([" — ".join(told)])
    font = branch.font(ITEM)
    font.setBold(True)
    branch.setFont(ITEM, font)
    if filled.is_strange:
        branch.setForeground(ITEM, QColor(style.AMBER))
    if any(each.fate != "rejected" and not each.adds for each in filled.answers):
        branch.setFlags(branch.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    return branch


def sheet_row(filled: Filled, answer: Answer, words: Words, *, several_boards: bool) -> QTreeWidgetItem:
    """The row of a form without a name: the file, and what there is to look at; nothing that is in it."""
    file = words("filled.who_board", who=filled.source, board=filled.board.title) if several_boards else filled.source
    if filled.is_strange:
        file = f"{file} — {words('filled.strange')}"
    row = answer_row(replace(answer, item=file), words, apart="", at_first="", repeats=False)
    if filled.is_strange:
        row.setForeground(ITEM, QColor(style.AMBER))
    return row


def answer_row(answer: Answer, words: Words, *, apart: str, at_first: str, repeats: bool) -> QTreeWidgetItem:
    """The row of an answer; `apart` tells who says what where people differ, `at_first` what was filled in at first.

    Where it `repeats` the item of the row above, the item stands there only for who listens.
    """
    notes = [_note(answer, words, apart), words("filled.mended", said=words.quote(at_first)) if at_first else ""]
    texts = [answer.item, answer.field, _said(answer, answer.here, words), _said(answer, answer.said, words)]
    if answer.read_as:
        texts[SAID] = words("filled.read_as", said=texts[SAID], means=answer.read_as)
    texts.append("\n".join(filter(None, notes)))
    row = QTreeWidgetItem(["" if repeats else texts[ITEM], *texts[1:]])
    row.setData(ITEM, _ANSWER, answer)
    heads = [words(f"filled.head_{each}") for each in HEADS]
    row.setData(ITEM, Qt.ItemDataRole.AccessibleTextRole, ". ".join([texts[0], *map(_aloud, heads[1:], texts[1:])]))
    row.setForeground(HERE, QColor(style.QUIET))
    if answer.settles:
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
    if answer.fate == "rejected":
        row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        row.setForeground(NOTE, QColor(style.RED))
    else:
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setForeground(NOTE, QColor(style.AMBER if apart or answer.fate == "since" else style.QUIET))
    return row


def _aloud(head: str, text: str) -> str:
    return f"{head}: {text}"


def _said(answer: Answer, text: str, words: Words) -> str:
    if answer.is_tick:
        return words("filled.ticked" if text else "filled.unticked")
    return text or ("" if answer.is_sheet else words("filled.blank"))


def _note(answer: Answer, words: Words, apart: str) -> str:
    """What there is to look at before this line is taken, "" for nothing."""
    if answer.fate == "rejected":
        return words("filled.rejected" if answer.settles else "filled.rejected_comment", why=answer.why)
    if apart:
        return words("filled.disputed", who=apart)
    if answer.is_sheet:
        return answer.why
    if answer.fate == "since":
        return words("filled.since")
    if not answer.here:
        return ""
    return words("filled.adds" if answer.adds else "filled.replaces")
