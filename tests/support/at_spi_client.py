"""A screen reader of few words, on the bus of assistive technology.

A program of its own, for Debian's Python, whose pyatspi is no package of PyPI:

    /usr/bin/python3 tests/support/at_spi_client.py

Each line on its input is a request in JSON, answered by a line:

    {"do": "look"}                                what there is to hear, in order;
                                                  with "hidden", what is hidden too
    {"do": "act", "thing": 7, "action": "Press"}  use what `look` gave the number 7, so
                                                  or in the way it offers first
    {"do": "listen"}                              what has been announced since
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")

import pyatspi  # noqa: E402 - only once its version is chosen
from gi.repository import Atspi, GLib  # noqa: E402

STATES = {
    "visible": pyatspi.STATE_VISIBLE,
    "showing": pyatspi.STATE_SHOWING,
    "enabled": pyatspi.STATE_ENABLED,
    "checkable": pyatspi.STATE_CHECKABLE,
    "checked": pyatspi.STATE_CHECKED,
}
ROLES = {"button": "push button"}  # the name in Debian 13: that in Debian 12
ASSERTIVE = 2  # of AtspiLive


class Assistive:
    """See the only program on the bus, use it, and hear what it says."""

    def __init__(self):
        self._things = []
        self._heard = []
        self._looks_behind = False
        Atspi.set_timeout(8000, 15000)
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")

    def _hear(self, event):
        self._heard.append([str(event.any_data), event.detail1 == ASSERTIVE])

    def do_listen(self):
        heard, self._heard = self._heard, []
        return heard

    def do_look(self, *, hidden=False):
        self._things.clear()
        self._looks_behind = hidden
        told = []
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None:
                program.clear_cache()
                self._tell(program, 0, told)
        return told

    def _tell(self, thing, depth, told):
        states = thing.getState()
        if depth and not (self._looks_behind or states.contains(STATES["visible"])):
            return
        self._things.append(thing)
        told.append(
            {
                "number": len(told),
                "depth": depth,
                "role": ROLES.get(role := thing.getRoleName(), role),
                "name": thing.name,
                "description": thing.description,
                "states": [n for n, state in STATES.items() if states.contains(state)],
                "box": self._box(thing),
            }
        )
        for child in thing:
            if child is not None:
                self._tell(child, depth + 1, told)

    def _box(self, thing):
        try:
            box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        except NotImplementedError:
            return [0, 0, 0, 0]
        return [box.x, box.y, box.width, box.height]

    def do_act(self, thing, action):
        offered = self._things[thing].queryAction()
        names = [offered.getName(place) for place in range(offered.nActions)]
        return offered.doAction(names.index(action) if action in names else 0)


def main():
    """Answer until the input ends."""
    assistive = Assistive()
    loop = GLib.MainLoop()

    def answer(*_):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        request = json.loads(line)
        try:
            said = getattr(assistive, f"do_{request.pop('do')}")(**request)
        except GLib.Error as problem:  # what was there a moment ago has gone
            said = {"problem": str(problem)}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, answer)
    loop.run()


if __name__ == "__main__":
    main()
