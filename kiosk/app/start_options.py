"""The options of the command line that a start of the window is given."""

from pathlib import Path
from typing import NamedTuple


class StartOptions(NamedTuple):
    """The options of the command line; None where the settings decide.

    It is no struct of msgspec: that takes 9 ms to import, and the first picture waits.
    """

    config: Path | None = None
    content: Path | None = None
    windowed: bool = False
    language: str = ""
