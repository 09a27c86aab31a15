"""A visitor on the way to something: counts touches, and looks at the glass.

The window's twin says where things are. What is looked for must be in the twin's sight
and on the photograph of the real screen, at the same place.
"""

import unicodedata
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.domain.visit import Visit
from kiosk.ui.screens.attract import Attract
from tests.support.programs import until
from tests.support.screen import read, settle
from tests.support.visitor import still
from tests.support.x_screen import is_different

_WAYS = {
    "home": {"home"},
    "check": {"checklist", "tab check"},
    "book": {"booking", "tab book", "dock"},
}
"""The names of the buttons that lead to a page from any other."""

_MOST_APART = 10.0  # of 255 shades, on average: another letter, another edge of one


class Journey:
    """Touch the real glass and the twin; stop with a photograph where it goes wrong."""

    def __init__(self, visitor, folder: Path):
        self.visitor, self.shell = visitor, visitor.shell
        self.touches = 0
        self._photo = folder / "where-it-went-wrong.png"

    def wake(self, language):
        """Touch the name of a language on the attract screen."""
        self.visitor.ask("mode")
        still(self.visitor.screen)
        self.visitor.rest()  # the attract screen has just appeared
        context, contexts = self.shell.context, self.shell.contexts
        self.shell.show_screen(Attract(context, contexts))
        settle()
        place = self._middle(self.button(language))
        self.shell.hide_screen()
        self.visitor.screen.touch(*place)
        self.touches += 1
        self.shell.open(Visit(language=language))
        self._wait(lambda: self.visitor.ask("mode") == "VISIT", f"nobody at {place}")
        self._let_finger_rest()

    def touch(self, name):
        """Touch what has this name, on the glass and in the twin."""
        self._press(self.button(name))

    def _press(self, button):
        self.sees(button)
        self.visitor.screen.touch(*self._middle(button))
        self.touches += 1
        button.click()
        self._let_finger_rest()

    def button(self, name):
        """Return the button that has this name and is in sight."""
        named = self.shell.findChildren(QAbstractButton, name)
        shown = [it for it in named if it.visibleRegion().contains(it.rect().center())]
        if not shown:
            self.stop(f"{name} is not in sight")
        return shown[0]

    def words(self, text):
        """Return the label or button with these words that is whole in sight."""
        labels = [
            it for it in self.shell.findChildren(QLabel) if text in _said(read(it))
        ]
        buttons = self.shell.findChildren(QAbstractButton)
        named = [it for it in buttons if text in _said(it.accessibleName())]
        shown = [it for it in (*named, *labels) if self._in_sight(it)]
        return shown[0] if shown else self.stop(f"{text!r} is not in sight")

    def touch_words(self, text):
        """Touch the button that says this."""
        self._press(self.words(text))

    def offered(self, prefix):
        """Return the names that begin so, of the buttons in sight, in their order."""
        buttons = self.shell.findChildren(QAbstractButton)
        named = [it for it in buttons if it.objectName().startswith(prefix)]
        return [it.objectName() for it in named if self._in_sight(it)]

    def button_to(self, page):
        """Return the names of what leads to a page from any other."""
        shown = _WAYS[page] & set(self.offered(""))
        return shown or self.stop(f"no way to {page} is in sight")

    def close_question(self):
        """Close a question that stays open once it is answered."""
        if self.shell.session.has_overlay:
            self.touch_words(self.shell.context.pack.strings.back)

    def reads_code(self, address):
        """Read the code on the glass."""

        def reads():
            codes = zxingcpp.read_barcodes(self.visitor.screen.photograph())
            return address in [code.text for code in codes]

        self._wait(reads, f"the code of {address} is not on the glass")

    def sees(self, *widgets):
        """Check whether all of these are whole, in the twin and on the glass."""
        for widget in widgets:
            if not self._in_sight(widget):
                self.stop(f"{widget.accessibleName() or widget} is not whole")
        look = self.look()
        for widget in widgets:
            left, top, right, bottom = self._box(widget).getCoords()
            part = (left, top, right + 1, bottom + 1)
            wanted = look.crop(part)
            self._wait_for(part, wanted, widget)

    def look(self):
        """Return the picture of the twin."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.shell.grab().save(buffer, "PPM")
        return Image.frombytes(*_ppm(bytes(buffer.data())))

    def stop(self, what):
        """End the test, with a photograph of the glass."""
        self.visitor.screen.photograph().save(self._photo)
        self.look().save(self._photo.with_name("as-the-twin-shows-it.png"))
        pytest.fail(f"{what} after {self.touches} touches; see {self._photo}")

    def _wait_for(self, part, wanted, widget):
        def is_there():
            seen = self.visitor.screen.photograph().crop(part)
            apart = ImageStat.Stat(ImageChops.difference(seen, wanted)).mean
            return max(apart) < _MOST_APART

        self._wait(is_there, f"{widget.accessibleName() or widget} is not on the glass")

    def _wait(self, look, what):
        try:
            until(look, what)
        except pytest.fail.Exception:
            self.stop(what)

    def _in_sight(self, widget):
        if not widget.isVisible():
            return False
        seen = widget.visibleRegion()
        for child in widget.findChildren(QWidget):
            corner = child.mapTo(widget, QPoint(0, 0))
            seen += child.visibleRegion().translated(corner)
        return seen.boundingRect() == widget.rect()

    def _box(self, widget):
        return QRect(widget.mapTo(self.shell, QPoint(0, 0)), widget.size())

    def _middle(self, widget):
        return widget.mapTo(self.shell, widget.rect().center()).toTuple()

    def _let_finger_rest(self):
        """Let more time pass than between two quick taps, and all come to rest."""
        self.visitor.rest()
        last = [self.look()]

        def is_still():
            settle()
            last.append(self.look())
            return not is_different(*last[-2:])

        until(is_still, "the twin to come to rest")


def _said(words):
    """Return words as they are said: marks that keep them together are not."""
    spaced = words.replace("\N{NO-BREAK SPACE}", " ")
    return "".join(it for it in spaced if unicodedata.category(it) != "Cf")


def _ppm(data):
    """Return mode, size and bytes of a picture in Qt's plainest format."""
    kind, width, height, _most = data.split(maxsplit=4)[:4]
    assert kind == b"P6"
    size = int(width), int(height)
    return "RGB", size, data[-3 * size[0] * size[1] :]
