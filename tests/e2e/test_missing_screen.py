"""A screen that is not there at the start, or goes and comes back."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.app.machine.supervisor import MORE_TIME
from tests.support.programs import PATIENCE, running, until
from tests.support.shipped import ROOT
from tests.support.wayland import as_ordinary_user, ask, need_output_management

BOOKING = "https://alaa-arif.example/book?about=home"
AT_ONCE_S = 2.0
OUTPUT = ("wlr-randr", "--output", "HEADLESS-1")
WAITS = "there is no screen yet; the kiosk waits for one"


@pytest.fixture
def start(session, stage, settings, tmp_path):
    """Start a kiosk session, after a first command; return what the kiosk says."""

    def begin(first="true"):
        need_output_management()
        said = tmp_path / "said"
        program = f"{sys.executable} {ROOT / 'main.py'} --config {settings(1280)}"
        line = f"{first}; echo $$ > {tmp_path / 'pid'}; exec {program} 2> {said}"
        cage = [*as_ordinary_user(), "cage", "--", "sh", "-c", line]
        stage(running(*cage, env=session, cwd=ROOT, stderr=subprocess.DEVNULL))
        until(said.exists, "the kiosk")
        return said

    return begin


@pytest.fixture
def screen(session):
    """Return what switches the screen "--on" or "--off"."""
    return lambda way: ask(session, *OUTPUT, way)


@pytest.fixture
def page(session, tmp_path):
    """Return after how many seconds the first page is on the screen."""
    photo = tmp_path / "photo.png"

    def shown():
        if not ask(session, "grim", photo):
            return False
        with Image.open(photo) as image:
            return [code.text for code in zxingcpp.read_barcodes(image)] == [BOOKING]

    def wait():
        began = time.monotonic()
        until(shown, "the first page")
        return time.monotonic() - began

    return wait


def test_a_kiosk_without_a_screen_waits_for_one(screen, start, page):
    said = start(" ".join([*OUTPUT, "--off"]))
    until(lambda: WAITS in said.read_text(), "the kiosk to wait")
    assert screen("--on")
    page()
    assert said.read_text().count("\n") == 2, "a line on the screen, one on the PIN"


def test_a_kiosk_that_waits_for_a_screen_asks_its_supervisor_for_time(
    session, start, tmp_path
):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.settimeout(PATIENCE)
        supervisor.bind(str(tmp_path / "notify"))
        session["NOTIFY_SOCKET"] = str(tmp_path / "notify")
        start(" ".join([*OUTPUT, "--off"]))
        for _ in range(2):  # not only at first
            assert supervisor.recv(1 << 12).decode().startswith(MORE_TIME)


def test_a_kiosk_that_waits_for_a_screen_can_be_ended(start, tmp_path):
    said = start(" ".join([*OUTPUT, "--off"]))
    until(lambda: WAITS in said.read_text(), "the kiosk to wait")
    pid = int((tmp_path / "pid").read_text())
    os.kill(pid, signal.SIGTERM)
    until(lambda: not Path(f"/proc/{pid}").exists(), "its end")


def test_a_screen_that_comes_back_shows_the_page_at_once(screen, start, page):
    said = start()
    page()
    for _ in range(3):
        assert screen("--off")
        assert screen("--on")
        assert page() < AT_ONCE_S
    assert "the screen is gone" in said.read_text()
    assert "a bug" not in said.read_text()
