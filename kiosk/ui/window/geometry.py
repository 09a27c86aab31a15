"""Apply reach, layout and text direction to a window of a given size."""

from PySide6.QtCore import QRect, QSize, Qt

from kiosk.content.packs import Pack
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.reach import area_for
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style.text_measure import needs_of


def area_of(size: QSize, context: ViewContext, visit: Visit) -> QRect:
    """Return the part of a window that a visit is drawn in."""
    px = context.look.metrics.px_per_mm
    size_mm = size.width() / px, size.height() / px
    area = area_for(visit.preferences.reach, size_mm, context.lower_edge_mm)
    edges = (area.left, area.top, area.width, area.height)
    return QRect(*(round(edge * px) for edge in edges)) & QRect(0, 0, *size.toTuple())


def screen_layout_of(size: QSize, context: ViewContext, visit: Visit) -> ScreenLayout:
    """Return how a visit is laid out in a window of this size."""
    pack, look = context.pack, context.look
    area = area_of(size, context, visit).size()
    width_mm = area.width() / look.metrics.px_per_mm
    needs = needs_of(pack, look, width_mm, listening=visit.preferences.listening)
    return ScreenLayout.of(area.toTuple(), len(pack.pages), look.metrics, needs)


def direction_of(pack: Pack) -> Qt.LayoutDirection:
    """Return the direction of a pack's text, which is that of the layout too."""
    way = Qt.LayoutDirection
    return way.RightToLeft if pack.rtl else way.LeftToRight
