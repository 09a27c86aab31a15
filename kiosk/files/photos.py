"""Check a PNG or JPEG picture before it is decoded: that it is whole, and how large."""

from collections.abc import Iterator
from zlib import crc32

from kiosk.content.blocks import Photo, PhotoFormat
from kiosk.errors import EntryError

MOST_BYTES = 8_000_000  # a phone's photo has 3 to 6 million
MOST_PIXELS = 25_000_000  # Qt needs 4 bytes for each; a phone's photo has 12 million
MOST_SCANS = 100  # of a JPEG that sharpens step by step, as most have ten

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SCAN = b"\xff\xda"
_END_OF_JPEG = b"\xff\xd9"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # "start of frame"
_MOST_CHUNKS = 10_000  # of a file: 8 MB in parts of 8 KB are 1,000


def photo_of(data: bytes) -> Photo | None:
    """Return a picture of pixels; None if it is none; raises `EntryError`."""
    if data.startswith(_PNG):
        kind, read_size = PhotoFormat.PNG, _size_of_png
    elif data.startswith(_JPEG):
        kind, read_size = PhotoFormat.JPEG, _size_of_jpeg
    else:
        return None
    if len(data) > MOST_BYTES:
        raise EntryError(f"is of over {MOST_BYTES:,} bytes", "save it smaller")
    try:
        width, height = read_size(data)
    except IndexError as error:
        raise _cut_off() from error
    if not 0 < width * height <= MOST_PIXELS:
        message = f"is {width:,} by {height:,} pixels"
        raise EntryError(message, "save it at most 4,000 pixels wide and high")
    return Photo(data, kind)


def _size_of_png(data: bytes) -> tuple[int, int]:
    """Return width and height; raises `EntryError` unless every chunk is whole."""
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    if names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        raise _cut_off()
    header = chunks[0][1]
    return _number(header[:4]), _number(header[4:8])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_PNG), b""
    for _ in range(_MOST_CHUNKS):
        end = at + 8 + _number(data[at : at + 4])
        name, content = data[at + 4 : at + 8], data[at + 8 : end]
        if crc32(name + content) != _number(data[end : end + 4]) or not name:
            raise _cut_off()
        yield name, content
        if name == b"IEND":
            return
        at = end + 4


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """Return width and height; raises `EntryError` if its end is not there."""
    at = _frame_of_jpeg(data)
    if _END_OF_JPEG not in data[at:]:
        raise _cut_off()
    if data.count(_SCAN, at) > MOST_SCANS:
        raise EntryError(f"has over {MOST_SCANS} scans", "save it as a plain JPEG")
    return _number(data[at + 7 : at + 9]), _number(data[at + 5 : at + 7])


def _cut_off() -> EntryError:
    return EntryError("is cut off or damaged", "copy it again")


def _frame_of_jpeg(data: bytes) -> int:
    """Return where the size of a JPEG is: behind its notes, before its pixels."""
    at = len(_JPEG) - 1
    for _ in range(_MOST_CHUNKS):
        if data[at + 1] in _SIZES:
            return at
        if data[at] != 0xFF or data[at + 1] in _SCAN:
            break
        at += 2 + max(2, _number(data[at + 2 : at + 4]))
    raise _cut_off()


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
