"""Import PySide6, and leave Python's `import` as it is.

PySide puts another in its place, which reads the source of each module imported from
then on, to look for `from __feature__ import`: 7 MiB that stay, 40 ms of a start.
Nothing here uses such a feature.
"""

import builtins
import importlib


def import_pyside() -> None:
    """Import the first module of PySide; raises `ImportError` if that cannot be."""
    plain = builtins.__import__
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        builtins.__import__ = plain
