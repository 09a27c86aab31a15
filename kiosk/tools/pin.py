"""Ask for a staff PIN and print the line that goes into the settings."""

import secrets
import sys
from getpass import getpass

from kiosk.domain.pin import Pin
from kiosk.errors import UsageError

_SALT_BYTES = 16


def settings_lines() -> str:
    """Return the lines for the settings file; raises `UsageError` for a PIN like 1234.

    A PIN that comes through a pipe is read once.
    """
    digits = _ask_twice() if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        pin = Pin.hashed(digits, secrets.token_bytes(_SALT_BYTES))
    except ValueError as error:
        raise UsageError(f"{error}; choose another") from error
    return f'[staff]\npin = "{pin.line}"\n'


def _ask_twice() -> str:
    try:
        digits, again = getpass("Staff PIN: "), getpass("Once more: ")
    except EOFError as no_input:
        raise UsageError("no PIN was typed; run it again") from no_input
    if again != digits:
        raise UsageError("the two are not the same; run it again")
    return digits
