"""The tables and keys of `fleet.toml`, with their types and limits.

`resources/fleet.toml` explains each of them; `settings` makes values of them.
"""

from typing import Annotated

from msgspec import Meta, Struct


class KioskTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Which kiosk this is."""

    id: str = ""


_FROM = {"from_": "from"}


class UpdateTable(Struct, forbid_unknown_fields=True, frozen=True, rename=_FROM):
    """Where new content comes from, and how often it is looked for."""

    from_: str | list[str] = []
    root: str = ""
    every_minutes: Annotated[int, Meta(ge=1, le=1440)] = 15


class StatusTable(Struct, forbid_unknown_fields=True, frozen=True):
    """The broker that is told how the kiosk is, and the kiosk's own certificate."""

    broker: str = ""
    port: Annotated[int, Meta(ge=1, le=65535)] = 8883
    ca: str = ""
    certificate: str = ""
    key: str = ""


class FleetFile(Struct, forbid_unknown_fields=True, frozen=True):
    """The tables of `fleet.toml`."""

    kiosk: KioskTable = KioskTable()
    update: UpdateTable = UpdateTable()
    status: StatusTable = StatusTable()
