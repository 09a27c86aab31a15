"""How often the log says the same line, and how many lines in an hour."""

SAME_S = 600.0
HOUR_S = 3600.0
MOST_AN_HOUR = 100


class _Said:
    """When a line was last written, and how often it was held back since."""

    def __init__(self, at: float) -> None:
        self.at = at
        self.more = 0


class LineLimit:
    """Hold back what was said in the last ten minutes, and a flood of other lines.

    Times are in seconds. What is remembered is bounded: the lines of two hours at most.
    """

    def __init__(self, now: float) -> None:
        self._said: dict[str, _Said] = {}
        self._hour_began = now
        self._this_hour = 0
        self._held = 0

    def admitted(self, line: str, now: float) -> tuple[str, ...]:
        """Return what is to be written now that a line is said: nothing, or lines."""
        before = self._new_hour(now)
        said = self._said.get(line)
        if said and now - said.at < SAME_S:
            said.more += 1
            return before
        if self._this_hour >= MOST_AN_HOUR:
            self._held += 1
            return before
        self._this_hour += 1
        self._said[line] = _Said(now)
        again = f"{line} {_counted(said.more)}" if said and said.more else line
        return (*before, again, *self._last_of_hour())

    def _new_hour(self, now: float) -> tuple[str, ...]:
        """Begin another hour if it is time; return how many lines the last one held."""
        if now - self._hour_began < HOUR_S:
            return ()
        held, self._held = self._held, 0
        self._hour_began, self._this_hour = now, 0
        self._said = {
            line: said for line, said in self._said.items() if now - said.at < HOUR_S
        }
        return (f"{held} other lines were not written",) if held else ()

    def _last_of_hour(self) -> tuple[str, ...]:
        if self._this_hour < MOST_AN_HOUR:
            return ()
        return (f"{MOST_AN_HOUR} lines in an hour: other ones wait for the next",)


def _counted(more: int) -> str:
    return f"(said {more} times more)" if more > 1 else "(said once more)"
