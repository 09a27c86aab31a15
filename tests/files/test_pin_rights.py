"""Staff are told when everybody on the machine can read the hash of their PIN."""

import os
import tempfile
from pathlib import Path

import pytest

from kiosk.domain.pin import Pin
from kiosk.errors import Severity
from kiosk.files.pin_rights import with_rights_told
from kiosk.files.settings import load_settings

LINE = Pin.hashed("4829", b"sixteen bytes it").line
LOCKED = f'[staff]\npin = "{LINE}"\n'


@pytest.fixture
def folder():
    """A folder that everybody may enter: that of a test is nobody else's."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


def told(folder, mode, text=LOCKED):
    """Return what is told of settings with these rights."""
    path = folder / "clinic.toml"
    path.write_text(text)
    path.chmod(mode)
    return [str(it) for it in with_rights_told(load_settings(path)).problems]


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o666])
def test_a_hash_that_all_can_read_is_told_with_what_to_run(folder, mode):
    path = folder / "clinic.toml"
    assert told(folder, mode) == [
        f"{path}: every account of this machine can read the hash of the PIN in it; "
        f"run: chmod 640 {path}"
    ]


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o660])
def test_a_hash_that_the_account_and_its_group_can_read_is_not(folder, mode):
    assert told(folder, mode) == []


def test_settings_without_a_pin_are_anybodys(folder):
    assert told(folder, 0o644, "[idle]\nattract = false\n") == []


def test_a_folder_that_nobody_else_may_enter_is_enough(folder):
    folder.chmod(0o700)
    assert told(folder, 0o644) == []


def test_it_is_a_warning_so_that_the_settings_are_kept_all_the_same(folder):
    told(folder, 0o644)
    settings = with_rights_told(load_settings(folder / "clinic.toml"))
    assert [it.severity for it in settings.problems] == [Severity.WARNING]


def test_a_file_of_another_account_is_first_given_to_the_kiosks_group(
    folder, monkeypatch
):
    import grp

    told(folder, 0o644)
    settings = load_settings(folder / "clinic.toml")
    somebody = folder.stat().st_uid + 1
    group = grp.getgrall()[-1]
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    monkeypatch.setattr(os, "getegid", lambda: group.gr_gid)
    monkeypatch.setattr(os, "getgroups", list)
    [problem] = with_rights_told(settings).problems
    path = settings.path
    assert problem.remedy == f"run: chgrp {group.gr_name} {path} && chmod 640 {path}"


def test_no_hash_is_told(folder):
    assert LINE not in "".join(told(folder, 0o644))
    settings = load_settings(folder / "clinic.toml")
    for part in LINE.split("$")[1:]:
        assert part not in repr(settings)
    assert repr(settings.pin.digest) not in repr(settings)
