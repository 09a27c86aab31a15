"""Check the size of a page before it is parsed, so that none takes long to draw.

A window that lays out one huge page answers no touch. The limits are several
times what a page for patients needs, and a page of 20,000 words keeps them all.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from unicodedata import category

from msgspec import Struct

MOST_LETTERS = 300_000  # 20,000 words of German are 150,000
MOST_LINES = 5_000  # 20,000 words are 4,000: paragraphs of ten words, a line between
MOST_LEVELS = 20  # more than eight no longer fit the width of the screen
MOST_LINKS = 1_000  # and pictures; of brackets left open Markdown takes the square
MOST_STYLE_MARKS = 10_000  # "*", "_", "`" and "\\": 2,500 words in bold
MOST_CODE_MARKS = 2_000  # "`"; Markdown 3.5 takes the square of their number
MOST_ROWS = 300  # 15 screens; Qt lays a table out as a whole
MOST_COLUMNS = 20
MOST_CELLS = 10_000  # of all tables of a page
MOST_ACCENTS = 8  # on one letter: Arabic and Hebrew need up to four

_MARK = re.compile(r">|[*+:-](?=[ \t])|[0-9]{1,9}\.(?=[ \t])")
_PREFIX = re.compile(rf"(?:[ \t]|{_MARK.pattern})*+")
_DIVIDER = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1)*+[ \t]*")
_NO_LETTERS = re.compile(rf"[^\w\s]{{{MOST_ACCENTS + 1},}}")
_COLUMNS_OF_A_LEVEL = 4
_LONGEST_PREFIX = 1_000  # letters; a longer one is too long anyhow


class Excess(Struct, frozen=True):
    """Too much of something: `line` is the text of the line that has it."""

    line: str
    message: str


def first_excess(markdown: str) -> Excess | None:
    """Return the limit that a page's body exceeds, if any."""
    if len(markdown) > MOST_LETTERS:
        message = f"the page has over {MOST_LETTERS:,} letters; make two pages of it"
        return Excess(markdown[:80].split("\n")[0], message)
    lines = markdown.split("\n")
    checks = (_rows, _lines, _levels, _cells, _brackets, _code_marks, _style_marks)
    excesses = (check(lines) for check in (*checks, _accents))
    return next(chain.from_iterable(excesses), None)


def _lines(lines: Sequence[str]) -> Iterator[Excess]:
    if len(lines) > MOST_LINES:
        message = f"the page has over {MOST_LINES:,} lines; make two pages of it"
        yield Excess(lines[MOST_LINES], message)


def _levels(lines: Sequence[str]) -> Iterator[Excess]:
    """Yield lines that begin with too many marks of quotes and lists, or far in."""
    for line in lines:
        prefix = _PREFIX.match(line, 0, _LONGEST_PREFIX)
        if not prefix or prefix.end() <= MOST_LEVELS or _DIVIDER.fullmatch(line):
            continue
        marks = len(_MARK.findall(line, 0, prefix.end() + 1))
        spaces = len(_MARK.sub("", prefix[0]).expandtabs(_COLUMNS_OF_A_LEVEL))
        if marks > MOST_LEVELS or spaces > MOST_LEVELS * _COLUMNS_OF_A_LEVEL:
            message = f"over {MOST_LEVELS} quotes or lists in each other; move it out"
            yield Excess(line, message)


def _brackets(lines: Sequence[str]) -> Iterator[Excess]:
    """Yield lines after too many brackets, for each may begin a link or a picture."""
    message = f"over {MOST_LINKS:,} links and pictures; make two pages of it"
    yield from _more_than(MOST_LINKS, "[<", lines, message)


def _style_marks(lines: Sequence[str]) -> Iterator[Excess]:
    message = f"over {MOST_STYLE_MARKS:,} signs of * _ ` \\; make two pages of it"
    yield from _more_than(MOST_STYLE_MARKS, "*_`\\", lines, message)


def _code_marks(lines: Sequence[str]) -> Iterator[Excess]:
    message = f"over {MOST_CODE_MARKS:,} signs of `; delete them"
    yield from _more_than(MOST_CODE_MARKS, "`", lines, message)


def _cells(lines: Sequence[str]) -> Iterator[Excess]:
    message = f"tables of over {MOST_CELLS:,} cells; make two pages of it"
    yield from _more_than(MOST_CELLS, "|", lines, message)


def _more_than(
    most: int, letters: str, lines: Sequence[str], message: str
) -> Iterator[Excess]:
    """Yield lines after too many of some letters."""
    count = 0
    for line in lines:
        count += sum(map(line.count, letters))
        if count > most:
            yield Excess(line, message)


def _rows(lines: Sequence[str]) -> Iterator[Excess]:
    """Yield the first line of tables that are too long or too wide."""
    first = rows = 0
    for number, line in enumerate(lines):
        if "|" not in line:
            rows = 0
            continue
        first = first if rows else number
        rows += 1
        if rows == 2 and _is_separator(line) and line.count("|") > MOST_COLUMNS + 1:
            message = f"a table of over {MOST_COLUMNS} columns; make two tables of it"
            yield Excess(lines[first], message)
        if rows > MOST_ROWS + 2 and _is_separator(lines[first + 1]):
            message = f"a table of over {MOST_ROWS} rows; make two tables of it"
            yield Excess(lines[first], message)


def _is_separator(line: str) -> bool:
    """Return whether a line is the one below the headings of a table."""
    return "-" in line and not line.strip(" \t>|:-")


def _accents(lines: Sequence[str]) -> Iterator[Excess]:
    """Yield lines with too many accents on one letter."""
    for line in lines:
        runs = () if line.isascii() else _NO_LETTERS.finditer(line)
        if any(_is_stack(run[0]) for run in runs):
            message = f"over {MOST_ACCENTS} accents on one letter; delete them"
            yield Excess(line, message)


def _is_stack(marks: str) -> bool:
    """Return whether more of these marks in a row are accents than are allowed."""
    accents = "".join("^" if category(mark)[0] == "M" else " " for mark in marks)
    return max(map(len, accents.split()), default=0) > MOST_ACCENTS
