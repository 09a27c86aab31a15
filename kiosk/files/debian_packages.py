"""The Debian packages that the kiosk needs: the list that `./dev` installs from."""

from enum import StrEnum

from kiosk.files.paths import resources


class Use(StrEnum):
    """The purposes of packages."""

    RUN = "run"
    SPEECH = "speech"
    SOUND = "sound"
    TEST = "test"
    PACKAGE = "package"


def debian_packages(use: Use) -> tuple[str, ...]:
    """Return the names of the packages for `use`, in the order of the list."""
    text = (resources() / "debian-packages.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines())
    return tuple(row[1] for row in rows if row and row[0] == use)


def how_to_install(use: Use) -> str:
    """Return the command that installs the packages for `use`."""
    return f"on Debian or Ubuntu: sudo apt install {' '.join(debian_packages(use))}"
