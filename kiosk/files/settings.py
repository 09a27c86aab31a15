"""Read the clinic's settings.

The tables' names and keys are explained in `resources/clinic.toml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.booking import Booking
from kiosk.domain.clinic import TRANSLATED, Clinic
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.metrics import is_screen_width
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.errors import EntryError, Problem, SettingsError, Severity
from kiosk.files.parsing import Mistakes, blaming, problems_in, read_table, typed
from kiosk.files.paths import settings_paths
from kiosk.files.settings_tables import (
    ContentTable,
    HoursTable,
    KeysTable,
    SettingsFile,
)

if TYPE_CHECKING:
    from kiosk.domain.pin import Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a file, checked; `path` is the file.

    `screen_width_mm` is 0 where the screen's own figure counts; `lower_edge_mm` is how
    high its picture begins above the floor, 0 where that was not measured. `content` is
    a folder, which may be missing, or None for the content that came along. No
    `languages` means all of them. `pin` is None where staff mode is closed; `shuffle`
    mixes the digits of its pad. `keys` has the key of a keypad for each action that has
    one; `Keymap` knows the keys. `warnings` name what does not apply as written.
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
    warnings: tuple[Problem, ...] = ()


def load_settings(chosen: Path | None = None) -> Settings:
    """Return the settings in `chosen`, or in the first file of settings there is.

    Raises `SettingsError` with every mistake in the file.
    """
    path = chosen or next(filter(_is_there, settings_paths()))
    with blaming(path, SettingsError):
        return _settings(path, read_table(path))


def _settings(path: Path, table: Mapping[str, object]) -> Settings:
    mistakes = Mistakes()
    file = typed(_right_entries(table, mistakes), SettingsFile)
    clinic = _clinic(file, mistakes)
    settings = Settings(
        path=path,
        clinic=clinic,
        screen_width_mm=file.screen.width_mm if _is_right_width(file) else 0.0,
        lower_edge_mm=file.screen.lower_edge_mm,
        content=mistakes.attempt("content.directory", _content, path, file.content),
        languages=file.content.languages,
        reduce_motion=file.access.reduce_motion,
        keys=_keys(file.access.keys),
        idle=IdlePolicy(file.idle.base_seconds, file.idle.warning_seconds),
        attract=file.idle.attract,
        pin=mistakes.attempt("staff.pin", _pin, str(file.staff.pin)),
        shuffle=file.staff.shuffle,
        warnings=tuple(problems_in(path, _doubts(file, clinic), Severity.WARNING)),
    )
    mistakes.raise_found()
    return settings


def _right_entries(
    table: Mapping[str, object], mistakes: Mistakes, *outer: str
) -> dict[str, object]:
    """Return the valid keys of a table, so that one mistake does not hide another."""
    right = dict(table)
    for name, value in table.items():
        place = (*outer, name)
        inner: object = {} if isinstance(value, dict) else value
        alone = reduce(lambda table, key: {key: table}, reversed(place), inner)
        if not mistakes.attempt("", typed, alone, SettingsFile):
            del right[name]
        elif isinstance(value, dict):
            right[name] = _right_entries(value, mistakes, *place)
    return right


def _doubts(file: SettingsFile, clinic: Clinic) -> Iterator[EntryError]:
    """Yield a warning for each valid value that does not apply as written."""
    if not _is_right_width(file):
        yield EntryError(
            f"no screen is {file.screen.width_mm:g} mm wide, so this is not used",
            "measure the picture in millimetres, such as 476",
            key="screen.width_mm",
        )
    if clinic.booking.is_set_up and not clinic.booking.fits_docked:
        yield EntryError(
            "too long for the small code, so the code is on the booking page alone",
            "write a shorter address",
            key="booking.url",
        )


def _is_right_width(file: SettingsFile) -> bool:
    width = file.screen.width_mm
    return width == 0 or is_screen_width(width)


def _keys(keys: KeysTable) -> dict[str, str | int]:
    chosen = ((action, getattr(keys, action)) for action in keys.__struct_fields__)
    return {action: key for action, key in chosen if key}


def _is_there(path: Path) -> bool:
    """Return whether a file is there, as far as the kiosk may look."""
    try:
        return path.is_file()
    except OSError:
        return True


def _pin(line: str) -> "Pin | None":
    if not line:
        return None
    from kiosk.domain.pin import Pin

    return Pin.parse(line)


def _content(path: Path, content: ContentTable) -> Path | None:
    """Return the folder; whether it is there is seen each time the content is read."""
    if not content.directory:
        return None
    try:
        return path.parent / Path(content.directory).expanduser()
    except RuntimeError as error:
        raise EntryError(str(error), "write the whole path") from error


def _clinic(file: SettingsFile, mistakes: Mistakes) -> Clinic:
    clinic = file.clinic
    written = {key: getattr(clinic, key) for key in TRANSLATED}
    wordings = {key: it for key, it in written.items() if isinstance(it, dict)}
    plain = {key: it for key, it in written.items() if isinstance(it, str)}
    names = wordings.get("name", {})
    for language, name in names.items():
        mistakes.attempt(f"clinic.name.{language}", _check_name, name)
    plain.setdefault("name", next(iter(names.values()), ""))
    if not names:
        mistakes.attempt("clinic.name", _check_name, plain["name"])
    return Clinic(
        **plain,
        wordings=wordings,
        phone=clinic.phone,
        emergency_number=clinic.emergency_number,
        hours=_hours(clinic.hours, mistakes),
        booking=mistakes.attempt("booking.url", Booking, file.booking.url) or Booking(),
    )


def _check_name(name: str) -> None:
    if not name.strip():
        raise EntryError("empty", "write the clinic's name, or delete the line")


def _hours(hours: HoursTable, mistakes: Mistakes) -> Hours:
    week = {day: getattr(hours, day) for day in DAYS}
    right = {
        day: text
        for day, text in week.items()
        if mistakes.attempt("clinic.hours", Hours.parse, {day: text})
    }
    return Hours.parse(right)
