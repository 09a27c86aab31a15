"""What stands on the screen when the kiosk cannot: never a blank.

Its words are written here, in English, because the content may be what is broken.
"""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.ui import labels

_LOCAL = "your local emergency number"


class TroubleView(QFrame):
    """For visitors: whom to ask. For staff: what is wrong, in one line."""

    def __init__(self, problem: str, emergency_number: str = "") -> None:
        super().__init__()
        self.setProperty("role", "trouble")
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 60, 80, 60)
        column.setSpacing(28)
        column.addStretch(1)
        number = emergency_number or _LOCAL
        for text, style in (
            ("This screen is not working", "trouble_title"),
            ("Please ask at reception.", "trouble"),
            ("Trouble breathing, swallowing or speaking?", "trouble_title"),
            (f"Tell a member of staff now, or call {number}.", "trouble"),
        ):
            column.addWidget(labels.plain(text, style))
        column.addStretch(1)
        column.addWidget(labels.plain(f"For staff: {problem}", "trouble_staff"))
