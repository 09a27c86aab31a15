"""The black screen of the night."""

from PySide6.QtWidgets import QFrame

from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role


class DarkView(QFrame):
    """A black area; a touch on it is handled elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.DARK)
