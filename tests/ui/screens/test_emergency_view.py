"""The emergency: the whole glass, every step in sight, in every look."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QScrollArea

from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.domain.staff_call import CallState
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.audio.reading_script import script_of
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.idle_notice import EmergencyNotice, IdleNotice
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import place, seen, settle, touch, words

SCREENS = {
    "21.5 landscape": ((1920, 1080), 476.0),
    "21.5 portrait": ((1080, 1920), 268.0),
    "10.1 landscape": ((1280, 800), 217.0),
    "10.1 portrait": ((800, 1280), 136.0),
    "15 old": ((1024, 768), 305.0),
}
URGENT = frozenset({"choking", "drooping-mouth"})


@pytest.fixture
def emergency(session, contexts_for):
    """Open the emergency on a screen."""

    def show(screen="21.5 landscape", language="en", answers=URGENT, **preferences):
        size, width_mm = SCREENS[screen]
        contexts = contexts_for(size, width_mm, speech=True)
        wanted = Preferences(**preferences)
        visit = Visit("check", answers, language=language, preferences=wanted)
        shown = session(visit, size, contexts)
        shown.show_emergency()
        settle()
        [view] = seen(shown, EmergencyView)
        return shown, view

    return show


@pytest.mark.parametrize(
    "preferences",
    [{}, {"text": 3}, {"listening": True}, {"reach": Reach.RIGHT, "text": 3}],
    ids=str,
)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_all_of_it_is_in_sight_on_the_whole_glass(
    emergency, screen, language, preferences
):
    shown, view = emergency(screen, language, **preferences)
    assert place(view) == shown.rect()
    assert seen(view, QScrollArea) == []
    for label in seen(view, QLabel):
        assert label.visibleRegion().boundingRect() == label.rect()
        assert label.heightForWidth(label.width()) <= label.height()
    strings = shown._context.pack.strings
    said = words(view)
    for step in (strings.emergency_title, strings.emergency_drive):
        assert step in said
    if language != "en":
        assert strings.show_staff in said


def test_who_checked_it_never_costs_a_symptom(emergency):
    shown, view = emergency("15 old", "ar")
    pack = shown._context.pack
    said = "\n".join(words(view))
    assert all(pack.answers[each].lower() in said for each in URGENT)
    assert pack.strings.not_checked not in said


def test_the_steps_are_as_large_on_a_large_screen_as_they_fit(emergency):
    small, large = (
        next(
            label.font().pixelSize() / shown._context.look.metrics.px_per_mm
            for label in seen(view, QLabel)
            if label.text() == shown._context.pack.strings.emergency_drive
        )
        for shown, view in map(emergency, ("15 old", "21.5 landscape"))
    )
    assert large > small


def test_only_the_title_is_as_large_as_the_number_to_call(emergency):
    _, view = emergency()
    [step] = [label for label in seen(view, QLabel) if "<b " in label.text()]
    size = int(step.text().partition("font-size: ")[2].partition("px")[0])
    others = [it for it in seen(view, QLabel) if it is not step]
    larger = [it for it in others if it.font().pixelSize() >= size]
    assert [it.text() for it in larger] == ["Tell a member of staff now"]


def test_the_numbers_of_the_steps_stand_in_one_column(emergency):
    _, view = emergency()
    counts = [label for label in seen(view, QLabel) if label.text() in tuple("1234")]
    assert len({(place(it).left(), it.width()) for it in counts}) == 1
    assert len(counts) == 4


def test_without_answers_it_says_no_symptom_and_leads_back_to_the_page(emergency):
    shown, view = emergency(answers=frozenset())
    assert not any("“I have this" in said for said in words(view))
    touch(view, shown._context.pack.strings.close_code)
    assert seen(shown, EmergencyView) == []


def test_the_languages_and_the_voice_are_still_there(emergency, qtbot):
    shown, view = emergency()
    buttons = {button.objectName(): button for button in seen(view, TouchButton)}
    with qtbot.waitSignal(shown.visit_change_requested) as requested:
        buttons[Control.LISTEN.value].click()
    assert requested.args[0].preferences.listening
    assert requested.args[0].shows_emergency
    buttons[Control.LANGUAGES.value].click()
    settle()
    [question] = seen(shown, ChoiceView)
    assert question.objectName() == f"question {PreferenceQuestion.LANGUAGES.value}"


def test_the_question_who_is_there_covers_no_step_and_asks_who_knows(emergency):
    shown, view = emergency()
    shown.overlays.show_idle_notice()
    shown.overlays.show_seconds_left(30)
    settle()
    assert seen(shown, IdleNotice) == []
    [notice] = seen(shown, EmergencyNotice)
    assert words(notice)[0] == shown._context.pack.strings.told_staff
    assert "30" in words(notice)[1]
    rest = [it for it in seen(view, QLabel) if not notice.isAncestorOf(it)]
    steps = [it for it in rest if not view.controls.isAncestorOf(it)]
    assert all(it.visibleRegion().boundingRect() == it.rect() for it in steps)
    shown.overlays.hide_idle_notice()
    settle()
    assert seen(shown, EmergencyNotice) == []
    assert seen(shown, EmergencyView) == [view]


@pytest.fixture
def with_call(session, contexts_for):
    """The emergency of a clinic whose staff can be called."""
    size, width_mm = SCREENS["21.5 landscape"]
    contexts = replace(contexts_for(size, width_mm, speech=True), calls_staff=True)
    shown = session(Visit("check", URGENT), size, contexts)
    shown.show_emergency()
    settle()
    [view] = seen(shown, EmergencyView)
    return shown, view


def test_keys_come_first_to_what_calls_staff_and_then_to_all_the_rest(with_call):
    _, view = with_call
    order = [it.objectName() for it in controls_in(view)]
    assert order == ["call", "back", "languages", "listen", "finish"]


def said_aloud(shown, view):
    pack = shown._context.pack
    return [it.text for it in script_of(view, pack.language, pack.strings)]


def test_the_voice_reads_what_is_told_of_a_call_and_not_what_might_be(with_call):
    shown, view = with_call
    strings = shown._context.pack.strings
    told = (strings.calling_staff, strings.staff_coming, strings.nobody_answered)
    assert strings.emergency_title in said_aloud(shown, view)
    assert not {*told} & {*said_aloud(shown, view)}
    view.show_call(CallState.COMING)
    settle()
    assert {*told} & {*said_aloud(shown, view)} == {strings.staff_coming}
    assert strings.emergency_title not in said_aloud(shown, view)
