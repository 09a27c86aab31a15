"""Screenshots and the size check go through every state: nothing may be missing."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kiosk.domain.preferences import ColourScheme, PreferenceQuestion, Preferences
from kiosk.domain.triage import Checklist, Grounds, Level, Need, Rule, Symptom
from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.screens.advice_view import AdviceView
from kiosk.ui.screens.attract import Attract
from kiosk.ui.screens.calibration import Calibration
from kiosk.ui.screens.cleaning_view import CleaningView
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.screens.screen_test import ScreenTest
from kiosk.ui.screens.staff_card import StaffCard
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.idle_notice import IdleNotice
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
    "advice": AdviceView,
    "for-staff": StaffCard,
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
    for name in EveryState(shell, base).tour():
        settle()
        assert watch.others == [], name
    qapp.removeEventFilter(watch)


def tour(shell):
    """Take the tour; return what was shown in place of the page in each state."""
    stood, visits = {}, {}
    for name in EveryState(shell, BASE).tour():
        settle()
        stood[name] = [kind for kind in set(STANDS.values()) if seen(shell, kind)]
        visits[name] = shell.session.visit if shell.session else None
    return stood, visits


@pytest.fixture
def toured(shell):
    return tour(shell)


def test_every_state_is_named_once_and_stands(toured, contexts):
    stood, visits = toured
    pages = [page.id for page in contexts.library.packs["ar"].pages]
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
    found = {}
    for state in EveryState(shell, BASE).answers():
        state.show()
        settle()
        cards = [it.property("card") for it in seen(shell, QWidget)]
        found[state.name] = [card for card in cards if card]
    assert {name: card for name, [card, *_] in found.items() if name in CARDS} == CARDS


def test_every_question_of_the_bar_is_asked_on_the_tour(shell, contexts):
    from kiosk.ui.widgets.controls_bar import ControlsBar

    shell.open(Visit())
    settle()
    [bar] = seen(shell, ControlsBar)
    questions = []
    bar.question_requested.connect(questions.append)
    for button in [b for b in bar.findChildren(QWidget) if hasattr(b, "click")]:
        if button.accessibleName() not in (
            contexts.library.packs["en"].strings.finished,
            contexts.library.packs["en"].strings.listen,
        ):
            button.click()
    assert questions == list(PreferenceQuestion)


GROUNDS = Grounds("Because.")
A, B = frozenset({"a"}), frozenset({"b"})


def symptom(name, level):
    return Symptom(name, "group", level, GROUNDS)


def checklist(*symptoms, rules=()):
    return Checklist(("group",), symptoms, (), rules)


CHECKLISTS = {
    "other ids": (
        checklist(
            symptom("a", Level.ROUTINE),
            symptom("b", Level.SAME_DAY),
            symptom("c", Level.EMERGENCY),
        ),
        {"information", "routine", "same-day", "emergency"},
    ),
    "no emergency": (
        checklist(symptom("a", Level.ROUTINE), symptom("b", Level.SAME_DAY)),
        {"information", "routine", "same-day"},
    ),
    "one symptom": (
        checklist(symptom("a", Level.EMERGENCY)),
        {"information", "emergency"},
    ),
    "emergency by a rule alone": (
        checklist(
            symptom("a", Level.ROUTINE),
            symptom("b", Level.ROUTINE),
            rules=(
                Rule("both", Level.EMERGENCY, (Need((A, B), at_least=2),), GROUNDS),
            ),
        ),
        {"information", "routine", "emergency"},
    ),
}


def asking(contexts, checklist):
    """Return contexts whose library has other questions."""
    answers = {name: f"A symptom, {name}" for name in checklist.answers}
    packs = {
        code: replace(pack, answers=answers, groups={"group": "A group"})
        for code, pack in contexts.library.packs.items()
    }
    library = replace(
        contexts.library,
        checklist=checklist,
        packs=packs,
        sign_pictures=dict.fromkeys(answers),
    )
    return replace(contexts, library=library)


@pytest.mark.parametrize(("asked", "levels"), CHECKLISTS.values(), ids=CHECKLISTS)
def test_the_tour_takes_its_answers_from_the_checklist_it_is_given(
    shell, contexts, asked, levels
):
    shell.supply(asking(contexts, asked))
    _, visits = tour(shell)
    checked = {name.removeprefix("check-") for name in visits if "check-" in name}
    assert checked == levels
    assert ("emergency" in visits) == ("emergency" in levels)
    assert ("book-emergency" in visits) == ("emergency" in levels)
    assert set(visits) >= {"code", "still-there", "attract", "screen-test"}
    for level in levels:
        answers = visits[f"check-{level}"].answers
        assert asked.assess(answers).level.key == level
