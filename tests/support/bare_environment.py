"""A virtual environment with the kiosk's wheel and what that asks for, nothing else.

The wheel is installed by pip. The packages that it names are those of the tests' own
environment, file by file: none is downloaded, and none that it does not name is there.
"""

import subprocess
import sys
import venv
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from tests.support.shipped import ROOT

_PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def built_wheel(folder):
    """Build the wheel of this checkout, as `python -m build` does; return its path."""
    offline = ("--no-index", "--no-deps", "--no-build-isolation")
    command = (*_PIP, "wheel", *offline, "--wheel-dir", folder, ROOT)
    subprocess.run(command, check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


class BareEnvironment:
    """The environment in `folder`."""

    def __init__(self, folder, wheel):
        self.folder = folder
        venv.create(folder, symlinks=True)
        [self._packages] = folder.glob("lib/python*/site-packages")
        pip = (*_PIP, "--python", self.python, "install", "--no-index", "--no-deps")
        subprocess.run([*pip, wheel], check=True)
        [info] = self._packages.glob("kiosk-*.dist-info")
        self.installed = set()
        self._link_what_is_asked_for_by(Distribution.at(info))

    @property
    def python(self):
        return self.folder / "bin" / "python"

    @property
    def kiosk(self):
        return self.folder / "bin" / "kiosk"

    @property
    def package(self):
        """The folder of the program."""
        return self._packages / "kiosk"

    def _link_what_is_asked_for_by(self, asking):
        for text in asking.requires or ():
            asked = Requirement(text)
            if asked.name in self.installed:
                continue
            if asked.marker and not asked.marker.evaluate({"extra": ""}):
                continue
            found = distribution(asked.name)
            assert asked.specifier.contains(found.version, prereleases=True)
            self.installed.add(asked.name)
            self._link(found)
            self._link_what_is_asked_for_by(found)

    def _link(self, found):
        """Have each file of a package, but for programs outside of its folder."""
        for file in found.files:
            link = self._packages / file
            if ".." in Path(file).parts or link.exists():
                continue
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(found.locate_file(file))
