"""Have touches turned as the picture is, by a rule of udev."""

import sys
from pathlib import Path

from kiosk.domain.rotation import Rotation
from kiosk.files.settings import load_settings
from kiosk.files.touch_rule import TOUCH_RULE, keep_touch_rule, touch_rule


def setup_touch(
    degrees: int | None, config: Path | None, *, prints: bool, path: Path = TOUCH_RULE
) -> int:
    """Write the rule for a rotation, or for that of the settings; or only print it."""
    rotation = load_settings(config).rotation if degrees is None else Rotation(degrees)
    if prints:
        sys.stdout.write(touch_rule(rotation))
    else:
        sys.stdout.write(f"{keep_touch_rule(rotation, path)}\n")
    return 0
