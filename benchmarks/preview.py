"""How long after a save `kiosk preview` shows it, in milliseconds; under 1,000 wanted.

`python -m benchmarks.preview [EDITS]` changes one page of a copy of the shipped content
again and again, whole and broken by turns, on a screen that is not there. The time of
the processor is what an idle machine would take; the other is this one's as it is.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtTest import QSignalSpy, QTest

from kiosk.app.application import new_application
from kiosk.app.loading import register_fonts
from kiosk.app.preview.reading import PreviewReader
from kiosk.app.preview.window import PreviewWindow
from kiosk.app.problems import Reporter
from kiosk.files.paths import resources
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell

_PAGE = "en/vision.md"
_MOST_S = 20.0
_PAUSE_MS = 1500  # until the check has ended, too


def main(edits: int = 20) -> None:
    """Print the median and the worst time of so many edits."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = new_application(Reporter())
    register_fonts()
    with tempfile.TemporaryDirectory() as folder:
        content = shutil.copytree(resources() / "content", Path(folder) / "content")
        reader = PreviewReader(content, None)
        shell = Shell(kiosk_style(application))
        window = PreviewWindow(shell, reader, content)
        window.resize(1700, 900)
        window.show()
        QTest.qWait(1000)
        times = [measured(window, content / _PAGE, number) for number in range(edits)]
        window.close()
    for name, row in zip(
        ("by the clock", "of the processor"), zip(*times, strict=True), strict=True
    ):
        middle, worst = statistics.median(row), max(row)
        sys.stdout.write(f"{name}: median {middle:.0f} ms, worst {worst:.0f} ms\n")


def measured(window: PreviewWindow, page: Path, number: int) -> tuple[float, float]:
    """Return how long one edit took to be shown, by the clock and of the processor."""
    text = page.read_text("utf-8").replace("!!! wrong", "!!! emergency")
    text = text.replace("## What", f"## {number} What", 1)
    if number % 2:
        text = text.replace("!!! emergency", "!!! wrong", 1)
    shown = QSignalSpy(window.stage.shown)
    processor, clock = time.process_time(), time.monotonic()
    page.write_text(text, "utf-8")
    while not shown.count():
        QTest.qWait(5)
        if time.monotonic() - clock > _MOST_S:
            raise TimeoutError("the edit was never shown")
    took = time.monotonic() - clock, time.process_time() - processor
    QTest.qWait(_PAUSE_MS)
    return took[0] * 1000, took[1] * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
