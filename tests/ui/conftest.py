"""Show a widget, a session or a whole window in the test's own process."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from kiosk.app.loading import ContentLoader, register_fonts
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
from tests.support.screen import LANDSCAPE, SETTINGS, WIDTH_MM, settle
from tests.support.shipped import refuse


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")
    settle()


@pytest.fixture(scope="session")
def fonts(qapp):
    register_fonts()


@pytest.fixture
def stocked(fonts):
    """Stock a kiosk for a screen with the shipped languages, or with some of them."""

    def gather(size, width_mm, *, staffed=True, settings=SETTINGS, speech=False):
        metrics = Metrics.of_screen(size, width_mm)
        gatherer = ContentLoader.of(settings, None, refuse)
        return replace(gatherer.gather(metrics, staffed=staffed), speech=speech)

    return gather


@pytest.fixture
def stock(stocked):
    return stocked(LANDSCAPE, WIDTH_MM)


@pytest.fixture
def context(stock):
    return stock.of(Visit())


@pytest.fixture
def wearing(qapp, context, qtbot):
    """Show a widget by itself, in the style it has in a kiosk."""
    kept = []  # qtbot keeps no widget alive

    def show(widget, size, style=context.look.style):
        qtbot.addWidget(widget)
        kept.append(widget)
        qapp.setStyleSheet(style)
        widget.resize(*size)
        widget.show()
        settle()
        return widget

    return show


@pytest.fixture
def session(qapp, stock, wearing):
    """Show the session of a visit, in landscape or in portrait."""

    def show(visit=Visit(), size=LANDSCAPE, stock=stock):  # noqa: B008 - a frozen value
        context = stock.of(visit)
        qapp.setStyleSheet(context.look.style)  # a session measures itself in it
        shown = Session(context, QSize(*size), visit)
        return wearing(shown, size, context.look.style)

    return show


@pytest.fixture
def shell(qapp, stock, qtbot):
    shell = Shell(qapp.setStyleSheet)
    qtbot.addWidget(shell)
    shell.resize(*LANDSCAPE)
    shell.start(stock)
    shell.show()
    settle()
    return shell
