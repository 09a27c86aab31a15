"""Read the text of one file, however unfit it is to be read, and write one whole.

A pipe, a device, a disk image or UTF-16 in its place ends in an `EntryError` that says
what to do; none of them makes the kiosk wait. What the text means is left to `parsing`.
"""

import codecs
import os
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

from kiosk.errors import EntryError

MOST_BYTES = 1_000_000  # a long novel; the longest page that came along has 4,000

_NO_FILE = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_UTF_8 = "save the file as UTF-8"


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of the regular file `path`, if they are at most `most`.

    Raises `EntryError` for anything else; never waits for the other end of a pipe.
    """
    with open_regular(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise EntryError(f"is longer than {most:,} bytes", "make it shorter")
    return data


def open_regular(path: Path) -> BufferedReader:
    """Open the regular file `path`; raises `EntryError` for anything else.

    Never waits for the other end of a pipe.
    """
    return os.fdopen(_descriptor(path), "rb")


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """Return the UTF-8 text in `path`; raises `OSError` or `EntryError`."""
    return text_of(read_bytes(path, most))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a power cut leaves the old one or the new one.

    Where `path` is a link, the file that it leads to is written. It keeps its rights,
    which a draft that is left behind has too. Raises `OSError`.
    """
    real = path.resolve()
    draft = real.with_name(f".{real.name}.new")
    try:
        draft.unlink(missing_ok=True)
        if real.exists():
            draft.touch(0o600)
            draft.chmod(stat.S_IMODE(real.stat().st_mode))
        write_by_draft(draft, real, data)
    finally:
        draft.unlink(missing_ok=True)


def write_by_draft(draft: Path, path: Path, data: bytes) -> None:
    """Write a draft to the disk, then give it the name of `path`. Raises `OSError`.

    The folder is written to the disk as well: the new name would be lost without.
    """
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    with suppress(OSError):  # Windows opens no folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def text_of(data: bytes) -> str:
    """Return UTF-8 as text; raises `EntryError` naming a line that is none.

    A byte order mark, which some editors leave, is not part of the text.
    """
    if data.startswith(_UTF_16):
        raise EntryError("is UTF-16", _AS_UTF_8)
    if b"\0" in data:
        message = "has a zero byte, as no text has"
        raise EntryError(message, _AS_UTF_8, line=_line_at(data, data.index(b"\0")))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(data, error.start)
        raise EntryError("this line is not UTF-8", _AS_UTF_8, line=line) from error


def usable_text(data: bytes) -> tuple[str, list[EntryError]]:
    """Return the lines that are text, others as empty ones, and the mistakes in them.

    UTF-16 with its mark is understood.
    """
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", errors="replace")
        return text, [EntryError("is UTF-16", _AS_UTF_8)]
    mistakes: list[EntryError] = []
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines()
    for number, line in enumerate(lines):
        try:
            lines[number] = text_of(line).encode()
        except EntryError as error:
            lines[number] = b""
            wrong = EntryError(error.message, error.remedy, line=number + 1)
            mistakes.append(wrong)
    return b"\n".join(lines).decode(), mistakes


def _line_at(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def _descriptor(path: Path) -> int:
    """Open a regular file; a pipe that is opened so does not wait for a writer."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
    if kind != stat.S_IFREG:
        os.close(descriptor)
        message = f"is {_NO_FILE.get(kind, 'no file')}"
        raise EntryError(message, "put a file in its place")
    return descriptor
