"""Bring the files of a repository for TUF: from the web, or from a folder.

What they hold is judged by TUF. Here is seen to it that none makes the updater wait for
ever, and that a stick which is pulled out is an expected failure.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import urllib3
from tuf import ngclient
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

LONGEST_S = 3600.0
"""For one file: the largest content takes so long at 1 Mbit/s."""
_PIECE = 1 << 18
_NOT_FOUND = 404
_BY_VERSION = ("Urllib3Fetcher", "RequestsFetcher")  # of tuf 6 and newer, and before


def fetcher_for(source: str) -> FetcherInterface:
    """Return what brings files of a web address, or of a folder."""
    if "://" not in source:
        return FolderFetcher(Path(source))
    kind = next(getattr(ngclient, it) for it in _BY_VERSION if hasattr(ngclient, it))
    return WebFetcher(kind())


class WebFetcher(FetcherInterface):
    """Let TUF's own fetcher bring a file, but not for longer than `LONGEST_S`."""

    def __init__(
        self, inner: FetcherInterface, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._inner = inner
        self._seconds = seconds

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self._in_time(self._inner.fetch(url), url)

    def _in_time(self, pieces: Iterator[bytes], url: str) -> Iterator[bytes]:
        end = self._seconds() + LONGEST_S
        try:
            for piece in pieces:
                if self._seconds() > end:
                    raise DownloadError(f"{url}: comes too slowly")
                yield piece
        except (OSError, urllib3.exceptions.HTTPError) as error:
            raise DownloadError(f"{url}: {error}") from error


class FolderFetcher(FetcherInterface):
    """Read the files of a repository in a folder: a share, or a stick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = Path(url)
        if not (self._folder / "metadata").is_dir():
            raise DownloadError("no repository is there")
        if not path.exists():
            raise DownloadHTTPError(f"{path}: there is no such file", _NOT_FOUND)
        return _pieces(path)


def _pieces(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a regular file; nothing else is waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise DownloadError(f"{path}: is no file")
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise DownloadError(f"{path}: {error.strerror}") from error
