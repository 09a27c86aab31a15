"""All of the advice in place of the page, and the way back from it."""

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import seen, settle

SCREENS = {
    "21.5 landscape": ((1920, 1080), 476.0),
    "21.5 portrait": ((1080, 1920), 268.0),
    "10.1 portrait": ((800, 1280), 136.0),
    "15 old": ((1024, 768), 305.0),
}


@pytest.mark.parametrize("text", [0, 3])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_way_back_is_whole(session, contexts_for, screen, language, text):
    size, width_mm = SCREENS[screen]
    wanted = Preferences(text=text)
    visit = Visit(
        "check", frozenset({"tension"}), language=language, preferences=wanted
    )
    shown = session(visit, size, contexts_for(size, width_mm))
    shown.overlays.show_advice()
    settle()
    name = shown._context.pack.strings.back_to_answers
    [back] = [it for it in seen(shown, TouchButton) if it.accessibleName() == name]
    [label] = [it for it in seen(back, QLabel) if it.text() == name]
    assert label.heightForWidth(label.width()) <= label.height()
    assert back.rect().contains(label.geometry())
    assert back.x() >= 0
    assert back.geometry().right() < back.parentWidget().width()
