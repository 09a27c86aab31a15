"""Where the pages are on the web, for a code of version 15 at most."""

import pytest
import segno

from kiosk.domain.addresses import encoded_address
from kiosk.domain.handout import MOST_ADDRESS_BYTES, MOST_CARD_BYTES, Handout
from kiosk.errors import EntryError


@pytest.mark.parametrize(
    "folder",
    ["https://c.example/a", "https://c.example/a/", "https://c.example/a/index.html"],
)
def test_a_page_is_in_the_folder_of_its_language(folder):
    assert (
        Handout(folder).address("ar", "vision") == "https://c.example/a/ar/vision.html"
    )


def test_a_page_may_have_any_name():
    address = Handout("https://c.example").address("es", "visión")
    assert address == "https://c.example/es/visi%C3%B3n.html"


@pytest.mark.parametrize(
    "folder",
    [
        "http://c.example",
        "tel:112",
        "c.example",
        "https://c.example/?page=",
        "https://c.example/#",
        "https://c.example/{topic}",
        "https://c.example/" + "x" * 400,
    ],
)
def test_what_no_code_can_lead_to_is_refused(folder):
    with pytest.raises(EntryError) as error:
        Handout(folder)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("level", "most"), [("m", MOST_ADDRESS_BYTES), ("l", MOST_CARD_BYTES)]
)
def test_the_longest_is_in_a_code_of_version_15(level, most):
    assert segno.make("x" * most, error=level, encoding="utf-8").version == 15
    assert segno.make("x" * (most + 1), error=level, encoding="utf-8").version == 16


def test_the_longest_address_fits():
    longest = Handout("https://c.example/" + "x" * 330)
    address = longest.address("xx-Xxxx", "x" * 40)
    assert len(encoded_address(address)) <= MOST_ADDRESS_BYTES
