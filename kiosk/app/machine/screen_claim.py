"""Claim a screen for one kiosk: two would cover each other and fight for the keys."""

import socket
from collections.abc import Mapping
from errno import EADDRINUSE
from pathlib import Path

from kiosk.errors import DisplayError

_TAKEN = "another kiosk is running on this screen; end it first, with: pkill kiosk"


def claim_screen(platform: str, environment: Mapping[str, str]) -> socket.socket | None:
    """Return what holds the claim on the screen that Qt's `platform` shows.

    It is a socket by the screen's name, without a file: Linux drops it with the
    process, however that ends. None where no other program can use that screen, or
    there are no such sockets. Raises `DisplayError` if another kiosk has the claim.
    """
    name = _screen_name(platform, environment)
    if not name:
        return None
    claim = socket.socket(socket.AF_UNIX)
    try:
        claim.bind(f"\0kiosk on {name}")
    except OSError as error:
        claim.close()
        if error.errno == EADDRINUSE:
            raise DisplayError(_TAKEN) from error
        return None
    return claim


def _screen_name(platform: str, environment: Mapping[str, str]) -> str:
    if platform.startswith("wayland"):
        folder = Path(environment.get("XDG_RUNTIME_DIR", ""))
        return str(folder / environment.get("WAYLAND_DISPLAY", "wayland-0"))
    return environment.get("DISPLAY", "") if platform == "xcb" else ""
