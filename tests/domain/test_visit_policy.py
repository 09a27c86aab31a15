"""How the kiosk waits for a visitor follows from the hours and the clinic's wish."""

from datetime import UTC, datetime

import pytest

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import Mode
from kiosk.domain.opening_hours import Hours
from kiosk.domain.visit_policy import VisitPolicy

HOURS = Hours.parse({"monday": "09:00-17:00", "sunday": "closed"})


@pytest.mark.parametrize(
    ("hour", "attract", "mode"),
    [
        (12, True, Mode.ATTRACT),
        (12, False, Mode.FIRST_PAGE),
        (20, True, Mode.DARK),
        (20, False, Mode.DARK),
    ],
)
def test_how_the_kiosk_waits_for_a_visitor(hour, attract, mode):
    policy = VisitPolicy(IdlePolicy(), HOURS, attract)
    assert policy.waiting_mode(datetime(2026, 11, 23, hour, tzinfo=UTC)) is mode
