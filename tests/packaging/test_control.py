"""What the Debian package depends on, beside what pip would install."""

import re
import tomllib

from packaging.requirements import Requirement

from tests.support.shipped import ROOT

DEBIAN = {
    "pyside6-essentials": "python3-pyside6.qtcore",
    "fontpkg-atkinson-hyperlegible": "fonts-atkinson-hyperlegible-ttf",
    "markdown": "python3-markdown",
    "msgspec": "python3-msgspec",
    "platformdirs": "python3-platformdirs",
    "pyyaml": "python3-yaml",
    "segno": "python3-segno",
}
CONTROL = (ROOT / "packaging" / "debian" / "control").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_every_package_of_pip_has_its_debian_one_from_the_same_version_on():
    asked = dict(re.findall(r"^ ([\w.+-]+)(?: \(>= ([\d.]+)\))?,$", CONTROL, re.M))
    for text in PROJECT["dependencies"]:
        needed = Requirement(text)
        [lowest] = [it.version for it in needed.specifier if it.operator == ">="]
        found = asked[DEBIAN[needed.name.lower()]]
        assert needed.name.startswith("fontpkg") or found == lowest, needed.name


def test_every_module_of_qt_that_is_imported_is_asked_for():
    files = (ROOT / "kiosk").rglob("*.py")
    text = "".join(file.read_text() for file in files)
    modules = set(re.findall(r"PySide6\.(Qt\w+)", text))
    missing = {it for it in modules if f"python3-pyside6.{it.lower()}" not in CONTROL}
    assert not missing
