"""Print what `kiosk.authoring.check` finds, and what only Qt can tell.

That is which letters no font has, and which pictures cannot be drawn.
"""

import os
import sys
from pathlib import Path

from msgspec.structs import replace

from kiosk.app.application import new_application
from kiosk.app.missing_letters import letters_without_font
from kiosk.app.problems import Reporter
from kiosk.app.undrawn_pictures import without_undrawn
from kiosk.authoring.check.formats import Format, written
from kiosk.authoring.check.gate import check as found_in
from kiosk.authoring.check.gate import in_order
from kiosk.authoring.check.subject import Subject


def check(
    folder: Path | None = None,
    config: Path | None = None,
    form: Format = Format.TEXT,
    *,
    strict: bool = False,
) -> int:
    """Print every problem of a clinic, a line each; return the exit status.

    It is 1 for an error, and if `strict` for a warning too.
    """
    subject = with_drawing(found_in(folder, config))
    sys.stdout.write(written(subject.problems, form))
    return int(subject.has_errors or (strict and bool(subject.problems)))


def with_drawing(subject: Subject) -> Subject:
    """Return a subject with the problems that show only when pages are drawn."""
    if not subject.library:
        return subject
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = new_application(Reporter())
    drawn = without_undrawn(subject.library)
    undrawn = (it for it in drawn.problems if it not in subject.library.problems)
    problems = (
        *subject.problems,
        *undrawn,
        *letters_without_font(drawn, subject.line_of_text),
    )
    del application
    return replace(subject, problems=in_order(problems))
