"""Keep the first picture of a start, for the next one to show at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.app.background import Background
from kiosk.app.content_service import ContentService
from kiosk.app.launch_screen import PIXELS
from kiosk.domain.mode import Mode
from kiosk.files.first_picture import Sources, keep_picture
from kiosk.files.paths import STATE_NAME, settings_paths
from kiosk.files.settings import Settings
from kiosk.ui.modes.visitor_mode import VisitorMode
from kiosk.ui.window.shell import Shell

_SHOWN_TO_NOBODY = frozenset({Mode.ATTRACT, Mode.FIRST_PAGE})
"""The modes without a visitor that have something to show."""


class FirstPicture(QObject):
    """Keep the window's first picture in `folder`, once it is painted.

    Nothing is kept once a visitor has come, or of a window among others.
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
        if self._visitor_mode.mode in _SHOWN_TO_NOBODY:
            picture = self._shell.grab().toImage()
            keep = partial(write_picture, self._folder, picture, self._made_of)
            self._writing.do(keep)


def sources_of(
    settings: Settings, content: ContentService, folder: Path, read_at: float
) -> Sources:
    """Return each file and folder on which the first picture depends."""
    given = settings.path, *settings_paths(), folder / STATE_NAME
    return Sources((*given, *sorted(content.paths)), read_at)


def write_picture(folder: Path, picture: QImage, made_of: Sources) -> None:
    """Keep a picture in `folder`, in whatever format Qt has painted it."""
    as_shown = picture.convertToFormat(PIXELS)
    size = as_shown.width(), as_shown.height()
    keep_picture(folder, size, made_of, bytes(as_shown.constBits()))
