"""The command line itself."""

import tomllib

import pytest

from kiosk.cli import main
from tests.support.shipped import ROOT


def test_the_version_is_that_of_pyproject(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert capsys.readouterr().out == f"kiosk {project['version']}\n"
