"""A kiosk that waits for a screen is not started again for it."""

import socket

import pytest
from PySide6.QtCore import QObject, QRect, QTimer, Signal

from kiosk.app.machine import placement
from kiosk.app.machine.placement import ScreenWait


class Screens(QObject):
    """An application whose screen has a size once it is there."""

    primaryScreenChanged = Signal()  # noqa: N815 - Qt's

    def __init__(self):
        super().__init__()
        self.size = QRect()

    def primaryScreen(self):  # noqa: N802 - Qt's
        return self

    def geometry(self):
        return self.size

    def plug_in(self):
        self.size = QRect(0, 0, 1280, 720)
        self.primaryScreenChanged.emit()


@pytest.fixture
def ear(tmp_path, monkeypatch):
    monkeypatch.setattr(placement, "MORE_TIME_MS", 1)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(5)
        yield ear


def test_it_asks_for_more_time_until_the_screen_is_there(qapp, ear):
    screens = Screens()
    QTimer.singleShot(100, screens.plug_in)
    assert ScreenWait(screens).until_there_is_one(lambda line: None)
    asked = [ear.recv(4096).decode().splitlines()[0] for _ in range(3)]
    assert asked == ["EXTEND_TIMEOUT_USEC=20000000"] * 3


def test_with_a_screen_it_asks_for_nothing(qapp, ear):
    screens = Screens()
    screens.plug_in()
    assert ScreenWait(screens).until_there_is_one(lambda line: None)
    ear.settimeout(0)
    with pytest.raises(BlockingIOError):
        ear.recv(1)
