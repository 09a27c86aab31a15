"""A black screen for the night. Whoever touches it wakes it."""

from PySide6.QtWidgets import QFrame


class DarkView(QFrame):
    """Nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "dark")
