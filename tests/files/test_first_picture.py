"""The first picture of a start is kept, and used while it would be the same."""

import os
import shutil
import sys
import time

import pytest

from kiosk.files.first_picture import NAME, Sources, keep_picture, kept_picture

SIZE = (3, 2)
PIXELS = bytes(range(24))
LATER = time.time() + 3600
"""Than any change of a file in these tests."""

NOTHING = Sources((), LATER)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state"


@pytest.fixture
def content(tmp_path):
    """Return a folder of content, with a file in it."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "page.md").write_text("Eyes\n")
    return content


@pytest.fixture
def kept(folder, content):
    """Keep a picture; return the file of it."""
    missing = content.parent / "clinic.toml"
    made_of = (content, content / "page.md", missing)
    keep_picture(folder, SIZE, Sources(made_of, LATER), PIXELS)
    return folder / NAME


def test_a_kept_picture_is_returned_as_it_was(kept, folder):
    assert bytes(kept_picture(folder, SIZE)) == PIXELS


def test_nothing_is_returned_where_nothing_was_kept(folder):
    assert kept_picture(folder, SIZE) is None


def test_a_picture_is_of_one_size_of_screen(kept, folder):
    assert kept_picture(folder, (2, 3)) is None
    assert kept_picture(folder, (3, 3)) is None


def test_a_picture_is_of_one_day(kept, folder, monkeypatch):
    """A page of it may be overdue on the next."""
    monkeypatch.setattr("kiosk.files.first_picture.strftime", lambda _: "2031-01-01")
    assert kept_picture(folder, SIZE) is None


def test_a_picture_is_of_one_command(kept, folder, monkeypatch):
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--language", "ar"])
    assert kept_picture(folder, SIZE) is None


def change(content):
    (content / "page.md").write_text("Ears\n")


def add(content):
    (content / "other.md").write_text("Eyes\n")


def remove(content):
    (content / "page.md").unlink()


def remove_all(content):
    shutil.rmtree(content)


def replace(content):
    """Put another folder in its place, with the same file in it."""
    other = content.with_name("edition-2")
    shutil.copytree(content, other)
    shutil.rmtree(content)
    content.symlink_to(other)


def begin_settings(content):
    (content.parent / "clinic.toml").touch()


@pytest.mark.parametrize(
    "deed", [change, add, remove, remove_all, replace, begin_settings]
)
def test_a_picture_is_no_longer_used_after_a_file_of_it(deed, kept, folder, content):
    deed(content)
    assert kept_picture(folder, SIZE) is None


def test_a_picture_is_no_longer_used_by_another_program(kept, folder, monkeypatch):
    program = kept.with_name("python3.14")
    program.touch()
    monkeypatch.setattr(sys, "executable", str(program))
    keep_picture(folder, SIZE, NOTHING, PIXELS)
    program.write_text("a newer one")
    assert kept_picture(folder, SIZE) is None


def test_nothing_is_kept_of_files_that_changed_since_they_were_read(folder, content):
    """Their words may be newer than those in the picture."""
    changed = content.stat().st_ctime
    keep_picture(folder, SIZE, Sources((content,), changed), PIXELS)
    assert kept_picture(folder, SIZE) is None
    keep_picture(folder, SIZE, Sources((content,), changed + 0.001), PIXELS)
    assert kept_picture(folder, SIZE)


@pytest.mark.parametrize("left", [0, 1, 100, -1])
def test_half_a_file_is_no_picture(kept, folder, left):
    kept.write_bytes(kept.read_bytes()[:left])
    assert kept_picture(folder, SIZE) is None


@pytest.mark.parametrize("text", [b"", b"\n\n", b"\0" * 200, b"\xff\xfe\n\n\n"])
def test_another_file_is_no_picture(kept, folder, text):
    kept.write_bytes(text)
    assert kept_picture(folder, SIZE) is None


def test_a_pipe_in_its_place_is_no_picture_and_keeps_no_start_waiting(kept, folder):
    kept.unlink()
    os.mkfifo(kept)
    assert kept_picture(folder, SIZE) is None


def test_a_folder_in_its_place_is_no_picture_and_stays(folder):
    (folder / NAME).mkdir(parents=True)
    keep_picture(folder, SIZE, NOTHING, PIXELS)
    assert kept_picture(folder, SIZE) is None


def test_a_path_may_have_any_letters(folder, tmp_path):
    odd = tmp_path / "a\tb c\udcff"
    odd.touch()
    keep_picture(folder, SIZE, Sources((odd,), LATER), PIXELS)
    assert bytes(kept_picture(folder, SIZE)) == PIXELS
    odd.unlink()
    assert kept_picture(folder, SIZE) is None
