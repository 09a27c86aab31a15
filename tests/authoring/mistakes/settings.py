"""Mistakes in the settings: each costs that one setting, and no other."""

from tests.authoring.mistakes.rows import (
    SETTINGS,
    both,
    change,
    error,
    recode,
    row,
    warning,
)
from tests.authoring.mistakes.rows import settings as written

FULL = """[clinic]
name = "Park Clinic"
phone = "555 0100"
desk = "the desk by the door"
emergency_number = "999"
[clinic.hours]
monday = "09:00-17:00"
tuesday = "closed"
[booking]
url = "https://clinic.example/book"
[screen]
width_mm = 476
[idle]
warning_seconds = 40
attract = false
[staff]
pin = ""
[content]
languages = ["en", "es"]
directory = ""
"""
LONG = "https://clinic.example/?" + "x" * 2400
QUOTES = ("quotation marks",)


def slip(name, old, new, *said):
    """Return a row of one change to settings in which everything is set."""
    spoil = both(written(FULL), change(SETTINGS, old, new))
    return row(name, spoil, *said, touched=("*",))


def line(old):
    return f"{SETTINGS}:{FULL[: FULL.index(old)].count(chr(10)) + 1}"


def wrong(name, old, new, *words):
    return slip(name, old, new, error(line(old), *words))


def doubted(name, old, new, *words):
    return slip(name, old, new, warning(line(old), *words))


def understood(name, old, new):
    return slip(name, old, new)


MONDAY = '"09:00-17:00"'
URL = '"https://clinic.example/book"'
ROWS = [
    wrong("S01", MONDAY, '"9-17"', "monday", 'write "09:00-17:00"'),
    wrong("S02", MONDAY, '"9am-5pm"', "monday", 'write "09:00-17:00"'),
    wrong("S03", MONDAY, '"09:00-25:00"', "monday", 'write "09:00-17:00"'),
    understood("S05", MONDAY, '"09:00\u201317:00"'),
    understood("S06", '"closed"', '"Closed"'),
    wrong("S08", URL, '"www.clinic.example"', "booking.url", "https://"),
    wrong("S09", URL, '"http://clinic.example"', "booking.url", "https://"),
    wrong("S11", URL, '"https://clinic.example "', "booking.url", "leave out spaces"),
    wrong("S12", 'pin = ""', 'pin = "4711"', "staff.pin", 'run "kiosk pin"'),
    wrong("S13", "= 476", '= "47,6"', "width_mm", "without quotation marks"),
    wrong("S13b", "= 476", "= 47,6", "width_mm", "write it with a point"),
    doubted("S15", "= 476", "= 47.6", "width_mm", "millimetres, such as 476"),
    doubted("S16", '"999"', "999", "emergency_number", "double quotes"),
    wrong("S18", '["en", "es"]', '"en"', "content.languages", 'brackets: ["..."]'),
    wrong(
        "S19",
        'directory = ""',
        'directory = "C:\\Users\\clinic"',
        "content.directory",
        "single quotes",
    ),
    doubted("S21", "[clinic]", "[Clinic]", 'write "clinic"'),
    wrong("S22", '"Park Clinic"', "Park Clinic", "clinic.name", *QUOTES),
    wrong("S23", '"Park Clinic"', "“Park Clinic”", "clinic.name", "straight ones"),
    wrong("S25", "/book", "/{topc}", "booking.url", "{topic}"),
    doubted("S26", "the door", "the door.", "clinic.desk", "delete the full stop"),
    doubted("S28", '"999"', '"o12"', "emergency_number", 'write it like "999"'),
    doubted("S29", "Park Clinic", "Park " * 16, "clinic.name", "write at most 40"),
    wrong("S31", "= false", "= no", "idle.attract", "write true or false"),
    wrong("S32", "= 40", "= 10", "idle.warning_seconds", "write at least 20"),
    wrong("S33", "monday", "mon", "clinic.hours.mon", "use monday"),
    wrong("S35", 'pin = ""', "pin = 4711", "staff.pin", 'run "kiosk pin"'),
    understood("S36", "directory", "show_unapproved = false\ndirectory"),
    wrong("s01", URL, f'"{LONG}"', "booking.url", "write a shorter address"),
    doubted("s02", "/book", "/?" + "x" * 500, "booking.url", "shorter address"),
    understood("s03", "/book", "/cita-médica?sede=león"),
    wrong("S40", "[booking]", "[booking", "write [booking]"),
    wrong("S41", "phone", "phne", "clinic.phne", "use phone"),
    wrong("S42", 'phone = "555 0100"', 'phone = "555 0100', "clinic.phone", *QUOTES),
    wrong("S43", '"999"', "000", "clinic.emergency_number", *QUOTES),
    slip("S44", 'desk = "', 'phone = "1"\ndesk = "', error(f"{SETTINGS}:4", "twice")),
    doubted("S45", MONDAY, '"09:00-01:00"', "clinic.hours.monday", "16 hours"),
    row(
        "S46",
        both(
            written(FULL.replace("Park", "Süd")),
            recode(SETTINGS, lambda text: text.encode("latin-1")),
        ),
        error(f"{SETTINGS}:2", "UTF-8"),
        touched=("*",),
    ),
    row(
        "S47",
        both(written(FULL), recode(SETTINGS, lambda text: text.encode("utf-16"))),
        error(SETTINGS, "save the file as UTF-8"),
        touched=("*",),
    ),
]
