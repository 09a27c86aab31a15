"""Keep the first picture of a start, for the next one to show at once."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.app.background import Background
from kiosk.app.kiosk import Kiosk
from kiosk.app.launch_screen import PIXELS
from kiosk.domain.mode import Mode
from kiosk.domain.rotation import Rotation
from kiosk.files.first_picture import keep_picture
from kiosk.files.paths import STATE_NAME, settings_paths
from kiosk.files.settings import Settings
from kiosk.ui.window.shell import Shell

_SHOWN_TO_NOBODY = frozenset({Mode.ATTRACT, Mode.FIRST_PAGE})
"""The modes without a visitor that have something to show."""


class FirstPicture(QObject):
    """Keep the window's first picture in `folder`, once it is painted.

    Nothing is kept once a visitor has come, of a window among others, or where the
    screen may still be upside down when the picture is shown.
    """

    def __init__(
        self, shell: Shell, kiosk: Kiosk, settings: Settings, folder: Path
    ) -> None:
        super().__init__(shell)
        self._shell, self._kiosk, self._settings = shell, kiosk, settings
        self._folder = folder
        self._writing = Background(self)
        if shell.is_locked and settings.rotation is not Rotation.HALF:
            shell.first_painted.connect(self._keep)

    @property
    def is_writing(self) -> bool:
        """Whether the picture is being written."""
        return self._writing.is_working

    def _keep(self) -> None:
        if self._kiosk.visitor_mode.mode in _SHOWN_TO_NOBODY:
            picture = self._shell.grab().toImage()
            paths = tuple(self._made_of())
            self._writing.do(partial(write_picture, self._folder, picture, paths))

    def _made_of(self) -> Iterator[Path]:
        """Yield each file and folder on which the picture depends, there or not."""
        yield self._settings.path
        yield from settings_paths()
        yield self._folder / STATE_NAME
        yield from self._kiosk.content.paths


def write_picture(folder: Path, picture: QImage, made_of: tuple[Path, ...]) -> None:
    """Keep a picture in `folder`, in whatever format Qt has painted it."""
    as_shown = picture.convertToFormat(PIXELS)
    size = as_shown.width(), as_shown.height()
    keep_picture(folder, size, made_of, bytes(as_shown.constBits()))
