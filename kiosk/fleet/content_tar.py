"""Pack a folder of content as one tar file, and unpack one that may be hostile.

The same files give the same bytes. Nothing but folders and plain files comes out, under
the folder that is named, and never more of it than the tar file has bytes.
"""

import io
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kiosk.errors import ContentError, Problem
from kiosk.files.parsing import blaming

MOST_BYTES = 512_000_000
MOST_FILES = 50_000  # 2,000 pages in 10 languages, and their pictures
_MOST_DEPTH = 8
_MOST_NAME = 255
_PIECE = 1 << 20
_BLOCKS = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.DIRTYPE)


def pack(folder: Path) -> bytes:
    """Return a folder as a tar file, without what begins with a dot.

    Raises `ContentError` if it cannot be read, or a link leads out of it.
    """
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in _files(folder):
            with blaming(path, ContentError):
                data = path.read_bytes()
            entry = tarfile.TarInfo(path.relative_to(folder).as_posix())
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    if packed.tell() > MOST_BYTES:
        raise _refused(folder, f"has over {MOST_BYTES // 10**6} MB", "leave files out")
    return packed.getvalue()


def unpack(path: Path, folder: Path) -> None:
    """Unpack a tar file into a folder that it makes, and write all of it to the disk.

    Raises `ContentError` for a file that is none, or would do more than be content, and
    `OSError` where the disk is full.
    """
    folder.mkdir()
    try:
        with tarfile.open(path, mode="r:") as tar:
            for number, entry in enumerate(tar):
                if number >= MOST_FILES:
                    raise _refused(path, f"has over {MOST_FILES:,} files")
                _unpack(tar, entry, folder / _name(entry, path))
    except (FileExistsError, NotADirectoryError) as error:
        raise _refused(path, f"has {error.filename} twice") from error
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise _refused(path, f"is no tar file: {error}") from error
    for place, _, _ in os.walk(folder):
        _sync_folder(Path(place))


def _files(folder: Path) -> Iterator[Path]:
    """Yield each file to pack, in the order of their names."""
    real = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if not path.resolve().is_relative_to(real):
            remedy = "put the file itself there"
            raise _refused(path, "is a link out of the folder", remedy)
        if path.is_file():
            yield path


def _name(entry: tarfile.TarInfo, path: Path) -> PurePosixPath:
    """Return the name of an entry, if it is that of content in the folder itself."""
    name = PurePosixPath(entry.name)
    if entry.type not in _BLOCKS or entry.sparse is not None:
        raise _refused(path, f"has {entry.name!r}, which is no plain file")
    is_long = len(name.parts) > _MOST_DEPTH or len(entry.name) > _MOST_NAME
    if name.is_absolute() or ".." in name.parts or "\0" in entry.name or is_long:
        raise _refused(path, f"has a file called {entry.name[:80]!r}")
    return name


def _unpack(tar: tarfile.TarFile, entry: tarfile.TarInfo, path: Path) -> None:
    """Write one entry; a second one of the same name is refused by the file system."""
    if entry.isdir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    source = tar.extractfile(entry)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
        while source and (piece := source.read(_PIECE)):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refused(path: Path, message: str, remedy: str = "") -> ContentError:
    return ContentError(Problem(path, message=message, remedy=remedy))
