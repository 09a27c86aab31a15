"""The files that the window and the processes of a fleet exchange."""

import os
import stat
import threading
from pathlib import Path

import pytest

from kiosk.files.exchange import Exchange, Message, exchange


@pytest.fixture
def fleet(tmp_path):
    for name in ("window", "status", "update"):
        (tmp_path / name).mkdir()
    return Exchange(tmp_path)


def test_what_one_writes_another_reads(fleet):
    fleet.write(Message.CALL, {"call": "1f"})
    assert fleet.read(Message.CALL) == {"call": "1f"}
    assert fleet.age_s(Message.CALL) < 60
    fleet.remove(Message.CALL)
    fleet.remove(Message.CALL)
    assert fleet.read(Message.CALL) is None
    assert fleet.age_s(Message.CALL) is None


@pytest.mark.parametrize(
    "data", [b"", b'{"call": ', b"[]", b"\xff\0", b"9" * 2_000_000]
)
def test_a_damaged_file_is_as_good_as_none(fleet, data):
    fleet.path(Message.ANSWER).write_bytes(data)
    assert fleet.read(Message.ANSWER) is None


def test_a_pipe_in_its_place_keeps_nobody_waiting(fleet):
    os.mkfifo(fleet.path(Message.ANSWER))
    assert fleet.read(Message.ANSWER) is None


def test_its_group_may_read_it_whatever_the_umask(fleet):
    before = os.umask(0o077)
    try:
        fleet.write(Message.REPORT, {})
    finally:
        os.umask(before)
    assert stat.S_IMODE(fleet.path(Message.REPORT).stat().st_mode) == 0o640


def test_a_reader_never_gets_half_of_it(fleet):
    told = {"long": "x" * 100_000}
    fleet.write(Message.REPORT, told)
    is_over = threading.Event()

    def write_again():
        while not is_over.is_set():
            fleet.write(Message.REPORT, told)

    writer = threading.Thread(target=write_again)
    writer.start()
    try:
        assert all(fleet.read(Message.REPORT) == told for _ in range(300))
    finally:
        is_over.set()
        writer.join()
    assert [it.name for it in (fleet.folder / "window").iterdir()] == ["report.json"]


def test_without_a_folder_of_its_own_nobody_takes_part(fleet):
    assert fleet.may_write(Message.REPORT)
    (fleet.folder / "window").rmdir()
    assert not fleet.may_write(Message.CALL)
    with pytest.raises(OSError, match="window"):
        fleet.write(Message.CALL, {})


def test_the_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("KIOSK_FLEET", raising=False)
    assert exchange() == Exchange(tmp_path / "kiosk" / "fleet")
    monkeypatch.setenv("KIOSK_FLEET", "/run/kiosk-fleet")
    assert exchange() == Exchange(Path("/run/kiosk-fleet"))
