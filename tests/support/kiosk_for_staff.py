"""What staff do at a running kiosk, and what they read in its panel."""

from PySide6.QtWidgets import QLabel

from kiosk.domain.pin import Pin
from kiosk.ui.modes.staff_mode import StaffMode
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.screens.trouble_view import TroubleView
from kiosk.ui.window.session import Session
from tests.support.screen import offers, seen, settle, touch, words

RIGHT, WRONG = "4829", "4820"


LINE = Pin.hashed(RIGHT, b"sixteen bytes it").line


QUIET = "[idle]\nattract = false\n"


LOCKED = f'{QUIET}[staff]\npin = "{LINE}"\n'


OFFICE = '[clinic.hours]\nmonday = "09:00-17:00"\n'


NO_PICTURE = "\n\n![nothing](nowhere.svg)\n"


SCREENS = (Session, PinPad, StaffPanel, CleaningView, TroubleView)


def labels_of(shell):
    """Return the text of each label in sight."""
    return {label.text() for label in seen(shell, QLabel)}


def open_panel(shell):
    shell.findChild(StaffMode).show_panel()
    settle()


def enter(shell, said, digits):
    for digit in digits:
        touch(shell, digit)
    touch(shell, said.enter)


def standing(shell):
    [one] = [kind for kind in SCREENS if seen(shell, kind)]
    return one


def facts(shell, said):
    """Return what the panel tells, by what it is about."""
    assert standing(shell) is StaffPanel
    read = words(shell)
    read = read[read.index(said.program) :]
    return dict(zip(read[:28:2], read[1:28:2], strict=True))


def pages_shown(count):
    """Return what is told of the languages, each with so many pages of its own."""
    return [f"{name}: {count} shown" for name in ("English", "العربية", "Español")]


def can_open(shell, page):
    """Tell whether a page is offered on the first page, by a tab or a tile."""
    ways = (page.title, page.tab, page.tile)
    return any(offers(shell, words) for words in ways)


def spoil(page):
    page.write_text("no front matter")


def spoil_body(page):
    page.write_text(page.read_text() + NO_PICTURE)
