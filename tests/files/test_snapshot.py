"""All of a content folder is read at one moment, and known by one fingerprint."""

import os
import shutil

import pytest

from kiosk.errors import ContentError, EntryError
from kiosk.files.snapshot import MOST_PICTURE_BYTES, Snapshot, stamp_of
from kiosk.files.text_files import MOST_BYTES, read_bytes
from tests.support.shipped import CONTENT, SHIPPED

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def content(tmp_path):
    """A small folder of content."""
    folder = tmp_path / "content"
    for name, text in [
        ("en/pack.toml", 'language = "en"'),
        ("en/home.md", "Home"),
        ("en/vision.md", "Vision"),
        ("illustrations/eye.svg", "<svg/>"),
        ("illustrations/signs/choking.svg", "<svg/>"),
        ("checklist.toml", ""),
    ]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def change_a_letter(content):
    (content / "en" / "home.md").write_text("Hame")


def add_a_page(content):
    (content / "en" / "book.md").write_text("")


def take_a_page_away(content):
    (content / "en" / "home.md").unlink()


def rename_a_page(content):
    (content / "en" / "home.md").rename(content / "en" / "hope.md")


def move_a_page(content):
    (content / "es").mkdir()
    (content / "en" / "home.md").rename(content / "es" / "home.md")


def swap_two_pages(content):
    (content / "en" / "home.md").write_text("Vision")
    (content / "en" / "vision.md").write_text("Home")


def change_a_picture(content):
    (content / "illustrations" / "signs" / "choking.svg").write_text("<svg></svg>")


CHANGES = (
    *(change_a_letter, add_a_page, take_a_page_away, rename_a_page, move_a_page),
    *(swap_two_pages, change_a_picture),
)


def fingerprint(folder):
    return Snapshot.take(folder).fingerprint


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_the_content_is_another_version(content, change):
    before = fingerprint(content)
    change(content)
    assert fingerprint(content) != before


def test_a_copy_elsewhere_has_the_same_version(content, tmp_path):
    copy = shutil.copytree(content, tmp_path / "another" / "name")
    assert fingerprint(copy) == fingerprint(content)


def test_what_was_repaired_has_the_version_it_had(content):
    before = fingerprint(content)
    change_a_letter(content)
    (content / "en" / "home.md").write_text("Home")
    assert fingerprint(content) == before


def test_a_file_that_no_visitor_can_see_makes_no_other_version(content):
    before = fingerprint(content)
    (content / "notes.txt").write_text("x")
    (content / ".git").mkdir()
    (content / ".git" / "config").write_text("x")
    assert fingerprint(content) == before


def test_the_version_can_be_read_out_on_the_phone():
    assert len(SHIPPED.fingerprint) == 8
    assert set(SHIPPED.fingerprint) <= set("0123456789abcdef")


def test_the_fingerprint_is_that_of_what_was_read_and_not_of_the_disk_now(content):
    taken = Snapshot.take(content)
    change_a_letter(content)
    assert taken.text(content / "en" / "home.md") == "Home"
    assert taken.fingerprint != fingerprint(content)


def test_every_file_of_the_shipped_content_is_in_it():
    assert set(SHIPPED.files) == {it for it in CONTENT.rglob("*") if it.is_file()}
    assert not SHIPPED.unreadable


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ContentError, match="nowhere: there is no such folder"):
        Snapshot.take(tmp_path / "nowhere")


def test_a_file_in_the_folders_place_is_said(tmp_path):
    (tmp_path / "content").write_text("")
    with pytest.raises(ContentError, match="content: there is no such folder"):
        Snapshot.take(tmp_path / "content")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read_is_said_when_it_is_asked_for(content):
    path = content / "en" / "home.md"
    path.chmod(0)
    taken = Snapshot.take(content)
    with pytest.raises(PermissionError):
        taken.data(path)


@pytest.mark.parametrize(
    ("name", "most"),
    [("en/home.md", MOST_BYTES), ("illustrations/eye.svg", MOST_PICTURE_BYTES)],
)
def test_a_file_that_is_too_large_is_not_read(content, name, most):
    path = content / name
    path.write_bytes(b"x" * most)
    assert len(Snapshot.take(content).data(path)) == most
    path.write_bytes(b"x" * (most + 1))
    with pytest.raises(EntryError, match="is longer than"):
        Snapshot.take(content).data(path)


@pytest.mark.parametrize("name", ["en/pipe.md", "illustrations/pipe.svg"])
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(content, name):
    os.mkfifo(content / name)
    with pytest.raises(EntryError, match="is a pipe"):
        Snapshot.take(content).data(content / name)


@pytest.mark.parametrize("folder", ["illustrations", "illustrations/signs"])
def test_a_picture_that_is_a_link_out_of_their_folder_is_not_read(content, folder):
    secret = content.parent / "secret.svg"
    secret.write_bytes(DRAWING)
    link = content / folder / "link.svg"
    link.symlink_to(secret)
    with pytest.raises(EntryError, match="link out of its folder"):
        Snapshot.take(content).data(link)


def test_a_link_to_another_picture_is_followed(content):
    link = content / "illustrations" / "signs" / "link.svg"
    link.symlink_to(content / "illustrations" / "eye.svg")
    assert Snapshot.take(content).data(link) == b"<svg/>"


def test_a_folder_that_links_to_itself_is_read(content):
    (content / "illustrations" / "loop").symlink_to(content / "illustrations")
    assert Snapshot.take(content).files


def test_the_last_change_is_that_of_the_youngest_file(content):
    before = Snapshot.take(content).last_change
    assert before == max(it.stat().st_ctime for it in content.rglob("*.*"))
    (content / "en" / "home.md").rename(content / "en" / "hope.md")
    assert Snapshot.take(content).last_change >= before


def test_a_folder_swapped_by_a_link_while_it_is_read_is_read_as_it_was(
    tmp_path, monkeypatch
):
    for name in ("one", "two"):
        (tmp_path / name / "en").mkdir(parents=True)
        for page in ("a", "b", "c"):
            (tmp_path / name / "en" / f"{page}.md").write_text(name)
    link = tmp_path / "content"
    link.symlink_to(tmp_path / "one")

    def reading(path, *most):
        (tmp_path / "next").symlink_to(tmp_path / "two")
        (tmp_path / "next").replace(link)
        return read_bytes(path, *most)

    monkeypatch.setattr("kiosk.files.snapshot.read_bytes", reading)
    files = Snapshot.take(link)
    assert {*files.files.values()} == {b"one"}
    assert {it.parent for it in files.files} == {link / "en"}
    assert files.stamp != stamp_of(link)


def test_all_files_are_of_one_edition_if_the_link_moves_meanwhile(
    content, tmp_path, monkeypatch
):
    """Who brings new content replaces a link, and does not wait for a reader."""
    newer, link, draft = tmp_path / "newer", tmp_path / "current", tmp_path / "draft"
    shutil.copytree(content, newer)
    (newer / "en" / "home.md").write_text("newer")
    link.symlink_to(content)
    draft.symlink_to(newer)

    def read_as_the_link_moves(path, *most):
        if draft.is_symlink():
            draft.replace(link)
        return read_bytes(path, *most)

    monkeypatch.setattr("kiosk.files.snapshot.read_bytes", read_as_the_link_moves)
    assert Snapshot.take(link).fingerprint == Snapshot.take(content).fingerprint
    assert Snapshot.take(link).fingerprint == Snapshot.take(newer).fingerprint
