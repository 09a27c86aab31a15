"""Where in its window a visit is drawn, in which shape, and which way it runs."""

from PySide6.QtCore import QRect, QSize, Qt

from kiosk.content.packs import Pack
from kiosk.domain.layout import ScreenLayout
from kiosk.domain.reach import area_for
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style.text_measure import needs_of


def area_of(size: QSize, material: ViewContext, visit: Visit) -> QRect:
    """Return the part of a window that a visit is drawn in."""
    px = material.look.metrics.px_per_mm
    size_mm = size.width() / px, size.height() / px
    area = area_for(visit.preferences.reach, size_mm, material.lower_edge_mm)
    edges = (area.left, area.top, area.width, area.height)
    return QRect(*(round(edge * px) for edge in edges)) & QRect(0, 0, *size.toTuple())


def shape_of(size: QSize, material: ViewContext, visit: Visit) -> ScreenLayout:
    """Return how a visit is laid out in a window of this size."""
    area, pages, look = (
        area_of(size, material, visit),
        material.pack.pages,
        material.look,
    )
    width_mm, listening = (
        area.width() / look.metrics.px_per_mm,
        visit.preferences.listening,
    )
    needs = needs_of(material.pack, look, width_mm, listening=listening)
    return ScreenLayout.of(area.size().toTuple(), len(pages), look.metrics, needs)


def direction_of(pack: Pack) -> Qt.LayoutDirection:
    """Return which way a pack's words run, and all that stands beside them."""
    way = Qt.LayoutDirection
    return way.RightToLeft if pack.rtl else way.LeftToRight
