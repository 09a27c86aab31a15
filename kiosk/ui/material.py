"""What a session is built from, besides the visit."""

from dataclasses import dataclass

from kiosk.domain.clinic import Clinic
from kiosk.domain.content import Pack
from kiosk.domain.triage import Checklist
from kiosk.ui.look import Look


@dataclass(frozen=True, slots=True)
class Material:
    """The words, the rules, the clinic and the look: the same for every visitor."""

    pack: Pack
    checklist: Checklist
    clinic: Clinic
    look: Look
