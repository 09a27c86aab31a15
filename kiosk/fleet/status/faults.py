"""Why a broker is not reached, in one line each: what is wrong, where, what to do."""

import socket
import ssl
from collections.abc import Mapping
from pathlib import Path

from kiosk.fleet.settings import StatusSettings

_NO_NAME = "the name is not known; look at broker, and at the network"
_CONNECT_FAULTS: Mapping[type[Exception], str] = {
    ssl.SSLCertVerificationError: (
        "its certificate is not accepted ({why}); let ca name who signed it, broker a "
        "name that is in it, and look at the clock"
    ),
    ssl.SSLError: "no TLS is spoken there ({why}); let port be that of its TLS",
    socket.gaierror: _NO_NAME,
    UnicodeError: _NO_NAME,  # a part of it is longer than names have
    ConnectionRefusedError: "nobody listens there; start mosquitto, or look at port",
    ConnectionResetError: "it hung up; let port be that of its TLS",
    TimeoutError: "no answer; look at broker, the network and its firewall",
}
_MISMATCH = "KEY_VALUES_MISMATCH"


class KeyFileError(Exception):
    """A certificate or a key of this machine cannot be used."""


def address(settings: StatusSettings) -> str:
    """Return host and port of a broker."""
    return f"{settings.broker}:{settings.port}"


def tls_context(settings: StatusSettings) -> ssl.SSLContext:
    """Return what is needed for TLS, as the files are now; raises `KeyFileError`.

    They are read for each connection, so that renewed ones are used without a restart.
    """
    ca = _readable(settings.ca, "ca")
    certificate = _readable(settings.certificate, "certificate")
    key = _readable(settings.key, "key")
    try:
        context = ssl.create_default_context(cafile=ca)
        context.load_cert_chain(certificate, key)
    except ssl.SSLError as error:
        raise KeyFileError(_key_fault(error, settings)) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def connect_fault(error: OSError | UnicodeError, settings: StatusSettings) -> str:
    """Return in words why there is no connection."""
    words = (said for kind, said in _CONNECT_FAULTS.items() if isinstance(error, kind))
    said = next(words, "{why}; look at the network")
    named = (getattr(error, name, "") for name in ("verify_message", "strerror"))
    why = next(filter(None, named), str(error))
    return f"broker {address(settings)}: {said.format(why=why)}"


def hung_up(settings: StatusSettings) -> str:
    """Return in words that the broker ended the connection before it began."""
    return (
        f"broker {address(settings)}: it hung up; it may not accept "
        f"{settings.certificate}, which is out of date or signed by somebody else"
    )


def refused(settings: StatusSettings, reason: object, what: str) -> str:
    """Return in words that the broker does not let this kiosk do something."""
    return (
        f"broker {address(settings)}: {what} is refused ({reason}); let the name (CN) "
        f"in {settings.certificate} be the kiosk's id, and acl_file kiosks.acl"
    )


def lost(settings: StatusSettings, *, again_and_again: bool) -> str:
    """Return in words that a connection is lost; of two with one name each loses it."""
    line = f"the connection with {address(settings)} is lost"
    if not again_and_again:
        return line
    return (
        f"{line} again and again; does another one use {settings.certificate}? "
        f"give each kiosk a certificate of its own"
    )


def _readable(path: Path | None, name: str) -> Path:
    if not path:
        raise KeyFileError(f"status.{name} is not set; write the path of its PEM file")
    try:
        with path.open("rb"):
            return path
    except FileNotFoundError as error:
        raise KeyFileError(
            f"{path}: no such file; put it there, or set its path"
        ) from error
    except OSError as error:
        raise KeyFileError(
            f"{path}: {error.strerror}; let the user of kiosk-status read it"
        ) from error


def _key_fault(error: ssl.SSLError, settings: StatusSettings) -> str:
    if error.reason == _MISMATCH:
        return f"{settings.key}: is not the key of {settings.certificate}"
    files = f"{settings.ca}, {settings.certificate} or {settings.key}"
    return f"{files}: is no PEM file ({error.reason or error}); put it there again"
