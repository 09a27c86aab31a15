"""The mark of the open page's tab is at the outer side of the screen."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.visit import Visit
from kiosk.ui.style.names import Colour
from tests.support.screen import seen


@pytest.mark.parametrize(("language", "is_left"), [("en", True), ("ar", False)])
def test_the_open_tab_is_marked_at_its_leading_side(
    session, contexts, language, is_left
):
    shown = session(Visit(page="vision", language=language))
    buttons = seen(shown, QAbstractButton)
    tab = next(it for it in buttons if it.objectName() == "tab vision")
    image, accent = (
        tab.grab().toImage(),
        contexts.of(Visit()).look.colours[Colour.ACCENT],
    )
    middle = image.height() // 2
    ends = [image.pixelColor(x, middle).name() for x in (1, image.width() - 2)]
    assert [it.upper() == accent.upper() for it in ends] == [is_left, not is_left]
