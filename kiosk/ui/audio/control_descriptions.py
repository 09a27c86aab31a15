"""Descriptions of controls for the ear: name, kind and state."""

from PySide6.QtWidgets import QAbstractButton

from kiosk.content.bidi import bare
from kiosk.content.words import Strings
from kiosk.ui.style.names import Property, Role

_TABS = (Role.ROW_TAB, Role.ROW_TAB_SMALL, Role.TILE_TAB, Role.TILE_TAB_SMALL)


def control_name(control: QAbstractButton) -> str:
    """Return the name of a control, as a screen reader says it."""
    return bare(control.accessibleName() or control.text())


def control_kind(control: QAbstractButton, strings: Strings) -> str:
    """Return the kind of a control, its state, and its explanation."""
    described = (_kind(control, strings), control_state(control, strings))
    parts = (*described, bare(control.accessibleDescription()))
    return ", ".join(part for part in parts if part) + "."


def control_state(control: QAbstractButton, strings: Strings) -> str:
    """Return the state of a control; empty if it has but one."""
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
    """Check whether a control can be ticked by itself."""
    return bool(control.property(Property.ROLE) == Role.TICK_ROW)


def _kind(control: QAbstractButton, strings: Strings) -> str:
    if _is_tab(control):
        return strings.tab
    return strings.tick_box if is_tick_box(control) else strings.button


def _is_tab(control: QAbstractButton) -> bool:
    return control.property(Property.ROLE) in _TABS
