"""What is shown can be told from what it is shown on, in every theme."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.domain.metrics import Metrics
from kiosk.domain.preferences import ColourScheme
from kiosk.domain.visit import Visit
from kiosk.files.paths import resources
from kiosk.files.themes import load_theme
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.shell import Shell
from tests.support.contrast import OTHER, TEXT, ratio, too_pale
from tests.support.focus_ring import without_ring
from tests.support.screen import seen, settle

THEMES = sorted(path.stem for path in (resources() / "themes").glob("*.toml"))
EACH_THEME = pytest.mark.parametrize("theme", THEMES)
METRICS = Metrics(4.0)
PLAIN = "* { font-family: 'Atkinson Hyperlegible'; font-size: 30px; outline: none; }"


@pytest.fixture
def glass(qapp, qtbot, fonts):
    """Show a white window with these widgets, one below the other."""

    def show(*widgets, style=""):
        window = QWidget()
        window.setProperty("role", "glass")
        window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        qapp.setStyleSheet(f"{PLAIN} [role='glass'] {{ background: #FFFFFF; }} {style}")
        window.resize(600, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return window

    return show


def dyed(contexts, theme, **colours):
    """Return contexts that are all in another theme, or with other colours in it."""

    def dress(preferences, mirrored):
        look = contexts.look(replace(preferences, theme=theme), mirrored)
        return replace(look, colours={**look.colours, **colours})

    return replace(contexts, look=dress)


@pytest.fixture
def stand(qapp, qtbot, contexts_for):
    """Show the kiosk on a screen, in a theme."""
    kept = []  # qtbot keeps no widget alive

    def show(size, width_mm, theme, **colours):
        shell = Shell(kiosk_style(qapp))
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.start(dyed(contexts_for(size, width_mm), ColourScheme(theme), **colours))
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        settle()
        return shell

    return show


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(0x000000, 0xFFFFFF, 21), (0xFFFFFF, 0xFFFFFF, 1), (0x767676, 0xFFFFFF, 4.54)],
)
def test_contrast_is_measured_as_wcag_says(one, other, expected):
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)
    assert ratio(other, one) == ratio(one, other)


PALE, STRONG = "#5C5C5C", "#595959"  # on white 6.7:1 and 7.0:1


def test_pale_words_are_found(glass):
    label = QLabel("Tell a member of staff")
    [fault] = too_pale(glass(label, style=f"QLabel {{ color: {PALE}; }}"))
    assert "text #5C5C5C on #FFFFFF" in fault


def test_words_that_are_strong_enough_are_not(glass):
    label = QLabel("Tell a member of staff")
    assert too_pale(glass(label, style=f"QLabel {{ color: {STRONG}; }}")) == []


def test_words_nobody_can_see_are_found(glass):
    label = QLabel("Tell a member of staff")
    [fault] = too_pale(glass(label, style="QLabel { color: #FFFFFF; }"))
    assert "cannot be told" in fault


@pytest.mark.parametrize(("colour", "faults"), [(PALE, 1), (STRONG, 0)])
def test_every_colour_of_rich_text_counts(glass, colour, faults):
    text = f"<p>Black words, and <span style='color: {colour}'>others.</span></p>"
    assert len(too_pale(glass(QLabel(text)))) == faults


@pytest.mark.parametrize(("ground", "faults"), [("#808080", 1), ("#F0F0F0", 0)])
def test_every_ground_of_a_text_counts(glass, ground, faults):
    style = (
        "QLabel { background: qlineargradient(x1: 0, x2: 1,"
        f" stop: 0 #FFFFFF, stop: 0.24 #FFFFFF, stop: 0.25 {ground}, stop: 1 {ground});"
        " color: #404040; }"
    )
    assert len(too_pale(glass(QLabel("Words on two grounds"), style=style))) == faults


@pytest.mark.parametrize(("line", "faults"), [("#A0A0A0", 1), ("#888888", 0)])
def test_a_pale_edge_is_found(glass, line, faults):
    style = f"QPushButton {{ background: #FFFFFF; border: 2px solid {line}; }}"
    found = too_pale(glass(QPushButton(), style=style))
    assert [f for f in found if "edge" in f] == found
    assert len(found) == faults


def test_a_control_may_have_no_edge_at_all(glass):
    style = "QPushButton { background: transparent; border: none; }"
    assert too_pale(glass(QPushButton("Home"), style=style)) == []


@pytest.mark.parametrize(("fill", "faults"), [("#A0A0A0", 1), ("#888888", 0)])
def test_a_pale_icon_is_found(glass, fill, faults):
    drawing, ground = QPixmap(40, 40), QFrame()
    drawing.fill(Qt.GlobalColor.transparent)
    inner = QPixmap(20, 20)
    inner.fill(QColor(fill))
    painter = QPainter(drawing)
    painter.drawPixmap(10, 10, inner)
    painter.end()
    label = QLabel(ground)
    label.setPixmap(drawing)
    label.setFixedSize(40, 40)
    assert len(too_pale(glass(ground, style="QFrame { border: none; }"))) == faults


RINGS = {
    "none": ("", "no focus ring"),
    "thin": ("border: 2px solid #000000", "0.5 mm"),
    "pale": ("border: 5px solid #C0C0C0", "#C0C0C0"),
    "of the ground": ("border: 5px solid #FFFFFF", "no focus ring"),
    "good": ("border: 5px solid #6A1B9A", ""),
}


@pytest.mark.parametrize(("ring", "said"), RINGS.values(), ids=RINGS)
def test_a_focus_that_cannot_be_seen_is_found(glass, ring, said):
    style = (
        "QPushButton { background: #FFFFFF; border: none; min-height: 100px; }"
        f"QPushButton:focus {{ {ring} }}"
    )
    found = without_ring(glass(QPushButton(), style=style), METRICS)
    assert [said in fault for fault in found] == ([True] if said else [])


def test_a_focus_that_moves_the_words_is_found(glass):
    style = (
        "QPushButton { background: #FFFFFF; border: none; min-height: 100px; }"
        "QPushButton:focus { border: 5px solid #000000; padding-left: 60px; }"
    )
    [fault] = without_ring(glass(QPushButton("Home"), style=style), METRICS)
    assert "more than its edge" in fault


def test_a_weakened_colour_of_the_theme_is_found(stand):
    pale = {"quiet_ink": "#6F7F88"}
    shell = stand((1920, 1080), 476.0, "light", **pale)
    shell.open(Visit())
    settle()
    assert any("#6F7F88" in fault for fault in too_pale(shell))


def test_a_weakened_border_of_the_theme_is_found(stand):
    shell = stand((1920, 1080), 476.0, "light", tile_line="#CBE3DA")
    tiles = [b for b in seen(shell, TouchButton) if b.property("role") == "tile"]
    assert len([f for f in too_pale(shell) if "edge #CBE3DA" in f]) == len(tiles)


def test_a_weakened_ring_of_the_theme_is_found(stand):
    shell = stand((1920, 1080), 476.0, "light", focus="#E4F1EE")
    assert without_ring(shell, shell.context.look.metrics) != []


@EACH_THEME
def test_every_theme_has_the_same_rows(theme):
    rows = [
        load_theme(resources(), t, METRICS.lengths).colours for t in (theme, "light")
    ]
    assert list(rows[0]) == list(rows[1])


def test_wanted_is_what_the_design_promises():
    assert (TEXT, OTHER) == (7.0, 3.0)
