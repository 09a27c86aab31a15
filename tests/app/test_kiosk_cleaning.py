"""Anybody may wipe the glass of a running kiosk."""

import pytest

from kiosk.app import run
from kiosk.ui.input.corner_gesture import CornerGesture
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.trouble_view import TroubleView
from kiosk.ui.window.shell import Shell
from tests.support.kiosk_for_staff import LOCKED, QUIET, standing
from tests.support.screen import settle


@pytest.mark.parametrize("settings", [QUIET, LOCKED], ids=["no PIN", "a PIN"])
def test_holding_the_corners_lets_anybody_wipe_the_glass(start, settings):
    shell = start(settings)
    [corners] = shell.findChildren(CornerGesture)
    corners.held.emit()
    settle()
    assert standing(shell) is CleaningView


def test_holding_the_corners_of_a_kiosk_in_trouble_does_nothing(
    start, qapp, monkeypatch
):
    shell = start()
    monkeypatch.setattr(Shell, "finish", lambda shell: 1 / 0)
    program = next(it for it in qapp.children() if isinstance(it, run.Program))
    program.start_over_after(ValueError, ValueError("x"), None)
    settle()
    assert standing(shell) is TroubleView
    [corners] = shell.findChildren(CornerGesture)
    corners.held.emit()
    assert standing(shell) is TroubleView
