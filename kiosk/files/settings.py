"""Read the clinic's settings.

The tables' names and keys are explained in `resources/clinic.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from kiosk.domain.booking import Booking
from kiosk.domain.clinic import Clinic
from kiosk.domain.idle import SHORTEST_WARNING_S, IdlePolicy
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.errors import SettingsError
from kiosk.files.parsing import blaming, read_table, typed
from kiosk.files.paths import settings_places

if TYPE_CHECKING:
    from kiosk.domain.pin import Pin


class _Hours(Struct, forbid_unknown_fields=True, frozen=True):
    monday: str = ""
    tuesday: str = ""
    wednesday: str = ""
    thursday: str = ""
    friday: str = ""
    saturday: str = ""
    sunday: str = ""


class _Clinic(Struct, forbid_unknown_fields=True, frozen=True):
    name: str = "Alaa Arif"
    phone: str = ""
    desk: str = ""
    emergency_number: str = ""
    out_of_hours: str = ""
    hours: _Hours = _Hours()


class _Booking(Struct, forbid_unknown_fields=True, frozen=True):
    url: str = ""


class _Screen(Struct, forbid_unknown_fields=True, frozen=True):
    width_mm: Annotated[float, Meta(ge=0, le=5000)] = 0.0
    lower_edge_mm: Annotated[float, Meta(ge=0, le=3000)] = 0.0


class _Idle(Struct, forbid_unknown_fields=True, frozen=True):
    base_seconds: Annotated[float, Meta(ge=10, le=3600)] = 60.0
    warning_seconds: Annotated[float, Meta(ge=SHORTEST_WARNING_S, le=600)] = 30.0
    attract: bool = True


class _Staff(Struct, forbid_unknown_fields=True, frozen=True):
    pin: str = ""
    shuffle: bool = False


class _Content(Struct, forbid_unknown_fields=True, frozen=True):
    directory: str = ""
    languages: tuple[str, ...] = ()


_Key = Annotated[str, Meta(min_length=1)] | Annotated[int, Meta(gt=0)]


class _Keys(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    up: _Key | None = None
    down: _Key | None = None
    left: _Key | None = None
    right: _Key | None = None
    select: _Key | None = None
    help: _Key | None = None
    home: _Key | None = None
    listen: _Key | None = None
    quiet: _Key | None = None


class _Access(Struct, forbid_unknown_fields=True, frozen=True):
    reduce_motion: bool = False
    keys: _Keys = _Keys()


class _SettingsFile(Struct, forbid_unknown_fields=True):
    clinic: _Clinic = _Clinic()
    booking: _Booking = _Booking()
    screen: _Screen = _Screen()
    idle: _Idle = _Idle()
    staff: _Staff = _Staff()
    content: _Content = _Content()
    access: _Access = _Access()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a settings file says, checked; `path` is the file.

    `screen_width_mm` is 0 where the screen's own word is to be taken; `lower_edge_mm`
    is how high its picture begins above the floor, 0 where nobody said; `content` is
    None where the bundled content is to be shown, and no `languages` means all of
    them; `pin` is None where staff mode is closed, and `shuffle` mixes the digits of
    its pad. `keys` has the key that a keypad
    sends for a deed, by the deed's name; `Keymap` knows the keys.
    """

    path: Path
    clinic: Clinic
    screen_width_mm: float = 0.0
    lower_edge_mm: float = 0.0
    content: Path | None = None
    languages: tuple[str, ...] = ()
    reduce_motion: bool = False
    keys: Mapping[str, str | int] = field(default_factory=dict)
    idle: IdlePolicy = field(default_factory=IdlePolicy)
    attract: bool = True
    pin: "Pin | None" = None
    shuffle: bool = False


def load_settings(chosen: Path | None = None) -> Settings:
    """Read `chosen`, or the first settings file there is; raises `SettingsError`."""
    path = chosen or next(filter(_is_there, settings_places()))
    with blaming(path, SettingsError):
        file = typed(read_table(path), _SettingsFile)
        return Settings(
            path=path,
            clinic=_clinic(file),
            screen_width_mm=file.screen.width_mm,
            lower_edge_mm=file.screen.lower_edge_mm,
            content=_content(path, file.content.directory),
            languages=file.content.languages,
            reduce_motion=file.access.reduce_motion,
            keys=_keys(file.access.keys),
            idle=IdlePolicy(file.idle.base_seconds, file.idle.warning_seconds),
            attract=file.idle.attract,
            pin=_pin(file.staff.pin),
            shuffle=file.staff.shuffle,
        )


def _keys(said: _Keys) -> dict[str, str | int]:
    keys = ((deed, getattr(said, deed)) for deed in said.__struct_fields__)
    return {deed: key for deed, key in keys if key}


def _is_there(path: Path) -> bool:
    """Tell whether a file is there; one that nobody may look for is, and is blamed."""
    try:
        return path.is_file()
    except OSError:
        return True


def _pin(line: str) -> "Pin | None":
    if not line:
        return None
    from kiosk.domain.pin import Pin

    try:
        return Pin.read(line)
    except ValueError as error:
        raise ValueError(f"staff.pin: {error}") from error


def _content(path: Path, directory: str) -> Path | None:
    if not directory:
        return None
    try:
        folder = path.parent / Path(directory).expanduser()
    except RuntimeError as problem:
        raise ValueError(f"content.directory: {problem}") from problem
    if not folder.is_dir():
        raise ValueError(f"content.directory: {folder} is not a folder")
    return folder


def _clinic(file: _SettingsFile) -> Clinic:
    said = file.clinic
    if not said.name.strip():
        raise ValueError("clinic.name: write the clinic's name, or delete the line")
    return Clinic(
        name=said.name,
        phone=said.phone,
        desk=said.desk,
        emergency_number=said.emergency_number,
        out_of_hours=said.out_of_hours,
        hours=_hours(said.hours),
        booking=_booking(file.booking.url),
    )


def _booking(url: str) -> Booking:
    try:
        return Booking(url)
    except ValueError as error:
        raise ValueError(f"booking.url: {error}") from error


def _hours(said: _Hours) -> Hours:
    try:
        return Hours.of({day: getattr(said, day) for day in DAYS})
    except ValueError as error:
        raise ValueError(f"clinic.hours.{error}") from error
