"""A black screen for the night. Whoever touches it wakes it."""

from PySide6.QtWidgets import QFrame

from kiosk.ui.style.names import Role
from kiosk.ui.style.properties import set_role


class DarkView(QFrame):
    """Nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.DARK)
