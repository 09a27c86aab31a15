"""What a visitor sees and touches, as tests see and touch it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kiosk.domain.booking import Booking
from kiosk.domain.clinic import Clinic
from kiosk.domain.hours import Hours
from kiosk.domain.metrics import Metrics
from kiosk.domain.shape import Shape
from kiosk.domain.visit import Visit
from kiosk.files.settings import Settings
from kiosk.gathering import Gatherer, register_fonts
from kiosk.ui.session import Session
from kiosk.ui.shell import Shell
from tests.conftest import refuse

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)
WIDTH_MM = 476.0
CLINIC = Clinic(
    name="Alaa Arif",
    phone="01 23 45",
    emergency_number="112",
    hours=Hours.of({"monday": "09:00-17:00", "sunday": "closed"}),
    booking=Booking("https://clinic.example/book?about={topic}"),
)
SETTINGS = Settings(path=Path("clinic.toml"), clinic=CLINIC)


def settle() -> None:
    """Let Qt delete what it was asked to, and lay out what is left."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def seen(root: QWidget, kind: type[QWidget]) -> list:
    """Return the widgets of a kind that are on the screen, or a scroll away."""
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def read(label: QLabel) -> str:
    """Return what an eye reads on a label, whatever it is written in."""
    text, written = label.text(), label.textFormat()
    guessed = written is Qt.TextFormat.AutoText and RichText.mightBeRichText(text)
    if not guessed and written is not Qt.TextFormat.RichText:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def words(root: QWidget) -> list[str]:
    """Return everything there is to read."""
    return [read(label) for label in seen(root, QLabel)]


def offers(root: QWidget, said: str) -> list[QAbstractButton]:
    """Return what can be touched under these words."""
    return [b for b in seen(root, QAbstractButton) if b.accessibleName() == said]


def touch(root: QWidget, said: str) -> None:
    """Scroll to what has these words, and press it."""
    [button] = offers(root, said)
    for area in seen(root, QScrollArea):
        if area.isAncestorOf(button):
            area.ensureWidgetVisible(button, 0, button.height())
    settle()
    button.click()
    settle()


def place(widget: QWidget) -> QRect:
    """Return where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")
    settle()


@pytest.fixture(scope="session")
def fonts(qapp):
    register_fonts()


@pytest.fixture
def dressed(qapp, fonts):
    """Read the shipped pack for a screen."""

    def gather(size, width_mm, *, staffed=True, settings=SETTINGS):
        metrics = Metrics.of_screen(size, width_mm)
        gatherer = Gatherer.of(settings, None, refuse)
        material = gatherer.gather(metrics, staffed=staffed)
        qapp.setStyleSheet(material.look.style)
        return material

    return gather


@pytest.fixture
def material(dressed):
    return dressed(LANDSCAPE, WIDTH_MM)


@pytest.fixture
def session(material, qtbot):
    """Show the session of a visit, in landscape or in portrait."""
    kept = []  # qtbot keeps no widget alive

    def show(visit=Visit(), size=LANDSCAPE, material=material):  # noqa: B008 - a frozen value
        tabs, metrics = len(material.pack.pages), material.look.metrics
        shown = Session(material, Shape.of(size, tabs, metrics), visit)
        qtbot.addWidget(shown)
        kept.append(shown)
        shown.resize(*size)
        shown.show()
        settle()
        return shown

    return show


@pytest.fixture
def shell(material, qtbot):
    shell = Shell()
    qtbot.addWidget(shell)
    shell.resize(*LANDSCAPE)
    shell.start(material)
    shell.show()
    settle()
    return shell
