"""Fill in the terms of texts, and check that a text has those it must."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from kiosk.content.bidi import isolated
from kiosk.content.placeholders import fill, unknown_terms
from kiosk.content.words import StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.errors import EntryError
from kiosk.files.parsing import Mistakes

_W = TypeVar("_W", Strings, StaffWords)
FILLED_LATER = dict.fromkeys(
    (
        *("date", "name", "answers", "symptoms", "seconds", "picture", "short"),
        *("first", "last", "hours", "section", "places", "funding", "changed"),
        *("command", "count", "height", "language", "measured", "percent", "width"),
    ),
    "",
)
"""What is filled in from what is on the screen."""

HELP_TERMS = (
    *("get_help_now", "tell_someone", "tell_someone_now", "who_to_ask", "staff_are"),
    *("elsewhere", "tell_or_call", "tell_or_call_later", "tell_clinic_now"),
    *("be_seen_today", "who_to_tell", "mention_it", "tell_clinician"),
    *("routine_route", "show_this", "have_told"),
)
"""The words on ways to help that texts of this program have in braces."""


class Way(StrEnum):
    """Where help is for a reader: in the clinic, open or closed, or away from it."""

    OPEN = "open"
    CLOSED = "closed"
    AWAY = "away"


def clinic_terms(
    clinic: Clinic, strings: Mapping[str, str], *, rtl: bool = False
) -> dict[str, str]:
    """Return the clinic's own terms, with the pack's text where one is not set.

    They may be in another language: in a pack that runs the other way each is kept
    apart from the sentence around it.
    """
    own = {
        "clinic": clinic.name,
        "emergency_number": clinic.emergency_number,
        "out_of_hours": clinic.out_of_hours,
        "desk": clinic.desk,
        "phone": clinic.phone,
    }
    own = {name: isolated(text, rtl=rtl) for name, text in own.items()}
    for name in ("emergency_number", "out_of_hours"):
        own[name] = own[name] or strings.get(f"your_local_{name}", "")
    return own


def check_placeholders(
    table: str, texts: Mapping[str, str], source: Mapping[str, str]
) -> None:
    """Check that no translated text lacks a `{term}` that its source has."""
    mistakes = Mistakes()
    for name in source.keys() & texts.keys():
        place = f"{table}.{name}" if table else name
        mistakes.attempt(place, check_terms, texts[name], source[name])
    mistakes.raise_found()


def check_terms(text: str, source: str) -> None:
    """Check that a translated text lacks no `{term}` of its source."""
    missing = set(unknown_terms(source, {})).difference(unknown_terms(text, {}))
    if missing:
        raise EntryError(f"{{{min(missing)}}} is missing", "add it")


def filled(text: str, terms: Mapping[str, str]) -> str:
    """Fill in the known terms; raises `EntryError` for a term that never will be."""
    known = {**terms, **FILLED_LATER}
    if strangers := unknown_terms(text, known):
        from kiosk.files.type_mistakes import similar_term

        message = f"{{{strangers[0]}}} has no meaning here"
        raise EntryError(message, similar_term(strangers[0], known))
    return fill(text, terms)
