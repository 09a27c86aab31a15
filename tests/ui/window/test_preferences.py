"""A visit in another language, text size, theme or reach: the same visit."""

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kiosk.domain.metrics import TextSize
from kiosk.domain.preferences import (
    TEXT_SCALES,
    ColourScheme,
    PreferenceQuestion,
    Preferences,
    Reach,
)
from kiosk.domain.visit import Visit
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.widgets.visit_strip import VisitStrip
from kiosk.ui.window.geometry import reachable_area_of
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    offers,
    place,
    seen,
    settle,
    touch,
    words,
)

DROOP = frozenset({"drooping-eyelid"})
CHECK = Visit(page="check", answers=DROOP, position=0.5)
LARGE, DARK = Preferences(text=3), Preferences(theme=ColourScheme.DARK)
LEFT = Preferences(reach=Reach.LEFT)
CHOICES = {
    "Arabic": CHECK.in_language("ar"),
    "Spanish": CHECK.in_language("es"),
    "large": CHECK.with_preferences(LARGE),
    "dark": CHECK.with_preferences(DARK),
    "left": CHECK.with_preferences(LEFT),
    "all": CHECK.in_language("ar").with_preferences(
        Preferences(text=2, theme=ColourScheme.HIGH_CONTRAST, reach=Reach.LOWER)
    ),
}
EACH_CHOICE = pytest.mark.parametrize("chosen", CHOICES.values(), ids=CHOICES)


def ticked(shell, pack):
    rows = [row for row in seen(shell, TickRow) if row.isChecked()]
    said = {words: answer for answer, words in pack.answers.items()}
    return {said[row.accessibleName()] for row in rows}


def ask(shell, about, answer):
    """Touch a control of the bar, and one of the answers."""
    [bar] = seen(shell, ControlsBar)
    touch(bar, about)
    [question] = seen(shell, ChoiceView)
    touch(question, answer)


def other_names(shell):
    """Return the words of the control that changes the language."""
    [bar] = seen(shell, ControlsBar)
    names = (button.accessibleName() for button in seen(bar, TouchButton))
    return next(name for name in names if "Español" in name)


@EACH_CHOICE
def test_the_page_the_ticks_and_the_place_stay(shell, contexts, chosen):
    shell.open(CHECK)
    settle()
    shell.open(chosen)
    settle()
    visit = shell.session.visit
    assert (visit.page, visit.answers) == ("check", DROOP)
    assert (visit.language, visit.preferences) == (chosen.language, chosen.preferences)
    assert visit.position == pytest.approx(0.5, abs=0.05)
    assert ticked(shell, contexts.of(chosen).pack) == DROOP


@EACH_CHOICE
def test_an_emergency_stays_open(shell, contexts, chosen):
    shell.open(CHECK)
    shell.session.show_emergency()
    shell.open(replace(chosen, shows_emergency=True))
    settle()
    [alarm] = seen(shell, EmergencyView)
    assert contexts.of(chosen).pack.strings.emergency_title in words(alarm)
    assert shell.session.visit.shows_emergency


def test_a_visitor_chooses_a_language_by_its_own_name(shell, contexts):
    shell.open(CHECK)
    settle()
    ask(shell, other_names(shell), "Español")
    pack = contexts.library.packs["es"]
    assert shell.session.visit.language == "es"
    assert pack.strings.red_flag in words(seen(shell, VisitStrip)[0])
    assert ticked(shell, pack) == DROOP


def test_what_is_written_from_right_to_left_is_drawn_so(shell):
    shell.open(Visit(language="ar"))
    settle()
    assert shell.session.layoutDirection() is Qt.LayoutDirection.RightToLeft
    shell.finish()
    settle()
    assert shell.session.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("text", range(len(TEXT_SCALES)))
def test_a_visitor_chooses_how_large_the_words_are(shell, contexts, text):
    strings = contexts.library.packs["en"].strings
    shell.open(CHECK)
    settle()
    ask(shell, strings.text_size, getattr(strings, f"size_{text + 1}"))
    [strip] = seen(shell, VisitStrip)
    label = next(it for it in seen(strip, QLabel) if it.text() == strings.red_flag)
    usual = contexts.of(Visit()).look.metrics
    expected = usual.scaled(TEXT_SCALES[text]).text_px(TextSize.STRIP)
    assert label.fontInfo().pixelSize() == expected
    assert shell.session.visit.answers == DROOP


