"""Expose headings to screen readers: Qt itself has labels and no headings."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel

PROPERTY = "heading"


def expose_headings() -> None:
    """Install a factory, which Qt calls only where a screen reader runs.

    The factory returns a class of Qt, so that Qt calls no Python later. PySide6 6.11
    leaks some 250 bytes for each object, without text; so it is made for headings
    alone.
    """
    QAccessible.installFactory(_heading)


def _heading(kind: str, thing: QObject) -> QAccessibleWidget | None:
    if kind == "QLabel" and isinstance(thing, QLabel) and thing.property(PROPERTY):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    return None
