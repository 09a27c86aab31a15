"""A photo is known by its bytes, is whole, and is not larger than a kiosk can show."""

import struct
from io import BytesIO
from zlib import crc32

import pytest
from PIL import Image

from kiosk.content.blocks import Photo, PhotoFormat
from kiosk.errors import EntryError
from kiosk.files import photos
from kiosk.files.photos import photo_of


def saved(kind, size=(40, 20), **options):
    file = BytesIO()
    pixels = bytes(n * n % 251 for n in range(size[0] * size[1]))
    Image.frombytes("L", size, pixels).save(file, kind, **options)
    return file.getvalue()


def chunk(name, content):
    checksum = struct.pack(">I", crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def png(width, height, *chunks):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), *chunks, (b"IDAT", b""), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def jpeg(width, height):
    """Return a photo that claims another size."""
    data = saved("JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def scans(count):
    data = saved("JPEG")
    return data[:-2] + b"\xff\xda\0\2" * count + data[-2:]


WHOLE = {
    "PNG": (saved("PNG"), PhotoFormat.PNG),
    "JPEG": (saved("JPEG"), PhotoFormat.JPEG),
    "progressive": (saved("JPEG", progressive=True), PhotoFormat.JPEG),
    "with letters behind": (saved("JPEG") + b"tail", PhotoFormat.JPEG),
    "with SVG within": (png(4, 4, (b"tEXt", b"a\0<svg>")), PhotoFormat.PNG),
    "of a phone": (png(4_000, 3_000), PhotoFormat.PNG),
}
CUT = {
    "half a PNG": saved("PNG")[:400],
    "half a JPEG": saved("JPEG")[:-40],
    "a PNG's name": b"\x89PNG\r\n\x1a\n",
    "a JPEG's name": b"\xff\xd8\xff",
    "a damaged PNG": saved("PNG").replace(b"IDAT", b"IDAT\1", 1),
    "a PNG with a bit turned": saved("PNG")[:-30] + b"?" + saved("PNG")[-29:],
    "a PNG without an image": png(4, 4).replace(chunk(b"IDAT", b""), b""),
    "a PNG without an end": png(4, 4).replace(chunk(b"IEND", b""), b""),
    "a JPEG without a size": b"\xff\xd8\xff\xfe\0\2" * 20 + b"\xff\xd9",
    "a JPEG of zeros": b"\xff\xd8\xff" + bytes(1_000),
}
HUGE = {
    "900 megapixels": (png(30_000, 30_000), "30,000 by 30,000 pixels"),
    "a wide JPEG": (jpeg(60_000, 60_000), "60,000 by 60,000 pixels"),
    "no pixels": (png(0, 5), "0 by 5 pixels"),
    "many bytes": (png(9, 9, (b"tEXt", bytes(photos.MOST_BYTES))), "over 8,000,000"),
    "many scans": (scans(photos.MOST_SCANS + 1), "over 100 scans"),
    "many chunks": (png(9, 9, *[(b"tEXt", b"")] * 10_001), "cut off or damaged"),
}


@pytest.mark.parametrize(("data", "kind"), WHOLE.values(), ids=WHOLE)
def test_a_whole_photo_is_kept_as_it_is(data, kind):
    assert photo_of(data) == Photo(data, kind)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\x89PN"])
def test_what_is_no_photo_is_none(data):
    assert photo_of(data) is None


@pytest.mark.parametrize("data", CUT.values(), ids=CUT)
def test_a_photo_that_is_cut_off_is_refused(data):
    with pytest.raises(EntryError, match="cut off or damaged; copy it again"):
        photo_of(data)


@pytest.mark.parametrize(("data", "message"), HUGE.values(), ids=HUGE)
def test_a_photo_that_is_too_large_is_refused(data, message):
    with pytest.raises(EntryError) as error:
        photo_of(data)
    assert message in str(error.value)
