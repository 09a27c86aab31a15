"""When a broker is tried again: soon, then less often, and not all kiosks at once."""

import random

FIRST_S = 1.0
MOST_S = 20.0
"""At most so long after the broker is back, a kiosk is, too."""


class Retry:
    """The moments of the next tries; each is half chance."""

    def __init__(self) -> None:
        self._times = 0

    def delay_s(self) -> float:
        """Return in how many seconds to try again."""
        longest = min(MOST_S, FIRST_S * 2**self._times)
        self._times = min(self._times + 1, 10)
        return random.uniform(longest / 2, longest)

    def succeeded(self) -> None:
        """Begin with short waits again."""
        self._times = 0
