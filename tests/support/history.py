"""States of the content, and of the program, as the history of the project has them."""

import io
import subprocess
import tarfile
from pathlib import Path

from tests.support.shipped import ROOT

_CONTENT = "resources/content"


def states(count: int) -> list[str]:
    """Return the last commits that changed the content, and those of before 0.2.

    Those had no `content.toml`. There are none where the history is not at hand.
    """
    latest = _commits("-n", str(count), "--", _CONTENT)
    added = _commits("--diff-filter=A", "--", f"{_CONTENT}/content.toml")
    older = [
        commit
        for first in added[-1:]
        for commit in _commits("-n", str(count), f"{first}~1", "--", _CONTENT)
    ]
    return list(dict.fromkeys((*latest, *older)))


def files_of(commit: str, folder: Path, *paths: str) -> Path:
    """Write files of a commit into a folder, and return it."""
    data = _git("archive", "--format=tar", commit, "--", *paths)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _commits(*arguments: str) -> list[str]:
    return _git("log", "--format=%h", *arguments).decode().split()


def _git(*arguments: str) -> bytes:
    """Return what git says of this project; nothing where there is no history."""
    try:
        command = ("git", "-C", str(ROOT), *arguments)
        return subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""
