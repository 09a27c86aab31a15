"""Read drawings of the content, and let none in that would fetch anything."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.errors import ContentError
from kiosk.files.snapshot import PICTURES, Snapshot
from kiosk.files.text_files import text_of

_FETCHES = re.compile(
    r"<(image|script|foreignObject|style|!ENTITY)|href\s*=|url\(\s*[\"']?[^#\"'\s]",
    re.I,
)


def checked_drawing(name: str, data: bytes) -> bytes:
    """Return the bytes of a picture; raises `ValueError` if it leads elsewhere."""
    if name.lower().endswith(".svg") and _FETCHES.search(text_of(data)):
        raise ValueError(f"picture {name!r} refers to another file")
    return data


@dataclass(frozen=True)
class SignPictures:
    """The small pictures of the answers, each named after the answer that it shows.

    An answer without one has its words alone; `report` is told of a picture that cannot
    be used.
    """

    files: Snapshot
    report: Callable[[ContentError], None]

    def of(self, answer: str) -> bytes | None:
        """Return the picture of an answer, if it has one."""
        path = self.files.folder / PICTURES / "signs" / f"{answer}.svg"
        if path not in self.files:
            return None
        try:
            with self.files.blaming(path):
                return checked_drawing(path.name, self.files.data(path))
        except ContentError as problem:
            self.report(problem)
            return None
