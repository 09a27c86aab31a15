"""Which program and which content this is, for staff with forty screens to compare."""

import hashlib
from contextlib import suppress
from pathlib import Path

_SHOWN = 8


def program_version() -> str:
    """Return the version the program was installed as."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("kiosk")
    except PackageNotFoundError:
        return "?"


def content_version(content: Path) -> str:
    """Return a short fingerprint: two folders with the same have the same content.

    What cannot be read counts by its name alone.
    """
    digest = hashlib.sha256()
    for path in sorted(content.rglob("*")):
        with suppress(OSError):
            if path.is_file():
                digest.update(path.relative_to(content).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()[:_SHOWN]
