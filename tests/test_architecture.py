"""The pure packages import on a machine without Qt."""

import subprocess
import sys

import pytest

from tests.support.shipped import RESOURCES

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
package = importlib.import_module(sys.argv[1])
for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


@pytest.mark.parametrize("package", ["kiosk.content", "kiosk.domain", "kiosk.files"])
def test_content_domain_and_files_import_without_qt(package):
    command = [sys.executable, "-c", IMPORT_EVERYTHING, package]
    subprocess.run(command, check=True, cwd=RESOURCES.parent)
