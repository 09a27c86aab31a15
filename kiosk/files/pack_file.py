"""The tables of a language's `pack.toml`, and what a translation of one must have."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.errors import EntryError
from kiosk.files.pack_words import check_placeholders
from kiosk.files.parsing import Mistakes, typed_rows


class AdviceRow(Struct, forbid_unknown_fields=True):
    """The words of one level's advice."""

    heading: str
    short: str
    lines: tuple[str, ...]


class PackFile(Struct, forbid_unknown_fields=True):
    """The tables of a `pack.toml`."""

    language: str
    name: str
    direction: Literal["ltr", "rtl"]
    digits: Annotated[str, Meta(min_length=10, max_length=10)]
    strings: dict[str, str]
    staff: dict[str, str]
    answers: dict[str, str]
    groups: dict[str, str]
    areas: dict[str, str]
    topics: dict[str, str]
    questions: dict[str, str]
    days: dict[str, str]
    advice: dict[str, object]
    help: dict[str, dict[str, str]]
    pages: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    speech: str = ""


def compare(ours: PackFile, theirs: PackFile) -> None:
    """Check that a translation lacks no `{term}` or line; raises for all at once."""
    mistakes = Mistakes()
    check = check_placeholders
    for table in ("strings", "staff"):
        mistakes.attempt("", check, table, getattr(ours, table), getattr(theirs, table))
    for way, words in theirs.help.items():
        mistakes.attempt("", check, f"help.{way}", ours.help.get(way, {}), words)
    our_advice, their_advice = advice_rows(ours), advice_rows(theirs)
    for level in our_advice.keys() & their_advice.keys():
        rows = our_advice[level], their_advice[level]
        mistakes.attempt(f"advice.{level}", _compare_advice, *rows)
    mistakes.raise_found()


def _compare_advice(ours: AdviceRow, theirs: AdviceRow) -> None:
    if len(ours.lines) != len(theirs.lines):
        message = f"there are {len(ours.lines)} lines"
        raise EntryError(message, f"write {len(theirs.lines)}", key="lines")
    check_placeholders("", _numbered(ours), _numbered(theirs))


def advice_rows(file: PackFile) -> dict[str, AdviceRow]:
    """Return the advice of each level, by the level's key."""
    return typed_rows(file.advice, AdviceRow, "advice.")


def _numbered(row: AdviceRow) -> dict[str, str]:
    """Return the words of one level's advice by their keys in the file."""
    lines = {f"lines[{index}]": line for index, line in enumerate(row.lines)}
    return {"heading": row.heading, "short": row.short, **lines}
