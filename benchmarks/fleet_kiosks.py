"""Run many kiosks' statuses in one process, each in a thread, until stdin is closed.

    python -m benchmarks.fleet_kiosks FOLDER KEYS PORT < NAMES

`benchmarks.fleet` starts it.
"""

import json
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.domain.status_report import StatusReport
from kiosk.files.exchange import Exchange, Message
from kiosk.fleet.settings import StatusSettings
from kiosk.fleet.status.broker import Broker
from kiosk.fleet.status.reporter import StatusReporter
from kiosk.fleet.status.topics import Topics

HOST = "127.0.0.1"
KEY = "every-kiosk.key"
_DAY = timedelta(days=1)


def make_many_keys(keys: Path, names: list[str]) -> None:
    """Make a certificate for each name; in a measurement they share one key."""
    signer = serialization.load_pem_private_key((keys / "ca.key").read_bytes(), None)
    issuer = x509.load_pem_x509_certificate((keys / "ca.crt").read_bytes()).subject
    key = ec.generate_private_key(ec.SECP256R1())
    pem = serialization.Encoding.PEM
    form = serialization.PrivateFormat.PKCS8
    plain = serialization.NoEncryption()
    (keys / KEY).write_bytes(key.private_bytes(pem, form, plain))
    now = datetime.now(UTC)
    for name in names:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = (
            x509.CertificateBuilder(issuer, subject, key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - _DAY)
            .not_valid_after(now + _DAY)
            .sign(signer, hashes.SHA256())
        )
        (keys / f"{name}.crt").write_bytes(certificate.public_bytes(pem))


def _kiosk(name: str, folder: Path, keys: Path, port: int) -> None:
    """Run one kiosk for ever."""
    own = keys / f"{name}.crt", keys / KEY
    settings = StatusSettings(HOST, port, keys / "ca.crt", *own)
    topics = Topics(name)
    broker = Broker(settings, topics, lambda _: None, time.monotonic)
    reporter = StatusReporter(topics, broker, _exchange(folder / name))
    while True:
        reporter.step()


def _exchange(folder: Path) -> Exchange:
    """Make an exchange folder, in which a window has reported."""
    for part in ("window", "status"):
        (folder / part).mkdir(parents=True)
    exchange = Exchange(folder)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    pages = tuple(f"en/page-{number}" for number in range(12))
    report = StatusReport(
        version="1.0", open=True, time=now, painted=now, unapproved=pages
    )
    exchange.write(Message.REPORT, json.loads(msgspec.json.encode(report)))
    return exchange


def main() -> None:
    """Run a kiosk for each name that comes; end with the names."""
    folder, keys, port = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    threading.stack_size(256 * 1024)
    for line in sys.stdin:
        words = line.strip(), folder, keys, port
        threading.Thread(target=_kiosk, args=words, daemon=True).start()


if __name__ == "__main__":
    main()
