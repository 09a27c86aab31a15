"""The files by which the window and the processes of a fleet tell each other things.

The window has no network. `kiosk-update` and `kiosk-status` have one, and run for
themselves. Each writes in a folder of its own, and reads those of the others:

- `window/report.json`: the window's status, as `kiosk status --format json` prints it,
- `window/call.json`: a visitor waits for staff; `call` is a number made by chance,
- `status/answer.json`: somebody took the call that `call` names,
- `update/report.json`: which content is installed, and how fresh it is.

A file is replaced whole, so that a reader gets the old one or the new one.
"""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from kiosk.errors import EntryError
from kiosk.files.paths import state_path
from kiosk.files.text_files import read_bytes

VARIABLE = "KIOSK_FLEET"
"""The variable of the environment that names the folder."""
PACKAGED = Path("/run/kiosk-fleet")
"""The folder of the Debian package."""
_RIGHTS = 0o640
_MOST_BYTES = 1_000_000


class Message(StrEnum):
    """A file, by its place in the folder."""

    REPORT = "window/report.json"
    CALL = "window/call.json"
    ANSWER = "status/answer.json"
    UPDATE = "update/report.json"


class Exchange(Struct, frozen=True):
    """The folder in which they exchange files."""

    folder: Path

    def path(self, message: Message) -> Path:
        """Return where a file is."""
        return self.folder / message.value

    def may_write(self, message: Message) -> bool:
        """Return whether there is a folder for it, so that its writer takes part."""
        return self.path(message).parent.is_dir()

    def write(self, message: Message, told: Mapping[str, object]) -> None:
        """Replace a file; raises `OSError`.

        It is not forced to the disk: after a power cut it is old anyway.
        """
        import msgspec

        self.write_json(message, msgspec.json.encode(told))

    def write_json(self, message: Message, told: bytes) -> None:
        """Replace a file by an object that is JSON already; raises `OSError`.

        Each file has one writer.
        """
        path = self.path(message)
        draft = path.with_name(f".{path.name}.new")
        try:
            draft.unlink(missing_ok=True)
            draft.touch(0o600)
            draft.chmod(_RIGHTS)  # which the umask of a unit would take away
            draft.write_bytes(told)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    def read(self, message: Message) -> dict[str, object] | None:
        """Return what a file tells; None where there is none, or a damaged one."""
        import msgspec

        with suppress(
            OSError, EntryError, msgspec.DecodeError, msgspec.ValidationError
        ):
            data = read_bytes(self.path(message), _MOST_BYTES)
            return msgspec.json.decode(data, type=dict[str, object])
        return None

    def age_s(self, message: Message) -> float | None:
        """Return how old a file is, in seconds of the machine's clock; None without."""
        with suppress(OSError):
            return time.time() - self.path(message).stat().st_mtime
        return None

    def remove(self, message: Message) -> None:
        """Take a file away, if it is there; raises `OSError`."""
        self.path(message).unlink(missing_ok=True)


def exchange() -> Exchange | None:
    """Return that of this machine: of the environment, or else beside the state.

    None for an account without a home. Whether a process takes part in it, the folder
    for its files decides: nobody makes that by himself.
    """
    if given := os.environ.get(VARIABLE, ""):
        return Exchange(Path(given))
    state = state_path()
    return Exchange(state.with_name("fleet")) if state else None


def exchanges() -> Iterator[Exchange]:
    """Yield each that there may be on this machine, for those who read: see `exchange`.

    The unit's is one of them.
    """
    if own := exchange():
        yield own
    yield Exchange(PACKAGED)
