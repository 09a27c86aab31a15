"""When to look again: not all kiosks at once, and less often while it fails."""

from collections.abc import Callable

_FIRST_S = 60.0
_LONGEST = 4
"""Times the usual time, between two looks that fail."""
_JITTER = 0.25


def next_look_s(every_s: float, failures: int, chance: Callable[[], float]) -> float:
    """Return in how many seconds to look again after so many failures on end.

    `chance` is a number from 0 to 1, so that 5,000 kiosks that lost their power at the
    same moment do not come back at the same moment.
    """
    usual = every_s
    if failures:
        usual = min(_FIRST_S * 2 ** min(failures - 1, 16), _LONGEST * every_s)
    return usual * (1 + _JITTER * (2 * chance() - 1))
