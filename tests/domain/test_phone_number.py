import pytest

from kiosk.domain.phone_number import unbroken


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        ("020 7946 0123", "020_7946_0123"),
        ("+44 (0)20 7946 0123", "+44_(0)20_7946_0123"),
        ("030-901820", "030-|901820"),
        ("01.23.45", "01.|23.|45"),
        ("NHS 111", "NHS 111"),
        ("999", "999"),
        ("", ""),
    ],
)
def test_only_words_beside_a_number_may_part_from_it(number, kept):
    assert unbroken(number) == kept.replace("_", "\u00a0").replace("|", "\u2060")
