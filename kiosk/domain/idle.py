"""How many seconds of silence a visit may have, before the question and after it.

WCAG 2.2, 2.2.1: ask before the time is up, give at least 20 seconds to answer by a
simple action, and let that be repeated. Reading pace: 120 words a minute, half that
of a practised reader (clinical content, a second language, large text).
"""

from msgspec import Struct

WORDS_PER_MINUTE = 120
SHORTEST_WARNING_S = 20.0
EMERGENCY_S = 120.0
"""More time for someone who went for help, or shows the screen to staff."""


class IdlePolicy(Struct, frozen=True):
    """Seconds of silence: `base` before the question, `warning` to answer it."""

    base: float = 60.0
    warning: float = 30.0

    def __post_init__(self) -> None:
        if not self.base > 0:
            raise ValueError("expected base > 0")
        if not self.warning >= SHORTEST_WARNING_S:
            raise ValueError(f"expected warning >= {SHORTEST_WARNING_S:g}")

    def allowed(
        self, word_count: int, text_scale: float = 1.0, *, emergency: bool = False
    ) -> float:
        """Return the seconds of silence before the question.

        `word_count` is that of the page; `text_scale` is 2.0 for text twice as large,
        which takes as much longer to page through.
        """
        reading = word_count / WORDS_PER_MINUTE * 60
        longer = EMERGENCY_S if emergency else 0.0
        return self.base + longer + reading * max(1.0, text_scale)
