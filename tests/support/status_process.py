"""A `kiosk-status` of a test's own, beside a window that is a file."""

import json
import os
import sys
from contextlib import contextmanager

import msgspec

from benchmarks.mqtt_broker import HOST
from kiosk.domain.status_report import StatusReport
from kiosk.files.exchange import Exchange, Message
from tests.support.programs import running
from tests.support.shipped import ROOT

NOW = "2026-11-28T10:00:00+01:00"


def exchange_in(folder):
    """Make an exchange folder with all that take part."""
    for name in ("window", "status", "update"):
        (folder / name).mkdir(parents=True)
    return Exchange(folder)


def report(place, **told):
    """Have the window report."""
    usual = {"version": "1", "time": NOW, "painted": NOW, "open": True}
    value = msgspec.convert(usual | told, StatusReport)
    place.write(Message.REPORT, json.loads(msgspec.json.encode(value)))


def settings_file(folder, keys, port, name):
    """Write the `fleet.toml` of a kiosk."""
    path = folder / "fleet.toml"
    path.write_text(
        f'[kiosk]\nid = "{name}"\n'
        f'[status]\nbroker = "{HOST}"\nport = {port}\nca = "{keys}/ca.crt"\n'
        f'certificate = "{keys}/{name}.crt"\nkey = "{keys}/{name}.key"\n'
    )
    return path


@contextmanager
def kiosk_status(folder, settings):
    """Run the process for as long as the block lasts; its lines are in `said`."""
    program = (
        "import sys\nfrom kiosk.fleet.status.process import main\nsys.exit(main())"
    )
    command = sys.executable, "-c", program, "--config", str(settings)
    own = os.environ | {"KIOSK_FLEET": str(folder)}
    with (
        (settings.parent / "said").open("w") as said,
        running(*command, env=own, cwd=ROOT, stderr=said) as process,
    ):
        yield process
