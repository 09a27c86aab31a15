"""Do what the machine needs of a kiosk that serves visitors."""

from PySide6.QtCore import QObject

from kiosk.app.kiosk import Kiosk
from kiosk.ui.window.shell import Shell


class MachineDuties(QObject):
    """Connect a running kiosk with its machine; nothing here before the first page.

    Modules that only a duty needs are imported by it, once the first page is painted.
    """

    def __init__(self, shell: Shell, kiosk: Kiosk) -> None:
        super().__init__(shell)
        self._shell = shell
        self._kiosk = kiosk
        shell.first_painted.connect(self._begin)

    def _begin(self) -> None:
        """Begin each duty."""
