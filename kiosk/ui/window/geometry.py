"""Apply reach, layout and text direction to a window of a given size."""

from PySide6.QtCore import QSize, Qt

from kiosk.content.packs import Pack
from kiosk.domain.layout import ReachableArea, ScreenLayout
from kiosk.domain.layout_fitting import layout_of
from kiosk.domain.preferences import Reach
from kiosk.domain.reach import area_for
from kiosk.domain.visit import Visit
from kiosk.ui.context import ViewContext
from kiosk.ui.style.text_measure import needs_of
from kiosk.ui.widgets.tab_rail import pages_with_tab

_HANDS_AT_RIGHT = {Reach.LEFT: False, Reach.RIGHT: True}


def reachable_area_of(size: QSize, context: ViewContext, visit: Visit) -> ReachableArea:
    """Return the part of a window that has tabs and bar, and at which side tabs are."""
    px, reach = context.look.metrics.px_per_mm, visit.preferences.reach
    size_mm = size.width() / px, size.height() / px
    area = area_for(reach, size_mm, context.lower_edge_mm)
    return ReachableArea(area, _HANDS_AT_RIGHT.get(reach, context.pack.rtl))


def screen_layout_of(size: QSize, context: ViewContext, visit: Visit) -> ScreenLayout:
    """Return how a visit is laid out in a window of this size."""
    pack, look = context.pack, context.look
    pages = pages_with_tab(pack.pages)
    needs = needs_of(pack, pages, look, size.width())
    reach = reachable_area_of(size, context, visit)
    layout = layout_of(size.toTuple(), len(pages), look.metrics, needs, reach)
    if not context.notices:
        return layout
    from kiosk.ui.widgets.urgent_notices import UrgentNotices

    room = QSize(layout.page.width, layout.page.height)
    return layout.with_notice(UrgentNotices(context, room).height_px)


def direction_of(pack: Pack) -> Qt.LayoutDirection:
    """Return the direction of a pack's text, which is that of the layout too."""
    way = Qt.LayoutDirection
    return way.RightToLeft if pack.rtl else way.LeftToRight
