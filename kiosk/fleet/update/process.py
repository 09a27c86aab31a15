"""The program `kiosk-update`: bring signed content to this kiosk, again and again.

Exit status: 0 nothing is to be fetched, or --once found all well; 1 --once found
something refused or stale; 2 it cannot start.
"""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import KioskError, UsageError
from kiosk.files.paths import state_path
from kiosk.fleet.settings import FleetSettings, load_fleet_settings
from kiosk.fleet.update.trial import MINUTE_S

if TYPE_CHECKING:
    from kiosk.fleet.update.rounds import Rounds

_CANNOT_START = 2
_NO_TUF = "pip install 'kiosk[fleet]', or Debian's package python3-tuf"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return the exit status."""
    options = _parser().parse_args(arguments)
    settings = load_fleet_settings(options.config)
    _say(*map(str, settings.problems))
    try:
        with _alone(_folder(options.state)) as folder:
            rounds = _rounds(settings, folder, options.minute)
            return rounds.run(once=options.once)
    except KioskError as error:
        _say(*error.lines)
        return _CANNOT_START


def _rounds(settings: FleetSettings, folder: Path, minute_s: float) -> "Rounds":
    try:
        from kiosk.fleet.update.rounds import Rounds
    except ModuleNotFoundError as missing:
        raise UsageError(f"{missing}; {_NO_TUF}") from missing
    return Rounds(settings, folder, minute_s)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk-update", description="Bring signed content to this kiosk."
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="fleet.toml")
    parser.add_argument("--state", type=Path, metavar="DIR", help="for its own files")
    parser.add_argument("--once", action="store_true", help="look once, and end")
    minute = parser.add_argument("--minute", type=float, default=MINUTE_S)
    minute.metavar, minute.help = "SECONDS", "that new content must be shown well"
    return parser


def _folder(chosen: Path | None) -> Path:
    """Return the folder of our own files: chosen, the unit's, or the account's."""
    given = os.environ.get("STATE_DIRECTORY", "")
    state = state_path()
    folder = chosen or (Path(given) if given else state and state.parent / "update")
    if not folder:
        raise UsageError("there is no home folder; name one with --state")
    return folder.absolute()


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """Yield our folder, if no other updater works in it; raises `UsageError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("wb")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(f"{folder}: another kiosk-update is at work") from error
        yield folder


def _say(*lines: str) -> None:
    sys.stderr.writelines(f"kiosk-update: {line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
