"""A bank card is 85.6 mm wide everywhere, and tells how wide the picture is."""

import pytest
from PySide6.QtWidgets import QFrame

from kiosk.domain.metrics import Metrics
from kiosk.ui.screens.calibration import CARD_WIDTH_MM, Calibration
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.red_flag_strip import RedFlagStrip
from kiosk.ui.window.shell import Shell
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    WIDTH_MM,
    offers,
    place,
    seen,
    settle,
    touch,
    words,
)

SCREEN_PX = LANDSCAPE[0]
BEGINS = 345  # 85.6 mm on 1920 px over 476 mm


@pytest.fixture
def show(qapp, contexts, qtbot):
    kept = []  # qtbot keeps no widget alive

    def shown(size=LANDSCAPE, contexts=contexts):
        shell = Shell(kiosk_style(qapp))
        shell.supply(contexts)
        calibration = Calibration(shell.context, size[0])
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.show_screen(calibration)
        shell.show()
        settle()
        return calibration

    return shown


@pytest.fixture
def calibration(show):
    return show()


@pytest.fixture
def said(context):
    return context.pack.staff


@pytest.fixture
def measured(calibration):
    told = []
    calibration.measured.connect(told.append)
    return told


def frame(calibration):
    [card] = [
        f for f in seen(calibration, QFrame) if f.property("role") == "card_outline"
    ]
    return card


def change(calibration, said, word, times=1):
    [button] = offers(calibration, getattr(said, word))
    for _ in range(times):
        button.click()
    settle()


def test_the_frame_begins_as_wide_as_a_card_is_believed_to_be(calibration):
    assert frame(calibration).width() == BEGINS


@pytest.mark.parametrize("times", [0, 3, -4])
def test_the_frame_keeps_the_shape_of_a_card(calibration, said, times):
    change(calibration, said, "larger" if times > 0 else "much_smaller", abs(times))
    card = frame(calibration)
    assert card.height() / card.width() == pytest.approx(53.98 / 85.6, abs=0.003)


@pytest.mark.parametrize(
    ("word", "step"),
    [("much_smaller", -20), ("smaller", -1), ("larger", 1), ("much_larger", 20)],
)
def test_each_touch_is_one_step(calibration, said, word, step):
    change(calibration, said, word)
    assert frame(calibration).width() == BEGINS + step


@pytest.mark.parametrize(
    ("card_px", "width_mm"),
    [(345, 476.4), (325, 505.7), (346, 475.0), (305, 538.9), (690, 238.2)],
)
def test_the_wider_the_card_on_the_picture_the_smaller_the_screen(
    calibration, said, measured, card_px, width_mm
):
    much, little = divmod(abs(card_px - BEGINS), 20)
    larger = card_px > BEGINS
    change(calibration, said, "much_larger" if larger else "much_smaller", much)
    change(calibration, said, "larger" if larger else "smaller", little)
    touch(calibration, said.keep)
    assert frame(calibration).width() == card_px
    assert measured == [pytest.approx(width_mm, abs=0.05)]


def test_a_card_is_as_wide_as_the_frame_once_the_width_is_used(
    calibration, said, measured
):
    change(calibration, said, "much_larger", 2)
    touch(calibration, said.keep)
    metrics = Metrics.of_screen(LANDSCAPE, measured[0])
    assert metrics.px(CARD_WIDTH_MM) == frame(calibration).width()


def test_a_frame_that_fits_a_card_changes_nothing(calibration, said, measured):
    touch(calibration, said.keep)
    assert measured == [pytest.approx(WIDTH_MM, rel=0.002)]


def test_the_frame_never_vanishes(calibration, said):
    change(calibration, said, "much_smaller", 100)
    assert frame(calibration).width() == 80


def test_the_frame_never_leaves_the_screen(calibration, said):
    change(calibration, said, "much_larger", 200)
    assert place(frame(calibration)).width() < SCREEN_PX


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=str)
def test_however_large_the_frame_all_can_be_touched(show, said, size):
    calibration = show(size)
    change(calibration, said, "much_larger", 200)
    for word in ("smaller", "much_smaller", "back", "keep"):
        [button] = offers(calibration, getattr(said, word))
        assert calibration.rect().contains(place(button))
        assert calibration.childAt(place(button).center()) is button


def test_on_a_small_screen_a_card_and_all_can_be_touched(show, said, contexts_for):
    """7 inches: 154 mm wide, 8.3 pixels to the millimetre."""
    calibration = show((1280, 800), contexts_for((1280, 800), 154.0))
    change(calibration, said, "much_larger", (711 - frame(calibration).width()) // 20)
    assert frame(calibration).width() > 690
    [keep] = offers(calibration, said.keep)
    assert calibration.rect().contains(place(keep))


def test_back_measures_nothing(calibration, said, measured, qtbot):
    change(calibration, said, "much_larger")
    with qtbot.waitSignal(calibration.closed):
        touch(calibration, said.back)
    assert measured == []


def test_the_red_flag_stays_in_sight(calibration, context):
    [strip] = seen(calibration, RedFlagStrip)
    assert context.pack.strings.red_flag in words(strip)
    assert strip.visibleRegion().boundingRect() == strip.rect()