@pytest.mark.parametrize("theme", ColourScheme)
def test_a_visitor_chooses_the_colours(qapp, shell, contexts, theme):
    strings = contexts.library.packs["en"].strings
    ask(shell, strings.colours, getattr(strings, theme.value))
    look = contexts.of(Visit(preferences=Preferences(theme=theme))).look
    assert look.styles_like(kiosk_style(qapp).look)
    ground = shell.grab().toImage().pixelColor(1200, 110).name()
    assert ground.lower() == look.colours["surface"].lower()


def test_the_themes_differ(contexts):
    looks = [
        contexts.of(Visit(preferences=Preferences(theme=theme))).look
        for theme in ColourScheme
    ]
    for one, other in combinations(looks, 2):
        assert not one.styles_like(other)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("reach", [it for it in Reach if it is not Reach.USUAL])
def test_everything_to_touch_stands_where_it_can_be_reached(
    shell, contexts, size, reach
):
    shell.resize(*size)
    visit = Visit(page="check", preferences=Preferences(reach=reach))
    shell.open(visit)
    settle()
    context = contexts.of(visit)
    area = reachable_area_of(shell.size(), context, visit).area
    top = round(area.top * context.look.metrics.px_per_mm)
    assert top > 0
    for part in (*seen(shell, TabRail), *seen(shell, ControlsBar)):
        assert place(part).top() >= top


def test_the_next_visitor_has_everything_as_the_clinic_has_it(qapp, shell, contexts):
    style = kiosk_style(qapp)
    usual = style.look
    shell.open(CHOICES["all"])
    settle()
    assert not usual.styles_like(style.look)
    shell.finish()
    settle()
    assert shell.session.visit == Visit(page=contexts.library.packs["en"].pages[0].id)
    assert usual.styles_like(style.look)


def test_what_stands_before_a_visit_is_in_the_first_look(qapp, shell, contexts):
    style = kiosk_style(qapp)
    usual = style.look
    shell.open(CHOICES["all"])
    shell.show_screen(QLabel("The pad"))
    settle()
    assert usual.styles_like(style.look)
    shell.hide_screen()
    settle()
    visit = shell.session.visit
    assert (visit.language, visit.preferences) == ("ar", CHOICES["all"].preferences)
    assert visit.answers == DROOP
    assert contexts.of(CHOICES["all"]).look.styles_like(style.look)


def with_languages(contexts, *codes):
    """Return contexts that offer these languages alone."""
    languages = tuple(it for it in contexts.library.languages if it.code in codes)
    return replace(contexts, library=replace(contexts.library, languages=languages))


def test_a_visit_in_a_language_that_is_no_more_goes_on_in_the_first(shell, contexts):
    shell.open(CHECK.in_language("es"))
    shell.serve(with_languages(contexts, "en", "ar"))
    assert shell.session.language == "en"
    assert shell.session.visit.answers == DROOP


def test_a_language_taken_from_the_choice_is_not_offered(shell, contexts):
    shell.serve(with_languages(contexts, "en", "ar"))
    settle()
    assert offers(shell, "العربية")
    assert not any("Español" in said for said in words(shell))


def test_each_text_size_is_written_in_itself_and_each_colour_scheme_in_its_own(session):
    shown = session()
    metrics = shown._context.look.metrics
    shown.ask_preference(PreferenceQuestion.TEXT)
    settle()
    found = [
        label.font().pixelSize()
        for button in seen(shown.front, TouchButton)
        if button.isCheckable()
        for label in seen(button, QLabel)
        if label.text()
    ]
    wanted = [metrics.scaled(scale).text_px(TextSize.BODY) for scale in TEXT_SCALES]
    assert found == wanted
    shown.ask_preference(PreferenceQuestion.COLOURS)
    settle()
    schemes = [b for b in seen(shown.front, TouchButton) if b.isCheckable()]
    grounds = {b.grab().toImage().pixelColor(b.width() // 2, 8).name() for b in schemes}
    assert len(grounds) == len(ColourScheme)
