"""The layout of real words in every language: the page's share, the bar's height."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize

from kiosk.domain.layout import Rail
from kiosk.domain.preferences import Preferences, Reach
from kiosk.domain.visit import Visit
from kiosk.ui.window.geometry import screen_layout_of
from tests.support.screen import LANDSCAPE, PORTRAIT

SCREENS = {
    "21.5 landscape": (LANDSCAPE, 476.0, 0.64),
    "21.5 portrait": (PORTRAIT, 268.0, 0.70),
    "15.6 landscape": (LANDSCAPE, 345.0, 0.63),
    "10.1 landscape": ((1280, 800), 217.0, 0.55),
    "13.3 landscape": ((1280, 800), 286.0, 0.55),
    "10.1 portrait": ((800, 1280), 136.0, 0.55),
    "13.3 portrait": ((800, 1280), 179.0, 0.55),
    "15 landscape": ((1024, 768), 304.0, 0.55),
    "32 landscape": ((3840, 2160), 708.0, 0.64),
}
EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "es", "ar"])
LONG = "The Riverside Clinic for Aesthetic Medicine & Skin"


@pytest.fixture
def layout(contexts_for):
    """Lay out a visit on a screen, in the words of its language."""

    def laid_out(screen, visit=Visit(), name="A", *, is_open=True):  # noqa: B008 - frozen
        size, width_mm, _ = SCREENS[screen]
        contexts = contexts_for(size, width_mm, is_open=is_open, speech=True)
        clinic = replace(contexts.clinic, name=name)
        context = replace(contexts, clinic=clinic).of(visit)
        return screen_layout_of(QSize(*size), context, visit)

    return laid_out


@EACH_LANGUAGE
@EACH_SCREEN
@pytest.mark.parametrize("listening", [False, True])
@pytest.mark.parametrize("is_open", [False, True])
def test_the_page_has_its_share_of_the_glass(
    layout, screen, language, listening, is_open
):
    visit = Visit(language=language, preferences=Preferences(listening=listening))
    assert layout(screen, visit, is_open=is_open).page_share >= SCREENS[screen][2]


@EACH_SCREEN
def test_the_bar_is_as_high_in_every_language_and_size_and_while_it_reads(
    layout, screen
):
    heights = {
        layout(screen, Visit(language=language, preferences=preferences)).bar.height
        for language in ("en", "es", "ar")
        for preferences in (Preferences(text=0), Preferences(text=3, listening=True))
    }
    assert len(heights) == 1


@EACH_LANGUAGE
@EACH_SCREEN
def test_a_long_name_of_the_clinic_changes_nothing(layout, screen, language):
    visit = Visit(language=language)
    assert layout(screen, visit, LONG) == layout(screen, visit)


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("screen", "rail"),
    [("21.5 landscape", Rail.ROWS), ("21.5 portrait", Rail.TILES)],
)
def test_usual_screens_have_the_words_of_tabs(layout, screen, rail, language):
    assert layout(screen, Visit(language=language)).rail is rail


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tabs_are_where_lines_begin_and_at_the_hand_that_reaches(layout, language):
    def is_at_right(reach):
        visit = Visit(language=language, preferences=Preferences(reach=reach))
        return layout("21.5 landscape", visit).is_mirrored

    assert is_at_right(Reach.USUAL) is (language == "ar")
    assert is_at_right(Reach.LOWER) is (language == "ar")
    assert not is_at_right(Reach.LEFT)
    assert is_at_right(Reach.RIGHT)
