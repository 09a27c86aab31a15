"""Check that a pack lacks no text, and fill in the clinic's own terms."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import TypeVar

from kiosk.content.bidi import isolated
from kiosk.content.placeholders import fill, unknown_terms
from kiosk.content.words import StaffWords, Strings
from kiosk.domain.clinic import Clinic
from kiosk.errors import EntryError
from kiosk.files.parsing import Mistakes

_W = TypeVar("_W", Strings, StaffWords)
_FILLED_LATER = dict.fromkeys(
    (
        *("date", "name", "answers", "symptoms", "seconds", "picture", "short"),
        *("first", "last", "hours", "section", "places", "funding", "changed"),
        *("count", "height", "language", "measured", "percent", "width"),
    ),
    "",
)


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
        mistakes.attempt(place, _check_terms, texts[name], source[name])
    mistakes.raise_found()


def _check_terms(text: str, source: str) -> None:
    missing = set(unknown_terms(source, {})).difference(unknown_terms(text, {}))
    if missing:
        raise EntryError(f"{{{min(missing)}}} is missing", "add it")


def help_words(
    ways: Mapping[str, Mapping[str, str]], terms: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return the texts of both ways to help; neither may lack one the other has.

    The one for who is away may be missing: it is then that of a closed clinic.
    """
    if {*ways} - {Way.AWAY} != {Way.OPEN, Way.CLOSED}:
        remedy = "write two tables, [help.open] and [help.closed]"
        raise EntryError("help is not said in two ways", remedy, key="help")
    names = sorted({name for texts in ways.values() for name in texts})
    mistakes = Mistakes()
    if taken := {*terms, *_FILLED_LATER}.intersection(names):
        message = f"{min(taken)!r} already means something"
        mistakes.add(EntryError(message, "rename it", key="help"))
    filled_ways = {
        way: mistakes.attempt("", _filled_texts, texts, names, f"help.{way}", terms)
        for way, texts in ways.items()
    }
    done = {way: mistakes.checked(texts) for way, texts in filled_ways.items()}
    return {Way.AWAY: done[Way.CLOSED], **done}


def filled_words(
    kind: type[_W], table: str, texts: Mapping[str, str], terms: Mapping[str, str]
) -> _W:
    """Return a `kind` with every one of its texts, filled in."""
    names = [field.name for field in fields(kind)]
    return kind(**_filled_texts(texts, names, table, terms))


def complete(
    texts: Mapping[str, str], keys: Iterable[str], table: str
) -> dict[str, str]:
    """Return the texts in the order of `keys`; raises for each missing or other one."""
    return _each(texts, keys, table, _present)


def filled(text: str, terms: Mapping[str, str]) -> str:
    """Fill in the known terms; raises `EntryError` for a term that never will be."""
    known = {**terms, **_FILLED_LATER}
    if strangers := unknown_terms(text, known):
        message = f"{{{strangers[0]}}} has no meaning here"
        from kiosk.files.type_mistakes import similar

        raise EntryError(message, f"in the braces, {similar(strangers[0], known)}")
    return fill(text, terms)


def _filled_texts(
    texts: Mapping[str, str],
    keys: Iterable[str],
    table: str,
    terms: Mapping[str, str],
) -> dict[str, str]:
    return _each(texts, keys, table, lambda text: filled(_present(text), terms))


def _each(
    texts: Mapping[str, str],
    keys: Iterable[str],
    table: str,
    read: Callable[[str], str],
) -> dict[str, str]:
    """Return what `read` makes of each text of `keys`; a mistake names its key."""
    mistakes = Mistakes()
    known = tuple(keys)
    for key in sorted(set(texts).difference(known)):
        mistakes.attempt(f"{table}.{key}", _refuse_key, key, known)
    done = {
        key: mistakes.attempt(f"{table}.{key}", read, texts.get(key, ""))
        for key in known
    }
    mistakes.raise_found()
    return {key: mistakes.checked(text) for key, text in done.items()}


def _refuse_key(key: str, known: Iterable[str]) -> None:
    from kiosk.files.type_mistakes import similar

    remedy = f"{similar(key, known)}, or delete it"
    raise EntryError("there is no such key", remedy)


def _present(text: str) -> str:
    if not text.strip():
        raise EntryError("this word is missing", "add it")
    return text
