"""Where a running kiosk can be asked how it is: the places of its socket.

1. `status.sock` in `$XDG_RUNTIME_DIR/kiosk`, or in `$XDG_RUNTIME_DIR` itself where that
   is the kiosk's own, such as `/run/kiosk` of its unit,
2. or beside its state, such as `~/.local/state/kiosk`, where there is no such folder.

Who asks also looks into those of the unit, and of the sessions of others: `/run/kiosk`,
`/var/lib/kiosk`, `/run/user/*/kiosk`.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

from kiosk.files.paths import state_path

NAME = "status.sock"
PROGRAM = "kiosk"
_UNIT = (Path("/run/kiosk"), Path("/var/lib/kiosk"), Path("/var/lib/kiosk/kiosk"))
_SESSIONS = Path("/run/user")
_PATIENCE_S = 0.5


def status_place() -> Path | None:
    """Return where the socket of this account's kiosk is; None without a place."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and (folder := Path(given)).is_dir():
        return (folder if folder.name == PROGRAM else folder / PROGRAM) / NAME
    state = state_path()
    return state.with_name(NAME) if state else None


def status_places() -> Iterator[Path]:
    """Yield every place where this account may find the socket of a kiosk, once."""
    state = state_path()
    places = (
        status_place(),
        state.with_name(NAME) if state else None,
        *(folder / NAME for folder in _UNIT),
        *sorted(_SESSIONS.glob(f"*/{PROGRAM}/{NAME}")),
    )
    yield from dict.fromkeys(place for place in places if place)


def is_answered(place: Path) -> bool:
    """Return whether a kiosk listens at a place."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(_PATIENCE_S)
        return client.connect_ex(str(place)) == 0
