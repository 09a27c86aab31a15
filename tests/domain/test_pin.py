from base64 import b64encode

import pytest

from kiosk.domain.pin import Pin

SALT = b"sixteen bytes it"
LINE = (
    "scrypt$c2l4dGVlbiBieXRlcyBpdA==$"
    "dpHvpXUQx4DEojEwWArrN5MDUMSTYrq/q0r8YDWR98VWQvYTU4N3/GIDjehvvLeTDB4KrX+Vgo3yq7OmnFxMtQ=="
)


@pytest.fixture(scope="module")
def pin():
    return Pin.of("4829", SALT)


def test_a_pin_matches_its_own_digits(pin):
    assert pin.matches("4829")


@pytest.mark.parametrize("digits", ["4828", "48290", "04829", "9284", "", "٤٨٢٩"])
def test_a_pin_matches_no_other_digits(pin, digits):
    assert not pin.matches(digits)


def test_a_line_is_read_back_as_the_same_pin(pin):
    assert Pin.parse(pin.line) == pin


def test_a_line_that_was_written_before_still_opens():
    assert Pin.parse(LINE).matches("4829")


@pytest.mark.parametrize("digits", ["4829", "482917483920"])
def test_a_line_does_not_contain_the_pin(digits):
    line = Pin.of(digits, SALT).line
    assert digits not in line
    assert b64encode(digits.encode()).decode().rstrip("=") not in line


def test_the_same_pin_with_two_salts_gives_two_lines(pin):
    other = Pin.of("4829", b"another sixteen!")
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
        Pin.of(digits, SALT)


@pytest.mark.parametrize(
    "digits", ["0000", "777777777777", "1234", "0123", "456789", "9876", "43210"]
)
def test_a_pin_that_is_easily_guessed_is_refused(digits):
    with pytest.raises(ValueError, match="is guessed"):
        Pin.of(digits, SALT)


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
