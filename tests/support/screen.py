"""What a visitor sees and touches in a window of the test's own process."""

from pathlib import Path

import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)

from kiosk.domain.booking import Booking
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import Hours
from kiosk.files.settings import Settings
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.style.look import Look

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)
WIDTH_MM = 476.0
CLINIC = Clinic(
    name="Alaa Arif",
    phone="01 23 45",
    emergency_number="112",
    hours=Hours.parse({"monday": "09:00-17:00", "sunday": "closed"}),
    booking=Booking("https://clinic.example/book?about={topic}"),
)
SETTINGS = Settings(path=Path("clinic.toml"), clinic=CLINIC)


def put_on(application: QApplication, look: Look | None) -> None:
    """Have all widgets made in a look from now on, unless they are."""
    style = kiosk_style(application)
    if look is not style.look:
        style.use(look)


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


def way_to(root: QWidget, page: str) -> QAbstractButton:
    """Return what leads to a page: its tab, the bar's first control or the card."""
    name = {"home": "home", "book": "dock"}.get(page, f"tab {page}")
    [button] = [b for b in seen(root, QAbstractButton) if b.objectName() == name]
    return button


def go(root: QWidget, page: str) -> None:
    """Touch what leads to a page."""
    way_to(root, page).click()
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
