"""An X server of a test's own, with a finger on its screen and a camera before it."""

import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from PIL import ImageChops, ImageGrab

from tests.support.programs import need, running, until
from tests.support.shipped import ROOT

WIDTHS_MM = {1920: 476, 1080: 268, 1280: 476, 720: 268}


def is_different(one, other):
    """Tell whether two photographs differ in any point."""
    return ImageChops.difference(one, other).getbbox() is not None


@dataclass
class XScreen:
    """An X server, a finger on it and a camera in front of it.

    `lifted` counts how often the finger was lifted.
    """

    display: str
    size: tuple[int, int]
    lifted: int = field(default=0, init=False)

    @property
    def environment(self):
        hidden = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        own = {key: value for key, value in os.environ.items() if key not in hidden}
        return own | {"DISPLAY": self.display}

    def photograph(self):
        """Return the pixels that the server has: no program packs them into a file."""
        return until(self._picture, "a photograph of the screen")

    def _picture(self):
        """Return a picture, or None: none is to be had while the size changes."""
        with suppress(OSError):
            return ImageGrab.grab(xdisplay=self.display)

    def touch(self, x, y, *, rest_s=0.0):
        """Tap, after a finger has rested so long over the place."""
        self.finger("mousemove", str(x), str(y), "sleep", str(rest_s), "click", "1")

    def drag(self, x, from_y, to_y):
        """Draw a finger over the glass."""
        self.finger("mousemove", str(x), str(from_y), "mousedown", "1")
        step = (to_y - from_y) // 8
        for y in range(from_y, to_y, step):
            self.finger("mousemove", str(x), str(y))
        self.finger("mouseup", "1")

    def finger(self, *words):
        self.lifted += sum(word in {"click", "mouseup"} for word in words)
        command = ["xdotool", *words]
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def photograph_when(self, look, what):
        """Return the first photograph that `look` says yes to."""

        def ready():
            photo = self.photograph()
            return photo if look(photo) else None

        return until(ready, what)


@contextmanager
def x_screen(width, height, *, display=""):
    """An X server of our own, with no window manager; its name is given, or free."""
    need("Xvfb", "xdotool")
    read, write = os.pipe()
    server = running(
        *("Xvfb", *display.split()),
        *("-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-noreset"),
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    with server:
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        yield XScreen(f":{number}", (width, height))


def kiosk(screen, *arguments, **options):
    """Run the kiosk on a screen, as a user does."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return running(*command, env=screen.environment, cwd=ROOT, **options)
