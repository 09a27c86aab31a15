"""Whoever connects to the socket is told the status; the window waits for nobody."""

import os
import socket
import stat
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from kiosk.app.machine.status_socket import MOST_AT_ONCE, StatusSocket

LARGE = b"x" * 4_000_000
"""More than a socket takes at once."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kiosk" / "status.sock"


@pytest.fixture
def listening(qapp, path):
    """Listen; return what counts how often the answer was made."""
    owner, made = QObject(), []

    def listen(answer=b"all well"):
        def tell():
            made.append(answer)
            return answer

        listen.socket = StatusSocket(path, tell, owner)
        return made

    yield listen
    listen.socket.close()


@pytest.fixture
def connect(path):
    with ExitStack() as stack:

        def connecting():
            client = stack.enter_context(socket.socket(socket.AF_UNIX))
            client.connect(str(path))
            client.settimeout(0)
            return client

        yield connecting


def heard_by(client, qtbot):
    """Return all that a client is told until the kiosk hangs up."""
    pieces = []

    def is_over():
        while True:
            try:
                piece = client.recv(1 << 16)
            except BlockingIOError:
                return False
            except ConnectionResetError:  # what it was told lies unread
                return True
            if not piece:
                return True
            pieces.append(piece)

    qtbot.waitUntil(is_over, timeout=60_000)
    return b"".join(pieces)


def test_who_connects_is_told_and_then_hung_up_on(listening, connect, qtbot):
    listening()
    assert heard_by(connect(), qtbot) == b"all well"


def test_an_answer_larger_than_a_socket_comes_whole(listening, connect, qtbot):
    listening(LARGE)
    assert heard_by(connect(), qtbot) == LARGE


def test_many_are_told_and_the_answer_is_made_for_them_once(listening, connect, qtbot):
    made = listening()
    clients = [connect() for _ in range(12)]
    assert {heard_by(client, qtbot) for client in clients} == {b"all well"}
    assert len(made) < len(clients)


def test_programs_that_read_nothing_delay_neither_the_window_nor_for_ever_others(
    listening, connect, qtbot, monkeypatch
):
    monkeypatch.setattr("kiosk.app.machine.status_socket.PATIENCE_MS", 300)
    listening(LARGE)
    hung = [connect() for _ in range(MOST_AT_ONCE + 3)]
    longest = longest_silence_while(lambda: heard_by(connect(), qtbot))
    assert longest < 250
    assert all(client.fileno() for client in hung)


def longest_silence_while(act):
    """Return the most milliseconds that a timer of the window had to wait meanwhile."""
    waited, since = [0], QElapsedTimer()
    since.start()
    beat = QTimer()
    beat.timeout.connect(lambda: waited.append(since.restart()))
    beat.start(5)
    act()
    return max(waited)


def test_a_program_that_is_gone_again_is_nobodys_trouble(listening, connect, qtbot):
    listening(LARGE)
    for _ in range(5):
        connect().close()
    assert heard_by(connect(), qtbot) == LARGE


def test_what_it_is_told_is_not_read(listening, connect, qtbot):
    listening()
    client = connect()
    client.send(b"quit\n" * 100)
    assert heard_by(client, qtbot) == b"all well"


def test_only_the_account_itself_may_ask(listening, path):
    listening()
    assert stat.S_IMODE(path.stat().st_mode) & 0o007 == 0
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_staff_of_the_machine_may_ask_too_where_they_have_a_group(
    listening, path, monkeypatch
):
    import grp

    own = grp.getgrgid(os.getgid()).gr_name
    monkeypatch.setattr("kiosk.app.machine.status_socket.GROUP", own)
    listening()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert path.stat().st_gid == os.getgid()


def test_what_a_killed_kiosk_left_behind_is_replaced(listening, connect, qtbot, path):
    path.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    listening()
    assert heard_by(connect(), qtbot) == b"all well"


def test_it_leaves_no_file(listening, path):
    listening()
    listening.socket.close()
    assert [*path.parent.iterdir()] == []


def test_it_leaves_the_file_of_the_kiosk_that_came_after_it(listening, path):
    listening()
    path.unlink()
    path.write_text("another's")
    listening.socket.close()
    assert path.exists()


def test_a_place_that_cannot_be_written_is_an_error_for_its_owner(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    owner = QObject()
    with pytest.raises(OSError, match="file"):
        StatusSocket(tmp_path / "file" / "status.sock", bytes, owner)
