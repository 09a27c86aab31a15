"""What a control is called, what it is and how it stands, in words to be heard."""

from PySide6.QtWidgets import QAbstractButton

from kiosk.content.bidi import bare
from kiosk.content.words import Strings
from kiosk.ui.style.names import Property, Role

_TABS = (Role.ROW_TAB, Role.TILE_TAB)


def name_of(control: QAbstractButton) -> str:
    """Return what a control says."""
    return bare(control.accessibleName() or control.text())


def nature_of(control: QAbstractButton, strings: Strings) -> str:
    """Return what kind of control it is, its state, and what explains it."""
    said = (_kind(control, strings), state_of(control, strings))
    parts = (*said, bare(control.accessibleDescription()))
    return ", ".join(part for part in parts if part) + "."


def state_of(control: QAbstractButton, strings: Strings) -> str:
    """Return how it stands, or nothing of a control that always stands the same."""
    if not control.isEnabled():
        return strings.cannot_be_used
    if is_tick_box(control):
        on, off = strings.ticked, strings.not_ticked
    else:
        on, off = strings.chosen, strings.not_chosen
    if _is_tab(control):
        off = ""
    if not control.isCheckable():
        return ""
    return on if control.isChecked() else off


def is_tick_box(control: QAbstractButton) -> bool:
    """Tell whether it can be ticked by itself."""
    return control.property(Property.TICKED) is not None


def _kind(control: QAbstractButton, strings: Strings) -> str:
    if _is_tab(control):
        return strings.tab
    return strings.tick_box if is_tick_box(control) else strings.button


def _is_tab(control: QAbstractButton) -> bool:
    return control.property(Property.ROLE) in _TABS
