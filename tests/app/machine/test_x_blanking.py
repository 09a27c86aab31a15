"""X's blanking is put back at the end, however early the end comes."""

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from kiosk.app.machine.tool_run import ToolRun, wait_for_tools
from kiosk.app.machine.x_blanking import XBlanking
from tests.support.programs import until

SWITCH_OFF, PUT_BACK = "s off", "s 300 200"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Have a slow `xset` that notes what it is told; return a way to read that."""
    noted, tool = tmp_path / "noted", tmp_path / "xset"
    noted.touch()
    tool.write_text(
        '#!/bin/sh\n[ "$*" = "s off" ] && sleep 0.3\n'
        f'echo "$*" >> {noted}\necho "timeout:  300    cycle:  200"\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return lambda: noted.read_text().splitlines()


@pytest.fixture
def blanking(qapp, told):
    """Begin to switch blanking off."""
    parent = QObject()
    blanking = XBlanking(pytest.fail, parent)
    blanking.inhibit()
    yield blanking
    delete(parent)  # Qt warns of a process that still runs, and so fails the test


def test_what_is_still_being_switched_off_is_put_back_last(qapp, blanking, told):
    def is_switching():
        qapp.processEvents()
        return blanking._before

    until(is_switching, "the answer of xset")
    blanking.put_back()
    assert told() == ["q", SWITCH_OFF, PUT_BACK]


def test_nothing_is_switched_off_once_the_end_has_come(qapp, blanking, told):
    blanking.put_back()
    qapp.processEvents()
    assert told() == ["q"]


def test_a_tool_that_runs_is_waited_for(qapp, told):
    parent = QObject()
    ToolRun(["xset", *SWITCH_OFF.split()], QObject(parent)).start()
    wait_for_tools(parent)
    assert told() == [SWITCH_OFF]
    delete(parent)
