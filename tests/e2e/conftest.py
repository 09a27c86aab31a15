"""A real screen, a real finger and a camera, for the tests in this folder.

A screen is an X server or a Wayland compositor of our own. The kiosk is started as a
user does, in a process of its own; what it shows is photographed from outside.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import time
from array import array
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from shiboken6 import delete

from kiosk.domain.pin import Pin
from kiosk.ui.window.shell import Shell

ROOT = Path(__file__).parent.parent.parent
PACKAGES = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "openbox": "openbox",
    "cage": "cage",
    "grim": "grim",
    "Xwayland": "xwayland",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "speech-dispatcher": "speech-dispatcher",
    "espeak-ng": "espeak-ng speech-dispatcher-espeak-ng",
}
PATIENCE = 30.0
SPEECH = """
LogLevel 3
LogDir "{folder}"
DefaultVolume 100
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "/etc/speech-dispatcher/modules/espeak-ng.conf"
DefaultModule espeak-ng
Timeout 1
"""
PIN = "271828"
WIDTHS_MM = {1920: 476, 1080: 268, 1280: 476, 720: 268}


def need(*tools):
    """Leave a test out where a tool is missing; on the CI machine that is an error."""
    missing = sorted({PACKAGES[tool] for tool in tools if not shutil.which(tool)})
    if not missing:
        return
    words = f"end-to-end test left out; to run it: sudo apt install {' '.join(missing)}"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


def is_different(one, other):
    """Tell whether two photographs differ in any point."""
    return ImageChops.difference(one, other).getbbox() is not None


def until(look, what):
    """Return the first thing that `look` finds; fail after a while, saying `what`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}")


@contextmanager
def running(*command, **options):
    """Run a program of ours for as long as the block lasts."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.terminate()


@dataclass
class XScreen:
    """An X server, a finger on it and a camera in front of it."""

    display: str
    size: tuple[int, int]

    @property
    def environment(self):
        hidden = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        own = {key: value for key, value in os.environ.items() if key not in hidden}
        return own | {"DISPLAY": self.display}

    def photograph(self):
        photo = until(self._picture, "a photograph of the screen")
        return Image.open(io.BytesIO(photo)).convert("RGB")

    def _picture(self):
        """Return a picture, or None: the camera fails while a window comes or goes."""
        command = ["import", "-window", "root", "png:-"]
        done = subprocess.run(command, env=self.environment, capture_output=True)
        return done.stdout if done.returncode == 0 else None

    def touch(self, x, y):
        self.finger("mousemove", str(x), str(y), "click", "1")

    def drag(self, x, from_y, to_y):
        """Draw a finger over the glass."""
        self.finger("mousemove", str(x), str(from_y), "mousedown", "1")
        step = (to_y - from_y) // 8
        for y in range(from_y, to_y, step):
            self.finger("mousemove", str(x), str(y))
        self.finger("mouseup", "1")

    def finger(self, *words):
        command = ["xdotool", *words]
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def photograph_when(self, look, what):
        """Return the first photograph that `look` says yes to."""

        def ready():
            photo = self.photograph()
            return photo if look(photo) else None

        return until(ready, what)


@contextmanager
def x_screen(width, height):
    """An X server of our own, with no window manager."""
    need("Xvfb", "xdotool", "import")
    read, write = os.pipe()
    server = running(
        "Xvfb",
        *("-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-noreset"),
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    with server:
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        yield XScreen(f":{number}", (width, height))


@pytest.fixture
def settings(tmp_path):
    """Write a clinic's settings; return their path."""

    def write(width=1920, **booking):
        url = booking.get("url", "https://alaa-arif.example/book?about={topic}")
        path = tmp_path / "clinic.toml"
        path.write_text(
            f'[clinic]\ndesk = "the front desk"\nemergency_number = "112"\n'
            f'[booking]\nurl = "{url}"\n[screen]\nwidth_mm = {WIDTHS_MM[width]}\n'
            "[idle]\nattract = false\n"
        )
        return path

    return write


@pytest.fixture
def stage():
    """Whatever a test starts; ended with it, last first."""
    with ExitStack() as stack:
        yield stack.enter_context


def kiosk(screen, *arguments, **options):
    """Run the kiosk on a screen, as a user does."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return running(*command, env=screen.environment, cwd=ROOT, **options)


@pytest.fixture
def record(stage, tmp_path, monkeypatch):
    """Start a sound server with nothing but a recorder; return what it has heard.

    That is two channels of 44,100 samples a second each, from -32768 to 32767.
    """
    need("pulseaudio", "parec")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'sound'}")
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path))
    quiet = {"stderr": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    modules = (
        *("-L", "module-null-sink sink_name=wall"),
        *("-L", f"module-native-protocol-unix socket={tmp_path / 'sound'}"),
    )
    stage(running("pulseaudio", "-n", "--exit-idle-time=-1", *modules, **quiet))
    until((tmp_path / "sound").exists, "the sound server")
    heard = tmp_path / "heard.raw"
    command = ("parec", "-d", "wall.monitor", "--latency-msec=10", "--format=s16le")
    stage(running(*command, str(heard), **quiet))
    until(heard.exists, "the recorder")
    return lambda: array("h", heard.read_bytes()[: heard.stat().st_size // 2 * 2])


@pytest.fixture
def own_folders(tmp_path, monkeypatch):
    """Give every server folders of its own; return the socket of the speech server."""
    settings = tmp_path / ".config" / "speech-dispatcher"
    settings.mkdir(parents=True)
    said = SPEECH.format(folder=tmp_path)
    (settings / "speechd.conf").write_text(said)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    folder = tmp_path / "speech-dispatcher"
    folder.mkdir()
    return folder / "speechd.sock"


@pytest.fixture
def server(record, stage, own_folders):
    """Start a speech server that speaks into the recorder; return its process."""
    need("speech-dispatcher", "espeak-ng")
    quiet = {"stderr": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    process = stage(running("speech-dispatcher", "-s", "-t", "0", **quiet))
    until(own_folders.exists, "the speech server")
    return process


@pytest.fixture(autouse=True)
def no_twin_left(qapp):
    """Take the windows that told where things are away again."""
    yield
    for window in qapp.topLevelWidgets():
        if isinstance(window, Shell):
            delete(window)


@pytest.fixture
def home(tmp_path):
    """A home of its own, so that whatever the program writes is found."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(stage, settings, qapp, tmp_path, home):
    """Start a kiosk with a clock of ours, and a staff PIN; return its visitor."""
    from tests.support.screen_map import map_of
    from tests.support.visitor import Visitor, clocked_kiosk

    def begin(size, *, attract, manager=None, volume=0):
        (home / "state.json").write_text(json.dumps({"volume": volume}))
        path, log = settings(size[0]), tmp_path / "log"
        said = path.read_text().replace("false", "true" if attract else "false")
        pin = Pin.of(PIN, b"0123456789abcdef").line
        path.write_text(f'{said}[staff]\npin = "{pin}"\n')
        screen = stage(x_screen(*size))
        if manager:
            need(manager)
            quiet = subprocess.DEVNULL
            stage(running(manager, env=screen.environment, stderr=quiet))
        process = stage(clocked_kiosk(screen, home, path, log))
        return Visitor(screen, map_of(qapp, path, size).shell, process, log)

    return begin
