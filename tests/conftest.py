import gc
import os
import sys
import threading

import pytest

from kiosk.domain.clinic import Clinic
from tests.support.fake_clock import FakeClock
from tests.support.shipped import library_of

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
gc.disable()

LONGEST = ("tests/e2e/", "tests/tools/test_screenshots.py", "tests/ui/audit/")


def pytest_addoption(parser):
    parser.addoption(
        "--every-look", action="store_true", help="see test_every_screen.py"
    )
    parser.addoption(
        "--fuzz-count", type=int, default=10_000, help="actions of test_fuzz.py"
    )
    parser.addoption(
        "--fuzz-seed", type=int, default=1, help="other actions for another seed"
    )
    parser.addoption(
        "--power-cuts", type=int, default=6, help="of test_process.py, in an update"
    )
    parser.addoption(
        "--soak-minutes", type=float, default=0, help="run test_soak.py for so long"
    )


def pytest_ignore_collect(collection_path, config):
    """Leave the soak to those who ask for it: it takes as long as they say."""
    if collection_path.name == "test_soak.py" and not config.option.soak_minutes:
        return True
    return None


def pytest_xdist_auto_num_workers():
    """Use one process more than there are processors: tests of sound mostly wait."""
    return os.cpu_count() + 1


def pytest_collection_modifyitems(items):
    """Begin with the longest tests: the last ones then end at the same time."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests():
    """Collect it here alone: never beside a window, nor in a thread of the runner's.

    See `kiosk.app.garbage`.
    """
    yield
    gc.unfreeze()  # the start of a kiosk has it not look at what is there
    for thread in threading.enumerate():
        if thread.name == "content":
            thread.join()
    many, most = gc.get_count()[2], gc.get_threshold()[2]
    gc.collect(2 if many > most else 1)


@pytest.fixture(autouse=True)
def no_speech_server(monkeypatch):
    """Keep the machine's own speech server out: it is neither reached nor started."""
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/no/speechd.sock")
    if "kiosk.ui" in sys.modules:  # in a pure test nothing could ask for it
        monkeypatch.setattr("kiosk.ui.audio.ssip_client.PROGRAM", "no-speech-server")


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(scope="session")
def library():
    """The shipped content, in the words of a clinic that has set its name alone."""
    return library_of(Clinic(name="Alaa Arif"))


@pytest.fixture(scope="session")
def checklist(library):
    return library.checklist


@pytest.fixture(scope="session")
def pack(library):
    return library.packs["en"]
