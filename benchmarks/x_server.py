"""An X server for a measurement: a screen that no window manager touches."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server(size: str = "1920x1080") -> Iterator[str]:
    """Run Xvfb with a screen of this size while the block lasts; yield its display."""
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24"]
    with subprocess.Popen([*screen, "-noreset"], pass_fds=[write]) as server:
        os.close(write)
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        try:
            yield display
        finally:
            server.terminate()
