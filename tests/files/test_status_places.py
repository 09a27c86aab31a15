"""The places where a running kiosk is asked how it is."""

import socket
from pathlib import Path

import pytest

from kiosk.files import status_places as places


@pytest.fixture
def session(tmp_path, monkeypatch):
    """The runtime folder of a session, in an account with a home of its own."""
    folder = tmp_path / "session"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return folder


def test_in_a_session_it_is_in_a_folder_of_the_kiosks_own(session):
    assert places.status_place() == session / "kiosk" / "status.sock"


def test_a_runtime_folder_of_the_kiosks_own_is_used_as_it_is(session, monkeypatch):
    own = session / "kiosk"
    own.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    assert places.status_place() == own / "status.sock"


@pytest.mark.parametrize("folder", ["", "/no/such/folder"])
def test_without_a_session_it_is_beside_the_state(
    session, tmp_path, monkeypatch, folder
):
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    assert places.status_place() == tmp_path / "state" / "kiosk" / "status.sock"


def test_an_account_without_a_home_or_session_has_no_place(monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(places, "state_path", lambda: None)
    assert places.status_place() is None


def test_who_asks_looks_first_at_home_then_at_the_unit_then_at_other_sessions(
    session, tmp_path, monkeypatch
):
    others = tmp_path / "user"
    (others / "1000" / "kiosk").mkdir(parents=True)
    (others / "1000" / "kiosk" / "status.sock").touch()
    monkeypatch.setattr(places, "_SESSIONS", others)
    found = [*places.status_places()]
    assert found[0] == session / "kiosk" / "status.sock"
    assert found[1] == tmp_path / "state" / "kiosk" / "status.sock"
    assert Path("/run/kiosk/status.sock") in found[2:]
    assert found[-1] == others / "1000" / "kiosk" / "status.sock"
    assert len(set(found)) == len(found)


def test_a_place_is_answered_while_somebody_listens(tmp_path):
    path = tmp_path / "status.sock"
    assert not places.is_answered(path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        assert places.is_answered(path)
    assert not places.is_answered(path)
