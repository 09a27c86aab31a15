"""The tables and keys of a settings file, with their types and limits.

`resources/clinic.toml` explains each of them; `settings` makes values of them.
"""

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.domain.idle import SHORTEST_WARNING_S
from kiosk.domain.rotation import Rotation


class HoursTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Each day as it was written."""

    monday: str = ""
    tuesday: str = ""
    wednesday: str = ""
    thursday: str = ""
    friday: str = ""
    saturday: str = ""
    sunday: str = ""
    closed: list[str] = []


Translated = str | dict[str, str]
"""Words, or the words in each language by its code."""


class ClinicTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Who and where the clinic is."""

    name: Translated = "Alaa Arif"
    phone: str = ""
    desk: Translated = ""
    emergency_number: str = ""
    out_of_hours: Translated = ""
    hours: HoursTable = HoursTable()


class BookingTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Where visitors book."""

    url: str = ""


class HandoutTable(Struct, forbid_unknown_fields=True, frozen=True):
    """What visitors take home."""

    base_url: str = ""
    print: str = ""


class ScreenTable(Struct, forbid_unknown_fields=True, frozen=True):
    """The glass in millimetres, and its picture."""

    width_mm: float = 0.0
    lower_edge_mm: Annotated[float, Meta(ge=0, le=3000)] = 0.0
    rotation: Rotation = Rotation.NONE
    off_when_closed: bool = False


class IdleTable(Struct, forbid_unknown_fields=True, frozen=True):
    """How long silence is waited for, in seconds."""

    base_seconds: Annotated[float, Meta(ge=10, le=3600)] = 60.0
    warning_seconds: Annotated[float, Meta(ge=SHORTEST_WARNING_S, le=600)] = 30.0
    attract: bool = True


class StaffTable(Struct, forbid_unknown_fields=True, frozen=True):
    """How staff get in, and are called."""

    pin: str | int = ""
    shuffle: bool = False
    call_button: bool = False


class ContentTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Which pages are shown."""

    directory: str = ""
    languages: tuple[str, ...] = ()
    show_unapproved: bool = True
    hide_overdue_after_days: Annotated[int, Meta(ge=0)] = 0


_Key = Annotated[str, Meta(min_length=1)] | Annotated[int, Meta(gt=0)]


class KeysTable(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """The keys of a keypad, by their command."""

    up: _Key | None = None
    down: _Key | None = None
    left: _Key | None = None
    right: _Key | None = None
    select: _Key | None = None
    help: _Key | None = None
    home: _Key | None = None
    listen: _Key | None = None
    quiet: _Key | None = None


class AccessTable(Struct, forbid_unknown_fields=True, frozen=True):
    """Help for visitors who need it."""

    reduce_motion: bool = False
    keys: KeysTable = KeysTable()


class TotalsTable(Struct, forbid_unknown_fields=True, frozen=True):
    """What is counted."""

    count_visits: bool = False


class SettingsFile(Struct, forbid_unknown_fields=True):
    """The whole file."""

    clinic: ClinicTable = ClinicTable()
    booking: BookingTable = BookingTable()
    handout: HandoutTable = HandoutTable()
    screen: ScreenTable = ScreenTable()
    idle: IdleTable = IdleTable()
    staff: StaffTable = StaffTable()
    content: ContentTable = ContentTable()
    access: AccessTable = AccessTable()
    totals: TotalsTable = TotalsTable()
