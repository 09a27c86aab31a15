"""What a clinic says of itself in each language."""

import pytest

from kiosk.domain.clinic import Clinic

PLAIN = Clinic(name="Park Clinic", desk="the front desk", out_of_hours="the nurse line")
BY_LANGUAGE = Clinic(
    name="Park Clinic",
    wordings={
        "name": {"en": "Park Clinic", "es": "Clínica del Parque"},
        "desk": {"en": "the front desk", "es": "el mostrador"},
        "out_of_hours": {"es": "la línea de enfermería"},
    },
)


def test_words_without_a_language_are_in_the_clinics_own():
    own = PLAIN.in_language("en", own="en")
    assert (own.desk, own.out_of_hours) == ("the front desk", "the nurse line")


def test_words_without_a_language_are_in_no_other_language():
    other = PLAIN.in_language("es", own="en")
    assert (other.desk, other.out_of_hours) == ("", "")


def test_a_name_is_the_same_in_every_language_unless_it_is_translated():
    assert PLAIN.in_language("es", own="en").name == "Park Clinic"
    assert BY_LANGUAGE.in_language("es", own="en").name == "Clínica del Parque"
    assert BY_LANGUAGE.in_language("ar", own="en").name == "Park Clinic"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_line_with_a_number_is_the_same_in_every_language(language):
    clinic = Clinic(name="x", out_of_hours="NHS 111")
    assert clinic.in_language(language, own="en").out_of_hours == "NHS 111"


@pytest.mark.parametrize(
    ("language", "desk"), [("en", "the front desk"), ("es", "el mostrador"), ("ar", "")]
)
def test_words_given_by_language_are_said_in_it_alone(language, desk):
    assert BY_LANGUAGE.in_language(language, own="ar").desk == desk


def test_no_line_ends_within_a_number():
    clinic = Clinic(name="x", phone="020 7946 0123", out_of_hours="line (0)20 79")
    shown = clinic.in_language("en", own="en")
    assert shown.phone == "020\u00a07946\u00a00123"
    assert shown.out_of_hours == "line (0)20\u00a079"
