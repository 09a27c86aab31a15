"""Find what the pages say of the clinic that its settings do not."""

from collections.abc import Iterator

from kiosk.authoring.check.subject import Subject, doubt
from kiosk.content.placeholders import CLINIC_TERMS
from kiosk.errors import Problem

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
