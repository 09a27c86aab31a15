"""Find words of packs that are marks, too long, or no longer those of safety."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.authoring.check.subject import Subject, doubt
from kiosk.content.leftovers import leftovers
from kiosk.errors import ContentError, EntryError, Problem
from kiosk.files.parsing import read_table, usable_toml
from kiosk.files.paths import resources

_OF_SAFETY = (
    *("strings.red_flag", "strings.emergency", "help.open.", "help.closed."),
    *("advice.emergency.", "advice.same-day."),
)
_TIMES_LONGER = 3  # than the English that came along; German needs half as much again
_LEAST_LETTERS = 20
_HEAD = frozenset({"language", "name", "direction", "digits", "fonts", "speech"})


def words_of_packs(subject: Subject) -> Iterator[Problem]:
    """Yield each word of a pack with a mark in it, and each that is much too long."""
    usual = _shipped_words("en")
    for path, words in _packs(subject):
        for key, text in words.items():
            for left in leftovers(_without_terms(text)):
                line = subject.line_of_key(path, key)
                yield doubt(path, line, f"{key}: {left.message}", left.remedy)
            most = _TIMES_LONGER * len(usual.get(key, text)) + _LEAST_LETTERS
            if key.startswith("strings.") and len(text) > most:
                line = subject.line_of_key(path, key)
                message = f"{key}: {len(text)} letters are too long for its place"
                yield doubt(path, line, message, f"write at most {most}")


def words_of_safety(subject: Subject) -> Iterator[Problem]:
    """Yield words on how to get help that are not those that came with the program.

    Words that a clinician approved are as they should be.
    """
    if not subject.library:
        return
    for path, words in _packs(subject):
        language = path.parent.name
        approval = subject.library.words_approvals.get(language)
        if approval and approval.is_valid(subject.today):
            continue
        shipped = _shipped_words(language)
        for key, text in words.items():
            if key.startswith(_OF_SAFETY) and shipped.get(key, text) != text:
                line = subject.line_of_key(path, key)
                message = f"{key}: these words of safety have changed"
                approve = f"kiosk approve strings --language {language} --by NAME"
                yield doubt(path, line, message, f"have them read, then run: {approve}")


def _packs(subject: Subject) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield each pack that can be read, with its texts by their keys."""
    for path in subject.files.paths("*/pack.toml"):
        try:
            with subject.files.blaming(path):
                table, _ = usable_toml(subject.text_of(path))
        except (ContentError, EntryError):
            continue
        yield path, dict(_flat(table))


@cache
def _shipped_words(language: str) -> Mapping[str, str]:
    path = resources() / "content" / language / "pack.toml"
    return dict(_flat(read_table(path))) if path.is_file() else {}


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a pack with its key; a list is one text."""
    for name, value in table.items():
        key = f"{above}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{key}.")
        elif isinstance(value, list):
            yield key, " ".join(map(str, value))
        elif isinstance(value, str) and key not in _HEAD:
            yield key, value


def _without_terms(text: str) -> str:
    """Return a text without the braces of its terms, which are checked elsewhere."""
    return text.replace("{", "").replace("}", "")
