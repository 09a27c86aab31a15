"""`./dev` on machines that lack this or that, and the lists it works from."""

import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from kiosk.files.debian_packages import Use, debian_packages
from tests.support.shipped import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
EXTRAS = PROJECT["project"]["optional-dependencies"]
NEEDED_TO_RUN = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
NEEDED_TO_TEST = [*NEEDED_TO_RUN, *EXTRAS["sound"], *EXTRAS["test"][1:]]
NEEDED = {"run": NEEDED_TO_RUN, "test": NEEDED_TO_TEST, "lowest": NEEDED_TO_TEST}
PACKAGES = "resources/debian-packages.txt"
PINS = {name: f"requirements/{name}.txt" for name in NEEDED}
PIN = re.compile(r"^(\S+==\S+(?: ; [^\\]*)?) \\\n    --hash=sha256:", re.MULTILINE)
PYTHONS = ("3.11", "3.12", "3.13")
TOOLS = (
    "awk",
    "cat",
    "chmod",
    "cp",
    "date",
    "dirname",
    "env",
    "grep",
    "id",
    "mkdir",
    "rm",
    "sed",
    "tr",
)
# Python as a virtual environment has it: "installing" leaves a file beside it.
PYTHON = """#!/bin/sh
bin=$(dirname "$0")
case "$*" in
    *"-m venv"*)
        for folder; do :; done
        mkdir -p $folder/bin
        cp $0 $folder/bin/python
        ;;
    *"import kiosk"*) test -x $bin/kiosk ;;
    *"-m pip"*"-e .") echo 'echo kiosk "$@"' >$bin/kiosk; chmod +x $bin/kiosk ;;
    *"-m pip"*) echo "pip $*" >>requested ;;
esac
"""


@dataclass
class Machine:
    """A checkout on a machine that has few programs, and takes notes of the rest."""

    checkout: Path

    @property
    def programs(self):
        return self.checkout / "programs"

    @property
    def requested(self):
        """What apt-get and pip were asked to do."""
        notes = self.checkout / "requested"
        return notes.read_text() if notes.exists() else ""

    def add(self, program, script):
        (self.programs / program).write_text(script)
        (self.programs / program).chmod(0o755)

    def install(self, *packages, provides=""):
        """Have these, the last of which `provides` others too."""
        rows = "".join(f"ii {package}, \\n" for package in packages)
        known = (
            f"*Provides*) printf '{rows[:-2]}{provides}\\n' ;; *) printf '{rows}' ;;"
        )
        self.add("dpkg-query", f"#!/bin/sh\ncase $* in {known} esac")

    def dev(self, *words, answer=""):
        return subprocess.run(
            ["./dev", *words],
            cwd=self.checkout,
            env={"PATH": str(self.programs)},
            input=answer,
            capture_output=True,
            text=True,
            timeout=30,
        )


@pytest.fixture
def elsewhere(tmp_path):
    """A machine that is not Debian's."""
    machine = Machine(tmp_path)
    for folder in ("requirements", "resources", "programs"):
        (tmp_path / folder).mkdir()
    for name in ("dev", "pyproject.toml", PACKAGES, *PINS.values()):
        shutil.copy(ROOT / name, tmp_path / name)
    for tool in TOOLS:
        (machine.programs / tool).symlink_to(shutil.which(tool))
    machine.add("python3", PYTHON)
    return machine


@pytest.fixture
def debian(elsewhere):
    elsewhere.add("apt-get", '#!/bin/sh\necho "apt-get $*" >>requested')
    elsewhere.add("sudo", '#!/bin/sh\nexec "$@"')
    elsewhere.install(*debian_packages(Use.RUN))
    return elsewhere


@pytest.mark.parametrize("answer", ["", "n\n", "\n"])
def test_missing_packages_are_named_and_without_a_yes_not_installed(debian, answer):
    debian.install("libegl1", "libgl1")
    done = debian.dev("run", answer=answer)
    assert done.returncode == 1
    missing = [
        name for name in debian_packages(Use.RUN) if name not in ("libegl1", "libgl1")
    ]
    assert f"are missing: {' '.join(missing)}\n" in done.stderr
    assert f"sudo apt-get install {' '.join(missing)}\n" in done.stderr
    assert not debian.requested


@pytest.mark.parametrize(("words", "answer"), [((), "y\n"), (("--yes",), "")])
def test_with_a_yes_all_that_is_missing_is_installed(debian, words, answer):
    debian.install(*debian_packages(Use.RUN)[:-1])
    debian.dev("run", *words, answer=answer)
    update, install, *_ = debian.requested.splitlines()
    assert update.startswith("apt-get update")
    assert install.startswith("apt-get install")
    assert install.endswith(f" {debian_packages(Use.RUN)[-1]}")


