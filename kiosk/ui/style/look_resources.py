"""The fonts, palettes and painted boxes of one look, each made once."""

from PySide6.QtCore import QMargins
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kiosk.domain.metrics import Length
from kiosk.ui.style.box_painter import BoxPainter
from kiosk.ui.style.box_styles import PADDED
from kiosk.ui.style.boxes import Box, Side
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, TextStyle
from kiosk.ui.style.text_measure import font_of
from kiosk.ui.style.text_styles import BODY, TEXTS, TEXTS_OF_CHOSEN, Text


class LookResources:
    """What widgets in a look are styled with; `font` and `palette` of most text."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.boxes = BoxPainter(look)
        self._fonts: dict[Text, QFont] = {}
        self._palettes: dict[Colour, QPalette] = {}

    @property
    def font(self) -> QFont:
        """The font of body text."""
        return self._font(BODY)

    @property
    def palette(self) -> QPalette:
        """The palette of body text on a page."""
        return self._palette(BODY.colour)

    def style_sample(self, button: QPushButton) -> None:
        """Style a button and its labels in this look instead of the application's."""
        for widget in (button, *button.findChildren(QWidget)):
            widget.setProperty(Property.OWN_LOOK, self)

    def style_text(self, widget: QWidget, style: TextStyle, *, chosen: bool) -> None:
        """Set the font and colour of a text style, and the room around its words.

        Text about trouble stays as Qt has it.
        """
        text = (TEXTS_OF_CHOSEN.get(style) if chosen else None) or TEXTS.get(style)
        if not text:
            return
        widget.setFont(self._font(text))
        widget.setPalette(self._palette(text.colour))
        if style in PADDED and isinstance(widget, QLabel):
            widget.setMargin(self._px(Length.PAD_SMALL))

    def room(self, box: Box) -> QMargins:
        """Return the room in pixels that the edges of a box take."""
        width = self._px(box.width) if box.width else 0
        margins = QMargins(width, width, width, width)
        if box.mark and box.mark.side is Side.BOTTOM:
            margins.setBottom(self._px(box.mark.width))
        return margins

    def _px(self, length: Length) -> int:
        return self.look.metrics.length_px(length)

    def _font(self, text: Text) -> QFont:
        if text not in self._fonts:
            self._fonts[text] = font_of(self.look, text.size, bold=text.bold)
        return self._fonts[text]

    def _palette(self, colour: Colour) -> QPalette:
        if colour not in self._palettes:
            palette, roles = QPalette(), QPalette.ColorRole
            for role in (roles.WindowText, roles.Text, roles.ButtonText):
                palette.setColor(role, QColor(self.look.colours[colour]))
            for role in (roles.Window, roles.Base):
                palette.setColor(role, QColor(self.look.colours[Colour.SURFACE]))
            # QLabel shows the sentence that is read aloud as a selection
            palette.setColor(roles.Highlight, QColor(self.look.colours[Colour.ACCENT]))
            marked = QColor(self.look.colours[Colour.ON_ACCENT])
            palette.setColor(roles.HighlightedText, marked)
            self._palettes[colour] = palette
        return self._palettes[colour]
