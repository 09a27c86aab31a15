"""What a session asks for comes after its widgets have done their work."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Signal
from shiboken6 import isValid

from kiosk.domain.preferences import ColourScheme, Preferences
from kiosk.domain.visit import Visit
from tests.support.screen import settle

DARK = Visit(page="check", preferences=Preferences(theme=ColourScheme.DARK))
LARGE = Visit(page="check", preferences=Preferences(text=3))
NEW = Visit(page="home")
ANSWERED = Visit(page="check", answers=frozenset({"drooping-eyelid"}))


class Paints(QObject):
    """Tells when a widget is painted."""

    painted = Signal()

    def eventFilter(self, _, event):
        if event.type() == QEvent.Type.Paint:
            self.painted.emit()
        return False


@pytest.fixture
def session(shell):
    shell.open(ANSWERED)
    settle()
    return shell.session


def test_no_widget_is_deleted_while_its_signal_is_out(shell, session):
    session.visit_change_requested.emit(DARK)
    assert isValid(session)
    settle()
    assert shell.session.visit == DARK


def test_a_session_in_another_style_is_gone_before_the_next_is_built(shell, session):
    there = []
    shell.session_started.connect(lambda _: there.append(isValid(session)))
    session.visit_change_requested.emit(LARGE)
    settle()
    assert there == [False]


def test_the_window_is_never_painted_without_a_session(shell, session, qtbot):
    shell.show()
    qtbot.waitExposed(shell)
    painted = []
    shell.installEventFilter(watch := Paints(shell))
    watch.painted.connect(lambda: painted.append(shell.session_shown))
    session.visit_change_requested.emit(DARK)
    qtbot.waitUntil(lambda: len(painted) > 0)
    assert None not in painted


def test_the_last_of_two_wishes_counts(shell, session):
    session.visit_change_requested.emit(DARK)
    session.visit_change_requested.emit(LARGE)
    settle()
    assert shell.session.visit == LARGE


@pytest.mark.parametrize("finishes_first", [True, False])
def test_a_visit_that_is_finished_does_not_come_back(shell, session, finishes_first):
    wishes = [
        session.finished.emit,
        lambda: session.visit_change_requested.emit(replace(ANSWERED, language="es")),
    ]
    for wish in wishes if finishes_first else reversed(wishes):
        wish()
    settle()
    settle()
    assert shell.session.visit == NEW


def test_a_visit_that_ended_by_itself_does_not_come_back(shell, session):
    session.visit_change_requested.emit(replace(ANSWERED, language="es"))
    shell.start_over()
    settle()
    assert shell.session.visit == NEW


def test_a_finished_visit_in_another_style_leaves_the_usual_one(shell, context):
    shell.open(DARK)
    settle()
    before = shell.session
    before.finished.emit()
    settle()
    assert (shell.session.visit, isValid(before)) == (NEW, False)
    assert shell.stack.is_in(context.look)


def test_in_trouble_nothing_is_asked_for(shell, session):
    session.visit_change_requested.emit(DARK)
    shell.show_trouble("no content")
    settle()
    assert shell.session is None
