"""Write the content as a web site for phones: plain pages that need no server."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.app.content_source import ContentSource
from kiosk.app.problems import Reporter
from kiosk.errors import Problem, Severity, UsageError
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings
from kiosk.files.site_style import load_site_style
from kiosk.publishing.images import Palette
from kiosk.publishing.site import MOST_BYTES, Site


def export(
    folder: Path, config: Path | None = None, content: Path | None = None
) -> int:
    """Write the site into `folder`; return the exit status, 1 where something is wrong.

    A page with a mistake is left out, as on the screen, and its problem is printed.
    """
    settings = load_settings(config)
    source = ContentSource.of(settings, content)
    library = replace(source, loader=replace(source.loader, away=True)).load()
    style = load_site_style(resources())
    palette = Palette(style.colours, style.icons)
    site = Site(library, settings.clinic, style.css, palette, datetime.now())  # noqa: DTZ005 - local hours
    files = site.files()
    _write(folder, files)
    problems = [*library.problems, *_too_large(folder, files)]
    Reporter()(*map(str, problems))
    return 1 if problems else 0


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files; raises `UsageError` if that cannot be."""
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            reason = f"cannot be written: {error.strerror}"
            raise UsageError(f"{path}: {reason}; name another folder") from error


def _too_large(folder: Path, files: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, data in files.items():
        if name.endswith(".html") and len(data) > MOST_BYTES:
            yield Problem(
                folder / name,
                severity=Severity.WARNING,
                message=f"this page has {len(data):,} bytes, which takes long to load",
                remedy=f"have at most {MOST_BYTES:,}: shorten it, or part it in two",
            )
