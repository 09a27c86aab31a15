"""Keep the safe screen beside the state, for when no program can draw it any more."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImageReader, QImageWriter

from kiosk.app.background import Background
from kiosk.app.machine.safe_drawing import SafeScreen
from kiosk.app.problems import Reporter
from kiosk.content.library import Library
from kiosk.content.trouble_words import TROUBLE_WORDS, trouble_words
from kiosk.domain.rotation import Rotation
from kiosk.files.text_files import write_whole
from kiosk.ui.window.shell import Shell

NAME = "safe.png"
_KEY = "kiosk"  # the field of the picture that says what it shows


class SafePicture(QObject):
    """Write the picture in `folder` again whenever it would show something else."""

    def __init__(
        self, folder: Path, shell: Shell, rotation: Rotation, report: Reporter
    ) -> None:
        super().__init__(shell)
        self._path = folder / NAME
        self._shell = shell
        self._rotation = rotation
        self._report = report
        self._wanted: SafeScreen | None = None
        self._writing = Background(self)
        self._writing.done.connect(self._tell)
        shell.session_started.connect(self.keep)
        self.keep()

    @property
    def is_writing(self) -> bool:
        """Whether the picture is being written."""
        return self._writing.is_working

    def keep(self) -> None:
        """Write the picture of what is shown now, if it is another one."""
        screen = screen_of(self._shell, self._rotation)
        if screen and screen != self._wanted:
            self._wanted = screen
            self._writing.do(partial(write, self._path, screen))

    def _tell(self, problem: object) -> None:
        if problem:
            self._report(str(problem))


def screen_of(shell: Shell, rotation: Rotation) -> SafeScreen | None:
    """Return what to show in place of this window; None while it is not known.

    `rotation` is that of the window on the screen.
    """
    contexts, context = shell.contexts, shell.context
    if not (contexts and context and is_lasting(contexts.library)):
        return None
    return SafeScreen(
        trouble_words(contexts.library),
        contexts.clinic.emergency_number,
        shell.width(),
        shell.height(),
        tuple(context.look.families),
        rotation,
    )


def is_lasting(library: Library) -> bool:
    """Check whether a library's words hold by day and night, and are all there.

    What it says itself of help while the clinic is closed is wrong in the morning.
    """
    codes = {it.code for it in library.languages}
    known = {words.language for words in TROUBLE_WORDS}
    return codes == library.packs.keys() and (library.is_open or codes <= known)


def write(path: Path, screen: SafeScreen) -> str:
    """Write the picture and its words, unless they are there; return what failed."""
    if QImageReader(str(path)).text(_KEY) == screen.key:
        return ""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText(_KEY, screen.key)
    writer.write(screen.draw())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path.with_suffix(".txt"), screen.text.encode())
        write_whole(path, bytes(buffer.data().data()))
    except OSError as error:
        return f"{path}: cannot be written: {error.strerror}; make room on the disk"
    return ""
