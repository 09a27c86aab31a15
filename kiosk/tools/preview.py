"""Show a clinic's content in a window while it is changed, and what is wrong."""

from pathlib import Path

from kiosk.app.application import new_application
from kiosk.app.background import wait_for_the_last_piece
from kiosk.app.loading import register_fonts
from kiosk.app.machine.process import end_when_told
from kiosk.app.preview.reading import PreviewReader
from kiosk.app.preview.window import PreviewWindow
from kiosk.app.problems import Reporter
from kiosk.files.clinic_folder import content_in, settings_in
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell

_PART_OF_DESKTOP = 0.9


def preview(folder: Path | None = None, config: Path | None = None) -> int:
    """Show the content of `folder`, or the clinic's; return the exit status."""
    application = new_application(Reporter())
    register_fonts()
    if folder:
        config = config or settings_in(folder)
    settings = load_settings(config)
    shipped = resources() / "content"
    content = content_in(folder) if folder else settings.content or shipped
    is_own = bool(folder) or content.resolve() != shipped.resolve()
    reader = PreviewReader(content, config)
    shell = Shell(kiosk_style(application))
    window = PreviewWindow(shell, reader, content, may_save=is_own)
    end_when_told(application)
    window.resize(application.primaryScreen().availableSize() * _PART_OF_DESKTOP)
    window.show()
    status = application.exec()
    wait_for_the_last_piece()
    return status
