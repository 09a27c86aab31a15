import shutil
from datetime import date

import pytest

from kiosk.authoring.approval.approve import Approver
from kiosk.authoring.approval.approve import approve as approve_texts
from kiosk.authoring.check.gate import check
from tests.support.shipped import CONTENT, RESOURCES

TODAY = date(2026, 11, 27)


@pytest.fixture
def content(tmp_path):
    """The shipped content, to change; its clinic has the shipped settings."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def subject(content):
    return lambda: check(content, RESOURCES / "clinic.toml")


@pytest.fixture
def approve(subject):
    def approving(*names, languages=(), by="Dr Lee", on=TODAY):
        return approve_texts(subject(), names, Approver(by, on), languages)

    return approving


@pytest.fixture
def write(content):
    def writing(name, old, new):
        path = content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return writing
