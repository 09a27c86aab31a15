"""What is too small, too near or cut off is found, and nothing else is."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.ui.audit.box import Box
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.size_audit import size_faults
from kiosk.ui.style import labels
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.touch_button import TouchButton
from kiosk.ui.window.shell import Shell
from tests.support.screen import seen, settle

METRICS = Metrics(4.0)
MM = 4


@pytest.fixture
def glass(qapp, qtbot, fonts):
    """Show a window of 400 mm by 200 mm to put widgets on."""
    qapp.setStyleSheet("* { font-family: 'Atkinson Hyperlegible'; font-size: 30px; }")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400 * MM, 200 * MM)
    window.show()
    return window


def put(window, widget, left=20.0, top=20.0, width=40.0, height=40.0):
    """Place a widget, in millimetres, in a window that is shown."""
    widget.setParent(window)
    widget.setGeometry(*(round(mm * MM) for mm in (left, top, width, height)))
    widget.show()
    settle()
    return widget


def found(window):
    return [(fault.what, fault.measured) for fault in size_faults(window, METRICS)]


def kinds(window):
    return [fault.what for fault in size_faults(window, METRICS)]


@pytest.mark.parametrize(
    ("size", "faults"),
    [
        ((20, 20), []),
        ((19, 30), [("touch target: width", 19.0)]),
        ((30, 19), [("touch target: height", 19.0)]),
    ],
)
def test_a_small_target_is_found(glass, size, faults):
    put(glass, QPushButton(), width=size[0], height=size[1])
    assert found(glass) == faults


def test_a_target_that_is_switched_off_counts_too(glass):
    put(glass, QPushButton(), width=19).setEnabled(False)
    assert found(glass) == [("touch target: width", 19.0)]


def test_a_name_to_hold_counts_too(glass, context):
    glass.setStyleSheet("")
    name = put(glass, ClinicName("Alaa", context.look), width=30, height=19)
    name.setFixedHeight(19 * MM)
    assert ("touch target: height", 19.0) in found(glass)


def test_only_where_a_touch_counts_is_a_target(glass):
    put(glass, QCheckBox(), width=40, height=40)
    assert set(kinds(glass)) == {"touch target: width", "touch target: height"}


def test_a_target_that_takes_no_touch_is_found(glass):
    button = put(glass, QPushButton())
    button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ("touch target: width", 0.0) in found(glass)


def test_what_lies_over_a_target_is_no_part_of_it(glass):
    put(glass, QPushButton(), width=40)
    put(glass, QWidget(), left=39, width=30)
    assert found(glass) == [("touch target: width", 19.0)]


def test_a_picture_over_a_target_lets_touches_through(glass):
    put(glass, QPushButton(), width=40)
    over = put(glass, QWidget(), left=39, width=30)
    over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert found(glass) == []


def test_what_is_wholly_behind_a_cover_is_not_looked_at(glass):
    page = put(glass, QWidget(), width=100, height=100)
    put(page, QPushButton(), width=10, height=10)
    assert len(found(glass)) == 2
    put(glass, QWidget(), left=0, top=0, width=400, height=200)
    assert found(glass) == []


@pytest.mark.parametrize(
    ("gap", "faults"), [(3, []), (2, [2.0]), (0, [0.0]), (-5, [0.0])]
)
@pytest.mark.parametrize("way", ["across", "down"])
def test_targets_that_are_too_near_are_found(glass, gap, faults, way):
    next_to = {"left": 60 + gap} if way == "across" else {"top": 60 + gap}
    put(glass, QPushButton())
    put(glass, QPushButton(), **next_to)
    assert [mm for what, mm in found(glass) if what.startswith("distance")] == faults


CAPITAL = [(29, []), (27, ["capital letters"])]


@pytest.mark.parametrize(("px", "faults"), CAPITAL)
def test_small_letters_are_found(glass, px, faults):
    label = QLabel("Words")
    label.setStyleSheet(f"font-size: {px}px")
    put(glass, label)
    assert kinds(glass) == faults


@pytest.mark.parametrize(("px", "faults"), CAPITAL)
def test_small_letters_within_rich_text_are_found(glass, px, faults):
    put(glass, QLabel(f"Words <span style='font-size: {px}px'>Words</span>"), width=90)
    assert kinds(glass) == faults


@pytest.mark.parametrize(("px", "faults"), CAPITAL)
def test_small_arabic_letters_are_found(glass, px, faults):
    label = QLabel("\u0628\u0648\u062a\u0648\u0643\u0633")
    label.setStyleSheet(f"font-size: {px}px")
    put(glass, label)
    assert kinds(glass) == faults


def fitting(label):
    """Return the millimetres that a label needs in one line, rounded up."""
    label.ensurePolished()
    return -(-label.sizeHint().width() // MM)


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_word_too_long_for_its_place_is_found(glass, kind):
    width = fitting(put(glass, QLabel("Swallowing"))) if kind is QLabel else 60
    for child in glass.children():
        child.deleteLater()
    settle()
    label = put(glass, kind("Swallowing"), width=width)
    assert kinds(glass) == []
    label.setText("Swallowing" + "s" * (1 if kind is QLabel else 12))
    assert kinds(glass) == ["width for what is on it"]


def test_a_line_too_many_is_found(glass):
    label = put(glass, labels.plain("Two words", TextStyle.BODY), width=30, height=20)
    assert kinds(glass) == []
    label.setText("Two words more")
    assert kinds(glass) == ["height for what is on it"]


def test_a_word_that_cannot_be_broken_is_found(glass):
    put(glass, labels.plain("A complication", TextStyle.BODY), width=44, height=40)
    assert kinds(glass) == []
    put(
        glass,
        labels.plain("Complications", TextStyle.BODY),
        left=100,
        width=30,
        height=40,
    )
    assert kinds(glass) == ["width for what is on it"]


@pytest.mark.parametrize(
    ("size", "faults"),
    [
        ((60, 30), []),
        ((60, 15), ["height for what is on it"]),
        ((30, 60), ["width for what is on it"]),
    ],
)
def test_rich_text_that_is_cut_off_is_found(glass, size, faults):
    label = QLabel("<p>A <b>complication</b> of two lines</p>")
    label.setWordWrap(True)
    put(glass, label, width=size[0], height=size[1])
    assert kinds(glass) == faults


def test_a_picture_larger_than_its_label_is_found(glass):
    label = QLabel()
    label.setPixmap(QPixmap(40 * MM, 40 * MM))
    put(glass, label, width=40)
    assert kinds(glass) == []
    label.setFixedWidth(39 * MM)
    assert found(glass) == [("width for what is on it", 39.0)]


def test_words_under_something_else_are_found(glass):
    put(glass, QLabel("Words"), width=60)
    cover = put(glass, QWidget(), left=60, width=40)
    assert kinds(glass) == []
    cover.move(30 * MM, 20 * MM)
    [what] = kinds(glass)
    assert what.startswith("words under")


@pytest.mark.parametrize(("left", "faults"), [(360, []), (365, [5.0]), (-3, [3.0])])
def test_what_stands_out_of_the_window_is_found(glass, left, faults):
    put(glass, QWidget(), left=left)
    assert [mm for _, mm in found(glass)] == faults


@pytest.fixture
def scrolling(glass):
    """Show a page of 100 mm by 300 mm in an area of 100 mm by 100 mm."""
    page, area = QWidget(), QScrollArea()
    page.setFixedSize(100 * MM, 300 * MM)
    area.setWidget(page)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    area.setVerticalScrollBarPolicy(off)
    area.setHorizontalScrollBarPolicy(off)
    put(glass, area, width=100, height=100)
    return page


@pytest.mark.parametrize(("height", "faults"), [(20, []), (19, [19.0])])
@pytest.mark.parametrize("top", [10, 90, 200])
def test_a_target_that_scrolls_is_measured_whole(glass, scrolling, top, height, faults):
    put(scrolling, QPushButton(), top=top, height=height)
    assert [mm for _, mm in found(glass)] == faults


def test_targets_that_scroll_together_are_apart_wherever_they_are(glass, scrolling):
    put(scrolling, QPushButton(), top=200)
    put(scrolling, QPushButton(), top=242)
    assert [mm for _, mm in found(glass)] == [2.0]


@pytest.mark.parametrize(("top", "faults"), [(58, [2.0]), (50, []), (80, [])])
def test_what_scrolls_past_a_target_counts_when_all_of_it_is_seen(
    glass, scrolling, top, faults
):
    put(scrolling, QPushButton(), top=top)
    put(glass, QPushButton(), top=120)
    assert [mm for _, mm in found(glass)] == faults


def test_a_page_that_scrolls_sideways_is_found(glass, scrolling):
    scrolling.setFixedWidth(110 * MM)
    settle()
    assert ("scrolls sideways", 10.0) in found(glass)


@pytest.mark.parametrize("at", [0, 200])
@pytest.mark.parametrize(
    ("top", "left", "faults"),
    [(235, 0, []), (265, 0, [15.0]), (265, 60, []), (70, 0, [])],
)
def test_words_that_cannot_be_scrolled_free_of_a_floating_button_are_found(
    glass, scrolling, at, top, left, faults
):
    """A part of the page can be moved up until its end is above the button."""
    words = QLabel("Words")
    words.setAlignment(Qt.AlignmentFlag.AlignBottom)
    put(scrolling, words, left=left, top=top, height=30)
    put(glass, QPushButton(), left=20, top=100, width=50, height=20)
    words.setTextFormat(Qt.TextFormat.RichText)  # all of its box counts
    scrolling.parent().parent().verticalScrollBar().setValue(at * MM)
    settle()
    under = [mm for what, mm in found(glass) if what.startswith("words under")]
    assert under == faults


def test_a_fault_says_what_and_where(glass):
    bar = put(glass, QWidget(), width=100, height=100)
    QHBoxLayout(bar)
    put(bar, QPushButton("Go"), width=19)
    [fault] = size_faults(glass, METRICS)
    said = "QPushButton 'Go': touch target: width 19.0 mm, wanted 20.0 mm"
    assert str(fault) == said


def test_the_best_of_what_is_left_counts():
    target = Box(0, 0, 100, 40)
    assert target.minus(Box(60, 0, 200, 40)) == Box(0, 0, 60, 40)
    assert target.minus(Box(0, 30, 200, 40)) == Box(0, 0, 100, 30)
    assert target.minus(Box(200, 0, 300, 40)) == target
    assert target.minus(target).is_empty


@pytest.fixture
def stand(qapp, qtbot, contexts_for):
    """Show the kiosk on a screen."""
    kept = []  # qtbot keeps no widget alive

    def show(size, width_mm):
        shell = Shell(kiosk_style(qapp))
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.start(contexts_for(size, width_mm))
        shell.show()
        settle()
        return shell

    return show


def of_kind(shell, kind):
    return [f for f in surveyed(shell) if kind in f.what]


def surveyed(shell):
    return size_faults(shell, shell.context.look.metrics)


def test_a_real_tab_that_shrinks_is_found(stand):
    shell = stand((1920, 1080), 476.0)
    tab = next(b for b in seen(shell, TouchButton) if "tab" in b.property("role"))
    tab.setFixedHeight(70)
    settle()
    [fault] = of_kind(shell, "touch target: height")
    assert isinstance(fault, Fault)
    assert "TabRail > TouchButton 'Muscle weakness'" in fault.where


def test_a_real_tab_with_a_longer_word_is_found(stand):
    shell = stand((1920, 1080), 476.0)
    tab = next(b for b in seen(shell, TouchButton) if "tab" in b.property("role"))
    tab.set_label("Complicationsafterwards")
    settle()
    assert of_kind(shell, "width for what is on it") != []


def test_a_real_answer_under_another_is_found(stand):
    shell = stand((1920, 1080), 476.0)
    shell.open(Visit(page="check"))
    settle()
    rows = [w for w in seen(shell, QWidget) if type(w).__name__ == "TickRow"]
    pairs = pairwise(rows)
    one, next_one = next(p for p in pairs if len({w.parentWidget() for w in p}) == 1)
    next_one.move(one.x(), one.y() + 10)
    assert of_kind(shell, "words under") != []
