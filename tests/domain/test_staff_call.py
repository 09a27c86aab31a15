"""What a visitor is told of a call for staff."""

import pytest
from msgspec.structs import replace

from kiosk.domain.staff_call import ANSWER_S, CallState, StaffCall

CALL = StaffCall("1f", called_at=100.0)


@pytest.mark.parametrize(
    ("seconds", "state"),
    [
        (0, CallState.CALLING),
        (ANSWER_S - 0.1, CallState.CALLING),
        (ANSWER_S, CallState.UNANSWERED),
        (600, CallState.UNANSWERED),
    ],
)
def test_a_call_that_nobody_takes_is_unanswered_after_15_seconds(seconds, state):
    assert CALL.state(100.0 + seconds) is state


@pytest.mark.parametrize("seconds", [0, 14, 15, 600])
def test_one_that_is_taken_is_told_so_however_late(seconds):
    taken = replace(CALL, is_taken=True)
    assert taken.state(100.0 + seconds) is CallState.COMING
