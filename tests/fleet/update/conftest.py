import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.support.shipped import ROOT, SHIPPED
from tests.support.signed_repository import SignedRepository, served
from tests.support.updater import Updater, Window

PROGRAM = (sys.executable, "-m", "kiosk.fleet.update.process")


@pytest.fixture
def repository(tmp_path):
    return SignedRepository.made(tmp_path / "publisher")


@pytest.fixture
def address(repository):
    with served(repository.folder) as address:
        yield address


@pytest.fixture
def updater(tmp_path, repository, address):
    return Updater(tmp_path / "kiosk", repository.root, [address])


@pytest.fixture(scope="session")
def first(tmp_path_factory):
    """A repository, and a kiosk that has its first edition ready; to copy for a test.

    No window has shown it yet.
    """
    folder = tmp_path_factory.mktemp("first")
    repository = SignedRepository.made(folder / "publisher")
    offer = repository.publish("First")
    updater = Updater(folder / "kiosk", repository.root, [repository.folder])
    Window(updater).close()
    assert updater.look().why == ""
    shutil.rmtree(updater.exchange.folder)
    return folder, offer


@pytest.fixture
def published(first, tmp_path):
    """The repository with one edition."""
    shutil.copytree(first[0] / "publisher", tmp_path / "publisher")
    return SignedRepository(tmp_path / "publisher")


@pytest.fixture
def waiting(first, published, tmp_path, address):
    """An updater that has fetched the edition `offer`, and not yet pointed to it."""
    shutil.copytree(first[0] / "kiosk", tmp_path / "kiosk", symlinks=True)
    waiting = Updater(tmp_path / "kiosk", published.root, [address])
    waiting.offer = first[1]
    assert waiting.fingerprint == SHIPPED.fingerprint
    return waiting


@pytest.fixture
def new_updater(tmp_path, repository):
    """Make the updater of a kiosk by its name, with the sources that are given."""

    def new(kiosk, *sources, root=repository.root):
        return Updater(tmp_path / kiosk, root, sources, kiosk)

    return new


class Program:
    """The program `kiosk-update` of a kiosk in `folder`; `state` has its own files."""

    def __init__(self, folder, root):
        self.state = folder / "program"
        self._folder = folder
        (folder / "root.json").write_bytes(root.read_bytes())

    def __call__(self, *sources, **environment):
        """Let it look once; return the ended process."""
        command, options = self._started(sources, environment)
        command.append("--once")
        return subprocess.run(command, stderr=subprocess.PIPE, text=True, **options)

    @contextmanager
    def going_on(self, *sources, **environment):
        """Let it look again and again, and kill it; yield the file of its lines."""
        command, options = self._started(sources, environment)
        log = self._folder / "log"
        with (
            log.open("w") as lines,
            subprocess.Popen(command, stderr=lines, **options) as process,
        ):
            try:
                yield log
            finally:
                process.kill()

    def _started(self, sources, environment):
        config = self._folder / "fleet.toml"
        places = ", ".join(f'"{it}"' for it in sources)
        config.write_text(f'[kiosk]\nid = "north-3"\n[update]\nfrom = [{places}]\n')
        exchange = {"KIOSK_FLEET": str(self._folder / "none")}
        environment = os.environ | exchange | environment
        command = [*PROGRAM, "--config", config, "--state", self.state]
        return command, {"cwd": ROOT, "env": environment}


@pytest.fixture
def program(tmp_path, repository):
    return Program(tmp_path, repository.root)
