"""The bar at the foot of every screen: what it offers, and what it reports."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize

from kiosk.domain.preferences import PreferenceQuestion, Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.geometry import screen_layout_of
from tests.support.screen import LANDSCAPE, PORTRAIT, offers, seen, touch

LISTENING = Preferences(listening=True)
SMALL = {
    "10.1 landscape": ((1280, 800), 217.0),
    "10.1 portrait": ((800, 1280), 136.0),
    "15 landscape": ((1024, 768), 304.0),
    "21.5 landscape": (LANDSCAPE, 476.0),
    "21.5 portrait": (PORTRAIT, 268.0),
}
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "es", "ar"])


@pytest.fixture
def show(contexts, contexts_for, wearing):
    """Show the bar by itself, of a visit in a language."""

    def shown(language="en", screen=None, preferences=Preferences(), **changes):  # noqa: B008 - frozen
        size, chosen = LANDSCAPE, contexts
        if screen:
            size, width_mm = SMALL[screen]
            chosen = contexts_for(size, width_mm)
        visit = Visit(language=language, preferences=preferences)
        context = replace(chosen.of(visit), **changes)
        layout = screen_layout_of(QSize(*size), context, visit)
        bar = ControlsBar(context, preferences, layout)
        wearing(bar, (layout.bar.width, layout.bar.height), context.look)
        return bar

    return shown


@pytest.fixture
def strings(contexts):
    return contexts.library.packs["en"].strings


def said(bar):
    """Return the names of the controls."""
    return [button.accessibleName() for button in seen(bar, TouchButton)]


@pytest.mark.parametrize(
    ("language", "others"),
    [
        ("en", {"العربية", "Español"}),
        ("es", {"English", "العربية"}),
        ("ar", {"English", "Español"}),
    ],
)
def test_the_other_languages_are_named_in_their_own_words(show, language, others):
    named = said(show(language))[1]
    names = ("English", "العربية", "Español")
    assert {name for name in names if name in named} == others


def test_home_is_first_and_the_end_is_last(show, contexts, strings):
    names = said(show(speech=True))
    assert names[0] == contexts.library.packs["en"].pages[0].tab
    assert names[-1] == strings.finished


def test_with_one_language_there_is_none_to_choose(show, contexts, strings):
    library = contexts.library
    bar = show(library=replace(library, languages=library.languages[:1]))
    offered = (strings.text_size, strings.colours, strings.reach, strings.finished)
    assert said(bar)[1:] == [*offered]


@pytest.mark.parametrize(("speech", "count"), [(True, 1), (False, 0)])
def test_a_kiosk_with_a_voice_offers_to_listen(show, strings, speech, count):
    assert said(show(speech=speech)).count(strings.listen) == count


def test_while_it_reads_the_voices_controls_are_in_the_middle(show, strings):
    names = said(show(speech=True, preferences=LISTENING))
    assert names[1:] == [
        *(strings.read_page, strings.sentence_before, strings.sentence_after),
        *(strings.speed, strings.volume, strings.stop_listening, strings.finished),
    ]


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("text_size", PreferenceQuestion.TEXT),
        ("colours", PreferenceQuestion.COLOURS),
        ("reach", PreferenceQuestion.REACH),
    ],
)
def test_a_control_asks_for_its_question(show, strings, qtbot, words, question):
    bar = show()
    with qtbot.waitSignal(bar.question_requested) as requested:
        touch(bar, getattr(strings, words))
    assert requested.args == [question]


def test_the_names_of_languages_ask_which_one(show, qtbot):
    bar = show()
    with qtbot.waitSignal(bar.question_requested) as requested:
        seen(bar, TouchButton)[1].click()
    assert requested.args == [PreferenceQuestion.LANGUAGES]


def test_home_opens_the_first_page(show, contexts, qtbot):
    bar, home = show(), contexts.library.packs["en"].pages[0]
    with qtbot.waitSignal(bar.page_requested) as requested:
        touch(bar, home.tab)
    assert requested.args == [home.id]


@pytest.mark.parametrize("preferences", [Preferences(), LISTENING])
def test_with_large_words_check_and_book_are_in_the_bar(show, contexts, preferences):
    large = replace(preferences, text=3)
    pages = contexts.library.packs["en"].pages
    ways = [page.tab for page in pages if page.id in ("home", "check", "book")]
    assert said(show(speech=True, preferences=large))[:3] == ways


def test_listen_toggles_listening(show, strings, qtbot):
    bar = show(speech=True)
    with qtbot.waitSignal(bar.listening_toggled):
        touch(bar, strings.listen)


@pytest.mark.parametrize(
    ("words", "control"),
    [
        ("read_page", Control.PLAY),
        ("sentence_before", Control.SENTENCE_BEFORE),
        ("speed", Control.SPEED),
        ("volume", Control.VOLUME),
    ],
)
def test_a_control_of_the_voice_is_reported(show, strings, qtbot, words, control):
    bar = show(speech=True, preferences=LISTENING)
    with qtbot.waitSignal(bar.voice_control_pressed) as pressed:
        touch(bar, getattr(strings, words))
    assert pressed.args == [control]


def test_it_offers_to_pause_while_it_reads(show, strings):
    bar = show(speech=True, preferences=LISTENING)
    bar.show_playing(playing=True)
    assert offers(bar, strings.pause)
    bar.show_playing(playing=False)
    assert offers(bar, strings.read_page)
    assert not offers(bar, strings.pause)


def test_i_have_finished_ends_the_visit_and_asks_nothing(show, strings, qtbot):
    bar = show()
    with (
        qtbot.assertNotEmitted(bar.question_requested),
        qtbot.waitSignal(bar.finished),
    ):
        touch(bar, strings.finished)


@pytest.mark.parametrize("reach", Reach)
def test_the_controls_are_the_same_at_each_side(show, reach):
    assert said(show(preferences=Preferences(reach=reach))) == said(show())


@EACH_LANGUAGE
@pytest.mark.parametrize("screen", SMALL)
@pytest.mark.parametrize("text", [0, 1, 3])
@pytest.mark.parametrize("listening", [False, True])
def test_all_controls_are_in_one_line_whole_and_20_mm_high(
    show, language, screen, text, listening
):
    preferences = Preferences(text=text, listening=listening)
    bar = show(language, screen, preferences, speech=True)
    buttons = seen(bar, TouchButton)
    assert len({button.height() for button in buttons}) == 1
    ends = [button.mapTo(bar, button.rect().topLeft()).x() for button in buttons]
    widths = [button.width() for button in buttons]
    assert min(ends) >= 0
    assert max(x + w for x, w in zip(ends, widths, strict=True)) <= bar.width()
    assert all(button.width() >= button.minimumSizeHint().width() for button in buttons)


@EACH_LANGUAGE
@pytest.mark.parametrize("screen", ["10.1 portrait"])
def test_a_button_whose_word_has_no_room_keeps_its_name(show, language, screen):
    bar = show(language, screen, speech=True)
    assert bar.without_words
    assert all(button.accessibleName() for button in bar.without_words)
