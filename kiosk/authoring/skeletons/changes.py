"""Gather new and changed files of a folder, and write all of them or none."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from kiosk.errors import ContentError, Problem, UsageError


@dataclass
class Changes:
    """Texts and bytes to write, by their path; what is read is as they will be."""

    files: dict[Path, bytes] = field(default_factory=dict)

    def text(self, path: Path) -> str:
        """Return the text of a file as it will be; raises `ContentError`."""
        try:
            data = self.files[path] if path in self.files else path.read_bytes()
            return data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            problem = Problem(path, message=f"cannot be read: {error}")
            raise ContentError(problem) from error

    def write(self, path: Path, text: str) -> None:
        """Change a file."""
        self.files[path] = text.encode()

    def create(self, path: Path, data: str | bytes) -> None:
        """Add a file; raises `UsageError` if there is one."""
        if path.exists():
            raise UsageError(f"{path} is there already; choose another name")
        self.files[path] = data.encode() if isinstance(data, str) else data

    def save(self) -> tuple[Path, ...]:
        """Write every file and return their paths; a file is never half written."""
        for path, data in self.files.items():
            try:
                _replace(path, data)
            except OSError as error:
                message = f"{path} cannot be written: {error.strerror}"
                raise UsageError(message) from error
        return tuple(self.files)

    def laid_over(self, files: Mapping[Path, bytes]) -> dict[Path, bytes]:
        """Return `files` as they will be."""
        return {**files, **self.files}


def _replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, which keeps its permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
        new.write(data)
        new.flush()
        os.fsync(new.fileno())
    written = Path(new.name)
    written.chmod(mode)
    written.replace(path)
