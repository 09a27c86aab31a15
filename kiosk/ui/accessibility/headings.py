"""Have a screen reader know headings as such: Qt itself has labels and no headings."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel

PROPERTY = "heading"


def expose_headings() -> None:
    """Ask to be asked by Qt, which it does where a screen reader runs and only there.

    What Qt is given is its own class and no Python that it would call. PySide6 6.11
    forgets to give back some 250 bytes for each, which hold no words; so this is done
    for headings alone.
    """
    QAccessible.installFactory(_heading)


def _heading(kind: str, thing: QObject) -> QAccessibleWidget | None:
    if kind == "QLabel" and isinstance(thing, QLabel) and thing.property(PROPERTY):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    return None
