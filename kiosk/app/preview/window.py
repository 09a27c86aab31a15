"""The preview: the kiosk's window, beside it what is wrong, and a box to edit in."""

import time
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.app.background import Background
from kiosk.app.preview.approval_row import ApprovalRow
from kiosk.app.preview.edit_box import EditBox
from kiosk.app.preview.folder_watcher import FolderWatcher
from kiosk.app.preview.passage_finder import PassageFinder
from kiosk.app.preview.problem_list import ProblemList
from kiosk.app.preview.reading import Edition, PreviewReader
from kiosk.app.preview.stage import SCREENS, Stage
from kiosk.app.preview.touched_text import TouchedText
from kiosk.authoring.approval.approve import Approver, approve
from kiosk.authoring.check.gate import check_files
from kiosk.authoring.editing import Editor
from kiosk.errors import Problem, UsageError
from kiosk.files.snapshot import Snapshot
from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.touch_scroller import TouchScroller
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell

_SHIPPED = (
    "this is the content that came with the program, which its next version replaces; "
    "make the clinic's own: kiosk new clinic DIR"
)
_PANEL_PX = 420
_OWN_STYLE = """
* { font-family: sans-serif; font-size: 14px; color: #202124; }
QWidget { background: #F1F3F4; }
QListWidget, QPlainTextEdit, QComboBox { background: #FFFFFF; }
QListWidget::item { padding: 4px; }
QListWidget::item:selected { background: #D2E3FC; color: #202124; }
QPushButton { background: #E8EAED; border: 1px solid #80868B; padding: 4px 12px; }
QPushButton:disabled { color: #80868B; }
"""


class PreviewWindow(QWidget):
    """Shows the content of a folder, again within a second of each change.

    Content that the program replaces with its next version it only shows: then
    `may_save` is false.
    """

    def __init__(
        self,
        shell: Shell,
        reader: PreviewReader,
        folder: Path,
        *,
        may_save: bool = True,
    ) -> None:
        super().__init__()
        self._shell, self._folder, self._reader = shell, folder, reader
        self._may_save = may_save
        self._edition = reader.last
        self.setWindowTitle(f"Preview of {folder}")
        self.stage = Stage(shell, self._edition)
        self.problems, self.state = ProblemList(folder), QLabel()
        self.state.setWordWrap(True)
        self.edit_box = EditBox(folder, self._editor)
        self.approval = ApprovalRow(self._approve)
        self.screens = QComboBox()
        self._is_timed = False
        self._touched: TouchedText | None = None
        self._lay_out()
        self._connect()
        self._tell(self._edition)
        self._checking.do(self._reader.check)

    def _lay_out(self) -> None:
        self.screens.addItems([screen.name for screen in SCREENS])
        panel = QWidget()
        panel.setStyleSheet(_OWN_STYLE)
        panel.setFixedWidth(_PANEL_PX)
        column = QVBoxLayout(panel)
        column.addWidget(self.screens)
        column.addWidget(self.state)
        column.addWidget(self.problems, 1)
        column.addWidget(self.edit_box, 1)
        column.addWidget(self.approval)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stage, 1)
        row.addWidget(panel)

    def _connect(self) -> None:
        self._reading = Background(self)
        self._reading.done.connect(self._show)
        self._checking = Background(self)
        self._checking.done.connect(self._finish_check)
        places = (self._folder, self._edition.settings.path)
        self._watcher = FolderWatcher(places, self)
        self._watcher.changed.connect(self._read)
        self.screens.currentIndexChanged.connect(self.stage.choose)
        self.problems.chosen.connect(self._open_problem)
        self._shell.session_started.connect(self._follow)
        self.stage.shown.connect(self._measure)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow touches: Qt's own window is there only now."""
        super().showEvent(event)
        if not self._touched:
            window = self.windowHandle()
            scroller = TouchScroller(self._shell)
            self._chain = EventChain(self, Handlers(touch_scroller=scroller))
            self._touched = TouchedText(self._shell, window)
            self._touched.touched.connect(self._open_text)

    @property
    def edition(self) -> Edition:
        """What is shown."""
        return self._edition

    def _read(self) -> None:
        self._reading.do(self._reader.read)

    def _show(self, edition: Edition | None) -> None:
        """Show what was read, unless it is what is on the screen."""
        if edition:
            before, self._edition = self._edition, edition
            self._is_timed = True
            if not edition.shows_as(before):
                self.stage.show_edition(edition)
            if not {*edition.problems} <= {*before.problems}:
                self._tell(edition)
            self._checking.do(self._reader.check)

    def _follow(self, session: Session) -> None:
        """List first what is wrong with the page that a session shows."""
        session.changed.connect(self._name_page)
        self._name_page()

    def _name_page(self) -> None:
        if session := self._shell.session:
            self.problems.set_page(session.visit.page)

    def _finish_check(self, edition: Edition | None) -> None:
        """List everything that is wrong, unless the files are being read again."""
        if edition and not self._reading.is_working:
            self._tell(edition)

    def _tell(self, edition: Edition) -> None:
        self._edition = replace(self._edition, problems=edition.problems)
        self.problems.show_problems(edition.problems)

    def _measure(self) -> None:
        """Say how long after the save it was on the screen."""
        if self._is_timed:
            self._is_timed = False
            took = time.time() - self._edition.saved
            kept = ", ".join(sorted(it.name for it in self._edition.kept))
            before = f"; {kept} as before, until it is mended" if kept else ""
            self.state.setText(f"Shown {took:.1f} s after it was saved{before}")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while a change is not saved; the box says so."""
        if self.edit_box.is_changed:
            self.edit_box.ask_to_finish()
            event.ignore()

    def _editor(self) -> Editor:
        if not self._may_save:
            raise UsageError(_SHIPPED)
        return Editor(self._folder, self._edition.settings)

    def _approve(self, name: str) -> list[str]:
        """Approve the page shown, in its language; raises `KioskError`."""
        session = self._shell.session
        if not self._may_save:
            raise UsageError(_SHIPPED)
        if not session or not self._shell.contexts or self.edit_box.is_changed:
            raise UsageError("save or undo the change in the box first")
        pack = self._shell.contexts.of(session.visit).pack
        page = pack.page(session.visit.page)
        subject = check_files(Snapshot.take(self._folder), self._edition.settings)
        today = datetime.now().astimezone().date()
        return approve(subject, [page.id], Approver(name, today), [page.language])

    @property
    def _finder(self) -> PassageFinder:
        return PassageFinder(self._folder, self._edition.settings.clinic)

    def _open_text(self, text: str) -> None:
        session = self._shell.session
        if session and self._shell.contexts:
            pack = self._shell.contexts.of(session.visit).pack
            page = pack.page(session.visit.page)
            if passage := self._finder.find(text, pack.language, page):
                self.edit_box.open(passage)

    def _open_problem(self, problem: Problem) -> None:
        """Show the lines around a problem, and its page if it is in one."""
        if passage := self._finder.around(problem):
            self.edit_box.open(passage)
        session, path = self._shell.session, problem.path
        if session and any(page.id == path.stem for page in session.pages):
            visit = session.visit.on_page(path.stem).in_language(path.parent.name)
            self._shell.open(visit)
