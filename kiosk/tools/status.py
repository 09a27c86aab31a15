"""Ask the running kiosk how it is, and print what it says.

Where this account may not ask, it reads what the kiosk last wrote for its fleet, if it
is a member of the group that may: `kiosk-fleet` of the Debian package.
Exit status: 0 all well, 1 something needs staff, 2 no kiosk is running.
"""

import json
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.domain.status_report import State, StatusReport
from kiosk.errors import UsageError
from kiosk.files.exchange import Message, exchanges
from kiosk.files.status_places import status_places
from kiosk.tools.status_lines import status_lines

PATIENCE_S = 5.0
STALE_S = 60.0
"""A report that is older was left by a kiosk that hangs or is gone."""
_NONE = "no kiosk is running here; start one with: kiosk"
_NOT_YOURS = "this account may not ask it; ask with: sudo kiosk status"
_NO_SOCKETS = "a kiosk cannot be asked on this system; see its staff panel"
_SILENT = "the kiosk runs, but does not answer; end it with: pkill kiosk"
_PIECE = 1 << 16


def status(*, as_json: bool = False) -> int:
    """Print the status of the running kiosk; return the exit status.

    Raises `UsageError` if there is none, or none that this account may ask.
    """
    if not hasattr(socket, "AF_UNIX"):  # on Windows there is none in Python
        raise UsageError(_NO_SOCKETS)
    text = _asked_or_written()
    try:
        told = msgspec.json.decode(text, type=StatusReport)
    except msgspec.DecodeError:  # of nothing, or cut short
        sys.stderr.write(f"kiosk: {_SILENT}\n")
        return 1
    if as_json:
        whole = json.loads(text)  # that of a newer kiosk may have more
        sys.stdout.write(f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in status_lines(told))
    return int(told.state is not State.WELL)


def _asked_or_written() -> bytes:
    """Return what the kiosk says, or else what it last wrote; raises `UsageError`."""
    try:
        return ask(tuple(status_places()))
    except UsageError:
        if written := _written():
            return written
        raise


def _written() -> bytes:
    """Return the last report of a kiosk in a fleet, unless it is an old one."""
    for fleet in exchanges():
        age_s, told = fleet.age_s(Message.REPORT), fleet.read(Message.REPORT)
        if told and age_s is not None and age_s < STALE_S:
            return msgspec.json.encode(told)
    return b""


def ask(places: Sequence[Path]) -> bytes:
    """Return what the first kiosk that listens says; nothing if it does not answer.

    Raises `UsageError` if none listens.
    """
    refused: list[Path] = []
    for place in places:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(PATIENCE_S)
            try:
                client.connect(str(place))
            except PermissionError:
                refused.append(place)
            except (TimeoutError, BlockingIOError):
                return b""
            except OSError:
                continue
            else:
                return b"".join(_pieces(client))
    raise UsageError(f"{refused[0]}: {_NOT_YOURS}" if refused else _NONE)


def _pieces(client: socket.socket) -> Iterator[bytes]:
    """Yield what comes until the kiosk hangs up, or is silent for too long."""
    with suppress(OSError):
        while piece := client.recv(_PIECE):
            yield piece
