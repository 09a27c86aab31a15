"""Pages are built while nobody touches the glass, and are what they would have been."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QScroller

from kiosk.content.pages import PageKind
from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.screens.page_view import PageView
from kiosk.ui.widgets import qr_code
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.window import page_views
from kiosk.ui.window.page_preparation import QUIET_MS, PagePreparation
from kiosk.ui.window.page_views import PageViews
from tests.support.screen import seen, settle

LARGEST = Preferences(text=len(TEXT_SCALES) - 1, theme=ColourScheme.DARK)


@pytest.fixture
def bugs():
    return []


@pytest.fixture
def preparation(shell, bugs):
    """Have no page built but by the test."""
    made = PagePreparation(shell, lambda bug, trace: bugs.append(bug))
    made._timer.stop()
    return made


@pytest.fixture
def until_done(preparation, qtbot):
    def wait():
        preparation._timer.start(0)
        qtbot.waitUntil(lambda: preparation.is_done, timeout=60_000)

    return wait


@pytest.fixture
def built(shell, monkeypatch):
    """Return the ids of the pages that are built from now on."""
    ids = []
    build = PageViews._build

    def note(views, page, *about):
        ids.append(page.id)
        build(views, page, *about)

    monkeypatch.setattr(PageViews, "_build", note)
    return ids


def test_every_page_is_built_and_the_open_one_stays(shell, until_done, built):
    front = shell.session.front
    until_done()
    assert built == [page.id for page in shell.session.pages[1:]]
    assert shell.session.front is front
    built.clear()
    for page in shell.session.pages:
        shell.session.go_to(page.id)
    assert built == []


def test_the_docked_codes_of_all_pages_are_made_and_no_other_is_kept(
    shell, preparation, until_done, monkeypatch
):
    """Codes kept as they were asked for would tell which pages were opened."""
    kept = {}
    monkeypatch.setattr(qr_code, "_kept", kept)
    booking, pages = shell.context.clinic.booking, shell.session.pages
    shell.session.go_to("vision")
    assert kept == {}
    until_done()
    others = [page for page in pages if page.kind is not PageKind.BOOKING]
    assert kept.keys() == {booking.address(page.id) for page in others}
    until_done()
    qr_code.prepare_code([booking.address("vision")])
    assert [*kept] == [booking.address("vision")]


def test_a_code_that_is_made_is_not_made_again(shell, until_done, monkeypatch):
    until_done()
    made = []
    monkeypatch.setattr(qr_code, "_modules", made.append)
    shell.session.go_to("vision")
    shell.open(Visit(page="headaches"))
    assert made == []


def test_of_very_many_pages_the_first_are_built(until_done, built, monkeypatch):
    monkeypatch.setattr(page_views, "MOST_BUILT_AHEAD", 3)
    until_done()
    assert len(built) == 2  # the third, Home, is open


class Paints(QObject):
    """Notes how much of a widget is painted anew."""

    def __init__(self, widget):
        super().__init__(widget)
        self.sizes = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.sizes.append(event.region().boundingRect().size().toTuple())
        return False


def test_what_is_shown_is_not_painted_anew(shell, preparation):
    shell.session.prepare_page()
    settle()
    paints = Paints(shell)
    while shell.session.prepare_page():
        settle()
    assert set(paints.sizes) <= {(1, 1)}


def test_each_session_has_its_own(shell, until_done, built):
    until_done()
    built.clear()
    shell.open(Visit(language="es"))
    until_done()
    assert len(built) == len(shell.session.pages)


@pytest.mark.parametrize(
    "visit",
    [Visit(), Visit(language="ar", preferences=LARGEST)],
    ids=["usual", "ar-largest"],
)
def test_a_page_looks_as_if_it_was_built_at_its_opening(shell, until_done, visit):
    def pictures(prepare):
        shell.open(visit)
        settle()
        prepare()
        return [picture(shell, page.id) for page in shell.session.pages]

    nothing = int
    pictures(nothing)  # Qt draws some letters a hair's breadth aside the first time
    assert pictures(until_done) == pictures(nothing)


def picture(shell, page):
    shell.session.go_to(page)
    settle()
    settle()
    return shell.grab().toImage()


def test_a_checklist_agrees_with_the_answers_of_the_visit(shell, until_done):
    shell.open(Visit(answers=frozenset({"drooping-eyelid"})))
    until_done()
    shell.session.go_to("check")
    rows = shell.session.findChildren(TickRow)
    assert [it.objectName() for it in rows if it.isChecked()] == ["drooping-eyelid"]


def test_a_touch_puts_it_off(preparation, shell):
    shell.open(Visit())
    preparation.put_off()
    assert preparation._timer.interval() == QUIET_MS
    assert preparation._timer.isActive()


def test_nothing_is_built_while_a_page_scrolls(
    shell, preparation, until_done, qtbot, built
):
    shell.session.go_to("questions")
    settle()
    built.clear()
    [area] = seen(shell.session.front, QScrollArea)
    scroller = QScroller.scroller(area.viewport())
    scroller.scrollTo(QPointF(0, 100), 60_000)
    preparation._timer.start(0)
    qtbot.waitUntil(lambda: preparation._timer.interval() == QUIET_MS)
    assert built == []
    scroller.stop()
    until_done()
    assert built


def test_a_touch_starts_nothing_where_all_is_built(preparation, until_done):
    until_done()
    preparation.put_off()
    assert not preparation._timer.isActive()


@pytest.mark.parametrize(
    ("way", "page"),
    [
        ("tab vision", "vision"),
        ("tile headaches", "headaches"),
        ("place breathing", "breathing"),
        ("dock", "book"),
    ],
)
def test_the_page_under_the_finger_is_built_before_the_finger_is_lifted(
    shell, preparation, built, qtbot, way, page
):
    button = shell.session.findChild(QAbstractButton, way)
    front = shell.session.front
    button.pressed.emit()
    assert built == []  # a press is painted first
    qtbot.waitUntil(lambda: built == [page])
    assert shell.session.front is front
    assert preparation._timer.interval() == QUIET_MS  # the others wait for the touch
    button.clicked.emit()
    assert built == [page]
    assert shell.session.visit.page == page


def test_a_press_is_painted_before_its_page_is_built(shell, preparation, built, qtbot):
    tab = shell.session.findChild(QAbstractButton, "tab vision")
    settle()
    paints = Paints(tab)
    built_before = []
    preparation._timer.timeout.connect(lambda: built_before.append(paints.sizes[:]))
    QTest.mousePress(tab, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: built == ["vision"])
    QTest.mouseRelease(tab, Qt.MouseButton.LeftButton)
    assert built_before[0]


def test_a_press_on_a_built_page_builds_nothing(shell, preparation, until_done, built):
    until_done()
    built.clear()
    shell.session.findChild(QAbstractButton, "tab vision").pressed.emit()
    until_done()
    assert built == []


def test_a_press_in_another_session_is_forgotten(shell, preparation, until_done, built):
    shell.session.findChild(QAbstractButton, "tab vision").pressed.emit()
    shell.open(Visit())
    built.clear()
    preparation._timer.start(0)
    until_done()
    assert built[0] != "vision"


def test_a_page_that_cannot_be_built_is_told_and_the_visit_goes_on(
    shell, until_done, bugs, monkeypatch
):
    session = shell.session

    def fail(*_, **__):
        raise ValueError

    monkeypatch.setattr(PageView, "__init__", fail)
    until_done()
    assert [type(bug) for bug in bugs] == [ValueError]
    assert shell.session is session
