"""A card with a way to reach the clinic: an icon, a heading, and lines below it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk.ui.style import labels
from kiosk.ui.style.lengths import CONTACT_MARGINS, IconSize, Space
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.style.properties import set_role


class ContactCard(QFrame):
    """An icon beside a heading, with other widgets and layouts below the heading."""

    def __init__(
        self,
        icon: str,
        heading: QWidget,
        below: Iterable[QWidget | QLayout],
        look: Look,
    ) -> None:
        super().__init__()
        set_role(self, Role.CONTACT)
        px = look.metrics.px
        row = QHBoxLayout(self)
        row.setContentsMargins(CONTACT_MARGINS.in_px(px))
        row.setSpacing(px(Space.SMALL))
        if not look.metrics.is_large:
            drawn = look.icon(icon, Colour.ACCENT, IconSize.CHOICE)
            row.addWidget(labels.drawing(drawn), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(Space.HAIR))
        column.addWidget(heading)
        for part in below:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        row.addLayout(column, 1)
