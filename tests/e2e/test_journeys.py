"""Six ways to what a visitor came for, on a real screen; touches are counted.

They are counted from the attract screen, and the one that wakes it is the first.
"""

import pytest

from kiosk.ui.widgets.care_card import CareCardView
from tests.support.journey import Journey
from tests.support.screen import seen
from tests.support.x_screen import is_different

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
PHONE = "020 7946 0123"
both_orientations = pytest.mark.parametrize(
    "size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"]
)


@pytest.fixture
def journey(start, settings, tmp_path):
    """Come before the attract screen of a kiosk."""

    def begin(size):
        return Journey(start(size, attract=True, phone=PHONE), tmp_path)

    return begin


@both_orientations
def test_a_droopy_lid_leads_to_how_soon(journey, size):
    visitor = journey(size)
    visitor.wake("en")
    visitor.touch("tile muscle-weakness")
    visitor.sees(visitor.words("one drooping eyelid"))
    visitor.sees(visitor.words("be seen today"))
    assert visitor.touches == 2


@both_orientations
def test_booking_is_a_code_and_a_phone_number(journey, size):
    visitor = journey(size)
    visitor.wake("en")
    visitor.touch("dock")
    visitor.sees(visitor.words(PHONE))
    visitor.reads_code("https://alaa-arif.example/book?about=book")
    assert visitor.touches == 2


@both_orientations
def test_trouble_swallowing_leads_to_the_steps_of_an_emergency(journey, size):
    visitor = journey(size)
    visitor.wake("en")
    visitor.touch("red_flag")
    strings = visitor.shell.context.pack.strings
    steps = (strings.emergency_elsewhere, strings.emergency_drive)
    for step in (strings.emergency_title, *steps, strings.emergency_swallow):
        visitor.sees(visitor.words(step))
    assert visitor.touches == 2


@both_orientations
def test_a_headache_in_arabic_leads_to_its_cards(journey, size):
    visitor = journey(size)
    visitor.wake("ar")
    visitor.touch("tile headaches")
    first = seen(visitor.shell, CareCardView)[0]
    visitor.sees(visitor.words(first.accessibleName()))
    assert visitor.touches == 2


@both_orientations
def test_words_twice_as_large_are_three_touches_and_their_page_one_more(journey, size):
    visitor = journey(size)
    visitor.wake("en")
    visitor.touch("text")
    visitor.touch_words(visitor.shell.context.pack.strings.size_4)
    visitor.close_question()
    assert visitor.touches <= 4
    assert visitor.shell.session.visit.preferences.text_scale == 2
    for page in ("home", "check", "book"):
        visitor.button_to(page)
    visitor.touch("tile muscle-weakness")
    first = seen(visitor.shell, CareCardView)[0]
    visitor.sees(visitor.words(first.accessibleName()))


@both_orientations
def test_a_browser_finds_every_section_of_a_page_by_its_name(journey, size):
    """In portrait the names scroll with the page, and its button leads back to them."""
    visitor = journey(size)
    visitor.wake("en")
    visitor.touch("tile headaches")
    names = visitor.offered("section ")
    assert len(names) >= 3
    for name in names[1:]:
        while name not in visitor.offered("section "):
            assert visitor.touches < 4 * len(names)
            visitor.touch("more")
        before = visitor.look()
        visitor.touch(name)
        assert is_different(before, visitor.look()), name
        visitor.sees(visitor.words(name.removeprefix("section ")))
