import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.idle import IdlePolicy

WORDS = st.integers(0, 5000)
SCALES = st.floats(0.5, 3.0)


@pytest.mark.parametrize(
    ("words", "text_scale", "seconds"),
    [
        pytest.param(0, 1.0, 60, id="nothing to read"),
        pytest.param(0, 2.0, 60, id="nothing to read in large text"),
        pytest.param(120, 1.0, 120, id="a minute of reading"),
        pytest.param(600, 1.0, 360, id="five minutes of reading"),
        pytest.param(120, 2.0, 180, id="text twice as large"),
        pytest.param(120, 0.5, 120, id="small text is read no faster"),
    ],
)
def test_reading_is_waited_for_at_120_words_a_minute(words, text_scale, seconds):
    assert IdlePolicy(base=60.0).allowed(words, text_scale) == seconds


@given(words=WORDS, more=WORDS, scale=SCALES, larger=SCALES)
def test_more_words_or_larger_text_never_shorten_the_time(words, more, scale, larger):
    policy = IdlePolicy()
    least = policy.allowed(words, scale)
    assert policy.allowed(words + more, max(scale, larger)) >= least >= policy.base


def test_the_least_of_everything_can_be_built():
    policy = IdlePolicy(base=0.1, warning=20.0)
    assert (policy.base, policy.warning) == (0.1, 20.0)


@pytest.mark.parametrize("base", [0.0, -60.0])
def test_a_policy_without_a_wait_cannot_be_built(base):
    with pytest.raises(ValueError, match="base > 0"):
        IdlePolicy(base=base)


@pytest.mark.parametrize("warning", [19.9, 0.0, -30.0])
def test_a_warning_under_20_seconds_cannot_be_built(warning):
    with pytest.raises(ValueError, match="warning >= 20"):
        IdlePolicy(warning=warning)


def test_an_emergency_has_more_time():
    policy = IdlePolicy()
    assert policy.allowed(50, emergency=True) >= policy.allowed(50) + 60
