"""Pictures are drawn upright and whole, whatever made them."""

from io import BytesIO

import pytest
from PIL import Image

from kiosk.files.pictures import picture_of
from tests.support.shipped import CONTENT

STYLED = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<style>.a{fill:#00aa55}</style><circle class="a" cx="50" cy="50" r="40"/></svg>"""
ROTATE_RIGHT = 6  # https://www.media.mit.edu/pia/Research/deepview/exif.html
ORIENTATION = 0x0112


def photo_on_end():
    """Return a photo, red at its top, of a phone that was held on end."""
    image = Image.new("RGB", (40, 20), "blue")
    image.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATE_RIGHT
    file = BytesIO()
    image.save(file, "JPEG", exif=exif, quality=95)
    return file.getvalue()


def test_a_photo_of_a_phone_held_on_end_is_upright(context):
    drawn = context.look.picture(picture_of(photo_on_end()), 20).toImage()
    assert drawn.height() == pytest.approx(2 * drawn.width(), abs=2)
    middle = drawn.width() // 2
    top = drawn.pixelColor(middle, drawn.height() // 4)
    bottom = drawn.pixelColor(middle, drawn.height() * 3 // 4)
    assert top.red() > 200 > 50 > top.blue()
    assert bottom.blue() > 200 > 50 > bottom.red()


def test_a_drawing_with_a_style_sheet_has_its_colours(context):
    drawn = context.look.picture(picture_of(STYLED), 20).toImage()
    middle = drawn.rect().center()
    assert drawn.pixelColor(middle).name() == "#00aa55"


@pytest.mark.parametrize(
    "path", sorted(CONTENT.glob("illustrations/**/*.svg")), ids=lambda path: path.stem
)
def test_each_shipped_drawing_is_drawn(context, path):
    drawn = context.look.picture(picture_of(path.read_bytes()), 20)
    assert not drawn.isNull()
