"""A PIN that cannot be read back, and how often a wrong one may be tried."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pin import Pin, PinAttempts, TypedPin

SALT = b"sixteen bytes it"
LINE = (
    "scrypt$c2l4dGVlbiBieXRlcyBpdA==$"
    "dpHvpXUQx4DEojEwWArrN5MDUMSTYrq/q0r8YDWR98VWQvYTU4N3/GIDjehvvLeTDB4KrX+Vgo3yq7OmnFxMtQ=="
)
NOW = 1_800_000_000.0
DAY = 86_400.0
MOMENTS = st.floats(-1e12, 1e12)


@pytest.fixture(scope="module")
def pin():
    return Pin.hashed("4829", SALT)


def test_a_pin_matches_its_own_digits(pin):
    assert pin.matches(b"4829")


@pytest.mark.parametrize("digits", ["4828", "48290", "04829", "9284", "", "٤٨٢٩"])
def test_a_pin_matches_no_other_digits(pin, digits):
    assert not pin.matches(digits.encode())


def test_a_line_is_read_back_as_the_same_pin(pin):
    assert Pin.parse(pin.line) == pin


def test_a_line_that_was_written_before_still_opens():
    assert Pin.parse(LINE).matches(b"4829")


@pytest.mark.parametrize("digits", ["4829", "482917483920"])
def test_a_line_does_not_contain_the_pin(digits):
    line = Pin.hashed(digits, SALT).line
    assert digits not in line
    assert b64encode(digits.encode()).decode().rstrip("=") not in line


def typed(digits):
    pin = TypedPin()
    for digit in digits:
        pin.add(digit)
    return pin


def test_a_typed_pin_opens_what_it_is_the_pin_of(pin):
    assert pin.matches(typed("4829").digits)
    assert not pin.matches(typed("482").digits)


def test_a_typed_pin_has_at_most_as_many_digits_as_a_pin_can_have():
    assert bytes(typed("12345678901234").digits) == b"123456789012"


def test_deleted_digits_are_overwritten_where_they_were():
    pin = typed("4829")
    where = memoryview(pin._digits)
    pin.delete()
    assert bytes(pin.digits) == b"482"
    assert b"9" not in bytes(where)
    pin.wipe()
    assert len(pin) == 0
    assert set(bytes(where)) == {0}
    pin.delete()
    assert len(pin) == 0


def test_neither_digits_nor_hash_are_in_what_python_prints(pin):
    assert "4829" not in repr(typed("4829"))
    assert repr(pin) == "Pin()"


def test_the_same_pin_with_two_salts_gives_two_lines(pin):
    other = Pin.hashed("4829", b"another sixteen!")
    assert other.digest != pin.digest
    assert other.line != pin.line


@pytest.mark.parametrize(
    "digits",
    [
        "",
        "482",
        "4829174839201",
        "48a9",
        "48 29",
        "+482",
        "4829\n",
        "٤٨٢٩",
        "\N{FULLWIDTH DIGIT FOUR}829",
    ],
)
def test_only_4_to_12_digits_are_a_pin(digits):
    with pytest.raises(ValueError, match="a PIN is 4 to 12 digits"):
        Pin.hashed(digits, SALT)


@pytest.mark.parametrize(
    "digits", ["0000", "777777777777", "1234", "0123", "456789", "9876", "43210"]
)
def test_a_pin_that_is_easily_guessed_is_refused(digits):
    with pytest.raises(ValueError, match="is guessed"):
        Pin.hashed(digits, SALT)


@pytest.mark.parametrize(
    "line",
    [
        "4829",
        "scrypt",
        "scrypt$$",
        "scrypt$c2FsdA==",
        "scrypt$c2FsdA==$c2FsdA==$c2FsdA==",
        "scrypt$c2FsdA==$not base64",
        "scrypt$c2FsdA==$c2FsdA",
        "bcrypt$c2FsdA==$c2FsdA==",
        " scrypt$c2FsdA==$c2FsdA==",
    ],
)
def test_a_line_that_no_pin_wrote_is_refused(line):
    with pytest.raises(ValueError, match=r".+"):
        Pin.parse(line)


def after(wrong, now=NOW):
    """Return the attempts after so many wrong PINs, all at the same moment."""
    attempts = PinAttempts()
    for _ in range(wrong):
        attempts = attempts.after_wrong(now)
    return attempts


@pytest.mark.parametrize("wrong", range(5))
def test_before_the_fifth_wrong_pin_there_is_no_wait(wrong):
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
    attempts, later = after(5), NOW + 60
    for _ in range(more):
        attempts = attempts.after_wrong(later)
    assert attempts.wait(later) == 0


def test_a_wrong_pin_while_the_pad_is_closed_does_not_open_it():
    assert after(6).wait(NOW + 1) == 59


@pytest.mark.parametrize(("wrong", "seconds"), [(4, 0), (5, 60), (10, 120), (40, 3600)])
def test_a_clock_that_was_set_back_closes_the_pad_no_longer(wrong, seconds):
    assert after(wrong).wait(NOW - DAY) == seconds


@given(wrong=st.integers(0, 10**9), closed_until=MOMENTS, now=MOMENTS)
def test_with_any_clock_the_wait_is_an_hour_at_most(wrong, closed_until, now):
    assert 0 <= PinAttempts(wrong, closed_until).wait(now) <= 3600


def test_the_attempts_before_stay_as_they_were():
    before = after(4)
    before.after_wrong(NOW)
    assert before == PinAttempts(4, 0.0)
