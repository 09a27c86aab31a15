"""The urgent notices above a page, such as a recall."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.content.bidi import runs_right_to_left
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import URGENT_NOTICE_MARGINS, IconSize, Space
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea

_LARGEST_SHARE = 0.28
"""How much of a page's height they take: more, and the page could not be used."""

_SIZES = (TextStyle.URGENT_NOTICE, TextStyle.URGENT_NOTICE_SMALL)


class UrgentNotices(QWidget):
    """Each notice in its own direction, in a frame that is `height_px` high at a width.

    Their words are as large as the strip's, where that leaves the page its room; where
    it does not they are of usual size, and scroll if that is too much, too.
    """

    def __init__(self, context: ViewContext, room: QSize) -> None:
        """`room` is the page's and theirs, in pixels."""
        super().__init__()
        most = int(room.height() * _LARGEST_SHARE)
        for style in _SIZES:
            frame = _Frame(context, style)
            needed = labels.height_needed(frame, room.width())
            if needed <= most:
                break
        self.height_px = min(needed, most)
        shown: QWidget = frame
        if needed > most:
            shown = ReadingArea(frame, context.pack.strings, context.look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(shown)
        self.setAccessibleName(context.pack.strings.urgent_notice)


class _Frame(QFrame):
    """The notices one below the other."""

    def __init__(self, context: ViewContext, style: TextStyle) -> None:
        super().__init__()
        set_role(self, Role.URGENT_NOTICE)
        self._look = context.look
        px = self._look.metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(URGENT_NOTICE_MARGINS.in_px(px))
        column.setSpacing(px(Space.GAP))
        for notice in context.notices:
            column.addWidget(self._row(notice, style))

    def _row(self, notice: UrgentNotice, style: TextStyle) -> QWidget:
        """Return a notice beside its mark, in the direction of its own language."""
        row = QWidget()
        way = Qt.LayoutDirection
        is_rtl = runs_right_to_left(notice.text)
        row.setLayoutDirection(way.RightToLeft if is_rtl else way.LeftToRight)
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(self._look.metrics.px(Space.GAP))
        icon = self._look.icon("notice", Colour.SAME_DAY_INK, IconSize.MARK)
        beside.addWidget(labels.drawing(icon), 0, Qt.AlignmentFlag.AlignTop)
        words = labels.plain(notice.text, style)
        words.setProperty(LANGUAGE, notice.language)
        beside.addWidget(words, 1)
        return row
