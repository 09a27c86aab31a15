"""The booking code is read from a picture of every screen, one touch away."""

from itertools import product

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton

from benchmarks.page_figures import settle
from benchmarks.pages import GLASSES, LARGEST, ordinary_settings
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.screen import seen

ADDRESS = "https://riverside.example/book?about=book"
LANGUAGES = ("en", "es", "ar")
WAYS = {"booking", "dock", "tab book"}


@pytest.fixture(scope="session")
def ordinary():
    return ordinary_settings()


@pytest.fixture
def shell(qapp, qtbot, contexts_for, ordinary, request):
    glass = GLASSES[request.param]
    shell = Shell(kiosk_style(qapp))
    qtbot.addWidget(shell)
    shell.resize(*glass.size)
    contexts = contexts_for(glass.size, glass.width_mm, settings=ordinary, speech=True)
    shell.start(contexts)
    shell.show()
    return shell


def photograph(shell):
    """Return the picture of a window, half as large, as from a phone further off."""
    grey = shell.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = grey.size().toTuple(), grey.bytesPerLine()
    photo = Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", stride)
    return photo.resize((size[0] // 2, size[1] // 2))


@pytest.mark.parametrize("shell", GLASSES, indirect=True)
@pytest.mark.parametrize("text", [0, LARGEST])
def test_the_code_is_read_with_no_touch_more_than_book(shell, text):
    for language, listening in product(LANGUAGES, (False, True)):
        wanted = Preferences(text=text, listening=listening)
        shell.open(Visit(language=language, preferences=wanted))
        settle()
        buttons = seen(shell, QAbstractButton)
        [way] = [it for it in buttons if it.objectName() in WAYS]
        assert way.visibleRegion().contains(way.rect().center())
        way.click()
        settle()
        read = [code.text for code in zxingcpp.read_barcodes(photograph(shell))]
        assert ADDRESS in read, (language, listening)
