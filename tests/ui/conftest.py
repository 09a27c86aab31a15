"""Show a widget, a session or a whole window in the test's own process."""

from collections.abc import Iterator
from functools import cache, partial

import pytest
from PySide6.QtCore import QSize

from kiosk.app.loading import register_fonts
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets import qr_code
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
from tests.support.contexts import contexts_of
from tests.support.screen import LANDSCAPE, SETTINGS, WIDTH_MM, put_on, settle


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp) -> Iterator[None]:
    yield
    settle()
    qapp.setStyleSheet("")
    put_on(qapp, None)


@pytest.fixture(autouse=True, scope="session")
def each_code_is_made_once() -> Iterator[None]:
    """Keep each code that is made: to make them took a tenth of the tests' time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(qr_code, "_modules", cache(qr_code._modules))
        yield


@pytest.fixture(scope="session")
def fonts(qapp):
    register_fonts()


@pytest.fixture(scope="session")
def shipped(fonts):
    """Load the shipped content for a screen once, however many tests ask for it."""
    return cache(partial(contexts_of, SETTINGS))


@pytest.fixture
def contexts_for(shipped):
    """Return what sessions are drawn from on a screen, in the shipped content."""

    def contexts(size, width_mm, *, is_open=True, settings=SETTINGS, speech=False):
        metrics = Metrics.of_screen(size, width_mm)
        if settings is SETTINGS:
            return shipped(metrics, is_open=is_open, speech=speech)
        return contexts_of(settings, metrics, is_open=is_open, speech=speech)

    return contexts


@pytest.fixture
def contexts(contexts_for):
    return contexts_for(LANDSCAPE, WIDTH_MM)


@pytest.fixture
def context(contexts):
    return contexts.of(Visit())


@pytest.fixture
def wearing(qapp, context, qtbot):
    """Show a widget by itself, in the style it has in a kiosk."""
    kept = []  # qtbot keeps no widget alive

    def show(widget, size, look=context.look):
        qtbot.addWidget(widget)
        kept.append(widget)
        put_on(qapp, look)
        widget.resize(*size)
        widget.show()
        settle()
        return widget

    return show


@pytest.fixture
def session(qapp, contexts, wearing):
    """Show the session of a visit, in landscape or in portrait."""

    def show(visit=Visit(), size=LANDSCAPE, contexts=contexts):  # noqa: B008 - a frozen value
        context = contexts.of(visit)
        put_on(qapp, context.look)  # a session measures itself in it
        shown = Session(context, QSize(*size), visit)
        return wearing(shown, size, context.look)

    return show


@pytest.fixture
def shell(qapp, contexts, qtbot):
    shell = Shell(kiosk_style(qapp))
    qtbot.addWidget(shell)
    shell.resize(*LANDSCAPE)
    shell.start(contexts)
    shell.show()
    settle()
    return shell
