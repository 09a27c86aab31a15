"""Make a clinic's own folder: the settings and all content, to change at will."""

import shutil
from pathlib import Path

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.toml_text import with_value
from kiosk.domain.booking import Booking
from kiosk.domain.opening_hours import DAYS, Hours
from kiosk.errors import UsageError
from kiosk.files.clinic_folder import CONTENT_NAME
from kiosk.files.parsing import parse_toml
from kiosk.files.paths import SETTINGS_NAME, authors_guide, resources

_GROUPS = {"weekdays": DAYS[:5], "saturday": DAYS[5:6], "sunday": DAYS[6:]}


def new_clinic(folder: Path, answers: Answers) -> tuple[Path, ...]:
    """Make `folder` from what came with the program; return what is in it.

    Raises `UsageError` where there is one already, or an answer is missing or wrong.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty; name a new folder")
    settings = _settings(answers)
    answers.finish()
    try:
        content = resources() / CONTENT_NAME
        shutil.copytree(content, folder / CONTENT_NAME, copy_function=shutil.copyfile)
        (folder / SETTINGS_NAME).write_text(settings, "utf-8")
        if guide := authors_guide():
            shutil.copyfile(guide, folder / guide.name)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}") from error
    return tuple(sorted(folder.iterdir()))


def _settings(answers: Answers) -> str:
    """Return the settings that came with the program, with the clinic's answers."""
    text = (resources() / SETTINGS_NAME).read_text("utf-8")
    usual = parse_toml(text)["clinic"]
    for key, about in (
        ("name", "The clinic's name"),
        ("phone", "Its phone, as it should be dialled"),
        ("desk", "Where staff are; it ends “Staff are at ...”"),
        ("emergency_number", "What to call when someone is in danger, such as 112"),
        ("out_of_hours", "Whom to call when it is closed, such as NHS 111"),
    ):
        answer = answers.get(Question(key, about, default=usual.get(key, "")))
        text = with_value(text, "clinic", key, answer)
    for key, days in _GROUPS.items():
        about = "Open from and to, such as 09:00-17:00, or closed"
        answer = answers.get(Question(key, about, default="", check=_check_hours))
        for day in days:
            text = with_value(text, "clinic.hours", day, answer)
    about = "The address of its booking page"
    url = answers.get(Question("booking", about, default="", check=Booking))
    text = with_value(text, "booking", "url", url)
    return with_value(text, "content", "directory", CONTENT_NAME)


def _check_hours(text: str) -> None:
    Hours.parse({DAYS[0]: text})
