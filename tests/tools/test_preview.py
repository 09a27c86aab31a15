"""The command `kiosk preview`, as an author starts it."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from tests.support.shipped import CONTENT, ROOT

COMMAND = (sys.executable, str(ROOT / "main.py"), "preview")
OFFSCREEN = os.environ | {"QT_QPA_PLATFORM": "offscreen"}


def test_a_folder_that_is_not_there_is_named(tmp_path):
    command = [*COMMAND, tmp_path / "none"]
    done = subprocess.run(command, env=OFFSCREEN, capture_output=True, text=True)
    assert done.returncode == 2
    assert f"{tmp_path / 'none'}: there is no such folder" in done.stderr


@pytest.mark.parametrize("is_clinic", [True, False])
def test_it_shows_content_or_a_clinic_and_ends_when_told(tmp_path, is_clinic):
    shutil.copytree(CONTENT, tmp_path / "content")
    if is_clinic:
        (tmp_path / "clinic.toml").write_text('[clinic]\nname = "Park"\n')
    folder = tmp_path if is_clinic else tmp_path / "content"
    with subprocess.Popen([*COMMAND, folder], env=OFFSCREEN) as preview:
        with pytest.raises(subprocess.TimeoutExpired):
            preview.wait(10)
        preview.send_signal(signal.SIGTERM)
        assert preview.wait(20) == 0
