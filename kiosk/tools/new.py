"""Begin a clinic's folder, a page, a complication, a language or a symptom."""

import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.skeletons.answers import Answers, given_answers
from kiosk.authoring.skeletons.clinic import new_clinic
from kiosk.authoring.skeletons.complication import new_complication
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.authoring.skeletons.language import new_language
from kiosk.authoring.skeletons.page import new_page
from kiosk.authoring.skeletons.symptom import new_symptom
from kiosk.errors import UsageError
from kiosk.files.clinic_folder import content_in
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings


class Addition(Enum):
    """What can be added to a clinic's content."""

    PAGE = "page"
    COMPLICATION = "complication"
    LANGUAGE = "language"
    SYMPTOM = "symptom"


_HOW = """\
Each question begins with its name; NAME="words" behind the command answers it, too.
Enter alone takes what stands in brackets. Nothing is written before the last answer.
"""
_MAKERS = {
    Addition.PAGE: new_page,
    Addition.COMPLICATION: new_complication,
    Addition.LANGUAGE: new_language,
    Addition.SYMPTOM: new_symptom,
}


class Place(Struct, frozen=True):
    """The files that the command line names: settings, and a folder of content."""

    config: Path | None = None
    content: Path | None = None


def clinic(folder: Path, entries: Iterable[str]) -> int:
    """Make a clinic's folder, and say how to go on; return the exit status."""
    made = new_clinic(folder, _answers(entries))
    sys.stdout.writelines(f"made {path}\n" for path in made)
    sys.stdout.write(f"next: cd {folder}, then kiosk preview\n")
    return 0


def addition(kind: Addition, name: str, entries: Iterable[str], place: Place) -> int:
    """Add a page, a language or a symptom to a clinic's content; return the status."""
    settings = load_settings(place.config)
    folder = place.content or settings.content or resources() / "content"
    content = ContentFolder(content_in(folder), settings)
    made = _MAKERS[kind](content, name, _answers(entries))
    sys.stdout.writelines(f"wrote {path}\n" for path in made)
    return 0


def _answers(entries: Iterable[str]) -> Answers:
    """Return the answers given; the others are asked for, which is explained first."""
    answers = Answers(given_answers(entries), _ask)
    if sys.stdin.isatty():
        sys.stderr.write(_HOW)
    return answers


def _ask(prompt: str) -> str:
    """Put a question on the terminal, or read the next line of what is piped in."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError as error:
        raise UsageError("what was typed is not UTF-8; type it again") from error
    if not line:
        sys.stderr.write("\n")
        raise EOFError
    return line
