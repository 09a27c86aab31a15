"""Lower what lies over the window on X and no window manager stacks: notifications.

A window manager that is asked to raise a window raises it over those that it manages,
and lets no other program raise it further. Windows that it does not manage can be
lowered by anyone.
"""

import ctypes
from collections.abc import Iterator
from ctypes import POINTER, byref, c_int, c_long, c_uint, c_ulong, c_void_p
from functools import cache

_IS_VIEWABLE = 2


class _Attributes(ctypes.Structure):
    """XWindowAttributes, as Xlib.h has it."""

    _fields_ = (
        *((name, c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        *(("visual", c_void_p), ("root", c_ulong)),
        *((name, c_int) for name in ("kind", "bit_gravity", "gravity", "store")),
        *(("planes", c_ulong), ("pixel", c_ulong), ("save_under", c_int)),
        *(("colours", c_ulong), ("has_colours", c_int), ("map_state", c_int)),
        *((name, c_long) for name in ("events", "own_events", "not_propagated")),
        *(("override_redirect", c_int), ("screen", c_void_p)),
    )


def lower_what_covers(window: int) -> None:
    """Lower every window that can be seen over `window` and is not managed."""
    if server := _x_server():
        for other in server.over(server.frame(window)):
            if server.is_unmanaged(other):
                server.lower(other)
        server.flush()


@cache
def _x_server() -> "_XServer | None":
    """Return a connection to the X server; None without one."""
    try:
        xlib = ctypes.CDLL("libX11.so.6")  # Qt has loaded it, too
    except OSError:
        return None
    xlib.XOpenDisplay.restype = c_void_p
    display = xlib.XOpenDisplay(None)
    return _XServer(xlib, c_void_p(display)) if display else None


class _XServer:
    """An X server by Xlib, which Qt has told to go on after an error.

    A window that was listed a moment ago may be gone.
    """

    def __init__(self, xlib: ctypes.CDLL, display: c_void_p) -> None:
        self._xlib = xlib
        self._display = display

    def frame(self, window: int) -> int:
        """Return what the window manager put round a window, or the window itself."""
        root, parent, _ = self._family(window)
        while parent not in (0, root):
            window = parent
            root, parent, _ = self._family(window)
        return window

    def over(self, frame: int) -> Iterator[int]:
        """Yield the windows that are stacked over a frame."""
        root, _, _ = self._family(frame)
        _, _, windows = self._family(root)
        if frame in windows:
            yield from windows[windows.index(frame) + 1 :]

    def is_unmanaged(self, window: int) -> bool:
        """Return whether it can be seen, and no window manager is to touch it."""
        found = _Attributes()
        known = self._xlib.XGetWindowAttributes(
            self._display, c_ulong(window), byref(found)
        )
        is_seen = found.map_state == _IS_VIEWABLE
        return bool(known and is_seen and found.override_redirect)

    def lower(self, window: int) -> None:
        """Lower a window under all others."""
        self._xlib.XLowerWindow(self._display, c_ulong(window))

    def flush(self) -> None:
        """Have the server do it now."""
        self._xlib.XFlush(self._display)

    def _family(self, window: int) -> tuple[int, int, list[int]]:
        """Return the root of a window's screen, its parent and its children."""
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        places = (byref(it) for it in (root, parent, children, count))
        self._xlib.XQueryTree(self._display, c_ulong(window), *places)
        found = [children[index] for index in range(count.value)]
        if children:
            self._xlib.XFree(children)
        return root.value, parent.value, found
