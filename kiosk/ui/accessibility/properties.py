"""Properties of widgets for which Qt has no word: the language of their text."""

from PySide6.QtWidgets import QWidget

LANGUAGE = "language"
"""The property of a widget whose words are in another language than the session's."""


def language_of(widget: QWidget) -> str:
    """Return the language of a widget's words, or nothing: that of the session."""
    above: QWidget | None = widget
    while above:
        if language := above.property(LANGUAGE):
            return str(language)
        above = above.parentWidget()
    return ""
