"""A clock that a test moves on."""

from datetime import UTC, datetime, timedelta

from kiosk.domain.clock import Clock


class FakeClock:
    """A stop watch and a clock on the wall that only a test moves on."""

    def __init__(self):
        self.passed = 1000.0
        self.wall = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # a Monday

    @property
    def clock(self):
        return Clock(lambda: self.passed, lambda: self.wall)

    def advance(self, seconds):
        self.passed += seconds
        self.wall += timedelta(seconds=seconds)
