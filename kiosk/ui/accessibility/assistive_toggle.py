"""What a screen reader toggles counts as pressed.

Through Qt a screen reader changes a checkable button without pressing it: `clicked`,
which every view listens to, is not emitted, and a symptom ticked so would not count.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton


class AssistiveToggle(QObject):
    """Emit `clicked` for each change of a button that nobody has accounted for."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._is_accounted_for = False
        button.toggled.connect(self._heed)

    @contextmanager
    def accounted_for(self) -> Iterator[None]:
        """Change the button because of a press, or because the visit says so."""
        self._is_accounted_for = True
        yield
        self._is_accounted_for = False

    def _heed(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Leave out the one that gives way to another of its group."""
        gives_way = self._button.group() is not None and not checked
        if not self._is_accounted_for and not gives_way:
            clicked = self._button.clicked[bool]  # type: ignore[index]  # missing in stubs
            clicked.emit(checked)
