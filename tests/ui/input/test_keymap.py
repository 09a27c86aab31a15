"""Which keys mean what, as the settings say it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.ui.input.keymap import KeyCommand, Keymap

PLAIN = Qt.KeyboardModifier.NoModifier


def pressed(key, modifier=PLAIN, scan=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, scan, 0, 0)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Up, KeyCommand.UP),
        (Qt.Key.Key_Return, KeyCommand.SELECT),
        (Qt.Key.Key_Enter, KeyCommand.SELECT),
        (Qt.Key.Key_Space, KeyCommand.SELECT),
        (Qt.Key.Key_F1, KeyCommand.HELP),
        (Qt.Key.Key_Help, KeyCommand.HELP),
        (Qt.Key.Key_Escape, KeyCommand.HOME),
        (Qt.Key.Key_A, None),
    ],
)
def test_usual_keys_have_their_usual_meaning(key, command):
    assert Keymap.of({}).command(pressed(key)) is command


@pytest.mark.parametrize("name", ["F13", "Key_F13", 0x01000000 + 0x3C])
def test_a_key_of_the_keypad_is_named_or_numbered(name):
    keymap = Keymap.of({"select": name})
    assert keymap.command(pressed(Qt.Key.Key_F13)) is KeyCommand.SELECT
    assert keymap.command(pressed(Qt.Key.Key_Return)) is KeyCommand.SELECT


def test_a_small_number_is_what_the_keyboard_calls_the_key():
    keymap = Keymap.of({"down": 65})
    assert keymap.command(pressed(Qt.Key.Key_unknown, scan=65)) is KeyCommand.DOWN
    assert keymap.command(pressed(Qt.Key.Key_A)) is None


def test_a_letter_can_be_a_key_of_the_keypad():
    keymap = Keymap.of({"down": "A"})
    assert keymap.command(pressed(Qt.Key.Key_A)) is KeyCommand.DOWN
    assert keymap.command(pressed(Qt.Key.Key_unknown, scan=65)) is None


def test_what_the_settings_say_goes_before_what_is_usual():
    assert Keymap.of({"help": "Up"}).command(pressed(Qt.Key.Key_Up)) is KeyCommand.HELP


@pytest.mark.parametrize("name", ["Ctrl", "Alt", "Meta"])
def test_nothing_is_meant_with_a_key_that_commands(name):
    word = "Control" if name == "Ctrl" else name
    modifier = getattr(Qt.KeyboardModifier, f"{word}Modifier")
    assert Keymap.of({}).command(pressed(Qt.Key.Key_Return, modifier)) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"up": "F99"}, ["access.keys.up", "'F99'", "write F9"]),
        ({"select": "Retrun"}, ["access.keys.select", "'Retrun'", "Return"]),
        ({"up": "§§§"}, ["access.keys.up", "'§§§'", "a number"]),
        ({"up": "F13", "down": "F13"}, ["access.keys.down", "up has the key F13"]),
    ],
)
def test_a_key_that_cannot_be_is_named_with_its_neighbours(said, words):
    [mistake] = Keymap.of(said).mistakes
    told = f"{mistake.key}: {mistake}"
    assert [word for word in words if word not in told] == []


def test_a_key_that_cannot_be_costs_no_other():
    keymap = Keymap.of({"up": "F99", "down": "F13"})
    assert keymap.command(pressed(Qt.Key.Key_F13)) is KeyCommand.DOWN
    assert keymap.command(pressed(Qt.Key.Key_Up)) is KeyCommand.UP
