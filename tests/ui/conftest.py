"""What a visitor sees and touches, as tests see and touch it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kiosk.app.loading import ContentLoader, register_fonts
from kiosk.domain.booking import Booking
from kiosk.domain.clinic import Clinic
from kiosk.domain.metrics import Metrics
from kiosk.domain.opening_hours import Hours
from kiosk.domain.visit import Visit
from kiosk.files.settings import Settings
from kiosk.ui.window.session import Session
from kiosk.ui.window.shell import Shell
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


def photograph(code: QWidget) -> Image.Image:
    """Return the picture of a code, as a camera would see it."""
    grey = code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = grey.size().toTuple(), grey.bytesPerLine()
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", stride)


def scanned(code: QWidget) -> str:
    """Return what a phone reads in a code."""
    [read] = zxingcpp.read_barcodes(photograph(code))
    return read.text


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")
    settle()


@pytest.fixture(autouse=True)
def without_speech(monkeypatch):
    """Leave the machine's own speech server alone, and do not depend on it."""
    monkeypatch.setattr("kiosk.app.kiosk.has_speech", lambda: False)


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
def material(stock):
    return stock.of(Visit())


@pytest.fixture
def wearing(qapp, material, qtbot):
    """Show a widget by itself, in the style it has in a kiosk."""
    kept = []  # qtbot keeps no widget alive

    def show(widget, size, style=material.look.style):
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
        material = stock.of(visit)
        qapp.setStyleSheet(material.look.style)  # a session measures itself in it
        shown = Session(material, QSize(*size), visit)
        return wearing(shown, size, material.look.style)

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
