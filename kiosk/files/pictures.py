"""Recognise each picture of the content by its bytes, not by the ending of its name.

`svg_drawings` and `photos` check it; `snapshot` reads no link out of their folder.
"""

from collections.abc import Callable

from msgspec import Struct

from kiosk.content.blocks import Image
from kiosk.errors import ContentError, EntryError
from kiosk.files.snapshot import PICTURES, Snapshot

_GZIP = b"\x1f\x8b"
_LFS = b"version https://git-lfs"
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # of UTF-8 and UTF-16


def picture_of(data: bytes) -> Image:
    """Return the picture that some bytes are; raises `EntryError`."""
    from kiosk.files import photos, svg_drawings

    if photo := photos.photo_of(data):
        return photo
    if data.startswith(_LFS):
        raise EntryError("is a pointer of Git LFS", "run: git lfs pull")
    if data.startswith(_GZIP):
        raise EntryError("is a compressed drawing", "save it as plain SVG")
    if data.startswith(_MARKED) or data.lstrip().startswith(b"<"):
        return svg_drawings.drawing_of(data)
    raise EntryError("is neither SVG, PNG nor JPEG", "save it as one of these")


class SignPictures(Struct, frozen=True):
    """The small pictures of the answers, each named after the answer that it shows.

    An answer without one has its words alone; `report` is called with the error of a
    picture that cannot be used.
    """

    files: Snapshot
    report: Callable[[ContentError], None]

    def of(self, answer: str) -> Image | None:
        """Return the picture of an answer, if it has one."""
        path = self.files.folder / PICTURES / "signs" / f"{answer}.svg"
        if path not in self.files:
            return None
        try:
            with self.files.blaming(path):
                return picture_of(self.files.data(path))
        except ContentError as problem:
            self.report(problem)
            return None
