"""Write down what a clinician approved, and that a change of a page was a small one."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from kiosk.authoring.approval.approve import Approver
from kiosk.authoring.approval.approve import approve as approve_texts
from kiosk.authoring.approval.small_change import small_change as mark
from kiosk.authoring.check import gate
from kiosk.errors import UsageError
from kiosk.files.paths import resources


def approve(
    names: Iterable[str],
    by: str,
    on: str = "",
    languages: Iterable[str] = (),
    places: tuple[Path | None, Path | None] = (None, None),
) -> int:
    """Approve texts, print a line for each, and return the exit status.

    `places` are the settings and the content. Raises `KioskError`.
    """
    today = datetime.now().astimezone().date()
    approver = Approver(by.strip(), _day(on) if on else today)
    approver.check(today)
    config, content = places
    subject = gate.check(content, config)
    if not content:
        _refuse_shipped(subject.files.folder)
    lines = approve_texts(subject, names, approver, languages)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def small_change(
    names: Iterable[str],
    languages: Iterable[str] = (),
    places: tuple[Path | None, Path | None] = (None, None),
) -> int:
    """Mark translations as up to date, print a line for each, return the exit status.

    `places` are the settings and the content. Raises `KioskError`.
    """
    config, content = places
    lines = mark(gate.check(content, config), names, languages)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _refuse_shipped(folder: Path) -> None:
    """Refuse content that the next version of the program replaces."""
    if folder.resolve() == (resources() / "content").resolve():
        raise UsageError(
            "this is the content that came with the program, which its next version "
            "replaces; make the clinic's own: kiosk new clinic DIR"
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"--on: {text!r} is no date; write it as 2026-11-27"
        raise UsageError(message) from error
