"""The kiosk is as large as its screen, and a window on a desk stands for one."""

# ruff: noqa: N802, N815 - the names are those of Qt

import pytest
from PySide6.QtCore import QObject, QRect, QSize, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.glass import FullScreen, ScreenGlass, WindowGlass, window_size
from kiosk.app.screen_looks import ScreenLooks
from kiosk.domain.metrics import Metrics


class Screen(QObject):
    """A screen of a test's own, to turn and to change."""

    geometryChanged = Signal(QRect)
    physicalSizeChanged = Signal(QSizeF)

    def __init__(self, size=(1920, 1080), width_mm=0.0, at=(0, 0)):
        super().__init__()
        self._place, self._width_mm = QRect(*at, *size), width_mm

    def geometry(self):
        return self._place

    def physicalSize(self):
        return QSizeF(self._width_mm, self._width_mm)

    def change(self, *size):
        self._place = QRect(self._place.topLeft(), QSize(*size))
        self.geometryChanged.emit(self._place)


class Machine(QObject):
    """What knows the screens of a machine."""

    primaryScreenChanged = Signal(QObject)

    def __init__(self, screen):
        super().__init__()
        self._screen = screen

    def primaryScreen(self):
        return self._screen

    def plug_in(self, screen):
        self._screen = screen
        self.primaryScreenChanged.emit(screen)


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def machine(screen):
    return Machine(screen)


@pytest.fixture
def glass(machine, qapp):
    return ScreenGlass(machine, qapp)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def full(glass, window):
    full = FullScreen(glass, window)
    full.fit()
    return full


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 720), (3840, 2160)])
def test_the_window_follows_its_screen(full, screen, window, size):
    screen.change(*size)
    assert window.geometry() == QRect(0, 0, *size)


def test_the_window_goes_to_the_screen_that_is_first_now(full, machine, window, screen):
    other = Screen((1280, 800), at=(1920, 0))
    machine.plug_in(other)
    assert window.geometry() == QRect(1920, 0, 1280, 800)
    other.change(800, 1280)
    assert window.geometry() == QRect(1920, 0, 800, 1280)


def test_a_screen_that_is_being_unplugged_leaves_the_window_as_it_is(
    full, screen, window
):
    screen.change(0, 0)
    assert window.geometry() == QRect(0, 0, 1920, 1080)


def test_a_width_once_given_is_the_height_of_a_turned_screen(glass, screen):
    screen.change(1080, 1920)
    assert glass.width_mm(476) == pytest.approx(476 * 1080 / 1920)
    screen.change(1920, 1080)
    assert glass.width_mm(476) == 476


def test_a_width_measured_on_a_turned_screen_is_that_of_the_turned_one(glass, screen):
    screen.change(1080, 1920)
    looks = ScreenLooks(glass, 476, 0, glass)
    looks.measure(268)
    assert looks.width_mm == 268


def test_a_screen_of_fewer_pixels_is_as_wide_as_before(glass, screen):
    screen.change(1280, 720)
    assert glass.width_mm(476) == 476


def test_a_screen_that_reports_no_size_and_then_one_is_taken_at_its_word(
    machine, qapp, qtbot
):
    machine.plug_in(late := Screen((0, 0)))
    glass = ScreenGlass(machine, qapp)
    looks = ScreenLooks(glass, 0, 0, glass)
    with qtbot.waitSignal(looks.changed):
        late.change(1280, 720)
    assert looks.looks.metrics == Metrics.of_screen((1280, 720), 0)


LAPTOP = QSize(1366, 768)


def test_a_window_on_a_laptop_has_the_shape_of_a_kiosk_and_fits():
    size = window_size(LAPTOP)
    assert size.width() / size.height() == pytest.approx(16 / 9, abs=0.01)
    assert size.boundedTo(LAPTOP) == size


@pytest.mark.parametrize("given_mm", [0, 345, 476])
@pytest.mark.parametrize("size", [(1229, 691), (1000, 900), (691, 1229), (1300, 500)])
def test_as_much_fits_in_a_window_as_on_the_kiosk(window, size, given_mm):
    window.resize(*size)
    width_mm = WindowGlass(window).width_mm(given_mm)
    height_mm = width_mm * size[1] / size[0]
    long = given_mm or 476
    needed = sorted((long * 9 / 16, long))
    for there, least in zip(sorted((width_mm, height_mm)), needed, strict=True):
        assert there >= least - 1e-6
    assert width_mm == pytest.approx(needed[size[0] > size[1]]) or (
        height_mm == pytest.approx(needed[size[0] < size[1]])
    )


def test_a_window_is_drawn_again_when_it_keeps_another_size(window, qtbot):
    glass = WindowGlass(window)
    looks = ScreenLooks(glass, 0, 0, glass)
    window.show()
    with qtbot.waitSignal(looks.changed):
        window.resize(960, 540)
    assert looks.looks.metrics.px_per_mm == pytest.approx(960 / 476)
