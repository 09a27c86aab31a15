"""See that a pack lacks no word, and put the clinic's own terms into them."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import TypeVar

from kiosk.content.bidi import isolated
from kiosk.content.placeholders import fill, unknown_terms
from kiosk.content.words import StaffWords, Strings
from kiosk.domain.clinic import Clinic

_W = TypeVar("_W", Strings, StaffWords)
_SAID_LATER = dict.fromkeys(
    (
        *("date", "name", "answers", "symptoms", "seconds", "picture"),
        *("count", "height", "language", "measured", "percent", "width"),
    ),
    "",
)
_HELP = ("open", "closed")


def terms_of(
    clinic: Clinic, strings: Mapping[str, str], *, rtl: bool = False
) -> dict[str, str]:
    """Return the clinic's own terms, with the pack's word where one is not set.

    The clinic writes them in its own language: in a pack that runs the other way each
    is kept apart from the sentence it stands in.
    """
    local = _present(strings, "your_local_emergency_number", "strings")
    late = _present(strings, "your_local_out_of_hours", "strings")
    own = {
        "clinic": clinic.name,
        "emergency_number": clinic.emergency_number,
        "out_of_hours": clinic.out_of_hours,
        "desk": clinic.desk,
        "phone": clinic.phone,
    }
    own = {name: isolated(word, rtl=rtl) for name, word in own.items()}
    own["emergency_number"] = own["emergency_number"] or local
    own["out_of_hours"] = own["out_of_hours"] or late
    return own


def same_holes(
    table: str, words: Mapping[str, str], original: Mapping[str, str]
) -> None:
    """See that a translation leaves out no `{term}`; raises `ValueError`."""
    for name, word in original.items():
        lost = set(unknown_terms(word, {})) - set(
            unknown_terms(words.get(name, ""), {})
        )
        if name in words and lost:
            raise ValueError(f"{table}.{name}: {{{min(lost)}}} is missing; add it")


def help_words(
    ways: Mapping[str, Mapping[str, str]], terms: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return the words for both ways to help; neither may lack one the other has."""
    if set(ways) != set(_HELP):
        raise ValueError("help: write two tables, [help.open] and [help.closed]")
    names = sorted({name for words in ways.values() for name in words})
    if taken := {*terms, *_SAID_LATER}.intersection(names):
        raise ValueError(f"help: {min(taken)!r} already means something; rename it")
    return {
        way: _all_filled(complete(words, names, f"help.{way}"), f"help.{way}", terms)
        for way, words in ways.items()
    }


def _all_filled(
    words: Mapping[str, str], table: str, terms: Mapping[str, str]
) -> dict[str, str]:
    """Fill in every word; an error names its key."""
    done = {}
    for name, word in words.items():
        try:
            done[name] = filled(word, terms)
        except ValueError as problem:
            raise ValueError(f"{table}.{name}: {problem}") from problem
    return done


def filled(text: str, terms: Mapping[str, str]) -> str:
    """Fill in what is known by now; raises `ValueError` for what never will be."""
    if strangers := unknown_terms(text, {**terms, **_SAID_LATER}):
        raise ValueError(f"{{{strangers[0]}}} in {text!r} has no meaning here")
    return fill(text, terms)


def complete(
    words: Mapping[str, str], keys: Iterable[str], table: str
) -> dict[str, str]:
    """Return the words in the order of `keys`; raises `ValueError` for any other."""
    for key in sorted(set(words) - set(keys)):
        raise ValueError(f"{table}.{key}: there is no such key; delete it")
    return {key: _present(words, key, table) for key in keys}


def _present(words: Mapping[str, str], key: str, table: str) -> str:
    if not words.get(key, "").strip():
        raise ValueError(f"{table}.{key}: this word is missing; add it")
    return words[key]


def words_of(
    kind: type[_W], table: str, words: Mapping[str, str], terms: Mapping[str, str]
) -> _W:
    """Return a `kind` with every one of its words, filled in."""
    names = [field.name for field in fields(kind)]
    return kind(**_all_filled(complete(words, names, table), table, terms))
