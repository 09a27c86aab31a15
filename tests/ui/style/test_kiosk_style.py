"""Labels get the letters of their style, and widgets the boxes of their role."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.domain.metrics import Length
from kiosk.domain.preferences import ColourScheme, Preferences
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.style import labels
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.style.look_resources import LookResources
from kiosk.ui.style.names import Property, Role, TextStyle
from kiosk.ui.style.properties import set_level, set_role, set_state
from kiosk.ui.style.text_styles import TEXTS, TEXTS_OF_CHOSEN
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import put_on, settle

SIZE = 300, 100
INK = QPalette.ColorRole.WindowText


@pytest.fixture
def look(context):
    return context.look


@pytest.fixture
def button(look, wearing):
    """Show a button of a role, which has not the focus."""

    def show(role, **states):
        button = TouchButton("Words", QPixmap(), look, role=role)
        for name, state in states.items():
            set_state(button, Property(name), state=state)
        wearing(button, SIZE)
        button.clearFocus()
        return button

    return show


def colour(widget, x, y):
    """Return the colour at a place, which counts from the far edge if negative."""
    image = widget.grab().toImage()
    x, y = x % image.width(), y % image.height()
    return image.pixelColor(x, y).name().upper()


def px(look, length):
    return look.metrics.length_px(length)


@pytest.mark.parametrize("style", TEXTS)
def test_a_label_has_the_letters_of_its_style(look, wearing, style):
    label = wearing(labels.plain("Words", style), SIZE)
    wanted = TEXTS[style]
    assert label.font().pixelSize() == look.metrics.text_px(wanted.size)
    assert label.font().bold() == wanted.bold
    assert label.font().families() == list(look.families)
    assert label.palette().color(INK).name() == look.colours[wanted.colour].lower()


@pytest.mark.parametrize("style", TEXTS_OF_CHOSEN)
def test_a_label_has_other_letters_while_it_is_chosen(look, wearing, style):
    label = wearing(labels.plain("Words", style), SIZE)
    for chosen, texts in ((True, TEXTS_OF_CHOSEN), (False, TEXTS)):
        set_state(label, Property.CHOSEN, state=chosen)
        wanted = texts[style]
        assert label.font().bold() == wanted.bold
        assert label.palette().color(INK).name() == look.colours[wanted.colour].lower()


def test_a_label_is_measured_in_its_letters_before_it_is_shown(qapp, look):
    put_on(qapp, look)
    label = labels.plain("Words", TextStyle.TITLE)
    label.ensurePolished()
    wanted = TEXTS[TextStyle.TITLE].size
    assert label.sizeHint().height() >= look.metrics.text_px(wanted)


def test_words_have_room_on_their_own_ground(look, wearing):
    label = wearing(labels.plain("Words", TextStyle.OUTCOME), SIZE)
    assert label.margin() == px(look, Length.PAD_SMALL)
    assert colour(label, 1, 1) == look.colours["accent_soft"]


def test_a_button_has_ground_edge_and_round_corners(look, button):
    shown = button(Role.TILE)
    assert colour(shown, 10, 50) == look.colours["tile"]
    edges = ((0, 50), (-1, 50), (150, 0), (150, -1))
    assert {colour(shown, *place) for place in edges} == {look.colours["tile_line"]}
    assert colour(shown, 0, 0) == look.colours["surface"]


def test_a_finger_on_a_button_shows(look, button):
    shown = button(Role.TILE)
    shown.setDown(True)
    assert colour(shown, 10, 50) == look.colours["accent_soft"]
    assert colour(shown, 0, 50) == look.colours["accent"]


@pytest.mark.parametrize(("at_right", "x"), [(False, 0), (True, -1)])
def test_the_open_pages_tab_is_marked_at_the_side_of_the_edge(
    look, button, at_right, x
):
    shown = button(Role.ROW_TAB, at_right=at_right)
    assert colour(shown, x, 50) == look.colours["surface"]
    shown.setCheckable(True)
    shown.setChecked(True)
    assert colour(shown, x, 50) == look.colours["accent"]
    assert colour(shown, -1 - x, 50) == look.colours["surface"]


def test_a_ticked_row_is_another_colour_and_a_disabled_one_is_as_paper(look, wearing):
    row = wearing(TickRow("Words", look, ticked=False), SIZE)
    row.clearFocus()
    edge = px(look, Length.BORDER) + 2
    assert colour(row, 150, edge) == look.colours["surface"]
    row.set_ticked(True)
    assert colour(row, 150, edge) == look.colours["accent_soft"]
    row.set_ticked(False)
    row.setEnabled(False)
    assert colour(row, 150, edge) == look.colours["paper"]


def test_the_focus_is_a_ring_and_on_a_fill_there_is_a_second_one(look, button, qtbot):
    shown = button(Role.SOLID)
    assert colour(shown, 0, 50) == look.colours["accent"]
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    assert colour(shown, 0, 50) == look.colours["focus"]
    assert colour(shown, px(look, Length.RING), 50) == look.colours["surface"]


@pytest.mark.parametrize("role", [Role.FINISH, Role.HELP_CALL, Role.TILE])
def test_a_finger_shows_on_what_has_the_focus_too(button, qtbot, role):
    shown = button(role)
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    before = shown.grab().toImage()
    shown.setDown(True)
    assert shown.grab().toImage() != before


def test_the_ring_is_as_wide_on_the_sample_that_is_chosen(look, button, qtbot):
    shown = button(Role.SAMPLE)
    shown.setCheckable(True)
    shown.setChecked(True)
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    assert colour(shown, px(look, Length.RING) - 1, 50) == look.colours["focus"]


@pytest.mark.parametrize("style", [TextStyle.BODY, TextStyle.TITLE])
def test_what_is_read_aloud_is_marked_in_the_colours_of_the_theme(look, wearing, style):
    palette = wearing(labels.plain("Words", style), SIZE).palette()
    roles = QPalette.ColorRole
    assert palette.color(roles.Highlight).name() == look.colours["accent"].lower()
    marked = palette.color(roles.HighlightedText).name()
    assert marked == look.colours["on_accent"].lower()


def test_a_widget_that_is_no_control_has_no_ring(look, wearing, qtbot):
    frame = QFrame()
    set_role(frame, Role.CONTACT)
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    wearing(frame, SIZE)
    frame.activateWindow()
    frame.setFocus()
    qtbot.waitUntil(frame.hasFocus)
    assert colour(frame, 0, 50) == look.colours["tile_line"]


@pytest.mark.parametrize("level", Level)
def test_what_is_in_a_card_is_within_its_edge(look, wearing, level):
    card, head = QFrame(), QFrame()
    set_level(card, Property.CARD, level)
    set_level(head, Property.CARD_HEAD, level)
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    wearing(card, SIZE)
    edge = px(look, Length.THICK)
    assert head.geometry() == card.rect().adjusted(edge, edge, -edge, -edge)


def test_windows_and_what_is_made_in_them_have_a_look_at_once(qapp, qtbot, contexts):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for theme in ColourScheme:
        look = contexts.of(Visit(preferences=Preferences(theme=theme))).look
        put_on(qapp, look)
        for widget in (window, QWidget(window), QWidget()):
            ground = widget.palette().color(QPalette.ColorRole.Window)
            assert ground.name() == look.colours["surface"].lower()


def test_without_a_look_a_label_is_as_qt_has_it(qapp, look, wearing):
    put_on(qapp, look)
    label = wearing(labels.plain("Words", TextStyle.TITLE), SIZE, None)
    assert label.font().families() != list(look.families)
    assert label.font() == qapp.font()


def test_a_button_without_a_role_is_as_qt_has_it(look, wearing):
    shown = wearing(QPushButton(), SIZE)
    assert colour(shown, 150, 50) not in look.colours.values()


def test_a_sample_is_in_a_look_of_its_own(look, contexts, wearing):
    dark = contexts.of(Visit(preferences=Preferences(theme=ColourScheme.DARK))).look
    shown = TouchButton("Words", QPixmap(), look, role=Role.SAMPLE)
    LookResources(dark).style_sample(shown)
    wearing(shown, SIZE)
    assert colour(shown, 10, 50) == dark.colours["tile"]
    words = next(it for it in shown.findChildren(QLabel) if it.text())
    assert words.palette().color(INK).name() == dark.colours["heading"].lower()


def test_an_application_has_one_style_of_the_kiosk(qapp):
    assert kiosk_style(qapp) is kiosk_style(qapp)


def test_looks_are_told_apart_by_size_colours_and_letters(look):
    assert look.styles_like(replace(look, mirrored=not look.mirrored))
    assert not look.styles_like(None)
    for other in (
        replace(look, metrics=look.metrics.scaled(2.0)),
        replace(look, colours={**look.colours, "ink": "#123456"}),
        replace(look, families=("Serif",)),
    ):
        assert not look.styles_like(other)


def test_no_widget_of_a_visit_has_a_style_sheet(qapp, shell):
    """Qt keeps 11 KiB more for each widget as soon as there is one."""
    for page in shell.session.pages:
        shell.session.go_to(page.id)
    settle()
    assert not qapp.styleSheet()
    assert not [it for it in qapp.allWidgets() if it.styleSheet()]
