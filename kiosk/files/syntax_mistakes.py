"""Turn the complaints of TOML and YAML parsers into plain words with a remedy.

This is read only once something is wrong. Parsers speak of tokens, people of quotation
marks. No value is repeated: it may be a staff PIN.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kiosk.errors import EntryError

if TYPE_CHECKING:
    import tomllib

    import yaml

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_SAID = re.compile(r"\s*[^\s#]")
_ITEM = re.compile(r"\s*[\"'{\[]")
_ITEM_END = re.compile(r"[\"'}\]]\s*(#[^\"']*)?$")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
_TOO_DEEP = "is nested too deeply"
_IN_QUOTES = 'put the words in double quotes: "..."'
_AS_DATE = "write it like 2026-11-22"


class _Cause(NamedTuple):
    """A usual reason: patterns for what the parser says and for the line it names."""

    said: str
    line: str
    message: str
    remedy: str


_VALUE = r"\s*[\w.\"'-]+\s*=\s*"
_CAUSES = (
    _Cause(
        "",
        "[<=>]{7}",
        "has a mark of a merge that was not finished",
        "keep one of the two versions and delete the marks",
    ),
    _Cause(
        "",
        "[^\"'#]*[“”„‘’«»]",
        "has curly quotation marks",
        'write straight ones: "..."',
    ),
    _Cause(
        "hex value|Unescaped",
        "",
        "has a backslash in double quotes",
        "put it in single quotes: '...'",
    ),
    _Cause("overwrite|declare|mutate", "", "is there twice", "delete one of the two"),
    _Cause(
        "array",
        "",
        "is in a list that is not complete",
        'look there and above for a missing comma, " or ]',
    ),
    _Cause(
        "",
        _VALUE + r"\d+,\d+\s*$",
        "has a number with a comma",
        "write it with a point: 47.6",
    ),
    _Cause(
        "Invalid value",
        f"(?i){_VALUE}(yes|no|on|off|true|false)\\b",
        "is neither true nor false",
        "write true or false, in small letters",
    ),
    _Cause("", _VALUE + r"[^\W\d]", "has words without quotation marks", _IN_QUOTES),
    _Cause(
        "string|Illegal character",
        "",
        "has quotation marks that are not closed",
        "end the words with the mark they begin with",
    ),
    _Cause(
        "newline or end",
        "",
        "goes on after its value",
        'put all of the value in one pair of quotation marks: "..."',
    ),
    _Cause(
        "",
        _VALUE + "(#.*)?$",
        "has no value",
        "write one in quotation marks; all after a # is a remark",
    ),
    _Cause("", r"\s*\[", "is no heading", "write it in brackets: [clinic]"),
    _Cause(
        "",
        "",
        "cannot be understood",
        'look there and above for a missing comma, " or ]',
    ),
)


def toml_mistake(error: "tomllib.TOMLDecodeError", text: str) -> EntryError:
    """Return the first mistake in a TOML text, and its line."""
    lines = text.splitlines() or [""]
    place = _PLACE.search(str(error))
    number = min(int(place[1]) if place and place[1] else len(lines), len(lines))
    said, line = _PLACE.sub("", str(error)), lines[number - 1]
    if "array" in said and (above := _without_comma(lines, number)):
        return EntryError("this line has no comma at its end", "write one", line=above)
    cause = next(
        it for it in _CAUSES if re.search(it.said, said) and re.match(it.line, line)
    )
    return EntryError(f"this line {cause.message}", cause.remedy, line=number)


def _without_comma(lines: Sequence[str], number: int) -> int:
    """Return the line above an item of a list, if it is an item without a comma."""
    above = [it for it in range(1, number) if _SAID.match(lines[it - 1])]
    if not above or not _ITEM.match(lines[number - 1]):
        return 0
    return above[-1] if _ITEM_END.search(lines[above[-1] - 1]) else 0


def yaml_mistake(
    error: "yaml.YAMLError | ValueError", text: str, first_line: int
) -> EntryError:
    """Return the first mistake in a YAML text that begins on `first_line` of its file.

    A `ValueError` is of a date: the parser makes them itself.
    """
    lines = text.splitlines() or [""]
    if isinstance(error, ValueError):
        wrong = (number for number, line in enumerate(lines) if _has_no_date(line))
        line = first_line + next(wrong, 0)
        return EntryError("this line has a date that is none", _AS_DATE, line=line)
    mark = getattr(error, "problem_mark", None)
    line = first_line + min(mark.line if mark else 0, len(lines) - 1)
    said = str(getattr(error, "problem", "")) if mark else "character"
    message, remedy = _yaml_cause(said)
    return EntryError(f"this line {message}", remedy, line=line)


def nested_too_deeply(line: int) -> EntryError:
    """Return the mistake of brackets in YAML that hold brackets that hold brackets."""
    return EntryError(f"this line {_TOO_DEEP}", _IN_QUOTES, line=line)


def _yaml_cause(said: str) -> tuple[str, str]:
    if "tab" in said:
        return "is indented with a tab", "use spaces"
    if "nesting" in said:
        return _TOO_DEEP, _IN_QUOTES
    return (
        "cannot be understood without quotation marks",
        'put what is after the first colon in double quotes: "..."',
    )


def _has_no_date(line: str) -> bool:
    try:
        for found in _DATE.findall(line):
            date.fromisoformat(found)
    except ValueError:
        return True
    return False
