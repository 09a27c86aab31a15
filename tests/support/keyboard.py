"""Hands on a keyboard or a keypad, and eyes that look for the focus on the screen."""

import json
import tomllib
from itertools import product

from PIL import ImageGrab

from tests.support.programs import until
from tests.support.shipped import RESOURCES

KEYBOARD = {
    "next": "Tab",
    "back": "shift+Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "select": "Return",
    "help": "F1",
    "home": "Escape",
}
CALM_S = 1.0
_BAND = 12
_LEAST_OF_EDGE = 0.5


class Keyboard:
    """Press the keys of `names`; after each one see that the focus is to be seen."""

    def __init__(self, kiosk, hand, names):
        self._kiosk, self.hand, self._names = kiosk, hand, names
        self._display = kiosk.display
        self._pressed = self.where["keys"]

    @property
    def where(self):
        return json.loads(self._kiosk.ask("where"))

    @property
    def name(self):
        return self.where.get("name", "")

    @property
    def front(self):
        return self.where["front"]

    def press(self, deed, times=1):
        """Press a key, and look at the screen after each time."""
        for _ in range(times):
            self._kiosk.ask(f"pass {CALM_S}")
            self.tap(self._names[deed])
            self.look()
        return self.name

    def tap(self, key, times=1):
        for _ in range(times):
            self.hand.chord(key)
            self.hand.sync()
            self._pressed += len(key.split("+"))
            until(self._has_come, f"{key} to arrive")

    def let_go(self, key):
        """Let go of a key that was held down; it repeated, who knows how often."""
        self.hand.key(key, down=False)
        self.hand.sync()
        until(lambda: not self.where["down"], f"{key} to be let go of")
        self._pressed = self.where["keys"]

    def _has_come(self):
        """Tell whether the last key has."""
        return self.where["keys"] == self._pressed

    def go_to(self, name, way="down"):
        for _ in range(4 * len(self.where["order"])):
            if self.name == name:
                return
            self.press(way)
        raise AssertionError(f"{name} is not among {self.where['order']}")

    def choose(self, name, way="down"):
        self.go_to(name, way)
        self.press("select")

    def look(self):
        """Wait until the focus can be seen on the screen."""
        until(self._is_in_sight, "the focus to be in sight")
        until(self._sees_ring, f"a ring round {self.where}")

    def _is_in_sight(self):
        """Tell whether the page has come to rest where the focus is."""
        where = self.where
        return where.get("whole") or where.get("fills")

    def _sees_ring(self):
        photo = ImageGrab.grab(xdisplay=self._display).convert("RGB")
        where = self.where
        return has_ring(photo, where["box"], sides=4 if where["whole"] else 3)


def has_ring(photo, box, sides):
    """Tell whether there is a ring in the edge of a box, along so many of its sides."""
    left, top, width, height = box
    crop = photo.crop((left, top, left + width, top + height))
    pixels = crop.load()
    colours = ring_colours()
    across, down = range(width), range(height)
    band = min(_BAND, width // 2, height // 2)
    found = (
        sum(any(pixels[x, y] in colours for y in range(band)) for x in across),
        sum(
            any(pixels[x, height - 1 - y] in colours for y in range(band))
            for x in across
        ),
        sum(any(pixels[x, y] in colours for x in range(band)) for y in down),
        sum(
            any(pixels[width - 1 - x, y] in colours for x in range(band)) for y in down
        ),
    )
    lengths = (width, width, height, height)
    ringed = (
        count >= _LEAST_OF_EDGE * length
        for count, length in zip(found, lengths, strict=True)
    )
    return sum(ringed) >= sides


def ring_colours():
    themes = [
        tomllib.loads(path.read_text())
        for path in (RESOURCES / "themes").glob("*.toml")
    ]
    rows = ("focus", "focus_on_bar", "focus_on_light")
    found = [_row(theme, row) for theme, row in product(themes, rows)]
    return {tuple(bytes.fromhex(colour.lstrip("#"))) for colour in found}


def _row(table, name):
    """Return a row of a table, or of a table in it."""
    if name in table:
        return table[name]
    inner = (value for value in table.values() if isinstance(value, dict))
    return next(row for row in (_row(it, name) for it in inner) if row)
