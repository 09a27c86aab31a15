"""Read the clinic's settings.

The tables' names and keys are explained in `resources/clinic.toml`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.domain.booking import Booking
from kiosk.domain.clinic import TRANSLATED, Clinic
from kiosk.domain.handout import Handout
from kiosk.domain.holidays import Holiday
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.domain.rotation import Rotation
from kiosk.errors import EntryError, Problem, SettingsError, Severity
from kiosk.files.parsing import (
    MOST_TABLE_BYTES,
    Mistakes,
    blaming,
    problems_in,
    usable_toml,
)
from kiosk.files.paths import settings_paths
from kiosk.files.setting_doubts import is_right_width, setting_doubts
from kiosk.files.setting_slips import usable_entries
from kiosk.files.settings_tables import (
    ClinicTable,
    ContentTable,
    HoursTable,
    KeysTable,
    SettingsFile,
    Translated,
)
from kiosk.files.text_files import read_bytes, usable_text

if TYPE_CHECKING:
    from kiosk.domain.pin import Pin


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of a file, checked; `path` is the file.

    `screen_width_mm` is 0 where the screen's own figure counts; `lower_edge_mm` is how
    high its picture begins above the floor, 0 where that was not measured. The screen
    sleeps where it would be black if it is `off_when_closed`. `content` is a folder,
    which may be missing, or None for the content that came along. No
    `languages` means all of them. `pin` is None where staff mode is closed; `shuffle`
    mixes the digits of its pad. With `calls_staff` visitors can call them;
    with `counts_visits` it is counted how many visits open each page.
    `printer` is the queue of visitors' pages, or empty.
    `keys` has the key of a keypad for each action that has one; `Keymap` knows the
    keys. With `show_unapproved` pages that nobody has approved are shown; one whose
    review is overdue is hidden `hide_overdue_after_days` later, or never for 0.
    `problems` are settings that keep their default as they were written wrong (errors),
    and those that do not apply as written (warnings). `is_blank` is a file without one
    setting that can be read.
    """

    path: Path
    clinic: Clinic
    screen_width_mm: float = 0.0
    lower_edge_mm: float = 0.0
    rotation: Rotation = Rotation.NONE
    off_when_closed: bool = False
    content: Path | None = None
    languages: tuple[str, ...] = ()
    reduce_motion: bool = False
    keys: Mapping[str, str | int] = field(default_factory=dict)
    idle: IdlePolicy = field(default_factory=IdlePolicy)
    attract: bool = True
    pin: "Pin | None" = None
    printer: str = ""
    shuffle: bool = False
    calls_staff: bool = False
    counts_visits: bool = False
    show_unapproved: bool = True
    hide_overdue_after_days: int = 0
    problems: tuple[Problem, ...] = ()
    is_blank: bool = False


def load_settings(chosen: Path | None = None) -> Settings:
    """Return the settings in `chosen`, or in the first file of settings there is.

    A setting that is wrong keeps its default, and so do all if there is no such file.
    """
    path = chosen or next(filter(_is_there, settings_paths()))
    return settings_in_text(path, *readable_text(path))


def settings_in_text(path: Path, text: str, told: Sequence[Problem] = ()) -> Settings:
    """Return the settings in a text, as if it were that of the file at `path`.

    `told` are the problems of the file that are known already.
    """
    problems = [*told]
    table, slips = usable_toml(text)
    wrong, doubts = Mistakes(*slips), Mistakes()
    file = usable_entries(table, SettingsFile, wrong, doubts)
    clinic = _clinic(file, wrong)
    settings = _settings(path, file, clinic, wrong)
    for doubt in setting_doubts(file, clinic.hours, clinic.booking):
        doubts.add(doubt)
    for found, severity in ((wrong, Severity.ERROR), (doubts, Severity.WARNING)):
        problems += problems_in(path, found.found, severity, lambda _: text)
    problems.sort(key=lambda it: it.line)
    return replace(settings, problems=tuple(problems), is_blank=not table)


def readable_text(path: Path) -> tuple[str, list[Problem]]:
    """Return what can be read of a file, and why not all of it can."""
    try:
        with blaming(path, SettingsError):
            text, mistakes = usable_text(read_bytes(path, MOST_TABLE_BYTES))
    except SettingsError as error:
        return "", [*error.problems]
    return text, problems_in(path, mistakes)


def _settings(
    path: Path, file: SettingsFile, clinic: Clinic, wrong: Mistakes
) -> Settings:
    return Settings(
        path=path,
        clinic=clinic,
        screen_width_mm=file.screen.width_mm if is_right_width(file) else 0.0,
        lower_edge_mm=file.screen.lower_edge_mm,
        rotation=file.screen.rotation,
        off_when_closed=file.screen.off_when_closed,
        content=wrong.attempt("content.directory", _content, path, file.content),
        languages=file.content.languages,
        show_unapproved=file.content.show_unapproved,
        hide_overdue_after_days=file.content.hide_overdue_after_days,
        reduce_motion=file.access.reduce_motion,
        keys=_keys(file.access.keys),
        idle=IdlePolicy(file.idle.base_seconds, file.idle.warning_seconds),
        attract=file.idle.attract,
        pin=wrong.attempt("staff.pin", _pin, str(file.staff.pin)),
        shuffle=file.staff.shuffle,
        calls_staff=file.staff.call_button,
        counts_visits=file.totals.count_visits,
        printer=file.handout.print.strip(),
    )


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


def _clinic(file: SettingsFile, wrong: Mistakes) -> Clinic:
    clinic = file.clinic
    said = {key: getattr(clinic, key) for key in TRANSLATED}
    said["name"] = _names(clinic.name, wrong)
    said["desk"] = _within_sentence(clinic.desk)
    wordings = {key: it for key, it in said.items() if isinstance(it, dict)}
    plain = {key: it for key, it in said.items() if isinstance(it, str)}
    plain.setdefault("name", next(iter(wordings.get("name", {}).values()), ""))
    return Clinic(
        **plain,
        wordings=wordings,
        phone=clinic.phone,
        emergency_number=clinic.emergency_number,
        hours=_hours(clinic.hours, wrong),
        booking=wrong.attempt("booking.url", Booking, file.booking.url) or Booking(),
        handout=wrong.attempt("handout.base_url", Handout, file.handout.base_url)
        or Handout(),
    )


def _names(names: Translated, wrong: Mistakes) -> Translated:
    """Return the clinic's names but for empty ones, or the default."""
    if isinstance(names, str):
        right = wrong.attempt("clinic.name", _checked_name, names)
        return right or ClinicTable().name
    rows = {
        language: wrong.attempt(f"clinic.name.{language}", _checked_name, name)
        for language, name in names.items()
    }
    return {key: name for key, name in rows.items() if name} or ClinicTable().name


def _within_sentence(words: Translated) -> Translated:
    if isinstance(words, str):
        return words.strip().rstrip(".")
    return {language: it.strip().rstrip(".") for language, it in words.items()}


def _checked_name(name: str) -> str:
    if not name.strip():
        raise EntryError("empty", "write the clinic's name, or delete the line")
    return name


def _hours(hours: HoursTable, wrong: Mistakes) -> Hours:
    week = {day: getattr(hours, day) for day in DAYS}
    right = {
        day: text
        for day, text in week.items()
        if wrong.attempt("clinic.hours", Hours.parse, {day: text})
    }
    holidays = (
        wrong.attempt("clinic.hours.closed", Holiday.parse, text)
        for text in hours.closed
    )
    return Hours.parse(right, tuple(it for it in holidays if it))
