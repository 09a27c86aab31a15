"""Wrong PINs close the pad for longer and longer, and never for good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.device_settings import VOLUMES, DeviceSettings, PinAttempts

NOW = 1_800_000_000.0
DAY = 86_400.0
MOMENTS = st.floats(-1e12, 1e12)


def after(wrong, now=NOW):
    """Return the tries after so many wrong PINs, all at the same moment."""
    tries = PinAttempts()
    for _ in range(wrong):
        tries = tries.after_wrong(now)
    return tries


@pytest.mark.parametrize("wrong", range(5))
def test_before_the_fifth_wrong_pin_nobody_waits(wrong):
    assert after(wrong).wait(NOW) == 0


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [
        (5, 60),
        (10, 120),
        (15, 240),
        (20, 480),
        (25, 960),
        (30, 1920),
        (35, 3600),
        (40, 3600),
        (5000, 3600),
    ],
)
def test_every_fifth_closes_the_pad_twice_as_long_and_never_over_an_hour(
    wrong, seconds
):
    assert after(wrong).wait(NOW) == seconds


@pytest.mark.parametrize(
    ("later", "seconds"), [(0.0, 60), (1.0, 59), (59.5, 0.5), (60.0, 0), (DAY, 0)]
)
def test_the_wait_grows_shorter_until_the_pad_opens(later, seconds):
    assert after(5).wait(NOW + later) == seconds


@pytest.mark.parametrize("more", range(1, 5))
def test_once_the_pad_is_open_again_there_are_four_more_tries(more):
    tries, later = after(5), NOW + 60
    for _ in range(more):
        tries = tries.after_wrong(later)
    assert tries.wait(later) == 0


def test_a_wrong_pin_while_the_pad_is_closed_does_not_open_it():
    assert after(6).wait(NOW + 1) == 59


@pytest.mark.parametrize(("wrong", "seconds"), [(4, 0), (5, 60), (10, 120), (40, 3600)])
def test_a_clock_that_was_set_back_closes_the_pad_no_longer(wrong, seconds):
    assert after(wrong).wait(NOW - DAY) == seconds


@given(wrong=st.integers(0, 10**9), closed_until=MOMENTS, now=MOMENTS)
def test_whatever_the_clock_says_nobody_waits_over_an_hour(wrong, closed_until, now):
    assert 0 <= PinAttempts(wrong, closed_until).wait(now) <= 3600


def test_the_tries_before_stay_as_they_were():
    before = after(4)
    before.after_wrong(NOW)
    assert before == PinAttempts(4, 0.0)


def test_where_staff_set_nothing_the_screens_own_width_and_a_low_volume_are_kept():
    assert DeviceSettings() == DeviceSettings(
        tries=PinAttempts(0, 0.0), width_mm=0.0, volume=40
    )
    assert DeviceSettings().volume in VOLUMES
