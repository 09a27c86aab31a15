"""A running kiosk builds its pages ahead, and waits while it is touched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.visit import Visit
from kiosk.ui.window.page_preparation import QUIET_MS, PagePreparation


@pytest.fixture
def preparation(shell, read_content):
    read_content(shell)
    return shell.findChild(PagePreparation)


def test_a_touch_on_the_window_puts_it_off(shell, preparation, clock):
    clock.advance(10)  # nothing is reported for a moment after the start
    shell.open(Visit())
    preparation._timer.start(60_000)
    QTest.mousePress(shell.windowHandle(), Qt.MouseButton.LeftButton)
    assert preparation._timer.interval() == QUIET_MS
    QTest.mouseRelease(shell.windowHandle(), Qt.MouseButton.LeftButton)


def test_every_page_is_built_without_a_touch(shell, preparation, qtbot):
    preparation._timer.start(0)
    qtbot.waitUntil(lambda: preparation.is_done, timeout=60_000)
    assert not shell.session.prepare_page()
