"""A text that scrolls: nothing cut in half at the top, and a button that leads on."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.preferences import Preferences
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import Space
from kiosk.ui.style.names import Property, TextStyle
from kiosk.ui.widgets.answer_list import AnswerList
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.page_sections import Section
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.unbroken_rows import UnbrokenRows
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    photograph,
    read,
    seen,
    settle,
    touch,
)
from tests.support.visible_part import visible_part

SIZE = (900, 600)
A_TOUCH_OF_LETTERS = 3  # pixels, where an Arabic letter reaches into the next line
LINES = "\n".join(f"Line number {number} of them all." for number in range(12))


@pytest.fixture
def strings(context):
    return context.pack.strings


@pytest.fixture
def area(context, wearing):
    """Show an area with some labels below one another, each a section."""

    def show(texts, size=SIZE):
        view = QWidget()
        column = QVBoxLayout(view)
        parts = [labels.plain(text, TextStyle.BODY) for text in texts]
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        shown = ReadingArea(view, context.pack.strings, context.look)
        names = [f"Part {number}" for number in range(len(parts))]
        shown.set_sections(list(map(Section, names, parts)))
        return wearing(shown, size)

    return show


def bar(root):
    return next(iter(seen(root, QScrollArea))).verticalScrollBar()


def more(root):
    buttons = seen(root, QAbstractButton)
    return next((it for it in buttons if it.objectName() == "more"), None)


def press(root):
    more(root).click()
    settle()


def test_a_text_that_fits_has_no_button(area):
    assert more(area(["One line."])) is None


@pytest.mark.parametrize("presses", [0, 1])
def test_no_word_is_behind_the_button_or_beside_it(area, context, presses):
    """Text fades out beside the upper edge of the button."""
    shown = area([LINES * 3])
    for _ in range(presses):
        press(shown)
    button = more(shown).parentWidget()
    picture = shown.grab().toImage()
    beside = range(bar(shown).parentWidget().x(), button.x())
    faded = button.y() + context.look.metrics.px(Space.SMALL)
    rows = range(faded, shown.height())
    assert len({picture.pixel(x, y) for x in beside for y in rows}) == 1
    above = range(button.y() - button.height(), button.y())
    assert len({picture.pixel(x, y) for x in beside for y in above}) > 1


def test_the_button_names_the_section_that_comes_next(area, strings):
    shown = area([LINES * 3, LINES, "The last."])
    assert more(shown).accessibleName() == strings.more_below  # within the first
    while bar(shown).value() == 0 or bar(shown).value() < 500:
        press(shown)
    assert more(shown).accessibleName() == "Next: Part 1"


def test_the_button_leads_to_the_end_and_from_there_to_the_top(area, strings):
    shown = area([LINES, LINES, LINES])
    while more(shown).accessibleName() != strings.back_to_top:
        before = bar(shown).value()
        press(shown)
        assert bar(shown).value() > before
    assert bar(shown).value() == bar(shown).maximum()
    press(shown)
    assert bar(shown).value() == 0


def test_the_button_hides_no_last_line(area):
    shown = area([LINES, LINES])
    bar(shown).setValue(bar(shown).maximum())
    settle()
    last = seen(shown, QLabel)[1]
    assert bottom_of(last, shown) <= more(shown).mapTo(shown, QPoint(0, 0)).y()


def bottom_of(widget, root):
    return widget.mapTo(root, QPoint(0, widget.height())).y()


def test_the_section_being_read_is_told(area, qtbot):
    shown = area([LINES, LINES, LINES])
    with qtbot.waitSignal(shown.section_changed) as told:
        shown.go_to_section(1)
    assert told.args == [1]


def test_a_row_that_stays_in_sight_is_not_painted_again_in_a_lower_area(
    context, wearing
):
    painted = []

    class Paints(QObject):
        def eventFilter(self, watched, event):
            painted.extend([watched] if event.type() is QEvent.Type.Paint else [])
            return False

    whole = QWidget()
    rows = AnswerList("", context)
    area = ReadingArea(rows, context.pack.strings, context.look, parent=whole)
    area.resize(900, 1000)
    shown = wearing(whole, LANDSCAPE)
    area.clearFocus()  # a ring around the area is painted as a whole
    settle()
    paints = Paints(shown)
    first, *_, last = [
        it for it in seen(rows, TickRow) if visible_part(it).height() == it.height()
    ]
    for it in (first, last):
        it.installEventFilter(paints)
    area.resize(900, 600)
    settle()
    assert painted == []
    area.resize(900, 1000)
    settle()
    assert set(painted) == {last}


def test_a_card_keeps_its_head_in_sight(context, wearing):
    body = labels.plain(LINES * 2, TextStyle.BODY)
    card = CareCardView(Level.EMERGENCY, "Tell staff", [body], context.look)
    view = QWidget()
    QVBoxLayout(view).addWidget(card)
    shown = wearing(ReadingArea(view, context.pack.strings, context.look), SIZE)
    [head] = [it for it in seen(shown, QLabel) if it.text() == "Tell staff"]
    bar(shown).setValue(300)
    settle()
    assert 0 <= head.mapTo(shown, QPoint(0, 0)).y() < card.head_height


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("text", [0, 3])
@pytest.mark.parametrize("page", ["muscle-weakness", "headaches", "about-botox"])
def test_no_press_cuts_a_line_a_sign_or_a_head_in_half(
    session, contexts, page, text, size
):
    visit = Visit(page=page, preferences=Preferences(text=text))
    shown, strings = session(visit, size), contexts.of(visit).pack.strings
    front, area = shown.front, next(iter(seen(shown.front, QScrollArea)))
    while more(front).accessibleName() != strings.back_to_top:
        press(front)
        top = bar(front).value()
        found = UnbrokenRows.of(area.widget(), area.height() // 2)
        line = top + found.head_at(top)
        cut = [row for row in found.rows if row.top < line < row.bottom]
        assert not cut, (top, cut)


def cut_letters(area, line):
    """Return the texts that have ink on both sides of a line through a view."""
    view, found = area.widget(), []
    for label in seen(view, QLabel):
        above = line - label.mapTo(view, QPoint(0, 0)).y()
        in_head = label.parentWidget().property(Property.CARD_HEAD)
        if label.text() and not in_head and 0 < above < label.height():
            grey = np.asarray(photograph(label), np.int16)
            ink = abs(grey - np.bincount(grey.ravel()).argmax()) > 70
            both = ink[above - 1] & ink[above]
            if both.sum() > A_TOUCH_OF_LETTERS:
                found.append(read(label))
    return found


@pytest.mark.parametrize(
    ("screen", "language", "text"),
    [
        (((1280, 800), 331.0), "ar", 3),
        (((1280, 800), 331.0), "ar", 0),
        (((1280, 800), 331.0), "en", 3),
        (((800, 1280), 207.0), "es", 3),
    ],
)
@pytest.mark.parametrize("prepared", [False, True], ids=["", "prepared"])
def test_each_press_leads_on_and_cuts_no_letter(
    session, contexts_for, screen, language, text, prepared
):
    """Ink is looked for: where the lines are is what this could have wrong."""
    visit = Visit(language=language, preferences=Preferences(text=text))
    shown = session(visit, screen[0], contexts_for(*screen))
    while prepared and shown.prepare_page():
        pass
    to_the_top = shown._context.pack.strings.back_to_top
    for page in shown.pages:
        shown.go_to(page.id)
        settle()
        front, at = shown.front, -1
        area = next(iter(seen(front, QScrollArea)))
        while more(front) and more(front).accessibleName() != to_the_top:
            assert bar(front).value() > at, page.id
            at = bar(front).value()
            rows = UnbrokenRows.of(area.widget(), area.height() // 2)
            assert cut_letters(area, at + rows.head_at(at)) == []
            press(front)


def test_a_sign_that_is_touched_opens_the_checklist_at_its_row(session, context):
    shown = session(Visit(page="muscle-weakness"))
    touch(shown, "one drooping eyelid")
    assert shown.visit.page == "check"
    assert not shown.visit.answers
    [row] = [
        it
        for it in seen(shown, QAbstractButton)
        if it.objectName() == "drooping-eyelid"
    ]
    assert not row.visibleRegion().isEmpty()
