"""The widgets that fill the window: a session, and above it a screen between visits."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kiosk.ui.style.kiosk_style import KioskStyle
from kiosk.ui.style.look import Look


class ScreenStack(QObject):
    """Show one view, or one screen over it, in the look they were built for.

    A look is put on the whole program, so that a widget measured before it is shown
    has it too. `view_removed` says that a widget will be deleted.
    """

    view_removed = Signal()

    def __init__(self, window: QWidget, style: KioskStyle) -> None:
        super().__init__(window)
        self._style = style
        self._view: QWidget | None = None
        self._screen: QWidget | None = None
        self._layout = QStackedLayout(window)
        # The screen decides how large the window is, never what is in it.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def is_in(self, look: Look) -> bool:
        """Check whether widgets are made in this look now."""
        return look.styles_like(self._style.look)

    @property
    def screen(self) -> QWidget | None:
        """The screen over the view, if there is one."""
        return self._screen

    def use_look(self, look: Look | None) -> None:
        """Make widgets in another look; those made before are removed."""
        if look and self.is_in(look):
            return
        if self._view:
            self.show_view(QWidget())
        self._style.use(look)

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
