"""The options of the command line that a start of the window is given."""

from pathlib import Path

from msgspec import Struct


class StartOptions(Struct, frozen=True):
    """The options of the command line; None where the settings decide."""

    config: Path | None = None
    content: Path | None = None
    windowed: bool = False
    language: str = ""
