"""Two kiosks take signed content: one from a web server, the other from a stick.

They are in different rings. What the window paints decides what stays.
"""

import os
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.files.exchange import Exchange, Message
from kiosk.fleet.offer import place_of
from tests.support.programs import running, until
from tests.support.shipped import ROOT
from tests.support.signed_repository import SignedRepository, served
from tests.support.supervisor import supervised
from tests.support.visitor import still
from tests.support.x_screen import is_different, x_screen

SIZE = (1280, 800)
WINDOW = ROOT / "tests" / "support" / "kiosk_of_a_fleet.py"
MINUTE_S = 8
EARLY, LATE = "kiosk-1", "kiosk-2"
"""Names whose hashes are below and above 50."""


@dataclass
class Kiosk:
    """A window on a screen of its own, and the updater beside it, in `folder`."""

    folder: Path
    screen: object
    window: object
    updater: object

    def look(self):
        """Have the updater look at once; wait until it has."""
        before = self.told.get("looked")
        self.updater.send_signal(signal.SIGHUP)
        until(lambda: self.told.get("looked") != before, "a look")

    @property
    def told(self):
        return Exchange(self.folder / "fleet").read(Message.UPDATE) or {}

    def await_shown(self, offer):
        """Wait until an edition is shown, and was well; return a photograph of it."""

        def is_shown():
            told = self.told
            return told.get("confirmed") and told["fingerprint"] == offer.fingerprint

        until(is_shown, f"{offer.name} to be shown")
        return still(self.screen)


@pytest.fixture
def repository(tmp_path):
    return SignedRepository.made(tmp_path / "publisher")


@pytest.fixture
def new_kiosk(stage, settings, repository, tmp_path):
    def new(name, source):
        folder = tmp_path / name
        for place in ("fleet/window", "fleet/update", "home"):
            (folder / place).mkdir(parents=True)
        (folder / "root.json").write_bytes(repository.root.read_bytes())
        fleet = folder / "fleet.toml"
        fleet.write_text(f'[kiosk]\nid = "{name}"\n[update]\nfrom = "{source}"\n')
        shared = {"KIOSK_FLEET": str(folder / "fleet"), "PYTHONPATH": str(ROOT)}
        command = (sys.executable, "-m", "kiosk.fleet.update.process")
        options = ("--config", fleet, "--state", folder, "--minute", str(MINUTE_S))
        log = stage((folder / "update.log").open("w"))
        environment = os.environ | shared
        updater = stage(
            running(*command, *options, env=environment, cwd=ROOT, stderr=log)
        )
        until((folder / "current").exists, "the shipped content")
        clinic = folder / "clinic.toml"
        shutil.copy(settings(SIZE[0]), clinic)
        with clinic.open("a") as file:
            file.write(f'[content]\ndirectory = "{folder / "current"}"\n')
        screen = stage(x_screen(*SIZE))
        own = {"HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "home")}
        command = [sys.executable, str(WINDOW), str(folder), "--config", str(clinic)]
        environment = screen.environment | shared | own
        window = stage(supervised(command, environment, folder))
        window.await_ready(1)
        return Kiosk(folder, screen, window, updater)

    return new


def test_content_is_published_shown_in_rings_and_taken_back_if_it_does_not_paint(
    new_kiosk, repository, tmp_path
):
    assert place_of(EARLY) < 50 <= place_of(LATE)
    stick = tmp_path / "stick"
    with served(repository.folder) as address:
        early, late = new_kiosk(EARLY, address), new_kiosk(LATE, stick)
        shipped = still(early.screen)

        first = repository.publish("The first edition")
        pulled_out_half_way(repository, first, stick, late)
        assert not is_different(still(late.screen), shipped)
        repository.copy(stick)
        early.look()
        photo = early.await_shown(first)
        assert is_different(photo, shipped)
        assert not is_different(photo, late.await_shown(first))

        second = repository.publish("The second edition", share=50)
        repository.copy(stick)
        early.look()
        better = early.await_shown(second)
        assert is_different(better, photo)
        late.look()
        assert not is_different(still(late.screen), photo)

        repository.widen(100)
        repository.copy(stick)
        assert not is_different(late.await_shown(second), better)

        third = repository.publish("The third edition")
        (early.folder / "blank").write_text(third.fingerprint)
        early.look()
        until(lambda: third.name in early.told["bad"], "the third edition to be bad")
        assert not is_different(early.await_shown(second), better)
        early.look()
        assert early.told["state"] == "refused"
        assert f"{third.name} was taken back" in early.told["why"]
        assert not is_different(still(early.screen), better)


def pulled_out_half_way(repository, offer, stick, kiosk):
    """Copy a part of a repository onto a stick, let a kiosk look, and pull it out."""
    repository.copy(stick)
    path = stick / "targets" / repository.tar_of(offer).name
    path.write_bytes(path.read_bytes()[:50_000])
    until(lambda: "is not what was signed" in kiosk.told["why"], "a look at it")
    shutil.rmtree(stick)
