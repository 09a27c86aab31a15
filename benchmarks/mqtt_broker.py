"""Start a mosquitto with the settings, the ACL and the certificates that we ship."""

import getpass
import os
import random
import shutil
import socket
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

from paho.mqtt.client import CallbackAPIVersion, Client, MQTTv5

SAMPLES = Path(__file__).parent.parent / "packaging" / "mosquitto"
HOST = "127.0.0.1"


def program() -> str:
    """Return where mosquitto is: a user's PATH may lack the place of Debian's."""
    places = os.environ["PATH"] + os.pathsep + "/usr/sbin"
    return shutil.which("mosquitto", path=places) or ""


def make_keys(folder: Path, *names: str) -> Path:
    """Make certificates for a broker on this machine, and for those who connect."""
    folder.mkdir(exist_ok=True)
    for words in (("broker", HOST), *((name,) for name in names)):
        subprocess.run([SAMPLES / "new-certificate", *words], cwd=folder, check=True)
    return folder


def free_port() -> int:
    """Return a port at which nobody listens.

    It is none that Linux gives to who connects: a client that tries again and again
    where nobody listens would in the end be connected with itself.
    """
    while answers(port := random.randrange(12_000, 32_000)):
        pass
    return port


def command(
    keys: Path, port: int, more: Sequence[str] = (), acl: Path = SAMPLES / "kiosks.acl"
) -> list[str]:
    """Return what starts a broker: the shipped settings, with the places of a test."""
    text = (SAMPLES / "kiosks.conf").read_text()
    for before, after in (
        ("listener 8883", f"listener {port} {HOST}"),
        ("/etc/mosquitto/certs/", f"{keys}/"),
        ("/etc/mosquitto/kiosks.acl", str(acl)),
    ):
        if before not in text:
            raise ValueError(f"{before!r} is not in the shipped settings")
        text = text.replace(before, after)
    path = keys / "mosquitto.conf"
    path.write_text("\n".join((text, f"user {getpass.getuser()}", *more, "")))
    return [program(), "-c", str(path)]


def answers(port: int) -> bool:
    """Return whether somebody listens at a port."""
    with socket.socket() as trial:
        return trial.connect_ex((HOST, port)) == 0


def client_of(keys: Path, name: str) -> Client:
    """Return a client that has the certificate of `name`."""
    client = Client(CallbackAPIVersion.VERSION2, name, protocol=MQTTv5)
    context = ssl.create_default_context(cafile=keys / "ca.crt")
    context.load_cert_chain(keys / f"{name}.crt", keys / f"{name}.key")
    client.tls_set_context(context)
    return client
