"""Whoever looks at every screen takes this way: nothing may be missing from it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kiosk.domain.preferences import ColourScheme, PreferenceQuestion, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.idle_notice import IdleNotice
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.choice_view import ChoiceView
from tests.support.screen import seen, settle

BASE = Visit(language="ar", preferences=Preferences(text=1, theme=ColourScheme.DARK))
CARDS = {
    "check-information": "information",
    "check-routine": "routine",
    "check-same-day": "same-day",
    "check-emergency": "emergency",
}
STANDS = {
    "emergency": EmergencyView,
    "code": QrCodeView,
    **{f"ask-{question.value}": ChoiceView for question in PreferenceQuestion},
    "still-there": IdleNotice,
    "attract": Attract,
    "cleaning": CleaningView,
    "pin": PinPad,
    "staff": StaffPanel,
    "calibration": Calibration,
    "screen-test": ScreenTest,
}


class Watch(QObject):
    """Note every window that comes up besides the kiosk's."""

    def __init__(self, shell):
        super().__init__(shell)
        self._shell = shell
        self.others = []

    def eventFilter(self, watched, event):
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and watched != self._shell:
            self.others.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("base", [Visit(), BASE], ids=["usual", "changed"])
def test_no_other_window_comes_up_for_a_moment(qapp, shell, base):
    """It would stand before the kiosk, and take the keys from it."""
    watch = Watch(shell)
    qapp.installEventFilter(watch)
    for name in EveryState(shell, base).states():
        settle()
        assert watch.others == [], name
    qapp.removeEventFilter(watch)


@pytest.fixture
def toured(shell):
    """Take the tour; return what stood before the page in each state."""
    stood, pages = {}, {}
    for name in EveryState(shell, BASE).states():
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
        assert (visit.language, visit.preferences) == (BASE.language, BASE.preferences)


def test_each_level_of_advice_is_on_it(shell):
    from kiosk.ui.widgets.care_card import CareCardView

    found = {}
    for name in EveryState(shell, BASE).answers():
        settle()
        found[name] = [card.property("card") for card in seen(shell, CareCardView)]
    assert {name: card for name, [card, *_] in found.items() if name in CARDS} == CARDS


def test_every_question_of_the_bar_is_asked_on_the_tour(shell, stock):
    from kiosk.ui.widgets.controls_bar import ControlsBar

    shell.open(Visit())
    settle()
    [bar] = seen(shell, ControlsBar)
    questions = []
    bar.question_requested.connect(questions.append)
    for button in [b for b in bar.findChildren(QWidget) if hasattr(b, "click")]:
        if button.accessibleName() not in (
            stock.read("en").strings.finished,
            stock.read("en").strings.listen,
        ):
            button.click()
    assert questions == list(PreferenceQuestion)
