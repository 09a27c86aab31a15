"""A disk of a test's own, so small that it is soon full."""

import os
import subprocess
from contextlib import contextmanager

import pytest

_ONLY_ROOT = "end-to-end test left out: only root may mount a small disk"


class SmallDisk:
    """The disk at `folder`."""

    def __init__(self, folder):
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self):
        """Leave room for nothing."""
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(b"x" * 4096)
            except OSError:
                pass

    def make_room(self):
        self._ballast.unlink()


@contextmanager
def small_disk(folder, size="256k"):
    """Mount a disk; without the right to, leave the test out, in CI fail."""
    folder.mkdir(parents=True, exist_ok=True)
    options = ("-t", "tmpfs", "-o", f"size={size}")
    command = ["mount", *options, "none", folder]
    if subprocess.run(command, capture_output=True).returncode:
        if os.environ.get("CI"):
            pytest.fail(_ONLY_ROOT)
        pytest.skip(_ONLY_ROOT)
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
