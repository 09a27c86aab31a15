"""Signs of life: only of a screen that is painted and leads on."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.app.machine.watchdog import LONGEST_S, Watchdog, is_blank, last_frame
from kiosk.domain.mode import RULES, Mode
from tests.support.screen import settle


class Recorder:
    """A supervisor that keeps what it is told."""

    def __init__(self, watchdog_s=0.03):
        self.watchdog_s = watchdog_s
        self.told = []

    def tell(self, *messages):
        self.told += messages


class Kiosk:
    """A kiosk of which a test says the mode and the time; it counts the looks at it."""

    def __init__(self):
        self.mode = Mode.FIRST_PAGE
        self.seconds = 0.0
        self.looks = 0
        self.supervisor = Recorder()

    def clock(self):
        self.looks += 1
        return self.seconds


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(320, 200)
    QLabel("Words", window).setGeometry(20, 20, 280, 160)
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


@pytest.fixture
def kiosk(window):
    kiosk = Kiosk()
    Watchdog(kiosk.supervisor, window, lambda: kiosk.mode, kiosk.clock)
    return kiosk


def cover(window):
    """Paint all of a window in one colour."""
    blank = QWidget(window)
    blank.setStyleSheet("background: white")
    blank.setGeometry(window.rect())
    blank.show()
    window.repaint()


def has_signs(kiosk, qtbot):
    """Return whether there is a sign of life after several looks."""
    kiosk.supervisor.told.clear()
    enough = kiosk.looks + 4
    qtbot.waitUntil(lambda: kiosk.looks >= enough)
    return "WATCHDOG=1" in kiosk.supervisor.told


def test_a_painted_page_is_ready_and_alive(kiosk, qtbot):
    assert kiosk.supervisor.told[0] == "READY=1"
    qtbot.waitUntil(lambda: "WATCHDOG=1" in kiosk.supervisor.told)


def test_a_blank_frame_is_neither_ready_nor_alive(window, qtbot):
    cover(window)
    kiosk = Kiosk()
    Watchdog(kiosk.supervisor, window, lambda: kiosk.mode, kiosk.clock)
    qtbot.waitUntil(lambda: kiosk.looks > 4)
    assert kiosk.supervisor.told == []


def test_a_window_that_becomes_blank_gives_no_sign(kiosk, window, qtbot):
    cover(window)
    assert not has_signs(kiosk, qtbot)


def test_black_is_right_where_the_clinic_is_closed(kiosk, window, qtbot):
    cover(window)
    kiosk.mode = Mode.DARK
    assert has_signs(kiosk, qtbot)


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_that_leads_nowhere_gives_no_sign(kiosk, qtbot, mode):
    kiosk.mode = mode
    assert has_signs(kiosk, qtbot) is (mode is not Mode.TROUBLE)


@pytest.mark.parametrize("mode", [Mode.CLEANING, Mode.MEASURING])
def test_a_dead_mode_that_does_not_end_gives_none_after_a_while(kiosk, qtbot, mode):
    kiosk.mode = mode
    assert has_signs(kiosk, qtbot)
    kiosk.seconds += LONGEST_S[mode]
    assert not has_signs(kiosk, qtbot)


def test_every_mode_that_no_touch_ends_but_trouble_has_its_longest_time():
    dead = {mode for mode, rules in RULES.items() if not rules.is_responsive}
    assert dead - {Mode.TROUBLE} == set(LONGEST_S)


def test_where_no_watchdog_waits_the_timer_ends(window, qtbot):
    supervisor = Recorder(watchdog_s=None)
    watchdog = Watchdog(supervisor, window, lambda: Mode.ATTRACT, lambda: 0.0)
    assert supervisor.told[0] == "READY=1"
    watchdog.stop()
    assert supervisor.told[-1] == "STOPPING=1"


def test_the_last_frame_is_what_was_painted(window):
    assert not is_blank(last_frame(window))
    cover(window)
    assert is_blank(last_frame(window))
    assert last_frame(window).pixelColor(5, 5).name() == "#ffffff"


def test_a_window_that_was_never_painted_is_blank(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert is_blank(last_frame(window))
    assert is_blank(QImage())
