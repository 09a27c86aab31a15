"""Which version of the program this is."""

import sys

from kiosk.files.versions import program_version


def test_the_version_of_the_program_is_the_one_installed(tmp_path, monkeypatch):
    installed = tmp_path / "kiosk-7.8.9.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Name: kiosk\nVersion: 7.8.9\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert program_version() == "7.8.9"


def test_a_program_that_was_never_installed_says_so(monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    assert program_version() == "?"
