"""Where the kiosk's own files are, and where a clinic may put its settings."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PACKAGED_SETTINGS = Path("/etc/kiosk/clinic.toml")
"""The settings of the Debian package."""

SETTINGS_NAME = "clinic.toml"
STATE_NAME = "state.json"
GUIDE_NAME = "AUTHORS.md"


def resources() -> Path:
    """Return the folder bundled with the program: in a wheel, or in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def authors_guide() -> Path | None:
    """Return the pages for those who write content; None where they were left out."""
    folder = resources()
    paths = (folder / GUIDE_NAME, folder.parent / GUIDE_NAME)
    return next((path for path in paths if path.is_file()), None)


def settings_paths() -> Iterator[Path]:
    """Yield where settings may be: the package's, the system's, the user's, ours."""
    from platformdirs import PlatformDirs

    yield PACKAGED_SETTINGS
    folders = PlatformDirs("kiosk", appauthor=False)
    yield folders.site_config_path / SETTINGS_NAME
    with suppress(RuntimeError):  # an account may have no home
        yield folders.user_config_path / SETTINGS_NAME
    yield resources() / SETTINGS_NAME


def state_path() -> Path | None:
    """Return where staff's settings of the screen are kept; None without a home."""
    from platformdirs import PlatformDirs

    with suppress(RuntimeError):
        return PlatformDirs("kiosk", appauthor=False).user_state_path / STATE_NAME
    return None
