import os
from pathlib import Path

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.files.checklist import load_checklist
from kiosk.files.packs import PackReader

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RESOURCES = Path(__file__).parent.parent / "resources"
CONTENT = RESOURCES / "content"
ICONS = frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def refuse(problem):
    raise problem


@pytest.fixture(scope="session")
def checklist():
    return load_checklist(CONTENT / "checklist.toml")


@pytest.fixture(scope="session")
def pack(checklist):
    return PackReader(
        content=CONTENT,
        checklist=checklist,
        clinic=Clinic(name="Alaa Arif"),
        icons=ICONS,
        report=refuse,
    ).read("en")
