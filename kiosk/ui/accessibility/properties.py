"""What Qt lacks a property for: the language of a text, and decoration."""

from PySide6.QtWidgets import QWidget

LANGUAGE = "language"
"""The property of a widget whose text is in another language than the session."""


def language_of(widget: QWidget) -> str:
    """Return the language of a widget's text; empty for that of the session."""
    above: QWidget | None = widget
    while above:
        if language := above.property(LANGUAGE):
            return str(language)
        above = above.parentWidget()
    return ""
