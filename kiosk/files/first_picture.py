"""Keep the first picture of a start beside the state, for the next start to show.

It is used on the same day, on a screen of the same size, while every file that it was
made of is the one that it was then. It shows what an empty room sees, and nothing of a
visit. Of the program itself this module and Python's own file count: an update of its
package writes both.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from mmap import mmap
from pathlib import Path
from time import strftime
from typing import NamedTuple

from kiosk.files.text_files import open_regular, write_whole

NAME = "first-picture"
_END = b"\n\n"
_PIXEL_BYTES = 4
_MOST_HEAD_BYTES = 1_000_000


class Sources(NamedTuple):
    """The files and folders that a picture was made of, there or not.

    `read_at` is when the first was read, in seconds since 1970.
    """

    paths: tuple[Path, ...]
    read_at: float


def kept_picture(folder: Path, size: tuple[int, int]) -> memoryview | None:
    """Return the pixels kept in `folder` for a screen of `size`, four bytes each.

    None where there are none, they are of another day, screen or command, or were made
    of a file that has changed since. They are read into a map of memory of their own,
    which is given back whole; the file itself is not mapped, as a damaged disk would
    then end the program.
    """
    with suppress(OSError, ValueError), open_regular(folder / NAME) as file:
        length = os.fstat(file.fileno()).st_size
        beyond = length - _PIXEL_BYTES * size[0] * size[1]
        if not 0 < beyond < _MOST_HEAD_BYTES:
            return None
        read = mmap(-1, length)
        file.readinto(read)
        head = read[: beyond - len(_END)]
        told, *stamps = os.fsdecode(head).split("\n")
        paths = (Path(it.rpartition("\t")[0]) for it in stamps)
        if told == _told(size) and stamps == _stamps(paths):
            return memoryview(read)[beyond:]
    return None


def keep_picture(
    folder: Path, size: tuple[int, int], made_of: Sources, pixels: bytes
) -> None:
    """Keep a picture of `size`, four bytes a pixel; a full disk keeps the old one.

    It counts until one of its sources changes, appears or goes. If one has changed
    since they were read nothing is kept: what it says may be no longer in the picture.
    """
    own = Path(__file__), Path(sys.executable)
    head = "\n".join((_told(size), *_stamps((*own, *made_of.paths))))
    if any(_changed(path) >= made_of.read_at for path in made_of.paths):
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / NAME, os.fsencode(head) + _END + pixels)


def _told(size: tuple[int, int]) -> str:
    """Return the day, the size and the command, in one line.

    The day is part of it because a page can become overdue for review at midnight.
    """
    return repr((strftime("%Y-%m-%d"), *size, sys.argv[1:]))


def _stamps(paths: Iterable[Path]) -> list[str]:
    return [f"{path}\t{_stamp(path)}" for path in dict.fromkeys(paths)]


def _changed(path: Path) -> float:
    """Return when a file was last changed, in seconds since 1970; 0 without a file."""
    with suppress(OSError):
        return path.stat().st_ctime
    return 0.0


def _stamp(path: Path) -> str:
    """Return what is another after each change of a file; none where there is none."""
    with suppress(OSError):
        found = path.stat()
        times = found.st_mtime_ns, found.st_ctime_ns
        return f"{found.st_dev} {found.st_ino} {found.st_size} {times[0]} {times[1]}"
    return ""
