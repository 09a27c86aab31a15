"""Whoever looks at every screen takes this way: nothing may be missing from it."""

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.domain.comfort import Comfort, Theme
from kiosk.domain.visit import Visit
from kiosk.ui.attract import Attract
from kiosk.ui.calibration import Calibration
from kiosk.ui.choice_view import ChoiceView
from kiosk.ui.cleaning_view import CleaningView
from kiosk.ui.code_view import CodeView
from kiosk.ui.emergency_view import EmergencyView
from kiosk.ui.idle_notice import IdleNotice
from kiosk.ui.pin_pad import PinPad
from kiosk.ui.screen_test import ScreenTest
from kiosk.ui.staff_panel import StaffPanel
from kiosk.ui.tour import COMFORTS, Tour
from tests.ui.conftest import seen, settle

BASE = Visit(language="ar", comfort=Comfort(text=1, theme=Theme.DARK))
CARDS = {
    "check-information": "information",
    "check-routine": "routine",
    "check-same-day": "same-day",
    "check-emergency": "emergency",
}
STANDS = {
    "emergency": EmergencyView,
    "code": CodeView,
    **{f"ask-{about}": ChoiceView for about in COMFORTS},
    "still-there": IdleNotice,
    "attract": Attract,
    "cleaning": CleaningView,
    "pin": PinPad,
    "staff": StaffPanel,
    "calibration": Calibration,
    "screen-test": ScreenTest,
}


@pytest.fixture
def toured(shell):
    """Take the tour; return what stood before the page in each state."""
    stood, pages = {}, {}
    for name in Tour(shell, BASE).states():
        settle()
        stood[name] = [kind for kind in set(STANDS.values()) if seen(shell, kind)]
        pages[name] = shell.session.visit if shell.session else None
    return stood, pages


def test_every_state_is_named_once_and_stands(toured, stock):
    stood, visits = toured
    pages = [page.id for page in stock.read("ar").pages]
    assert set(stood) >= {*pages, *CARDS, "book-emergency", *STANDS}
    for name, kind in STANDS.items():
        assert stood[name] == [kind], name
    for page in pages:
        assert visits[page].page == page
        assert stood[page] == []


def test_every_visit_of_it_is_in_the_language_and_comfort_asked_for(toured):
    _, visits = toured
    drawn = [visit for visit in visits.values() if visit]
    assert len(drawn) > len(CARDS)
    for visit in drawn:
        assert (visit.language, visit.comfort) == (BASE.language, BASE.comfort)


def test_each_level_of_advice_is_on_it(shell):
    from kiosk.ui.care_card import CareCard

    found = {}
    for name in Tour(shell, BASE).answers():
        settle()
        found[name] = [card.property("card") for card in seen(shell, CareCard)]
    assert {name: card for name, [card, *_] in found.items() if name in CARDS} == CARDS


def test_whoever_may_be_asked_about_a_comfort_is_asked_on_the_tour(shell, stock):
    """What is in the bar and opens a question has a state of its own."""
    from kiosk.ui.controls_bar import ControlsBar

    shell.open(Visit())
    settle()
    [bar] = seen(shell, ControlsBar)
    wished = []
    bar.wished.connect(wished.append)
    for button in [b for b in bar.findChildren(QWidget) if hasattr(b, "click")]:
        if button.accessibleName() not in (
            stock.read("en").strings.finished,
            stock.read("en").strings.listen,
        ):
            button.click()
    assert tuple(wished) == COMFORTS
