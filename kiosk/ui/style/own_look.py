"""Dress a button in a look that is not that of the screen: as a sample of it."""

from string import Template

from PySide6.QtWidgets import QPushButton

from kiosk.ui.style.look import Look

_SHEET = Template("""
QPushButton { background: $tile; border: $border solid $tile_line; }
QPushButton { border-radius: $radius; }
QPushButton:checked { background: $accent_soft; border: $thick solid $accent; }
QPushButton:focus { border: $ring solid $focus; }
QLabel { background: transparent; color: $heading; font-size: $text_body; }
""")


def dress(button: QPushButton, look: Look) -> None:
    """Give a button the colours and the text size of a look."""
    names = {**look.colours, **look.metrics.lengths}
    button.setStyleSheet(_SHEET.substitute(names))
