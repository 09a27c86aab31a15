"""An approval is of one text, by somebody, on a day that has come."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from kiosk.content.approval import Approval, ApprovalState

TODAY = date(2026, 11, 27)
DAY = timedelta(days=1)
GOOD = Approval("Dr Lee", TODAY, "1a", "1a")


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, ApprovalState.APPROVED),
        ({"on": TODAY - DAY}, ApprovalState.APPROVED),
        ({"text_hash": "2b"}, ApprovalState.CHANGED),
        ({"by": ""}, ApprovalState.NEVER),
        ({"by": " "}, ApprovalState.NEVER),
        ({"on": None}, ApprovalState.NEVER),
        ({"on": TODAY + DAY}, ApprovalState.NEVER),
        ({"approved_hash": ""}, ApprovalState.NEVER),
        ({"approved_hash": "", "text_hash": ""}, ApprovalState.NEVER),
    ],
)
def test_only_a_name_with_a_past_date_and_the_hash_of_the_text_approves(change, state):
    approval = replace(GOOD, **change)
    assert approval.state(TODAY) is state
    assert approval.is_valid(TODAY) is (state is ApprovalState.APPROVED)
