"""Nothing is cut off and everything can be touched, on every common screen."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from kiosk.content.blocks import Link
from kiosk.domain.clinic import Clinic
from kiosk.domain.metrics import TOUCH_MM
from kiosk.domain.visit import Visit
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.idle_notice import IdleNotice
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.shell import Shell
from tests.support.screen import SETTINGS, place, seen, settle
from tests.support.shipped import CONTENT

PAGES = {
    path.stem: Visit(page=path.stem) for path in sorted((CONTENT / "en").glob("*.md"))
}
ANSWERED = {
    "none of these": Visit(page="check", none_of_these=True),
    "routine": Visit(page="check", answers=frozenset({"tension"})),
    "same day": Visit(page="check", answers=frozenset({"drooping-eyelid"})),
    "emergency": Visit(page="check", answers=frozenset({"choking"})),
    "booking in an emergency": Visit(page="book", answers=frozenset({"choking"})),
}
VISITS = PAGES | ANSWERED
SCREENS = [
    ((1920, 1080), 476),
    ((1080, 1920), 268),
    ((1280, 800), 331),
    ((800, 1280), 207),
]
ON_SCREENS = pytest.mark.parametrize(("size", "width_mm"), SCREENS, ids=str)


@pytest.fixture
def on(qapp, contexts_for, qtbot):
    """Show a visit in a window of exactly this size, as the kiosk does."""
    kept = []  # qtbot keeps no widget alive

    def show(visit, size, width_mm, **said):
        shell = Shell(kiosk_style(qapp))
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.start(contexts_for(size, width_mm, **said))
        shell.open(visit)
        shell.show()
        settle()
        return shell

    return show


def cut(window):
    """Return what is written on labels too small for it or half off the screen."""
    texts = [label for label in seen(window, QLabel) if label.text()]
    assert texts
    return [label.text() for label in texts if is_cut(label) or is_off(label, window)]


def is_cut(label):
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()


def is_off(widget, window):
    where = place(widget)
    return where.left() < 0 or where.right() >= window.width()


def off_the_screen(view, window):
    """Return what a view that does not scroll fails to show."""
    return [w for w in seen(view, QLabel) if not window.rect().contains(place(w))]


def low(window):
    """Return what can be touched and is less than 20 mm high."""
    lowest = window.context.look.metrics.px(TOUCH_MM)
    touchable = seen(window, TouchButton) + seen(window, TickRow)
    assert touchable
    return [b.accessibleName() for b in touchable if b.height() < lowest]


def faults(window):
    """Return what is cut off, too low to touch, or a code off the screen."""
    codes = [code for code in seen(window, QrCode) if is_off(code, window)]
    return cut(window) + low(window) + codes


def faults_by_name(shown, visits):
    """Open each visit in turn; return what is wrong with it, by its name."""
    found = {}
    for name, visit in visits.items():
        shown.open(visit)
        settle()
        found[name] = faults(shown)
    return {name: wrong for name, wrong in found.items() if wrong}


@ON_SCREENS
def test_on_every_page_nothing_is_cut_off_too_low_or_off_the_screen(on, size, width_mm):
    shown = on(Visit(), size, width_mm)
    assert faults_by_name(shown, VISITS) == {}
    assert shown.size().toTuple() == size


@ON_SCREENS
def test_out_of_hours_the_same_is_true_of_all_advice(on, size, width_mm):
    shown = on(Visit(), size, width_mm, is_open=False)
    assert faults_by_name(shown, ANSWERED) == {}


FACTS = [("Not approved by a clinician", "Weakness, Headaches, Vision, " * 3)] * 9
COVERS = {
    "attract": Attract,
    "cleaning": lambda m, _: CleaningView(m),
    "PIN pad": lambda m, _: PinPad(m, "1234567890"),
    "panel": lambda m, _: StaffPanel(m, FACTS, portrait=False, sound=True),
    "panel in portrait": lambda m, _: StaffPanel(m, FACTS, portrait=True, sound=True),
    "measuring": lambda m, _: Calibration(m, 1920),
    "screen test": lambda m, _: ScreenTest(m),
}


@ON_SCREENS
@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_what_stands_before_a_page_fits(on, size, width_mm, cover):
    shown = on(Visit(), size, width_mm)
    shown.show_screen(cover(shown.context, shown.contexts))
    settle()
    assert shown.size().toTuple() == size
    assert cut(shown) == []
    touchable = seen(shown, TouchButton)
    lowest = shown.context.look.metrics.px(TOUCH_MM)
    assert [b.accessibleName() for b in touchable if b.height() < lowest] == []
    assert [b for b in touchable if not shown.rect().contains(place(b))] == []


@ON_SCREENS
def test_the_question_fits(on, size, width_mm):
    shown = on(Visit(), size, width_mm)
    shown.session.overlays.show_idle_notice()
    shown.session.overlays.show_seconds_left(30)
    settle()
    assert cut(shown) == []
    [notice] = seen(shown, IdleNotice)
    assert off_the_screen(notice, shown) == []


WORDY = replace(
    SETTINGS,
    clinic=Clinic(
        name="Alaa Arif", desk="the long desk by the front door, to the left"
    ),
)
LONGEST = frozenset(
    {
        "sudden-face-arm-speech",
        "sudden-severe-headache",
        "both-eyelids",
        "allergic-reaction",
    }
)


@ON_SCREENS
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
@pytest.mark.parametrize("settings", [SETTINGS, WORDY], ids=["short", "wordy"])
def test_the_emergency_fits_without_scrolling(on, size, width_mm, is_open, settings):
    visit = Visit(page="check", answers=LONGEST)
    shown = on(visit, size, width_mm, is_open=is_open, settings=settings)
    shown.session.show_emergency()
    settle()
    assert shown.size().toTuple() == size
    assert cut(shown) == []
    assert off_the_screen(shown, shown) == []


@ON_SCREENS
def test_a_code_to_take_away_fits_without_scrolling(on, size, width_mm):
    shown = on(Visit(), size, width_mm)
    shown.session.overlays.show_qr_code(
        Link("CDC: a source", "https://www.cdc.gov/botulism/" + "a" * 80)
    )
    settle()
    assert shown.size().toTuple() == size
    assert cut(shown) == []
    assert off_the_screen(shown, shown) == []
