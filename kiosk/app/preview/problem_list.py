"""A list of what is wrong, beside the page; a touch of a line shows its place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kiosk.errors import Problem, Severity

_NONE = "Nothing is wrong."
_MARK = {Severity.ERROR: "✕", Severity.WARNING: "!"}


class ProblemList(QListWidget):
    """Shows problems: those of the page in front first, and errors before warnings.

    `chosen` carries the one that is touched.
    """

    chosen = Signal(Problem)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._problems: Sequence[Problem] = ()
        self._page = ""
        self.setWordWrap(True)
        self.setAccessibleName("Problems")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    @property
    def lines(self) -> list[str]:
        """The lines that are shown."""
        return [self.item(row).text() for row in range(self.count())]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these in place of those before."""
        if problems != self._problems or not self.count():
            self._problems = problems
            self._fill()

    def set_page(self, page: str) -> None:
        """Show the problems of a page first."""
        if page != self._page:
            self._page = page
            self._fill()

    def _fill(self) -> None:
        self.clear()
        for problem in sorted(self._problems, key=self._rank):
            item = QListWidgetItem(self._line(problem))
            item.setData(Qt.ItemDataRole.UserRole, problem)
            self.addItem(item)
        if not self._problems:
            self.addItem(_NONE)

    def _rank(self, problem: Problem) -> tuple[bool, bool]:
        is_other = problem.path.stem != self._page
        return is_other, problem.severity is Severity.WARNING

    def _line(self, problem: Problem) -> str:
        path, folder = problem.path, self._folder
        name = path.relative_to(folder) if path.is_relative_to(folder) else path.name
        place = f"{name}:{problem.line}" if problem.line else str(name)
        text = "; ".join(filter(None, (problem.message, problem.remedy)))
        return f"{_MARK[problem.severity]} {place}: {text}"

    def _choose(self, item: QListWidgetItem) -> None:
        problem = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(problem, Problem):
            self.chosen.emit(problem)
