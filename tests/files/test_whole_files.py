"""A file is written whole or not at all."""

import os

import pytest

from kiosk.files.whole_files import write_whole


def test_a_file_gets_other_bytes_and_keeps_its_rights(tmp_path):
    path = tmp_path / "page.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["page.md"]  # noqa: PTH208 - hidden ones too


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "page.md").write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "page.md")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "page.md").read_bytes() == b"new"


def test_nothing_is_left_of_what_cannot_be_written(tmp_path, monkeypatch):
    path = tmp_path / "page.md"
    path.write_bytes(b"old")

    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["page.md"]
