"""Tell a screen reader what has changed. Where none listens, it costs nothing."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have `words` spoken; what is `urgent` interrupts what is being said."""
    if not QAccessible.isActive():
        return
    politeness = QAccessible.AnnouncementPoliteness
    said = QAccessibleAnnouncementEvent(widget, words)
    said.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(said)
