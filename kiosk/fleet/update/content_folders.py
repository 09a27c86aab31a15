"""The unpacked editions on the disk, and the link that says which one is shown.

content/SHA256/   an edition, whole: it gets this name when all of it is written
current           a link to one of them, or to the content that came along
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.errors import ContentError
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.fleet.content_tar import unpack
from kiosk.fleet.update.memory import Edition
from kiosk.fleet.update.update_error import refused

_DRAFT = ".new"


class ContentFolders:
    """The editions below `folder`; raises `OSError` where the disk is full."""

    def __init__(self, folder: Path) -> None:
        self._content = folder / "content"
        self.current = folder / "current"

    def path(self, edition: Edition | None) -> Path:
        """Return where an edition is; None is the content that came along."""
        return self._content / edition.sha256 if edition else resources() / "content"

    def has(self, edition: Edition) -> bool:
        """Return whether an edition is there, with every byte that was signed."""
        try:
            return Snapshot.take(self.path(edition)).fingerprint == edition.fingerprint
        except ContentError:
            return False

    def unpack(self, tar: Path, edition: Edition) -> Path:
        """Unpack an edition beside the others; return the folder, still a draft.

        Raises `UpdateError` for what is no content, or another than was signed.
        """
        draft = self._content / f"{edition.sha256}{_DRAFT}"
        _remove(draft)
        self._content.mkdir(parents=True, exist_ok=True)
        try:
            unpack(tar, draft)
            found = Snapshot.take(draft).fingerprint
        except ContentError as error:
            raise refused(f"{edition.name}: {error}") from error
        if found != edition.fingerprint:
            said = f"its fingerprint is {found}, and {edition.fingerprint} was signed"
            raise refused(f"{edition.name}: {said}; publish it again")
        return draft

    def keep(self, edition: Edition) -> None:
        """Give a draft the name of its edition."""
        path = self.path(edition)
        _remove(path)
        path.with_name(f"{edition.sha256}{_DRAFT}").rename(path)
        _sync(self._content)

    def point(self, edition: Edition | None) -> None:
        """Let `current` lead to an edition, from one moment to the next."""
        target = str(self.path(edition))
        with suppress(OSError):
            if str(self.current.readlink()) == target:
                return
        draft = self.current.with_name(f".{self.current.name}{_DRAFT}")
        draft.unlink(missing_ok=True)
        draft.symlink_to(target)
        draft.replace(self.current)
        _sync(self.current.parent)

    def sweep(self, kept: Iterable[Edition]) -> None:
        """Remove what is no edition to keep, such as what a power cut left."""
        names = {edition.sha256 for edition in kept}
        with suppress(OSError):
            for path in list(self._content.iterdir()):
                if path.name not in names:
                    _remove(path)


def _remove(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
