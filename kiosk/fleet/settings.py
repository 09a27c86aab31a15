"""Read `fleet.toml`: which kiosk this is, where its content comes from, whom it tells.

A value that is wrong keeps its default, and is told in one line.
"""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from kiosk.errors import EntryError, Problem, Severity
from kiosk.files.parsing import (
    Mistakes,
    problems_in,
    usable_toml,
)
from kiosk.files.setting_slips import usable_entries
from kiosk.files.settings import readable_text
from kiosk.fleet.settings_tables import FleetFile, KioskTable, StatusTable, UpdateTable

PACKAGED = Path("/etc/kiosk/fleet.toml")
"""Where the Debian package has it."""
_ROOT = "root.json"
_PACKAGED_ROOT = PACKAGED.with_name(_ROOT)
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NO_ID = re.compile(r"[^A-Za-z0-9_-]+")
_ID_REMEDY = 'write at most 64 letters, digits, "-" and "_", such as "north-3"'
_HOST = re.compile(r"(?!.*[.]{2})[A-Za-z0-9.:-]{1,253}")
_WEB = ("https", "http")


class UpdateSettings(Struct, frozen=True):
    """Where signed content comes from: web addresses and folders, looked at in turn.

    `root` is the file that says whose signatures count. No `sources` means that no
    content is fetched.
    """

    sources: tuple[str, ...] = ()
    root: Path = _PACKAGED_ROOT
    every_s: float = 900.0


class StatusSettings(Struct, frozen=True):
    """The broker, and the files by which it and this kiosk prove who they are.

    An empty `broker` means that nobody is told.
    """

    broker: str = ""
    port: int = 8883
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None


class FleetSettings(Struct, frozen=True, kw_only=True):
    """The settings of the file at `path`; `problems` are those that are wrong in it."""

    path: Path
    id: str
    update: UpdateSettings = field(default_factory=UpdateSettings)
    status: StatusSettings = field(default_factory=StatusSettings)
    problems: tuple[Problem, ...] = ()


def load_fleet_settings(chosen: Path | None = None) -> FleetSettings:
    """Return the settings in `chosen`, or in the package's file; no file is empty."""
    path = chosen or PACKAGED
    text, told = readable_text(path)
    table, slips = usable_toml(text)
    wrong, doubts = Mistakes(*slips), Mistakes()
    file = usable_entries(table, FleetFile, wrong, doubts)
    name = wrong.attempt("kiosk.id", _id, file.kiosk)
    update = _update(path.parent, file.update, wrong)
    status = _status(path.parent, file.status, wrong)
    problems = [
        *told,
        *problems_in(path, wrong.found, Severity.ERROR, lambda _: text),
        *problems_in(path, doubts.found, Severity.WARNING, lambda _: text),
    ]
    return FleetSettings(
        path=path,
        id=name or host_id(),
        update=update,
        status=status,
        problems=tuple(sorted(problems, key=lambda it: it.line)),
    )


def host_id() -> str:
    """Return this machine's name without its domain; "kiosk" if it has none."""
    host = socket.gethostname().partition(".")[0]
    return _NO_ID.sub("-", host).strip("-")[:64] or "kiosk"


def _id(kiosk: KioskTable) -> str:
    if kiosk.id and not _ID.fullmatch(kiosk.id):
        raise EntryError(f"{kiosk.id!r} is no name for a kiosk", _ID_REMEDY)
    return kiosk.id


def _update(folder: Path, table: UpdateTable, wrong: Mistakes) -> UpdateSettings:
    given = [table.from_] if isinstance(table.from_, str) else table.from_
    named = (wrong.attempt("update.from", _source, folder, it) for it in given if it)
    return UpdateSettings(
        sources=tuple(it for it in named if it),
        root=folder / (table.root or _ROOT),
        every_s=table.every_minutes * 60.0,
    )


def _source(folder: Path, text: str) -> str:
    """Return a web address, or the whole path of a folder."""
    address = urlsplit(text)
    if "://" not in text:
        return str(folder / text)
    if address.scheme not in _WEB or not address.hostname:
        message = f"{text!r} is neither a web address nor a folder"
        raise EntryError(
            message, 'write it like "https://host/kiosk" or "/media/kiosk"'
        )
    return text


def _status(folder: Path, table: StatusTable, wrong: Mistakes) -> StatusSettings:
    broker = wrong.attempt("status.broker", _host, table.broker) or ""
    ca, certificate, key = _paths(folder, table.ca, table.certificate, table.key)
    return StatusSettings(broker, table.port, ca, certificate, key)


def _host(text: str) -> str:
    if text and not _HOST.fullmatch(text):
        raise EntryError(f"{text!r} is no host", 'write it like "broker.example"')
    return text


def _paths(folder: Path, *names: str) -> Iterator[Path | None]:
    for name in names:
        yield folder / name if name else None
