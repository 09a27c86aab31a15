"""What a desktop window offers, and the kiosk does not."""

import ast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QMenu, QWidget

from kiosk.ui.input.event_chain import EventChain, Handlers
from kiosk.ui.input.lockdown import HOVERS, Lockdown
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.input_devices import InputDevices
from tests.support.screen import LANDSCAPE, seen, settle
from tests.support.shipped import RESOURCES

KIOSK = RESOURCES.parent / "kiosk"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CHORDS = [
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_W, CTRL),
    (Qt.Key.Key_P, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_O, CTRL),
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
]


@pytest.fixture
def locked(qapp, contexts, qtbot):
    shell = Shell(kiosk_style(qapp), locked=True)
    qtbot.addWidget(shell, before_close_func=unlock)
    shell.resize(*LANDSCAPE)
    shell.start(contexts)
    shell.show()
    EventChain(shell, Handlers(lockdown=Lockdown(shell)))
    settle()
    return shell


def unlock(shell):
    shell._is_locked = False


class Listener(QWidget):
    """Note which events reach a widget of the window."""

    def __init__(self, parent):
        super().__init__(parent)
        self.heard = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(parent.size())
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event):
        self.heard.append(event.type())
        return super().event(event)


@pytest.mark.parametrize(("key", "modifier"), CHORDS)
def test_no_key_that_commands_reaches_the_program(locked, key, modifier):
    listener = Listener(locked)
    InputDevices(locked).press(key, modifier)
    assert QEvent.Type.KeyPress not in listener.heard
    assert locked.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_keys_that_move_about_and_choose_still_do(locked, key):
    listener = Listener(locked)
    InputDevices(locked).press(key)
    assert QEvent.Type.KeyPress in listener.heard


def test_a_request_to_close_is_refused(locked):
    """Alt+F4 and the window manager's close button send the same request."""
    assert not locked.close()
    assert locked.isVisible()


def test_a_window_of_an_author_closes(shell):
    assert shell.close()


@pytest.mark.parametrize("button", ["RightButton", "MiddleButton", "BackButton"])
def test_no_other_button_of_a_mouse_reaches_the_program(locked, button):
    listener = Listener(locked)
    InputDevices(locked).click(500, 500, getattr(Qt.MouseButton, button))
    assert QEvent.Type.MouseButtonPress not in listener.heard
    assert QEvent.Type.ContextMenu not in listener.heard


def test_no_context_menu_comes_up(locked, qapp):
    listener = Listener(locked)
    reason = QContextMenuEvent.Reason.Keyboard
    spot = QPoint(500, 500)
    qapp.sendEvent(locked.windowHandle(), QContextMenuEvent(reason, spot, spot))
    assert QEvent.Type.ContextMenu not in listener.heard
    assert not [w for w in qapp.topLevelWidgets() if isinstance(w, QMenu)]


# 6.12 wants a QPointF, which 6.8 does not take
@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_nothing_can_be_dropped_on_it(locked, qapp):
    data = QMimeData()
    data.setText("file:///etc/passwd")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 500), copy, data, left, plain)
    listener = Listener(locked)
    listener.setAcceptDrops(True)
    qapp.sendEvent(locked.windowHandle(), enter)
    assert QEvent.Type.DragEnter not in listener.heard


def test_no_widget_takes_drops_or_opens_a_menu(locked):
    for page in locked.session.pages:
        locked.session.go_to(page.id)
    takers = [w for w in seen(locked, QWidget) if w.acceptDrops()]
    assert [w for w in takers if not isinstance(w, QAbstractScrollArea)] == []


def test_there_is_no_title_bar_and_no_dialog(locked, qapp):
    assert not [w for w in qapp.topLevelWidgets() if isinstance(w, QDialog)]


def test_the_cursor_is_gone_after_a_touch(locked):
    devices = InputDevices(locked)
    devices.tap(500, 500)
    assert locked.cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_mouse_that_wanders_has_an_arrow_until_it_presses(locked):
    for step in range(HOVERS + 1):
        QTest.mouseMove(locked.windowHandle(), QPoint(500 + 9 * step, 500))
    settle()
    assert locked.cursor().shape() is Qt.CursorShape.ArrowCursor
    InputDevices(locked).click(500, 500)
    assert locked.cursor().shape() is Qt.CursorShape.BlankCursor


def drag(locked, buttons):
    """Move as a touchscreen that plays a mouse does: with the button down."""
    window, plain = locked.windowHandle(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, buttons, plain, QPoint(500, 900))
    for step in range(3 * HOVERS):
        QTest.mouseMove(window, QPoint(500, 900 - 20 * step))
        assert locked.cursor().shape() is Qt.CursorShape.BlankCursor
    QTest.mouseRelease(window, buttons, plain, QPoint(500, 500))
    settle()


@pytest.mark.parametrize("button", ["LeftButton", "RightButton"])
def test_no_arrow_shows_while_a_touchscreen_that_plays_a_mouse_is_dragged(
    locked, button
):
    drag(locked, getattr(Qt.MouseButton, button))
    assert locked.cursor().shape() is Qt.CursorShape.BlankCursor


def test_no_arrow_shows_after_one_drag_and_the_first_move_of_the_next(locked):
    drag(locked, Qt.MouseButton.LeftButton)
    QTest.mouseMove(locked.windowHandle(), QPoint(500, 900))
    drag(locked, Qt.MouseButton.LeftButton)
    assert locked.cursor().shape() is Qt.CursorShape.BlankCursor


def test_no_arrow_shows_while_a_finger_is_dragged(locked):
    devices = InputDevices(locked)
    devices.put_finger_down(500, 900)
    for step in range(3 * HOVERS):
        devices.move_finger(500, 900 - 20 * step)
        assert locked.cursor().shape() is Qt.CursorShape.BlankCursor
    devices.lift_finger(500, 500)
    assert locked.cursor().shape() is Qt.CursorShape.BlankCursor


FORBIDDEN = {
    *("QDesktopServices", "QFileDialog", "QMessageBox", "QInputDialog", "QMenu"),
    *("QPrintDialog", "QColorDialog", "webbrowser", "setOpenExternalLinks"),
}


def names_in(path):
    """Return every name a module uses or imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Name | ast.alias):
            yield node.id if isinstance(node, ast.Name) else node.name
        elif isinstance(node, ast.Attribute):
            yield node.attr


def test_no_part_of_the_program_can_open_a_path_or_an_address():
    used = {path: set(names_in(path)) & FORBIDDEN for path in KIOSK.rglob("*.py")}
    assert {path: names for path, names in used.items() if names} == {}
