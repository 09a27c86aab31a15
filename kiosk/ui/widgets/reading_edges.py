"""What lies over the edges of a text that scrolls: fades, and a bar for the place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.ui.style.lengths import POSITION_BAR_MM, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role

_RINGS = {Role.MORE: Role.RING_MORE, Role.MORE_HELP: Role.RING_MORE_HELP}
_GROUNDS = {Role.MORE: Colour.SURFACE, Role.MORE_HELP: Colour.EMERGENCY}
_BARS = {Role.MORE: Colour.ACCENT, Role.MORE_HELP: Colour.ON_EMERGENCY}
_TRACKS = {Role.MORE: Colour.LINE, Role.MORE_HELP: Colour.EMERGENCY}
_LEAST_MARK = 0.08
_MOST_HIDDEN = 0.25
"""The largest share of the area's height that the lower fade hides."""


class ReadingEdges:
    """A fade at each edge that hides text, a thin bar for the place, a focus ring.

    In an area that is high enough, the lower fade also hides the text beside and behind
    the button at the foot: a word that the button covers in part can be misread.
    """

    def __init__(self, parent: QWidget, look: Look, role: Role) -> None:
        px = look.metrics.px
        self._fade_height = px(Space.SMALL)
        self._bar_width = px(POSITION_BAR_MM)
        ground = look.colours[_GROUNDS[role]]
        self._above = _Fade(parent, ground, 2 * self._bar_width, downwards=True)
        self._below = _Fade(parent, ground, self._fade_height, downwards=False)
        self._bar = _PositionBar(
            parent, look.colours[_BARS[role]], look.colours[_TRACKS[role]]
        )
        self._ring = QFrame(parent)
        set_role(self._ring, _RINGS[role])
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()

    def lay_out(self, size: QSize, *, foot: int, mirrored: bool) -> None:
        """Take the size of the area, whose trailing side has the bar.

        The button takes `foot` pixels of the height.
        """
        width, height = size.toTuple()
        has_room = foot <= height * _MOST_HIDDEN
        hidden = max(self._fade_height, foot * has_room)
        self._below.setGeometry(0, height - hidden, width, hidden)
        self._above.setGeometry(0, 0, width, 2 * self._bar_width)
        left = 0 if mirrored else width - self._bar_width
        self._ring.setGeometry(0, 0, width, height)
        self._bar.setGeometry(left, 0, self._bar_width, height)

    def show_place(self, above: int, shown: int, below: int, *, head: int) -> None:
        """Show how many pixels of the text are above, in and below the area.

        Under the `head` of a card that stays in sight nothing fades.
        """
        self._above.setVisible(above > 0 and not head)
        self._below.setVisible(below > 0)
        self._bar.setVisible(above + below > 0)
        self._bar.show_place(above, shown, below)

    def show_focus(self, *, focused: bool) -> None:
        """Show or hide the ring around a text that has the focus."""
        self._ring.setVisible(focused)
        self._ring.raise_()


class _Fade(QWidget):
    """Covers text with the page's colour, which becomes transparent at one edge.

    `downwards`: from solid at the top to transparent; else from transparent at the top
    to solid, which it is below. The gradient is in the upper `depth` pixels.
    """

    def __init__(
        self, parent: QWidget, colour: str, depth: int, *, downwards: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._solid = QColor(colour)
        self._clear = QColor(colour)
        self._clear.setAlpha(0)
        self._depth = depth
        self._downwards = downwards
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour."""
        gradient = QLinearGradient(0, 0, 0, self._depth)
        gradient.setColorAt(0 if self._downwards else 1, self._solid)
        gradient.setColorAt(1 if self._downwards else 0, self._clear)
        painter = QPainter(self)
        painter.fillRect(event.rect(), gradient)
        painter.end()


class _PositionBar(QWidget):
    def __init__(self, parent: QWidget, colour: str, track: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour, self._track = QColor(colour), QColor(track)
        self._from, self._share = 0.0, 1.0
        self.hide()

    def show_place(self, above: int, shown: int, below: int) -> None:
        """Show which part of all is in sight."""
        whole = max(1, above + shown + below)
        self._from, self._share = above / whole, max(_LEAST_MARK, shown / whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part in sight as a thin mark on a pale line, which is all of it."""
        height = self.height() * self._share
        top = min(self.height() * self._from, self.height() - height)
        radius = self.width() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), self._track)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(0, top, self.width(), height), radius, radius)
        painter.end()
