"""Pure packages, and the tests that run first, need no Qt."""

import ast
import os
import re
import subprocess
import sys

import pytest

from tests.support.shipped import ROOT

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
package = importlib.import_module(sys.argv[1])
for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""

FIRST_PICTURE = """
import os, sys
from pathlib import Path
from kiosk.app import run
from kiosk.app.application import new_application
from kiosk.app.machine.clocks import system_clock
from kiosk.ui.window.shell import Shell
def tell():
    sys.stdout.write(" ".join(sys.modules))
    sys.stdout.flush()
    os._exit(0)
report = run.Reporter()
application = new_application(report)
state = run.DeviceSettingsFile(run.state_path())
services = run.Services(system_clock(), state, report)
program = run.Program(application, run.StartOptions(config=Path(sys.argv[1])), services)
program.shell.first_painted.connect(tell)
program.start()
application.exec()
"""
NOT_FOR_IT = {
    "html",
    "importlib.metadata",
    "markdown",
    "kiosk.ui.screens.checklist_view",
    "kiosk.ui.screens.page_view",
    "kiosk.ui.widgets.block_renderer",
    "kiosk.ui.widgets.section_list",
}


@pytest.mark.parametrize("package", ["kiosk.content", "kiosk.domain", "kiosk.files"])
def test_content_domain_and_files_import_without_qt(package):
    command = [sys.executable, "-c", IMPORT_EVERYTHING, package]
    subprocess.run(command, check=True, cwd=ROOT)


def test_the_first_picture_waits_for_nothing_that_it_does_not_need(tmp_path):
    settings = tmp_path / "clinic.toml"
    settings.write_text("[idle]\nattract = false\n")
    own = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    command = [sys.executable, "-c", FIRST_PICTURE, settings]
    done = subprocess.run(
        command, cwd=ROOT, env=own, check=True, stdout=subprocess.PIPE
    )
    imported = set(done.stdout.decode().split())
    assert "kiosk.ui.screens.home_view" in imported
    assert not imported & NOT_FOR_IT


PURE = {"content", "domain", "files", "errors", "authoring", "publishing"}
PURE_TOOLS = {"kiosk.tools.advice", "kiosk.tools.pin"}
[_FIRST] = re.findall(r'^without_qt="(.*)"$', (ROOT / "dev").read_text(), re.MULTILINE)
FIRST = sorted(
    path
    for name in _FIRST.split()
    for path in (
        (ROOT / name).rglob("*.py") if (ROOT / name).is_dir() else [ROOT / name]
    )
)


def imported(path):
    """Yield the modules that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def needs_qt(path):
    """Return the modules through which a test, or a helper of it, needs Qt."""
    found = []
    for module in imported(path):
        top, *rest = module.split(".")
        if module.startswith("tests.support."):
            found += needs_qt(ROOT / f"{module.replace('.', '/')}.py")
        elif top in ("PySide6", "shiboken6") or (
            top == "kiosk" and not {*rest[:1]} & PURE and module not in PURE_TOOLS
        ):
            found.append(f"{path.relative_to(ROOT)}: {module}")
    return found


@pytest.mark.parametrize("path", FIRST, ids=lambda path: str(path.relative_to(ROOT)))
def test_tests_that_run_first_need_no_qt(path):
    assert needs_qt(path) == []


def test_there_are_tests_that_run_first():
    assert len(FIRST) > 30
