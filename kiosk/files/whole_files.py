"""Write a file whole, so that a power cut leaves the old one or the new one."""

import os
from pathlib import Path
from shutil import copymode


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, which keeps its rights; raises `OSError`.

    A link stays one: the file that it leads to is written.
    """
    path = path.resolve()
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
