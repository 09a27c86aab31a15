"""The widgets that fill the window: a session, and above it a screen between visits."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget


class ScreenStack(QObject):
    """Show one view, or one screen over it, in the style they were built for.

    `set_style_sheet` styles the whole program, so that a widget measured before it is
    shown has the style too. `view_removed` says that a widget will be deleted.
    """

    view_removed = Signal()

    def __init__(
        self, window: QWidget, set_style_sheet: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._set_style_sheet = set_style_sheet
        self._style = ""
        self._view: QWidget | None = None
        self._screen: QWidget | None = None
        self._layout = QStackedLayout(window)
        # The screen decides how large the window is, never what is in it.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def style(self) -> str:
        """The style sheet that is on."""
        return self._style

    @property
    def screen(self) -> QWidget | None:
        """The screen over the view, if there is one."""
        return self._screen

    def set_style(self, style: str) -> None:
        """Change the style; remove the widgets in the old one first: that is faster."""
        if self._style != style:
            if self._view:
                self.show_view(QWidget())
            self._style = style
            self._set_style_sheet(style)

    def show_view(self, widget: QWidget) -> None:
        """Show `widget`, below the screen if there is one."""
        if self._view:
            self._remove(self._view)
        self._view = widget
        self._layout.insertWidget(0, widget)
        self._layout.setCurrentWidget(self._screen or widget)

    def delete_view(self) -> None:
        """Delete the view at once: call it from no slot or event of a widget in it."""
        if view := self._view:
            self.show_view(QWidget())
            QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)

    def show_screen(self, widget: QWidget) -> None:
        """Show `widget` over the view, in place of the screen before."""
        self.hide_screen()
        self._screen = widget
        self._layout.addWidget(widget)
        self._layout.setCurrentWidget(widget)

    def hide_screen(self) -> None:
        """Show the view again."""
        if self._screen:
            self._remove(self._screen)
            self._screen = None

    def _remove(self, widget: QWidget) -> None:
        """Take a widget away; Qt deletes it."""
        self.view_removed.emit()
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
