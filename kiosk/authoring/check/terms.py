"""Find what the pages say of the clinic that its settings do not."""

import re
from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject, doubt
from kiosk.content.placeholders import CLINIC_TERMS
from kiosk.errors import Problem
from kiosk.files.front_matter import split

_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d(?:[ ()-]{0,2}\d){6,}(?![\w-])")
_TO_CALL = re.compile(r"(?<![\w,.-])(?:999|911|112|000|995|111)(?![\w,.%-])")
_ALWAYS_SAID = ("clinic", "emergency_number", "out_of_hours")  # in other words if unset


def unset_terms(subject: Subject) -> Iterator[Problem]:
    """Yield each term that a page needs and that is not set: its sentences are lost.

    A page of one language will do, as all others translate it.
    """
    clinic = subject.settings.clinic
    pack = subject.first_written
    said = (*_ALWAYS_SAID, *clinic.wordings)
    terms = (it for it in CLINIC_TERMS if it not in said)
    unset = [it for it in terms if not getattr(clinic, it)]
    for it in subject.pages_of(pack) if pack else ():
        for term in unset:
            if line := subject.line_of_text(it.path, f"{{{term}}}"):
                message = f"{{{term}}} is not set, so its sentence is not shown"
                remedy = f"set clinic.{term} in {subject.settings.path.name}"
                yield doubt(it.path, line, message, remedy)


def numbers_to_call(subject: Subject) -> Iterator[Problem]:
    """Yield numbers to call that stand on a page: those of a clinic are settings."""
    for it in subject.pages:
        _, body = split(subject.text_of(it.path))
        whole = subject.text_of(it.path).count("\n") - body.count("\n")
        for number, line in enumerate(body.split("\n"), whole + 1):
            for pattern, term in ((_PHONE, "phone"), (_TO_CALL, "emergency_number")):
                if found := pattern.search(line):
                    message = f"{found[0]} looks like a number to call"
                    remedy = f"write {{{term}}}, and the number in the settings"
                    yield doubt(it.path, number, message, remedy)
