import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.domain.clock import Clock
from kiosk.files.checklist import load_checklist
from kiosk.files.language_packs import PackLoader

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RESOURCES = Path(__file__).parent.parent / "resources"
CONTENT = RESOURCES / "content"
ICONS = frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def pytest_addoption(parser):
    parser.addoption("--monkey-count", type=int, default=10_000, help="its deeds")
    parser.addoption("--every-theme", action="store_true", help="see test_walk.py")
    parser.addoption("--monkey-seed", type=int, default=1, help="which ones they are")


class FakeClock:
    """A stop watch and a clock on the wall that only a test moves on."""

    def __init__(self):
        self.passed = 1000.0
        self.wall = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # a Monday

    @property
    def clock(self):
        return Clock(lambda: self.passed, lambda: self.wall)

    def advance(self, seconds):
        self.passed += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return FakeClock()


def refuse(problem):
    raise problem


@pytest.fixture(scope="session")
def checklist():
    return load_checklist(CONTENT / "checklist.toml")


@pytest.fixture(scope="session")
def pack(checklist):
    return PackLoader(
        content=CONTENT,
        checklist=checklist,
        clinic=Clinic(name="Alaa Arif"),
        icons=ICONS,
        report=refuse,
    ).read("en")
