"""The edit box for one passage; it saves only text that passes the check."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.authoring.editing import Editor, Outcome
from kiosk.authoring.passages import Passage
from kiosk.errors import KioskError, Problem

_NOTHING = "Touch a paragraph on the page, or a problem above, to change it here."
_FIRST = "Save or undo this change first."
_SAVED = "Saved."
_BEHIND = "Now bring up to date: {}. Until then this page is shown in their place."
_SAME = "The meaning is the same"
_MARKED = "Saved, and the translations are marked as up to date."
_NOT_MARKED = "Saved. The translations cannot be marked as up to date:"
_KEPT = "Not saved. Mend this first:"


class EditBox(QWidget):
    """Shows a passage as it is written in its file, to be changed and saved.

    `editor` returns what writes into the files of `folder`.
    """

    def __init__(self, folder: Path, editor: Callable[[], Editor]) -> None:
        super().__init__()
        self._folder, self._editor = folder, editor
        self._passage: Passage | None = None
        self._behind: tuple[Path, ...] = ()
        self.place, self.note = _label(_NOTHING), _label()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("The paragraph, as it is in its file")
        self.save_button, self.undo_button = QPushButton("Save"), QPushButton("Undo")
        self.same_button = QPushButton(_SAME)
        self.same_button.hide()
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self.undo)
        self.same_button.clicked.connect(self._mark_same)
        self.text.textChanged.connect(self._enable)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        self._lay_out()
        self._enable()

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.save_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.same_button)
        column.addWidget(self.place)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        column.addWidget(self.note)

    @property
    def passage(self) -> Passage | None:
        """The passage in the box, if there is one."""
        return self._passage

    @property
    def is_changed(self) -> bool:
        """Whether the words differ from those in the file."""
        return bool(self._passage) and self.text.toPlainText() != self._written

    @property
    def _written(self) -> str:
        return self._passage.text if self._passage else ""

    def open(self, passage: Passage) -> None:
        """Show a passage, unless another one is being changed."""
        if self.is_changed:
            self.ask_to_finish()
            return
        self._show(passage)
        self.note.clear()

    def ask_to_finish(self) -> None:
        """Ask to save or undo the change, which would be lost otherwise."""
        self.note.setText(_FIRST)

    def undo(self) -> None:
        """Go back to the words in the file."""
        self.text.setPlainText(self._written)
        self.note.clear()

    def save(self) -> None:
        """Save the text of the edit box, or show why it cannot be saved."""
        if not self._passage or not self.is_changed:
            return
        text = self.text.toPlainText()
        try:
            outcome = self._editor().save(self._passage, text)
        except KioskError as error:
            self.note.setText("\n".join((_KEPT, *error.lines)))
            return
        if outcome.errors:
            self.note.setText("\n".join((_KEPT, *map(_line, outcome.errors))))
            return
        self._show(self._passage.with_text(text))
        self._finish(outcome)

    def _finish(self, outcome: Outcome) -> None:
        """Show which file was saved, and which translations need a change."""
        self._behind = outcome.behind
        names = ", ".join(str(it.relative_to(self._folder)) for it in self._behind)
        self.note.setText(f"{_SAVED} {_BEHIND.format(names)}" if names else _SAVED)
        self.same_button.setVisible(bool(names))

    def _mark_same(self) -> None:
        """Mark the translations as up to date, or say what keeps them from that."""
        self.same_button.hide()
        try:
            self._editor().mark_same(self._behind)
        except KioskError as error:
            self.note.setText("\n".join((_NOT_MARKED, *error.lines)))
        else:
            self.note.setText(_MARKED)

    def _show(self, passage: Passage) -> None:
        self._passage = passage
        self.same_button.hide()
        name = passage.path.relative_to(self._folder)
        last = f" to {passage.last}" if passage.last > passage.first else ""
        self.place.setText(f"{name}, line {passage.first}{last}")
        self.text.setPlainText(passage.text)
        self._enable()

    def _enable(self) -> None:
        self.text.setEnabled(bool(self._passage))
        self.save_button.setEnabled(self.is_changed)
        self.undo_button.setEnabled(self.is_changed)


def _label(text: str = "") -> QLabel:
    """Return a label that wraps, and shows what is between < and > as it is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _line(problem: Problem) -> str:
    text = "; ".join(filter(None, (problem.message, problem.remedy)))
    return f"{problem.path.name}:{problem.line}: {text}"
