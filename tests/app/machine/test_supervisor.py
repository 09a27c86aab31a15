"""The notify protocol, between two sockets."""

import socket

import pytest

from kiosk.app.machine.supervisor import ALIVE, READY, Supervisor


@pytest.fixture
def hear(tmp_path):
    """Return a function that listens at an address, and returns what is received."""
    sockets = []

    def listen(address):
        ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        sockets.append(ear)
        ear.bind(address)
        ear.settimeout(0)
        return lambda: ear.recv(4096).decode()

    yield listen
    for ear in sockets:
        ear.close()


def test_messages_are_lines_of_one_datagram(hear, tmp_path):
    received = hear(str(tmp_path / "notify"))
    Supervisor.of({"NOTIFY_SOCKET": str(tmp_path / "notify")}).tell(
        READY, "STATUS=well"
    )
    assert received() == "READY=1\nSTATUS=well"


def test_an_abstract_socket_is_named_after_an_at_sign(hear, tmp_path):
    received = hear(f"\0{tmp_path}")
    Supervisor.of({"NOTIFY_SOCKET": f"@{tmp_path}"}).tell(ALIVE)
    assert received() == "WATCHDOG=1"


@pytest.mark.parametrize(
    ("said", "seconds"), [("3000000", 3.0), ("", None), ("0", None), ("soon", None)]
)
def test_the_patience_of_the_supervisor_is_read_in_microseconds(said, seconds):
    environment = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": said}
    assert Supervisor.of(environment).watchdog_s == seconds


def test_the_process_that_it_watches_may_be_a_compositor():
    environment = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "1"}
    assert Supervisor.of(environment | {"WATCHDOG_PID": "1"}).watchdog_s


@pytest.mark.parametrize("address", ["", "notify", "vsock:2:1"])
def test_without_a_socket_of_this_machine_there_is_no_supervisor(address):
    assert Supervisor.of({"NOTIFY_SOCKET": address}) is None


def test_a_supervisor_that_is_gone_stops_nothing(tmp_path):
    Supervisor.of({"NOTIFY_SOCKET": str(tmp_path / "gone")}).tell(READY)


def test_a_supervisor_that_does_not_read_stops_nothing(hear, tmp_path):
    hear(str(tmp_path / "notify"))
    supervisor = Supervisor.of({"NOTIFY_SOCKET": str(tmp_path / "notify")})
    for _ in range(10_000):
        supervisor.tell(ALIVE)
