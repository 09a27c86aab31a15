"""The process `kiosk-status`: it runs beside the window until it is stopped.

    kiosk-status [--config FILE]

Exit status: 0 stopped, or there is nobody to tell; 2 it cannot begin.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.domain.line_limit import LineLimit
from kiosk.errors import UsageError
from kiosk.files.exchange import VARIABLE, Exchange, Message, exchange
from kiosk.fleet.settings import PACKAGED, FleetSettings, load_fleet_settings

_CANNOT_BEGIN = 2
_NO_PAHO = "paho-mqtt is missing; install python3-paho-mqtt, or pip's kiosk[fleet]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell the broker in the settings until a signal comes; return the exit status."""
    settings = load_fleet_settings(_options(arguments).config)
    say = _sayer()
    for problem in settings.problems:
        say(str(problem))
    if not settings.status.broker:
        say(f"{settings.path}: [status] names no broker, so nobody is told")
        return 0
    try:
        _tell(settings, _exchange(), say)
    except UsageError as error:
        say(str(error))
        return _CANNOT_BEGIN
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="kiosk-status", description="Tell a broker of MQTT how the kiosk is."
    )
    text = f"settings; without it {PACKAGED}"
    parser.add_argument("--config", type=Path, metavar="FILE", help=text)
    return parser.parse_args(arguments)


def _sayer() -> Callable[[str], None]:
    """Return what writes a line to stderr, the same one every ten minutes at most."""
    limit = LineLimit(time.monotonic())

    def say(line: str) -> None:
        for text in limit.admitted(line, time.monotonic()):
            sys.stderr.write(f"kiosk-status: {text}\n")
            sys.stderr.flush()

    return say


def _exchange() -> Exchange:
    """Return the exchange folder; raises `UsageError` if it is not there."""
    found = exchange()
    if not found:
        raise UsageError(f"there is no home folder; name the place in {VARIABLE}")
    if not found.may_write(Message.ANSWER):
        folder = found.path(Message.ANSWER).parent
        raise UsageError(f"{folder}: no such folder; make it, or set {VARIABLE}")
    return found


def _tell(settings: FleetSettings, place: Exchange, say: Callable[[str], None]) -> None:
    try:
        from kiosk.fleet.status.broker import Broker
    except ModuleNotFoundError as missing:
        raise UsageError(_NO_PAHO) from missing
    from kiosk.fleet.status.reporter import StatusReporter
    from kiosk.fleet.status.topics import Topics

    topics, stop = Topics(settings.id), _Stop()
    broker = Broker(settings.status, topics, say, time.monotonic)
    reporter = StatusReporter(topics, broker, place)
    reporter.begin()
    while not stop.is_asked_for:
        reporter.step()
    broker.end()


class _Stop:
    """Note that a signal asks the process to stop."""

    def __init__(self) -> None:
        self.is_asked_for = False
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._ask)

    def _ask(self, *_: object) -> None:
        self.is_asked_for = True


if __name__ == "__main__":
    sys.exit(main())
