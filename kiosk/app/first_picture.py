"""Keep the first picture of a start, for the next one to show at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.app.background import Background
from kiosk.app.kiosk import Kiosk
from kiosk.app.launch_screen import PIXELS
from kiosk.domain.mode import Mode
from kiosk.domain.rotation import Rotation
from kiosk.errors import Severity
from kiosk.files.first_picture import Sources, keep_picture
from kiosk.files.paths import STATE_NAME, settings_paths
from kiosk.files.settings import Settings
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.shell import Shell

_SHOWN_TO_NOBODY = frozenset({Mode.ATTRACT, Mode.FIRST_PAGE})
"""The modes without a visitor that have something to show."""


class FirstPicture(QObject):
    """Keep the window's first picture in `folder`, once it is painted.

    Nothing is kept once a visitor has come, of a window among others, or where Qt draws
    more pixels than it says that the screen has.
    """

    def __init__(
        self, shell: Shell, visitor_mode: VisitorMode, folder: Path, made_of: Sources
    ) -> None:
        super().__init__(shell)
        self._shell, self._visitor_mode = shell, visitor_mode
        self._folder, self._made_of = folder, made_of
        self._writing = Background(self)
        if shell.is_locked:
            shell.first_painted.connect(self._keep)

    @property
    def is_writing(self) -> bool:
        """Whether the picture is being written."""
        return self._writing.is_working

    def _keep(self) -> None:
        if self._visitor_mode.mode not in _SHOWN_TO_NOBODY:
            return
        picture = self._shell.grab().toImage()
        if picture.size() == self._shell.size():
            keep = partial(write_picture, self._folder, picture, self._made_of)
            self._writing.do(keep)


def keep_first_picture(
    shell: Shell, kiosk: Kiosk, settings: Settings, folder: Path, read_at: float
) -> None:
    """Keep the first picture of a kiosk in `folder`, unless it may not be shown again.

    It may not be if a file could not be read, and the shipped content is in its place,
    or if the next start would show it upside down until it has turned the screen.
    `read_at` is when the first file was read, in seconds since 1970.
    """
    errors = [it for it in settings.problems if it.severity is Severity.ERROR]
    is_stopgap = kiosk.content.fault or errors
    if not is_stopgap and settings.rotation is not Rotation.HALF:
        given = settings.path, *settings_paths(), folder / STATE_NAME
        made_of = Sources((*given, *sorted(kiosk.content.paths)), read_at)
        FirstPicture(shell, kiosk.visitor_mode, folder, made_of)


def write_picture(folder: Path, picture: QImage, made_of: Sources) -> None:
    """Write a picture, of any format of Qt, into `folder` as `PIXELS`."""
    as_shown = picture.convertToFormat(PIXELS)
    size = as_shown.width(), as_shown.height()
    keep_picture(folder, size, made_of, bytes(as_shown.constBits()))
