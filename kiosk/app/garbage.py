"""Collect Python's garbage where no widget can be missed: in the window's own loop.

Left to itself Python collects at any moment, in any thread. A widget without a parent
that becomes garbage is destroyed then: in the middle of Qt's way through all widgets,
to style them, or beside it in another thread. Either ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_MS = 5_000


def keep_what_is_loaded() -> None:
    """Have the collector never look again at what there is by now.

    Before the first session that is modules, classes and settings, which stay: a whole
    collection takes 6 ms then, and 25 ms with them. Nothing of a visit may be there.
    """
    gc.freeze()


class GarbageCollector(QObject):
    """Collects all garbage every 5 s, when the loop is back and nothing runs.

    From its making on Python collects nothing by itself. A visit that ended leaves 300
    KiB of garbage, which Python's rule of generations would find ten minutes later.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(COLLECT_MS)

    def collect(self) -> None:
        """Collect, if as many objects were made as Python would wait for."""
        made, wanted = gc.get_count()[0], gc.get_threshold()[0]
        if made > wanted:
            gc.collect()
