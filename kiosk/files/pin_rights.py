"""Tell when every account of the machine can read the PIN's hash in the settings.

A PIN of four digits is found from its hash in minutes.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from kiosk.errors import Problem, Severity
from kiosk.files.settings import Settings

_MESSAGE = "every account of this machine can read the hash of the PIN in it"


def with_rights_told(settings: Settings) -> Settings:
    """Return settings with a problem more if others can read their PIN's hash."""
    if not settings.pin or not _is_readable_by_all(settings.path):
        return settings
    told = Problem(
        settings.path,
        severity=Severity.WARNING,
        message=_MESSAGE,
        remedy=f"run: {_commands(settings.path)}",
    )
    return replace(settings, problems=(*settings.problems, told))


def _is_readable_by_all(path: Path) -> bool:
    """Return whether a file, and the way to it, is open to every account."""
    if os.name != "posix":
        return False
    with suppress(OSError):
        real = path.resolve()
        way = all(folder.stat().st_mode & stat.S_IXOTH for folder in real.parents)
        return way and bool(real.stat().st_mode & stat.S_IROTH)
    return False


def _commands(path: Path) -> str:
    """Return what takes it from others and leaves it to the kiosk."""
    found = path.stat()
    own_groups = {os.getegid(), *os.getgroups()}
    if found.st_uid == os.geteuid() or found.st_gid in own_groups:
        return f"chmod 640 {path}"
    return f"chgrp {_group_name()} {path} && chmod 640 {path}"


def _group_name() -> str:
    import grp

    with suppress(KeyError):
        return grp.getgrgid(os.getegid()).gr_name
    return str(os.getegid())
