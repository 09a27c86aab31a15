"""The sources of a page, each of which offers its address as a code."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import Source
from kiosk.ui.context import ViewContext
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    QR_CODE_VIEW_MARGINS,
    SOURCE_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.style.properties import set_role
from kiosk.ui.widgets.reading_area import ReadingArea
from kiosk.ui.widgets.touch_button import TouchButton, way_back


class SourcesView(QFrame):
    """A button for each source that has an address. Emits `closed`."""

    closed = Signal()
    qr_code_requested = Signal(Link)

    def __init__(self, sources: tuple[Source, ...], context: ViewContext) -> None:
        super().__init__()
        set_role(self, Role.OVERLAY)
        strings, look = context.pack.strings, context.look
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(QR_CODE_VIEW_MARGINS.in_px(look.metrics.px))
        column.setSpacing(look.metrics.px(Space.GAP))
        column.addWidget(labels.heading(strings.sources, TextStyle.TITLE))
        for source in sources:
            column.addWidget(self._source(source, context))
        back = way_back(strings.close_code, look)
        back.clicked.connect(self.closed)
        column.addSpacing(look.metrics.px(Space.GAP))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingArea(page, strings, look))

    def _source(self, source: Source, context: ViewContext) -> QWidget:
        words = context.pack.apart(source.citation)
        if not source.address:
            look, row = context.look, QWidget()
            column = QVBoxLayout(row)
            edges = SOURCE_MARGINS.in_px(look.metrics.px, mirrored=look.mirrored)
            column.setContentsMargins(edges)
            column.addWidget(labels.plain(words, TextStyle.SOURCE))
            return row
        link = Link(source.citation, source.address)
        icon = context.look.icon("code", Colour.ACCENT, IconSize.MARK)
        button = TouchButton(words, icon, context.look, role=Role.LINK)
        button.clicked.connect(partial(self.qr_code_requested.emit, link))
        return button
