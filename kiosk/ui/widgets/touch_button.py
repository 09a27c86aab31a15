"""Large buttons with an icon and words that wrap."""

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton

from kiosk.domain.metrics import TOUCH_MM
from kiosk.ui.accessibility.assistive_toggle import AssistiveToggle
from kiosk.ui.accessibility.properties import decorative
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import (
    BUTTON_MARGINS,
    ICON_ABOVE_MARGINS,
    IconSize,
    Space,
)
from kiosk.ui.style.look import Look
from kiosk.ui.style.names import Colour, Property, Role, hint_of, words_of
from kiosk.ui.style.properties import set_role, set_state
from kiosk.ui.style.text_measure import button_width


class TouchButton(QPushButton):
    """A button with an icon beside its words or above them, if the icon is not null.

    `role` gives its look, and that of its words.
    """

    def __init__(
        self,
        text: str,
        icon: QPixmap,
        look: Look,
        *,
        role: Role,
        icon_above: bool = False,
    ) -> None:
        super().__init__()
        self._role = role
        set_role(self, role)
        self.setAccessibleName(_in_one_line(text))
        self.setSizePolicy(labels.wrapping_policy())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.metrics.px(TOUCH_MM))
        self._icon = None if icon.isNull() else labels.drawing(icon)
        self._label = decorative(labels.plain(text, words_of(role)))
        way = QBoxLayout.Direction
        self._row = QBoxLayout(way.TopToBottom if icon_above else way.LeftToRight, self)
        self._column = QBoxLayout(way.TopToBottom)
        self._fill(look, icon_above=icon_above)
        self._line_width = 0
        self._toggling: AssistiveToggle | None = None

    def sizeHint(self) -> QSize:
        """Return the size that the words need: QPushButton reckons with one line."""
        hint = self._row.totalSizeHint()
        if self._line_width <= hint.width():
            return hint
        return QSize(self._line_width, self._row.totalHeightForWidth(self._line_width))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which no word is cut off."""
        return self._row.totalMinimumSize()

    def add_hint(self, hint: str) -> None:
        """Add smaller words below; only where the icon is beside the words."""
        self.setAccessibleDescription(hint)
        label = decorative(labels.plain(hint, hint_of(self._role)))
        self._column.insertWidget(self._column.indexOf(self._label) + 1, label)

    def join(self, group: QButtonGroup) -> None:
        """Become one of several buttons of which one is chosen."""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # what a screen reader calls a radio button
        self._toggling = AssistiveToggle(self)
        self.toggled.connect(self._restyle)
        group.addButton(self)

    def set_chosen(self, *, chosen: bool) -> None:
        """Show whether it is the chosen one, without a signal that it was pressed."""
        if self._toggling:
            with self._toggling.accounted_for():
                self.setChecked(chosen)

    def nextCheckState(self) -> None:
        """Become chosen because it was pressed, if it is one of several."""
        if self._toggling:
            with self._toggling.accounted_for():
                super().nextCheckState()

    def mark_when_chosen(self, tick: QPixmap) -> None:
        """Show a tick at the end while chosen: colour alone is not enough."""
        mark = labels.drawing(tick)
        policy = mark.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        mark.setSizePolicy(policy)
        self._row.addWidget(mark)  # first, or it would be a window for a moment
        if self._label.alignment() & Qt.AlignmentFlag.AlignHCenter:
            self._row.insertSpacing(0, mark.width() + self._row.spacing())
        mark.setVisible(self.isChecked())
        self.toggled.connect(mark.setVisible)

    def set_margins(self, margins: QMargins) -> None:
        """Keep other margins around icon and words than a button's usual ones."""
        self._row.setContentsMargins(margins)

    def centre(self) -> None:
        """Centre the icon and the words, on one line."""
        self._label.setWordWrap(False)
        self._row.setStretchFactor(self._column, 0)
        self._row.insertStretch(0, 1)
        self._row.addStretch(1)

    def centre_text(self) -> None:
        """Hide the icon, and centre the words, which wrap."""
        if self._icon:
            self._icon.hide()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def stay_on_one_line(self) -> None:
        """Never break the words into lines."""
        self._label.setWordWrap(False)

    def prefer_one_line(self, width: int) -> None:
        """Be as wide as that where there is room, and break the words where not."""
        self._line_width = width

    def keep_to_one_line(self, height: int) -> None:
        """Give the words one line, `height` pixels whatever their script."""
        self._label.setWordWrap(False)
        self._label.setFixedHeight(height)

    def show_icon_alone(self) -> None:
        """Hide the words: only a screen reader has them."""
        self._label.hide()

    @property
    def is_icon_alone(self) -> bool:
        """Whether the words are hidden."""
        return self._label.isHidden()

    def set_name(self, name: str) -> None:
        """Give a screen reader other words than the ones shown."""
        self.setAccessibleName(_in_one_line(name))

    def set_label(self, text: str, icon: QPixmap | None = None, name: str = "") -> None:
        """Change the text of the button, and its icon or name if there is another."""
        self.setAccessibleName(_in_one_line(name or text))
        self._label.setText(text)
        if icon and self._icon:
            self._icon.setPixmap(icon)

    def adjust(self) -> None:
        """Tell the layout around it at once that other words need other room."""
        self._row.invalidate()
        self._row.activate()

    def _fill(self, look: Look, *, icon_above: bool) -> None:
        px = look.metrics.px
        margins = ICON_ABOVE_MARGINS if icon_above else BUTTON_MARGINS
        self._row.setContentsMargins(margins.in_px(px))
        self._row.setSpacing(0 if icon_above else px(Space.GAP))
        middle = Qt.AlignmentFlag.AlignCenter
        if self._icon:
            self._row.addWidget(self._icon, 0, middle)
        if icon_above:
            self._row.insertStretch(0, 1)
            self._label.setAlignment(middle)
            self._row.addWidget(self._label)
            self._row.addStretch(1)
            return
        self._column.setSpacing(px(Space.HAIR))
        self._column.addStretch(1)
        self._column.addWidget(self._label)
        self._column.addStretch(1)
        self._row.addLayout(self._column, 1)

    def _restyle(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        set_state(self._label, Property.CHOSEN, state=checked)


def _in_one_line(text: str) -> str:
    return ", ".join(text.splitlines())


def way_back(words: str, look: Look) -> TouchButton:
    """Return the quiet button that leads back to the page."""
    icon = look.icon("back", Colour.ACCENT, IconSize.CONTROL)
    button = TouchButton(words, icon, look, role=Role.QUIET)
    line = button_width(words, look, IconSize.CONTROL)
    button.prefer_one_line(line + look.metrics.px(Space.GAP))
    return button


def text_button(text: str, look: Look, *, role: Role) -> TouchButton:
    """Return a button without an icon, whose words are centred."""
    button = TouchButton(text, QPixmap(), look, role=role)
    button.centre_text()
    return button
