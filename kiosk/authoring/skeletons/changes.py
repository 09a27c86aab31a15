"""Gather new and changed files of a folder, and write all of them or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from kiosk.errors import ContentError, Problem, UsageError
from kiosk.files.text_files import write_whole


class Changes(Struct):
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
        """Write every file and return their paths.

        Raises `UsageError` if one cannot be written, and puts the others back.
        """
        before: dict[Path, bytes | None] = {}
        for path, data in self.files.items():
            before[path] = path.read_bytes() if path.exists() else None
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
            except OSError as error:
                _put_back(before)
                message = f"nothing was written; {path} cannot be: {error.strerror}"
                raise UsageError(message) from error
        return tuple(self.files)

    def laid_over(self, files: Mapping[Path, bytes]) -> dict[Path, bytes]:
        """Return `files` as they will be."""
        return {**files, **self.files}


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    """Write files as they were, as far as that goes; None is a file that was not."""
    for path, data in before.items():
        with suppress(OSError):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, data)
