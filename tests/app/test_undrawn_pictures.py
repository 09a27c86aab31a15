"""A picture that Qt cannot draw is named, and its page shown without it."""

from io import BytesIO
from zlib import crc32

import pytest
from msgspec.structs import replace
from PIL import Image

from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.content.blocks import (
    CareCard,
    Drawing,
    Paragraph,
    Picture,
    PointList,
    Run,
    Sign,
    Signs,
)
from kiosk.domain.triage import Level
from kiosk.files.pictures import picture_of

WORDS = (Paragraph((Run("Words"),)),)
GOOD = Drawing('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')


def hollow_png():
    """Return a PNG whose parts are whole, and whose pixels are none."""
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG")
    data = file.getvalue()
    start = data.index(b"IDAT")
    end = start + 4 + int.from_bytes(data[start - 4 : start])
    part = b"IDAT" + bytes(end - start - 4)
    return data[:start] + part + crc32(part).to_bytes(4) + data[end + 4 :]


BAD = {
    "a photo without pixels": picture_of(hollow_png()),
    "a drawing without a size": Drawing('<svg xmlns="http://www.w3.org/2000/svg"/>'),
}


@pytest.fixture
def with_body(qapp, library):
    """Return the library whose English page on vision has a body, once checked."""

    def checked(*blocks):
        pack = library.packs["en"]
        pack = replace(pack, bodies={**pack.bodies, "vision": blocks})
        return without_undrawn(replace(library, packs={**library.packs, "en": pack}))

    return checked


def body(library):
    return library.packs["en"].bodies["vision"]


@pytest.mark.parametrize("image", BAD.values(), ids=BAD)
def test_a_page_is_shown_without_it(with_body, image):
    library = with_body(Picture(image, "An eye"), *WORDS)
    assert body(library) == WORDS
    (problem,) = library.problems
    assert str(problem).startswith(
        f"{library.folder}/en/vision.md: the picture 'An eye'"
    )
    assert "cannot be drawn; save it again" in str(problem)


@pytest.mark.parametrize("image", BAD.values(), ids=BAD)
def test_a_list_of_signs_has_its_words(with_body, image):
    signs = Signs((Sign(GOOD, WORDS), Sign(image, WORDS)))
    library = with_body(signs, CareCard(Level.ROUTINE, "Call", (signs,)))
    points = PointList((WORDS, WORDS))
    assert body(library) == (points, CareCard(Level.ROUTINE, "Call", (points,)))
    assert len(library.problems) == 1


def test_an_answer_has_its_words(qapp, library):
    signs = {**library.sign_pictures, "choking": BAD["a drawing without a size"]}
    checked = without_undrawn(replace(library, sign_pictures=signs))
    assert checked.sign_picture("choking") is None
    assert "signs/choking.svg: this picture cannot be drawn" in str(checked.problems[0])


def test_content_that_can_be_drawn_stays_as_it_is(qapp, library):
    assert without_undrawn(library) is library
