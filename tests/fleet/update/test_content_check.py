import shutil

import pytest

from kiosk.domain.update_report import Freshness
from kiosk.fleet.update import content_check
from kiosk.fleet.update.content_check import check_content
from kiosk.fleet.update.update_error import UpdateError
from tests.support.shipped import CONTENT


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


def test_shipped_content_passes(content):
    check_content(content, "content-1.tar")


def test_the_first_mistake_is_told_with_its_place(content):
    page = content / "en" / "vision.md"
    page.write_text(page.read_text() + "\n!!! emergencies\n    - help\n")
    with pytest.raises(UpdateError, match=r"content-1.tar: \S*vision.md:\d+: ") as it:
        check_content(content, "content-1.tar")
    assert it.value.freshness is Freshness.REFUSED


def test_a_check_that_never_ends_refuses_content(content, monkeypatch):
    never = "import signal, time; signal.alarm(1); time.sleep(1000)"
    monkeypatch.setattr(content_check, "_PROGRAM", never)
    with pytest.raises(UpdateError, match="takes over 900 s") as it:
        check_content(content, "content-1.tar")
    assert it.value.freshness is Freshness.REFUSED


def test_a_check_that_was_killed_is_made_again(content, monkeypatch):
    killed = "import os; os.kill(os.getpid(), 9)"
    monkeypatch.setattr(content_check, "_PROGRAM", killed)
    with pytest.raises(UpdateError, match="kiosk check failed") as it:
        check_content(content, "content-1.tar")
    assert it.value.freshness is Freshness.STALE
