"""Read drawings of the content, and let none in that would fetch anything."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.errors import ContentError
from kiosk.files.parsing import blaming
from kiosk.files.text_files import read_text

_FETCHES = re.compile(
    r"<(image|script|foreignObject|style|!ENTITY)|href\s*=|url\(\s*[\"']?[^#\"'\s]",
    re.I,
)


def drawing_in(path: Path) -> bytes:
    """Return the picture in `path`; raises `ValueError` if it leads elsewhere."""
    if path.suffix.lower() == ".svg" and _FETCHES.search(read_text(path)):
        raise ValueError(f"picture {path.name!r} refers to another file")
    return path.read_bytes()


@dataclass(frozen=True)
class SignPictures:
    """The small pictures in `folder`, each named after the answer that it shows.

    An answer without one has its words alone; `report` is told of a picture that cannot
    be used.
    """

    folder: Path
    report: Callable[[ContentError], None]

    @cache  # noqa: B019 - there is one for each time that the content is read
    def of(self, answer: str) -> bytes | None:
        """Return the picture of an answer, if it has one."""
        path = self.folder / f"{answer}.svg"
        if not path.is_file():
            return None
        try:
            with blaming(path, ContentError):
                return drawing_in(path)
        except ContentError as problem:
            self.report(problem)
            return None
