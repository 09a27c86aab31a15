"""Whatever lies in the place of a file: text, or one line that says what to do."""

import os
import socket
import stat
from pathlib import Path

import pytest

from kiosk.files.text_files import MOST_BYTES, read_bytes, read_text, write_whole


@pytest.fixture
def path(tmp_path):
    return tmp_path / "file.toml"


def a_folder(path):
    path.mkdir()


def a_pipe(path):
    os.mkfifo(path)


def a_socket(path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def a_device(path):
    path.symlink_to("/dev/zero")


def test_the_text_of_a_file_is_returned(path):
    path.write_text("Süd\n", "utf-8")
    assert read_text(path) == "Süd\n"


def test_a_byte_order_mark_is_no_part_of_the_text(path):
    path.write_text("a", "utf-8-sig")
    assert read_text(path) == "a"


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (a_folder, "is a folder; put a file in its place"),
        (a_pipe, "is a pipe; put a file in its place"),
        (a_device, "is a device; put a file in its place"),
    ],
)
def test_something_else_in_the_place_of_a_file_is_refused_without_waiting(
    path, place, named
):
    place(path)
    with pytest.raises(ValueError, match=named):
        read_text(path)


def test_a_socket_cannot_be_opened_at_all(path):
    a_socket(path)
    with pytest.raises(OSError, match="No such device"):
        read_text(path)


def test_no_descriptor_is_left_open_by_a_pipe(path):
    a_pipe(path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        with pytest.raises(ValueError, match="is a pipe"):
            read_text(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        ("one\ntwo".encode("utf-16"), "is UTF-16", 0),
        ("one\ntwo".encode("utf-16-le"), "has a zero byte", 1),
        (b"one\ntwo\0", "has a zero byte", 2),
        (b"one\ncaf\xe9", "not UTF-8", 2),
        (b"one\n\ntwo \xed\xa0\x80", "not UTF-8", 3),
    ],
    ids=["UTF-16", "UTF-16 without a mark", "zero", "Latin-1", "half a letter"],
)
def test_bytes_that_are_no_text_are_named_with_their_line(path, data, message, line):
    path.write_bytes(data)
    with pytest.raises(ValueError, match=f"{message}.*save the file as UTF-8") as error:
        read_text(path)
    assert error.value.line == line


def test_a_file_that_is_too_long_is_not_read_to_its_end(path):
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ValueError, match="is longer than 1,000,000 bytes"):
        read_bytes(path)


def test_a_file_of_just_the_most_bytes_is_read(path):
    path.write_bytes(b"x" * MOST_BYTES)
    assert len(read_bytes(path)) == MOST_BYTES


def test_a_draft_is_no_more_readable_than_its_file_and_both_names_are_on_the_disk(
    path, monkeypatch
):
    rights = []
    monkeypatch.setattr(
        "os.fsync", lambda it: rights.append(stat.S_IMODE(os.fstat(it).st_mode))
    )
    path.touch(0o600)
    write_whole(path, b"a secret")
    assert rights == [0o600, stat.S_IMODE(path.parent.stat().st_mode)]
    assert path.read_bytes() == b"a secret"
    assert list(path.parent.iterdir()) == [path]
