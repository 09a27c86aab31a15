"""Random input for a screen: touches, drags, wheels, keys and key chords."""

import random
from collections.abc import Callable, Iterator

from tests.support.xtest import Hand

SIZE = (1920, 1080)
KEYS = (
    *("Tab", "Return", "space", "Escape", "Menu", "F1", "F5", "F11", "Print", "Delete"),
    *("Up", "Down", "Left", "Right", "Prior", "Next", "Home", "End", "a", "7"),
    *("alt+F4", "ctrl+q", "ctrl+w", "alt+Tab", "ctrl+p", "ctrl+c", "ctrl+v", "ctrl+a"),
    *("shift+F10", "ctrl+o", "ctrl+s", "ctrl+n", "alt+space", "shift+Tab", "super+d"),
    *("ctrl+alt+Left", "ctrl+Escape", "alt+Escape", "super+e", "ctrl+f", "super+F1"),
)

Action = Callable[[Hand], None]


def fuzz_actions(seed: int, count: int) -> Iterator[Action]:
    """Yield `count` actions, the same for the same seed."""
    dice = random.Random(seed)
    kinds = (_touch, _drag, _other_button, _wheel, _key)
    for kind in dice.choices(kinds, weights=(60, 12, 4, 4, 20), k=count):
        yield kind(dice)


def _spot(dice: random.Random) -> tuple[int, int]:
    """Return anywhere on the glass; its very edges more often than chance would."""
    x, y = (dice.randrange(-80, side + 80) for side in SIZE)
    return max(0, min(x, SIZE[0] - 1)), max(0, min(y, SIZE[1] - 1))


def _touch(dice: random.Random) -> Action:
    return _click(_spot(dice), 1)


def _other_button(dice: random.Random) -> Action:
    return _click(_spot(dice), dice.choice((2, 3, 8, 9)))


def _wheel(dice: random.Random) -> Action:
    return _click(_spot(dice), dice.choice((4, 5)))


def _click(spot: tuple[int, int], button: int) -> Action:
    def do(hand: Hand) -> None:
        hand.move(*spot)
        hand.click(button)

    return do


def _drag(dice: random.Random) -> Action:
    path = [_spot(dice) for _ in range(dice.randrange(2, 6))]

    def do(hand: Hand) -> None:
        hand.move(*path[0])
        hand.button(1, down=True)
        for spot in path[1:]:
            hand.move(*spot)
        hand.button(1, down=False)

    return do


def _key(dice: random.Random) -> Action:
    names = dice.choice(KEYS)
    return lambda hand: hand.chord(names)
