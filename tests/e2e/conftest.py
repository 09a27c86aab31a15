"""A real screen, a real finger and a camera, for the tests in this folder.

A screen is an X server or a Wayland compositor of our own. The kiosk is started as a
user does, in a process of its own; what it shows is photographed from outside.
"""

import json
import os
import socket
import subprocess
from array import array
from contextlib import ExitStack

import pytest
from shiboken6 import delete, isValid

from kiosk.domain.pin import Pin
from tests.support.programs import PATIENCE, need, running, until
from tests.support.screen import put_on
from tests.support.screen_map import map_of
from tests.support.visitor import PIN, Visitor, kiosk_with_test_clock
from tests.support.wayland import surroundings
from tests.support.x_screen import WIDTHS_MM, x_screen

SPEECH = """
LogLevel 3
LogDir "{folder}"
DefaultVolume 100
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "/etc/speech-dispatcher/modules/espeak-ng.conf"
DefaultModule espeak-ng
Timeout 1
"""


@pytest.fixture
def settings(tmp_path):
    """Write a clinic's settings; return their path."""

    def write(width=1920, *, phone="", **booking):
        url = booking.get("url", "https://alaa-arif.example/book?about={topic}")
        path = tmp_path / "clinic.toml"
        path.write_text(
            f'[clinic]\ndesk = "the front desk"\nemergency_number = "112"\n'
            f'phone = "{phone}"\n[booking]\nurl = "{url}"\n'
            f"[screen]\nwidth_mm = {WIDTHS_MM[width]}\n"
            "[access]\nreduce_motion = true\n[idle]\nattract = false\n"
        )
        return path

    return write


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """Keep what a kiosk keeps for its next start from the kiosks of other tests."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def session(tmp_path):
    """The surroundings of a session on a screen that only exists in memory."""
    return surroundings(tmp_path)


@pytest.fixture
def stage():
    """Whatever a test starts; ended with it, last first."""
    with ExitStack() as stack:
        yield stack.enter_context


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
    list_voices(own_folders)
    return process


def list_voices(path):
    """Wait until the speech server knows its voices: it is slow on a busy machine.

    Its socket is there a moment before it listens.
    """
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(PATIENCE)
        until(lambda: client.connect_ex(str(path)) == 0, "the speech server")
        client.sendall(b"LIST SYNTHESIS_VOICES\r\n")
        while b"249 " not in client.recv(1 << 16):
            pass


@pytest.fixture(autouse=True)
def no_speech_server(request, monkeypatch, tmp_path):
    """Have a speech server that ends at once, unless a test starts one of its own."""
    if "own_folders" in request.fixturenames:
        return
    program = tmp_path / "bin" / "speech-dispatcher"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 'speechd.sock'}")


@pytest.fixture(autouse=True)
def no_twin_left(qapp):
    """Take the windows that told where things are away again, and what is left of them.

    Qt would go through all of it when the next one is styled.
    """
    yield
    put_on(qapp, None)
    for window in qapp.topLevelWidgets():
        if isValid(window):
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

    def begin(size, *, attract, manager=None, volume=0, phone="", pin=PIN):
        (home / "state.json").write_text(json.dumps({"volume": volume}))
        path, log = settings(size[0], phone=phone), tmp_path / "log"
        said = path.read_text().replace("false", "true" if attract else "false")
        line = Pin.hashed(pin, b"0123456789abcdef").line
        path.write_text(f'{said}[staff]\npin = "{line}"\n')
        screen = stage(x_screen(*size))
        if manager:
            need(manager)
            quiet = subprocess.DEVNULL
            stage(running(manager, env=screen.environment, stderr=quiet))
        process = stage(kiosk_with_test_clock(screen, home, path, log))
        return Visitor(screen, map_of(qapp, path, size).shell, process, log)

    return begin
