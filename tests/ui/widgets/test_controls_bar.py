"""The bar at the foot of every screen: what it offers, and what it reports."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import read, seen, touch

WIDE, NARROW = 1500, 800


@pytest.fixture
def show(contexts, wearing):
    """Show the bar by itself, of a visit in a language."""

    def shown(language="en", width=WIDE, preferences=Preferences(), **changes):  # noqa: B008 - frozen
        context = replace(contexts.of(Visit(language=language)), **changes)
        bar = ControlsBar(context, preferences, width, portrait=False)
        return wearing(bar, (width, bar.sizeHint().height()))

    return shown


def said(bar):
    """Return the words of the controls, line by line."""
    return [
        " ".join(button.accessibleName().split()) for button in seen(bar, TouchButton)
    ]


def promise(strings):
    return f"{strings.disclaimer} {strings.nothing_kept}"


@pytest.mark.parametrize(
    ("language", "others"),
    [
        ("en", {"العربية", "Español"}),
        ("es", {"English", "العربية"}),
        ("ar", {"English", "Español"}),
    ],
)
def test_the_other_languages_are_named_in_their_own_words(show, language, others):
    first = said(show(language))[0]
    assert {
        name for name in ("English", "العربية", "Español") if name in first
    } == others


def test_with_one_language_there_is_none_to_choose(show, contexts):
    library = contexts.library
    bar = show(library=replace(library, languages=library.languages[:1]))
    strings = contexts.library.packs["en"].strings
    assert said(bar) == [
        *(strings.text_size, strings.colours, strings.reach, strings.finished),
    ]


@pytest.mark.parametrize(("speech", "count"), [(True, 1), (False, 0)])
def test_a_kiosk_with_a_voice_offers_to_listen(show, contexts, speech, count):
    bar = show(speech=speech)
    assert said(bar).count(contexts.library.packs["en"].strings.listen) == count


def test_a_kiosk_that_speaks_offers_to_stop(show, contexts):
    strings = contexts.library.packs["en"].strings
    offered = said(show(speech=True, preferences=Preferences(listening=True)))
    assert strings.stop_listening in offered
    assert strings.listen not in offered


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("text_size", PreferenceQuestion.TEXT),
        ("colours", PreferenceQuestion.COLOURS),
        ("reach", PreferenceQuestion.REACH),
    ],
)
def test_a_control_asks_for_its_question(show, contexts, qtbot, words, question):
    bar = show()
    with qtbot.waitSignal(bar.question_requested) as requested:
        touch(bar, getattr(contexts.library.packs["en"].strings, words))
    assert requested.args == [question]


def test_the_names_of_languages_ask_which_one(show, qtbot):
    bar = show()
    button = seen(bar, TouchButton)[0]
    with qtbot.waitSignal(bar.question_requested) as requested:
        button.click()
    assert requested.args == [PreferenceQuestion.LANGUAGES]


def test_listen_toggles_listening(show, contexts, qtbot):
    bar = show(speech=True)
    with qtbot.waitSignal(bar.listening_toggled):
        touch(bar, contexts.library.packs["en"].strings.listen)


def test_i_have_finished_ends_the_visit_and_asks_nothing(show, contexts, qtbot):
    bar = show()
    with (
        qtbot.assertNotEmitted(bar.question_requested),
        qtbot.waitSignal(bar.finished),
    ):
        touch(bar, contexts.library.packs["en"].strings.finished)


def test_a_wide_bar_has_the_promise_and_a_narrow_one_says_that_it_has_not(
    show, contexts
):
    promised = promise(contexts.library.packs["en"].strings)
    for width in range(NARROW, 1920, 160):
        bar = show(width=width)
        assert bar.has_promise is (promised in map(read, seen(bar, QLabel)))
    assert bar.has_promise


@pytest.mark.parametrize("text", [1, 2, 3])
def test_without_the_promise_in_the_bar_the_page_ends_with_it(session, contexts, text):
    shown = session(Visit(page="vision", preferences=Preferences(text=text)))
    [bar] = seen(shown, ControlsBar)
    assert not bar.has_promise
    promised = promise(contexts.library.packs["en"].strings)
    assert [read(label) for label in seen(shown, QLabel)].count(promised) == 1


@pytest.mark.parametrize("reach", Reach)
def test_the_controls_are_the_same_at_each_side(show, reach):
    assert said(show(preferences=Preferences(reach=reach))) == said(show())
