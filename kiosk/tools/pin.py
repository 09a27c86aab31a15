"""Ask for a staff PIN and print the line that goes into the settings."""

import secrets
import sys
from getpass import getpass

from kiosk.domain.pin import Pin
from kiosk.errors import UsageError

_SALT_BYTES = 16


def line() -> str:
    """Return the lines for the settings file; raises `UsageError` for a PIN like 1234.

    A PIN that is not typed but piped in is taken as it is, once.
    """
    digits = _typed() if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        pin = Pin.of(digits, secrets.token_bytes(_SALT_BYTES))
    except ValueError as problem:
        raise UsageError(f"{problem}; choose another") from problem
    return f'[staff]\npin = "{pin.line}"\n'


def _typed() -> str:
    try:
        digits, again = getpass("Staff PIN: "), getpass("Once more: ")
    except EOFError as nothing:
        raise UsageError("no PIN was typed; run it again") from nothing
    if again != digits:
        raise UsageError("the two are not the same; run it again")
    return digits
