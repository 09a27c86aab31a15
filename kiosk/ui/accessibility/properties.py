"""Properties that Qt lacks: the language of a text, and decoration."""

from PySide6.QtWidgets import QLabel, QWidget

_LEFT_OUT = "qt_rubberband"

LANGUAGE = "language"
"""The property of a widget whose text is in another language than the session."""


_LEADS_ON = "leadsOn"


def leads_on(control: QWidget) -> None:
    """Say that a control leads through the text: a voice that reads leaves it out."""
    control.setProperty(_LEADS_ON, True)  # noqa: FBT003 - Qt's


def is_way_on(control: QWidget) -> bool:
    """Check whether a control leads through the text."""
    return bool(control.property(_LEADS_ON))


def language_of(widget: QWidget) -> str:
    """Return the language of a widget's text; empty for that of the session."""
    above: QWidget | None = widget
    while above:
        if language := above.property(LANGUAGE):
            return str(language)
        above = above.parentWidget()
    return ""


def decorative(label: QLabel) -> QLabel:
    """Keep a label from screen readers: it decorates, or a button has its text.

    Qt leaves out no widget but those that are named like its own rubber band.
    """
    label.setObjectName(_LEFT_OUT)
    return label
