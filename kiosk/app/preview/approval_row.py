"""A clinician's name, and a button that approves the page shown under it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.errors import KioskError

_NAME = "Clinician’s name"
_APPROVE = "I have read it: approve"
_NOT_APPROVED = "Not approved:"


class ApprovalRow(QWidget):
    """Approves with `approve`, which takes a name and returns what was approved."""

    def __init__(self, approve: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._approve = approve
        self.name, self.note = QLineEdit(), QLabel()
        self.name.setPlaceholderText(_NAME)
        self.name.setAccessibleName(_NAME)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.button = QPushButton(_APPROVE)
        self.button.clicked.connect(self.approve)
        self.name.textChanged.connect(self._enable)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.note)
        self._enable()

    def approve(self) -> None:
        """Approve the page, or say what keeps it from that."""
        try:
            self.note.setText("\n".join(self._approve(self.name.text().strip())))
        except KioskError as error:
            self.note.setText("\n".join((_NOT_APPROVED, *error.lines)))

    def _enable(self) -> None:
        self.button.setEnabled(bool(self.name.text().strip()))
