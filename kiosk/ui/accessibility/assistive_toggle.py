"""Emit `clicked` when a screen reader toggles a button.

Through Qt a screen reader toggles a checkable button without pressing it. `clicked`,
which every view listens to, is not emitted, and the ticked symptom would not count.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton


class AssistiveToggle(QObject):
    """Emit `clicked` for each toggle that was neither a press nor ours."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._is_accounted_for = False
        button.toggled.connect(self._report)

    @contextmanager
    def accounted_for(self) -> Iterator[None]:
        """Toggle the button by a press or by the program: no `clicked` is added."""
        self._is_accounted_for = True
        yield
        self._is_accounted_for = False

    def _report(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Emit `clicked`, unless another button of the group was chosen instead."""
        gives_way = self._button.group() is not None and not checked
        if not self._is_accounted_for and not gives_way:
            clicked = self._button.clicked[bool]  # type: ignore[index]  # missing in stubs
            clicked.emit(checked)
