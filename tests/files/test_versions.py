"""Two kiosks with the same two versions show the same."""

import shutil
import sys
from pathlib import Path

import pytest

from kiosk.files.versions import content_version, program_version
from tests.support.shipped import CONTENT


@pytest.fixture
def content(tmp_path):
    """A small folder of content."""
    folder = tmp_path / "content"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "home.md").write_text("Home")
    (folder / "en" / "vision.md").write_text("Vision")
    (folder / "checklist.toml").write_text("")
    return folder


def change_a_letter(content):
    (content / "en" / "home.md").write_text("Hame")


def add_a_page(content):
    (content / "en" / "book.md").write_text("")


def add_an_empty_file_to_the_end(content):
    (content / "zz").write_text("")


def take_a_page_away(content):
    (content / "en" / "home.md").unlink()


def rename_a_page(content):
    (content / "en" / "home.md").rename(content / "en" / "hope.md")


def move_a_page(content):
    (content / "en" / "home.md").rename(content / "home.md")


def swap_two_pages(content):
    (content / "en" / "home.md").write_text("Vision")
    (content / "en" / "vision.md").write_text("Home")


CHANGES = (
    *(change_a_letter, add_a_page, add_an_empty_file_to_the_end, take_a_page_away),
    *(rename_a_page, move_a_page, swap_two_pages),
)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_the_content_is_another_version(content, change):
    before = content_version(content)
    change(content)
    assert content_version(content) != before


def test_a_copy_elsewhere_has_the_same_version(content, tmp_path):
    copy = shutil.copytree(content, tmp_path / "another" / "name")
    assert content_version(copy) == content_version(content)


def test_what_was_repaired_has_the_version_it_had(content):
    before = content_version(content)
    change_a_letter(content)
    (content / "en" / "home.md").write_text("Home")
    assert content_version(content) == before


def test_how_a_page_was_written_does_not_matter(content, tmp_path):
    before = content_version(content)
    shutil.rmtree(content)
    for name, text in [
        ("checklist.toml", ""),
        ("en/vision.md", "Vision"),
        ("en/home.md", "Home"),
    ]:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text)
    assert content_version(content) == before


def test_the_version_can_be_read_out_on_the_phone():
    version = content_version(CONTENT)
    assert len(version) == 8
    assert set(version) <= set("0123456789abcdef")


def test_no_folder_at_all_has_a_version_too(tmp_path):
    assert len(content_version(tmp_path / "nowhere")) == 8


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file on Linux")
def test_a_file_that_cannot_be_read_is_no_reason_to_tell_nothing(content):
    (content / "notes.txt").symlink_to("/proc/self/mem")
    assert len(content_version(content)) == 8


def test_the_version_of_the_program_is_the_one_installed(tmp_path, monkeypatch):
    installed = tmp_path / "kiosk-7.8.9.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Name: kiosk\nVersion: 7.8.9\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert program_version() == "7.8.9"


def test_a_program_that_was_never_installed_says_so(monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    assert program_version() == "?"
