"""Look into a repository, and believe nothing that is not signed as TUF asks."""

import inspect
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tuf.api.exceptions import DownloadError, ExpiredMetadataError, RepositoryError
from tuf.api.exceptions import DownloadLengthMismatchError as TooLongError
from tuf.api.metadata import Metadata, Targets
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater

from kiosk.files.text_files import read_bytes, write_by_draft
from kiosk.fleet.offer import Offer, offers_of
from kiosk.fleet.update.fetchers import fetcher_for
from kiosk.fleet.update.update_error import refused, stale, unreached

_EXPIRED = "publish it again, or set the clock of this kiosk right"
_MOST_LETTERS = 200
_TAKES_ROOT = "bootstrap" in inspect.signature(Updater).parameters  # tuf 6 and newer


class Trust:
    """What TUF has believed so far, in `folder`; it begins with the file `root`.

    A root that is replaced by hand begins it again.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self._root = root
        self._anchor = folder / "anchor.json"

    def anchor(self) -> bytes:
        """Return the root that everything begins with; raises `UpdateError`."""
        try:
            root = read_bytes(self._root)
        except (OSError, ValueError) as error:
            how = 'copy 1.root.json of "kiosk publish" to it'
            raise refused(f"{self._root}: cannot be read: {error}; {how}") from error
        if not self._anchor.exists() or self._anchor.read_bytes() != root:
            self.begin(root)
        return root

    def begin(self, root: bytes) -> None:
        """Forget everything but this root."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.restore(root)
        _write(self._anchor, root)

    def restore(self, root: bytes) -> None:
        """Begin with this root again, and forget nothing else."""
        _write(self.folder / "root.json", root)


class Source:
    """One repository: `address` is that of a web server, or a folder."""

    def __init__(self, address: str, trust: Trust) -> None:
        self.address = address.rstrip("/")
        self._trust = trust
        self._updater: Updater | None = None

    def offers(self) -> list[Offer]:
        """Return what is offered now; raises `UpdateError`, and `OSError` of our disk.

        Every signature was seen to be right, and that nothing is older than before.
        """
        root = self._trust.anchor()
        with _judging(self.address):
            self._updater = self._new_updater(root)
            self._updater.refresh()
            path = self._trust.folder / "targets.json"
            return list(offers_of(Metadata[Targets].from_file(str(path)).signed))

    def fetch(self, offer: Offer, path: Path) -> None:
        """Write the tar file of an offer to `path`; raises as `offers` does."""
        if not self._updater:
            raise TypeError("offers() comes first")
        with _judging(self.address):
            target = self._updater.get_targetinfo(offer.name)
            if not target:
                raise refused(f"{self.address}: {offer.name} is gone")
            self._updater.download_target(target, str(path))

    def _new_updater(self, root: bytes) -> Updater:
        try:
            return self._made_with(root)
        except (RepositoryError, FileNotFoundError):  # the root it had is damaged
            self._trust.restore(root)
            return self._made_with(root)

    def _made_with(self, root: bytes) -> Updater:
        by_version: dict[str, Any] = {"bootstrap": root} if _TAKES_ROOT else {}
        return Updater(
            metadata_dir=str(self._trust.folder),
            metadata_base_url=f"{self.address}/metadata/",
            target_base_url=f"{self.address}/targets/",
            fetcher=fetcher_for(self.address),
            **by_version,
        )


@contextmanager
def _judging(address: str) -> Iterator[None]:
    """Turn what TUF raises into what it means for this kiosk."""
    try:
        yield
    except ExpiredMetadataError as error:
        raise stale(f"{address}: has expired: {error}; {_EXPIRED}") from error
    except TooLongError as error:
        raise refused(f"{address}: is not what was signed: {error}") from error
    except DownloadError as error:
        raise unreached(f"{address}: cannot be reached: {_cause(error)}") from error
    except (RepositoryError, DeserializationError, ValueError) as error:
        raise refused(f"{address}: is not what was signed: {error}") from error


def _cause(error: Exception) -> str:
    """Return the reason of a failed download, without the names of Python's classes."""
    cause = error.__cause__ or error
    text = str(getattr(cause, "reason", "") or cause)
    return (text.rpartition("): ")[2] or text)[:_MOST_LETTERS]


def _write(path: Path, data: bytes) -> None:
    write_by_draft(path.with_name(f".{path.name}.new"), path, data)
