"""What kiosk-status does where its settings, or its folder, are not right."""

import os
import subprocess
import sys

import pytest

from tests.support.shipped import ROOT

PROGRAM = "import sys; from kiosk.fleet.status.process import main; sys.exit(main())"
WITHOUT_PAHO = f'import sys; sys.modules["paho"] = None; {PROGRAM}'
BROKER = '[status]\nbroker = "broker.invalid"\n'


@pytest.fixture
def run(tmp_path, place):
    """Run the process to its end; return its exit status and what it said."""

    def run(text, folder=place.folder, program=PROGRAM):
        (tmp_path / "fleet.toml").write_text(text)
        command = [sys.executable, "-c", program, "--config", tmp_path / "fleet.toml"]
        own = os.environ | {"KIOSK_FLEET": str(folder)}
        done = subprocess.run(
            command, env=own, cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=60
        )
        return done.returncode, done.stderr.splitlines()

    return run


def test_where_nobody_is_to_be_told_it_ends_well(run, tmp_path):
    status, [said] = run('[kiosk]\nid = "north-1"\n')
    assert status == 0
    assert said.endswith("fleet.toml: [status] names no broker, so nobody is told")
    status, said = run('[status]\nbrokr = "x"\n')
    assert status == 0
    assert "2: status.brokr: " in said[0]


def test_without_a_place_to_write_in_it_cannot_begin(run, tmp_path):
    status, [said] = run(BROKER, tmp_path / "none")
    assert status == 2
    assert said.endswith("none/status: no such folder; make it, or set KIOSK_FLEET")


def test_without_paho_it_says_what_to_install(run):
    status, [said] = run(BROKER, program=WITHOUT_PAHO)
    assert status == 2
    assert "install python3-paho-mqtt" in said
