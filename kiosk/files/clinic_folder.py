"""A clinic's own folder: `clinic.toml`, and `content` beside it.

`kiosk new clinic DIR` makes one. Commands for authors take such a folder wherever they
take a folder of content, and find the one they are started in.
"""

from pathlib import Path

from kiosk.files.paths import SETTINGS_NAME

CONTENT_NAME = "content"


def content_in(folder: Path) -> Path:
    """Return the content of a clinic's folder; any other folder is content itself."""
    inner = folder / CONTENT_NAME
    return inner if (folder / SETTINGS_NAME).is_file() and inner.is_dir() else folder


def settings_in(folder: Path) -> Path | None:
    """Return the settings of a clinic's folder, or of the one that content is in."""
    there = (folder / SETTINGS_NAME, folder.resolve().parent / SETTINGS_NAME)
    return next((path for path in there if path.is_file()), None)


def settings_here() -> Path | None:
    """Return the settings of the clinic's folder that a command is started in."""
    path = Path(SETTINGS_NAME)
    return path if path.is_file() and Path(CONTENT_NAME).is_dir() else None
