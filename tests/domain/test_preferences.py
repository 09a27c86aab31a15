import pytest

from kiosk.domain.preferences import TEXT_SCALES, ColourScheme, Preferences, Reach
from kiosk.domain.visit import Visit


def test_a_visit_begins_as_the_clinic_has_it():
    usual = Preferences(
        text=0, theme=ColourScheme.LIGHT, reach=Reach.USUAL, listening=False
    )
    assert Visit().preferences == Preferences() == usual
    assert Preferences().text_scale == 1.0


@pytest.mark.parametrize("text", range(len(TEXT_SCALES)))
def test_every_text_size_is_a_place_in_the_scales(text):
    assert Preferences(text=text).text_scale == TEXT_SCALES[text]


def test_the_sizes_grow_to_twice_the_usual_one():
    """WCAG 2.2, 1.4.4."""
    assert list(TEXT_SCALES) == sorted(set(TEXT_SCALES))
    assert TEXT_SCALES[-1] == 2.0


@pytest.mark.parametrize("text", [-1, len(TEXT_SCALES), 99])
def test_a_text_size_that_is_none_cannot_be_had(text):
    with pytest.raises(ValueError, match="expected text from 0 to 3"):
        Preferences(text=text)
