"""The rule by which udev has libinput turn the touches of a touchscreen.

Wayland compositors and Xorg's driver both read touches through libinput, and it reads
the matrix when it first sees the screen:
https://wayland.freedesktop.org/libinput/doc/latest/device-configuration-via-udev.html
"""

import re
from pathlib import Path

from kiosk.domain.rotation import SETUP_TOUCH, Rotation
from kiosk.errors import UsageError

TOUCH_RULE = Path("/etc/udev/rules.d/99-kiosk-touch.rules")
"""Its number is behind that of the rule that finds out what a touchscreen is."""

_WRITTEN_BY = re.compile(rf"{SETUP_TOUCH} (\d+)")


def touch_rule(rotation: Rotation) -> str:
    """Return the text of the rule; empty where touches are not turned.

    It takes away the name of an output, by which cage 0.1 would turn touches as well.
    """
    if not rotation:
        return ""
    matrix = " ".join(map(str, rotation.touch_matrix))
    conditions = 'ACTION!="remove", SUBSYSTEM=="input", KERNEL=="event*"'
    is_touch = 'ENV{ID_INPUT_TOUCHSCREEN}=="1"'
    turns = f'ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{matrix}", ENV{{WL_OUTPUT}}=""'
    return (
        f"# Written by: {SETUP_TOUCH} {rotation}\n"
        f"# Touches are turned as the picture is. To undo it: {SETUP_TOUCH} 0\n"
        f"{conditions}, {is_touch}, {turns}\n"
    )


def keep_touch_rule(rotation: Rotation, path: Path = TOUCH_RULE) -> str:
    """Write the rule, or remove it; return in a line what was done.

    Raises `UsageError` if that is not allowed.
    """
    try:
        if not rotation:
            path.unlink(missing_ok=True)
            return f"there is no {path} any more; restart the computer"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(touch_rule(rotation), "utf-8")
        path.chmod(0o644)
    except PermissionError as error:
        how = f"run it as root: sudo {SETUP_TOUCH} {rotation}"
        raise UsageError(f"only root may change {path}; {how}") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    return f"{path} is written; restart the computer"


def kept_rotation(path: Path = TOUCH_RULE) -> Rotation:
    """Return how touches are turned by the rule, as far as it is one of the kiosk."""
    try:
        found = _WRITTEN_BY.search(path.read_text("utf-8"))
        return Rotation(int(found[1])) if found else Rotation.NONE
    except (OSError, ValueError):
        return Rotation.NONE