def test_a_package_under_another_name_is_not_missing(debian):
    others = [name for name in debian_packages(Use.RUN) if name != "libglib2.0-0"]
    debian.install(*others, "libglib2.0-0t64", provides="libglib2.0-0 (= 2.84.4-3)")
    assert "missing" not in debian.dev("run").stderr


def test_elsewhere_the_needs_are_named_and_the_kiosk_is_started(elsewhere):
    done = elsewhere.dev("run", "--language", "ar")
    assert done.returncode == 0
    assert " ".join(debian_packages(Use.RUN)) in done.stderr
    assert done.stdout == "kiosk --windowed --language ar\n"


def test_no_python_is_one_line_that_says_which(debian):
    debian.add("python3", "#!/bin/sh\nexit 1")
    done = debian.dev("run")
    assert done.returncode == 1
    assert done.stderr.startswith("dev: Python 3.11 or newer is needed")


def test_what_is_pinned_is_installed_once(debian):
    debian.dev("run")
    assert debian.requested.count("-r requirements/run.txt") == 1
    debian.dev("run")
    assert debian.requested.count("-r requirements/run.txt") == 1


def test_changed_pins_are_installed(debian):
    debian.dev("run")
    with (debian.checkout / PINS["run"]).open("a") as pins:
        pins.write("new==1\n")
    debian.dev("run")
    assert debian.requested.count("-r requirements/run.txt") == 2


def test_what_tests_need_is_enough_to_run(debian):
    debian.install(*(name for use in Use for name in debian_packages(use)))
    debian.dev("test", "tests")
    debian.dev("run")
    assert "-r requirements/test.txt" in debian.requested
    assert "-r requirements/run.txt" not in debian.requested


def test_a_check_that_fails_ends_the_checks_with_its_status(debian):
    debian.install(*(name for use in Use for name in debian_packages(use)))
    debian.dev("test", "tests")
    folder = debian.checkout / ".venv" / "bin"
    for name, status in (("ruff", 0), ("mypy", 3)):
        (folder / name).write_text(f"#!/bin/sh\nexit {status}")
        (folder / name).chmod(0o755)
    done = debian.dev("test", "tests")
    assert done.returncode == 3
    assert "FAILED" in done.stdout
    assert "lint-imports" not in done.stdout


@pytest.mark.parametrize("words", [(), ("rnu",), ("--yes",)])
def test_an_unknown_command_is_answered_with_the_usage(elsewhere, words):
    done = elsewhere.dev(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: ./dev run")


@pytest.mark.parametrize("use", Use)
def test_dev_and_the_kiosk_name_the_same_packages(elsewhere, use):
    assert tuple(elsewhere.dev("packages", use).stdout.split()) == debian_packages(use)


def test_a_use_that_is_not_known_is_said(elsewhere):
    done = elsewhere.dev("packages", "sond")
    assert done.returncode == 1
    assert "run, speech, sound, test and package" in done.stderr


def test_every_package_named_anywhere_is_in_the_list():
    listed = {name for use in Use for name in debian_packages(use)}
    sources = [ROOT / "README.md", *(ROOT / "kiosk").rglob("*.py")]
    text = "".join(source.read_text() for source in sources)
    named = re.findall(r"apt install ((?:[a-z][a-z0-9.+-]+[ \n`\"])+)", text)
    assert {name.rstrip('"`') for line in named for name in line.split()} <= listed


@pytest.mark.parametrize("name", PINS)
def test_pins_name_no_address(name):
    assert "://" not in (ROOT / PINS[name]).read_text()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", PINS)
def test_all_that_is_needed_is_pinned_with_hashes(name, python):
    pinned = pins(name, python)
    for needed in requirements(NEEDED[name], python):
        assert pinned[needed.name.lower()] in needed.specifier


@pytest.mark.parametrize("python", PYTHONS)
def test_the_same_versions_are_run_and_tested(python):
    assert pins("run", python).items() <= pins("test", python).items()


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lowest_versions_are_those_that_pyproject_admits(python):
    pinned = pins("lowest", python)
    for needed in requirements(NEEDED_TO_TEST, python):
        (lowest,) = (part for part in needed.specifier if part.operator == ">=")
        assert pinned[needed.name.lower()] == Version(lowest.version)


def pins(name, python):
    """Return the version of every package that is installed in this Python."""
    text = (ROOT / PINS[name]).read_text()
    lines = [line for line in text.splitlines() if "==" in line]
    rows = PIN.findall(text)
    assert len(rows) == len(lines), "a pin has no hash"
    pinned = requirements(rows, python)
    return {row.name: Version(str(row.specifier).removeprefix("==")) for row in pinned}


def requirements(rows, python):
    machine = {"python_version": python, "python_full_version": f"{python}.1"}
    read = [Requirement(row) for row in rows]
    return [row for row in read if row.marker is None or row.marker.evaluate(machine)]
