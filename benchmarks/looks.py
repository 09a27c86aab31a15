"""Measure the memory of a kiosk that is shown in every look and language, in rounds.

    python -m benchmarks.looks [ROUNDS]

Each round (3) has six pages in each language, text size and set of colours; what Python
no longer needs is collected as often as the kiosk does it. Memory is the proportional
set size (PSS), in MiB.
"""

import gc
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from benchmarks.start import proportional_set_size
from benchmarks.x_server import x_server

ROOT = Path(__file__).parent.parent
SETTINGS = "[idle]\nattract = false\nbase_seconds = 3600\n"
LOADED_MS = 4_000
PAGES = 6


def main(rounds: int) -> None:
    """Start a kiosk on a screen of its own, which measures itself."""
    with x_server("1080x1920") as display, tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "clinic.toml"
        settings.write_text(SETTINGS)
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_STATE_HOME": folder}
        program = "from benchmarks.looks import measure; measure()"
        command = [sys.executable, "-c", program, str(settings), str(rounds)]
        subprocess.run(command, env=os.environ | own, cwd=ROOT, check=True)


def measure() -> None:
    """Run the kiosk; print its memory after each round."""
    from kiosk.app.pyside_import import import_pyside

    import_pyside()
    from PySide6.QtCore import QTimer

    from kiosk.app import run
    from kiosk.app.application import new_application
    from kiosk.app.machine.clocks import system_clock

    report = run.Reporter()
    application = new_application(report)
    state = run.DeviceSettingsFile(run.state_path())
    options = run.StartOptions(config=Path(sys.argv[1]))
    services = run.Services(system_clock(), state, report)
    program = run.Program(application, options, services)

    def begin() -> None:
        try:
            _tell("after the start")
            for at in range(int(sys.argv[2])):
                _show_every_look(program.shell)
                _tell(f"after round {at + 1}")
        finally:
            application.exit()

    program.shell.first_painted.connect(lambda: QTimer.singleShot(LOADED_MS, begin))
    program.start()
    application.exec()


def _tell(when: str) -> None:
    memory = proportional_set_size(os.getpid()) / 1024
    sys.stdout.write(f"{when}: {memory:.1f} MiB\n")
    sys.stdout.flush()


def _show_every_look(shell) -> None:  # noqa: ANN001 - Qt is not imported yet
    from PySide6.QtCore import QCoreApplication, QEvent

    from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences
    from kiosk.domain.visit import Visit

    languages = [it.code for it in shell.contexts.library.languages]
    sizes = range(len(TEXT_SCALES))
    for language, text, theme in product(languages, sizes, ColourScheme):
        wanted = Preferences(text=text, theme=theme)
        for page in [it.id for it in shell.session.pages][:PAGES]:
            shell.open(Visit(page=page, language=language, preferences=wanted))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
            gc.collect()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
