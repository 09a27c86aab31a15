"""The kiosk as pip installs it, and as a checkout: from any folder."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.support.bare_environment import BareEnvironment, built_wheel
from tests.support.programs import PATIENCE, running
from tests.support.shipped import ROOT
from tests.support.x_screen import x_screen

SIZE = (1280, 800)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory, wheel):
    return BareEnvironment(tmp_path_factory.mktemp("bare") / "venv", wheel)


@pytest.fixture
def run(tmp_path):
    """Run a program in a folder, in a home of its own; return what it said."""

    def running_it(*command, folder=tmp_path):
        own = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
        done = subprocess.run(
            command, cwd=folder, env=own, capture_output=True, text=True
        )
        assert "Traceback" not in done.stderr
        return done

    return running_it


def test_the_wheel_has_the_program_its_resources_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    [info] = {name.split("/")[0] for name in names if ".dist-info/" in name}
    outside = {n for n in names if not n.startswith(("kiosk/", f"{info}/"))}
    assert outside == set()
    assert "kiosk/resources/AUTHORS.md" in names
    shipped = (path for path in (ROOT / "resources").rglob("*") if path.is_file())
    lacking = {
        path for path in shipped if f"kiosk/{path.relative_to(ROOT)}" not in names
    }
    assert lacking == set()


def test_it_asks_for_no_package_of_the_tests(bare):
    assert {name.lower() for name in bare.installed} >= {"pyside6-essentials", "segno"}
    code = "import pytest"
    done = subprocess.run([bare.python, "-c", code], capture_output=True)
    assert done.returncode == 1


def test_the_installed_program_tells_its_version(bare, run):
    done = run(bare.kiosk, "--version")
    assert (done.returncode, done.stdout) == (0, f"kiosk {PROJECT['version']}\n")
    done = run(bare.python, "-c", "import kiosk; print(kiosk.__file__)")
    assert Path(done.stdout.strip()) == bare.package / "__init__.py"


@pytest.mark.parametrize("folder", ["/", None], ids=["root", "another"])
def test_the_installed_program_checks_its_own_content(bare, run, tmp_path, folder):
    done = run(bare.kiosk, "check", folder=folder or tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_module_of_the_installed_program_can_be_imported(bare, run):
    """But for those of commands that an extra brings what they need."""
    code = (
        "import importlib, pkgutil, kiosk\n"
        "extras = 'kiosk.fleet.', 'kiosk.tools.publish', 'kiosk.tools.calls'\n"
        "for it in pkgutil.walk_packages(kiosk.__path__, 'kiosk.'):\n"
        "    if not it.name.startswith(extras):\n"
        "        importlib.import_module(it.name)\n"
    )
    done = run(bare.python, "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_installed_kiosk_is_shown(bare, stage, tmp_path):
    screen = stage(x_screen(*SIZE))
    own = screen.environment | {"HOME": str(tmp_path)}
    own.pop("PYTHONPATH", None)
    log = stage((tmp_path / "log").open("w+"))
    process = stage(running(bare.kiosk, env=own, cwd="/", stderr=log))
    screen.photograph_when(lambda photo: len(photo.getcolors(1 << 24)) > 20, "it")
    process.terminate()
    assert process.wait(PATIENCE) == 0
    log.seek(0)
    assert "bug" not in log.read()


@pytest.mark.parametrize("way", ["here", "elsewhere", "root", "link"])
def test_main_runs_from_any_folder(run, tmp_path, way):
    (tmp_path / "link.py").symlink_to(ROOT / "main.py")
    script, folder = {
        "here": ("main.py", ROOT),
        "elsewhere": (ROOT / "main.py", tmp_path),
        "root": (ROOT / "main.py", "/"),
        "link": ("link.py", tmp_path),
    }[way]
    done = run(sys.executable, script, "check", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
