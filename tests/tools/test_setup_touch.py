"""`kiosk setup-touch`, and the rule that it writes."""

import subprocess
import sys

import pytest

from kiosk.cli import main
from kiosk.domain.rotation import Rotation
from kiosk.errors import UsageError
from kiosk.files.touch_rule import keep_touch_rule, kept_rotation, touch_rule
from kiosk.tools.setup_touch import setup_touch
from tests.support.shipped import ROOT
from tests.support.wayland import as_ordinary_user

QUARTER = (
    'ACTION!="remove", SUBSYSTEM=="input", KERNEL=="event*", '
    'ENV{ID_INPUT_TOUCHSCREEN}=="1", '
    'ENV{LIBINPUT_CALIBRATION_MATRIX}="0 1 0 -1 0 1", ENV{WL_OUTPUT}=""'
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rules.d" / "99-kiosk-touch.rules"


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text("[screen]\nrotation = 90\n")
    return path


def test_the_rule_turns_every_touchscreen_once():
    assert touch_rule(Rotation.QUARTER).splitlines()[-1] == QUARTER


@pytest.mark.parametrize("rotation", Rotation)
def test_the_rule_that_is_kept_is_known_again(path, rotation):
    keep_touch_rule(rotation, path)
    assert path.exists() is bool(rotation)
    assert kept_rotation(path) is rotation


def test_without_a_rotation_there_is_no_rule_any_more(path, capsys):
    for degrees, is_there in ((270, True), (0, False), (0, False)):
        assert setup_touch(degrees, None, prints=False, path=path) == 0
        assert path.exists() is is_there
        assert "restart the computer" in capsys.readouterr().out


def test_anybody_may_read_it(path):
    keep_touch_rule(Rotation.HALF, path)
    assert path.stat().st_mode & 0o777 == 0o644


def test_the_rotation_is_that_of_the_settings_unless_it_is_given(settings, capsys):
    assert main(["setup-touch", "--print", "--config", str(settings)]) == 0
    assert QUARTER in capsys.readouterr().out
    assert main(["setup-touch", "180", "--print", "--config", str(settings)]) == 0
    assert '"-1 0 1 0 -1 1"' in capsys.readouterr().out


def test_a_rotation_that_is_none_is_refused():
    with pytest.raises(SystemExit):
        main(["setup-touch", "45"])


def test_who_is_not_root_is_told_how(tmp_path):
    script = (
        "from pathlib import Path\n"
        "from kiosk.domain.rotation import Rotation\n"
        "from kiosk.files.touch_rule import keep_touch_rule\n"
        f"keep_touch_rule(Rotation.HALF, Path({str(tmp_path / 'r.rules')!r}))\n"
    )
    tmp_path.chmod(0o555)
    command = [*as_ordinary_user(), sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert f"{UsageError.__name__}: only root may change " in done.stderr
    assert "sudo kiosk setup-touch 180" in done.stderr
