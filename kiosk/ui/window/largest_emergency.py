"""The emergency in the largest text that fits the whole glass."""

from PySide6.QtCore import QMargins, QSize

from kiosk.ui.context import ViewContext
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.emergency_size import EMERGENCY_SIZES, Glass
from kiosk.ui.widgets.fitted_page import fits


def largest_emergency(
    answers: frozenset[str],
    context: ViewContext,
    size: QSize,
    around_foot: QMargins,
    *,
    listening: bool,
) -> EmergencyView:
    """Return the view of an emergency; its smallest text if none fits."""
    glass = Glass(size, around_foot)
    for each in EMERGENCY_SIZES:
        view = EmergencyView(
            answers, context, glass=glass, listening=listening, size=each
        )
        if fits(view, glass.size):
            break
    return view
