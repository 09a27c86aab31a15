"""The command of each key: the usual keys, and those of the clinic's keypad."""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from typing import Self

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.errors import EntryError

_KEY = Qt.Key
_FIRST_NAMED = 0x01000000
"""Qt's own numbers for keys without a letter begin here. Nothing smaller is one of
them, so it is the name on the keyboard itself."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class KeyCommand(StrEnum):
    """The commands of keys. The first nine can be given to the keys of a keypad."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    SELECT = auto()
    HELP = auto()
    HOME = auto()
    LISTEN = auto()
    QUIET = auto()
    NEXT = auto()
    BACK = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    TOP = auto()
    END = auto()


_USUAL: Mapping[int, KeyCommand] = {
    key.value: command
    for key, command in {
        _KEY.Key_Up: KeyCommand.UP,
        _KEY.Key_Down: KeyCommand.DOWN,
        _KEY.Key_Left: KeyCommand.LEFT,
        _KEY.Key_Right: KeyCommand.RIGHT,
        _KEY.Key_Return: KeyCommand.SELECT,
        _KEY.Key_Enter: KeyCommand.SELECT,
        _KEY.Key_Space: KeyCommand.SELECT,
        _KEY.Key_Select: KeyCommand.SELECT,
        _KEY.Key_F1: KeyCommand.HELP,
        _KEY.Key_Help: KeyCommand.HELP,
        _KEY.Key_Escape: KeyCommand.HOME,
        _KEY.Key_F24: KeyCommand.LISTEN,
        _KEY.Key_Tab: KeyCommand.NEXT,
        _KEY.Key_Backtab: KeyCommand.BACK,
        _KEY.Key_PageUp: KeyCommand.PAGE_UP,
        _KEY.Key_PageDown: KeyCommand.PAGE_DOWN,
        _KEY.Key_Home: KeyCommand.TOP,
        _KEY.Key_End: KeyCommand.END,
    }.items()
}


class Keymap(Struct, frozen=True):
    """Commands by Qt's number of a key, and by the keyboard's own, its scan code.

    `mistakes` are in settings that are not used.
    """

    keys: Mapping[int, KeyCommand]
    scan_codes: Mapping[int, KeyCommand]
    mistakes: tuple[EntryError, ...] = ()

    @classmethod
    def of(cls, settings: Mapping[str, str | int]) -> Self:
        """Return the usual keys and those of `settings`, a key for each command's name.

        A key is one of Qt's names, with or without its "Key_", or a number. One that is
        unknown or has two meanings is not used.
        """
        own: dict[tuple[bool, int], KeyCommand] = {}
        mistakes = []
        for name, key in settings.items():
            try:
                own[_new_key(key, own)] = KeyCommand(name)
            except EntryError as error:
                mistakes.append(error.under(f"access.keys.{name}"))
        keys = {code: it for (scanned, code), it in own.items() if not scanned}
        scan_codes = {code: it for (scanned, code), it in own.items() if scanned}
        return cls({**_USUAL, **keys}, scan_codes, tuple(mistakes))

    def command(self, event: QKeyEvent) -> KeyCommand | None:
        """Return the command of a key; none with Ctrl, Alt or the like."""
        if event.modifiers() & ~_PLAIN:
            return None
        by_scan = self.scan_codes.get(event.nativeScanCode())
        return by_scan or self.keys.get(event.key())


def _new_key(
    key: str | int, own: Mapping[tuple[bool, int], KeyCommand]
) -> tuple[bool, int]:
    number = _key_number(key)
    if number in own:
        raise EntryError(f"{own[number]} has the key {key} already", "write another")
    return number


def _key_number(key: str | int) -> tuple[bool, int]:
    """Return whether the number of a key is its scan code, and the number."""
    if isinstance(key, int):
        return key < _FIRST_NAMED, key
    names = {name.removeprefix("Key_"): name for name in _KEY.__members__}
    wanted = key.removeprefix("Key_")
    if wanted not in names:
        raise EntryError(f"there is no key {key!r}", _nearest(wanted, names))
    return False, int(getattr(Qt.Key, names[wanted]).value)


def _nearest(wanted: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    spelled = {name.lower(): name for name in names}
    near = get_close_matches(wanted.lower(), spelled, cutoff=0.5)
    if not near:
        return 'write a name such as "F13" or "Up", or a number'
    return f"write {' or '.join(spelled[it] for it in near)}"
