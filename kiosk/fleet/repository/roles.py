"""The four roles that sign a repository, and how long their words hold."""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """A role, by the name that TUF gives it."""

    ROOT = "root"
    """Says whose signatures count. Its keys are kept apart, on no machine."""
    TARGETS = "targets"
    """Says which content there is, and for how many kiosks."""
    SNAPSHOT = "snapshot"
    """Says which files of metadata belong together."""
    TIMESTAMP = "timestamp"
    """Says that all of it still holds; a timer renews it."""


class Signing(Struct, frozen=True):
    """How many keys a role has, how many must sign, and for how long that holds."""

    keys: int
    threshold: int
    holds: timedelta


SIGNING = {
    Role.ROOT: Signing(3, 2, timedelta(days=3653)),
    Role.TARGETS: Signing(1, 1, timedelta(days=365)),
    Role.SNAPSHOT: Signing(1, 1, timedelta(days=365)),
    Role.TIMESTAMP: Signing(1, 1, timedelta(days=30)),
}
