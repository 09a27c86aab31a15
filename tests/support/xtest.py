"""Press and type on an X screen fast, through the server's own XTEST extension.

xdotool, which the other tests use, waits 70 ms with every action: too long
for ten thousand of them.
"""

from ctypes import CDLL, c_char_p, c_int, c_ulong, c_void_p
from ctypes.util import find_library


class Hand:
    """Move, press and type on one screen."""

    def __init__(self, screen):
        self._screen = screen
        self._x11, self._xtst = (CDLL(find_library(name)) for name in ("X11", "Xtst"))
        self._x11.XOpenDisplay.restype = c_void_p
        self._x11.XOpenDisplay.argtypes = [c_char_p]
        self._x11.XStringToKeysym.restype = c_ulong
        self._x11.XStringToKeysym.argtypes = [c_char_p]
        self._x11.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        self._x11.XSync.argtypes = [c_void_p, c_int]
        fakes = {"Motion": 5, "Button": 4, "Key": 4}
        for name, count in fakes.items():
            fake = getattr(self._xtst, f"XTestFake{name}Event")
            fake.argtypes = [c_void_p, *[c_int] * (count - 2), c_ulong]
        self._display = self._x11.XOpenDisplay(screen.display.encode())

    def move(self, x, y):
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, 0)

    def button(self, number, *, down):
        self._xtst.XTestFakeButtonEvent(self._display, number, down, 0)
        self._screen.lifted += not down

    def click(self, number):
        self.button(number, down=True)
        self.button(number, down=False)

    def chord(self, names):
        """Press keys one after the other, and let go of them the other way round."""
        keys = names.split("+")
        for name in keys:
            self.key(name, down=True)
        for name in reversed(keys):
            self.key(name, down=False)

    def key(self, name, *, down):
        self._xtst.XTestFakeKeyEvent(self._display, self._code(name), down, 0)

    def sync(self):
        """Wait until the server has done all of it."""
        self._x11.XSync(self._display, 0)

    def _code(self, name):
        names = {"alt": "Alt_L", "ctrl": "Control_L", "shift": "Shift_L"}
        said = names.get(name, "Super_L" if name == "super" else name)
        code = self._x11.XKeysymToKeycode(
            self._display, self._x11.XStringToKeysym(said.encode())
        )
        assert code, f"no key {name}"
        return code
