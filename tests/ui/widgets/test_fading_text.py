"""A text that fades in: drawn once for all frames, and all there at the end."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.style.names import TextStyle
from kiosk.ui.widgets.fade_effect import FadeEffect
from kiosk.ui.widgets.fading_text import FadingText

PAPER, INK = 255, 0


class Block(QLabel):
    """A black block that counts how often it is drawn."""

    drawn = 0

    def __init__(self, parent):
        super().__init__(parent)
        self.setStyleSheet("background: #000000")
        self.setGeometry(10, 20, 30, 40)

    def paintEvent(self, event):
        self.drawn += 1
        super().paintEvent(event)


@pytest.fixture
def paper(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet("background: #ffffff")
    widget.resize(100, 100)
    return widget


def lightness(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).lightness()


def test_a_widget_fades_in_where_it_is_and_is_drawn_once(paper):
    block = Block(paper)
    effect = FadeEffect(block)
    block.setGraphicsEffect(effect)
    seen = []
    for opacity in (0.0, 0.5, 1.0):
        effect.set_opacity(opacity)
        seen.append(lightness(paper, 12, 22))
    assert seen[0] == PAPER
    assert INK < seen[1] < PAPER
    assert seen[2] == INK
    assert (lightness(paper, 9, 22), lightness(paper, 12, 19)) == (PAPER, PAPER)
    assert block.drawn == 1


def test_after_a_while_all_of_the_text_is_there(paper, qtbot):
    text = FadingText(TextStyle.FACT, paper)
    text.setGeometry(0, 0, 100, 100)
    paper.show()
    text.show_text("Words", fades=False)
    at_once = paper.grab().toImage()
    text.show_text("Words", fades=True)
    text.layout().activate()
    assert paper.grab().toImage() != at_once
    shown = text.findChildren(QLabel)[-1]
    qtbot.waitUntil(lambda: shown.graphicsEffect() is None)
    assert paper.grab().toImage() == at_once
