"""The command prints what the check finds, and what only Qt can tell."""

import shutil

import pytest

from kiosk.tools import check
from tests.support.shipped import CONTENT, RESOURCES


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


def test_the_command_prints_each_problem(qapp, content, capfd, monkeypatch):
    monkeypatch.setattr(check, "new_application", lambda _: None)
    config = RESOURCES / "clinic.toml"
    pack = content / "es" / "pack.toml"
    text = pack.read_text("utf-8").replace('"He terminado"', '"He terminado 🏁"', 1)
    pack.write_text(text, "utf-8")
    assert check.check(content, config) == 0
    assert "pack.toml:14: warning: no font has 🏁 (U+1F3C1" in capfd.readouterr().out
    assert check.check(content, config, strict=True) == 1
    (content / "es" / "book.md").write_text("No title", "utf-8")
    assert check.check(content, config) == 1
    assert "book.md:1: error: there is no front matter" in capfd.readouterr().out
