"""Cut a page or a pack of words into passages: what a person edits at a time.

A passage is a paragraph, one point of a list, a heading, the head of a card, a table,
or one entry of front matter or of a pack. It knows its lines in the file, so that it
can be replaced and every other byte stays.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

_POINT = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_ALONE = re.compile(r"\s*(?:#{1,6}\s|!!!|\||<)")
_ENTRY = re.compile(r"""\s*[\w."'-]+\s*[=:](?:\s|$)""")
_INDENT = re.compile(r"[ \t]*")
_END = re.compile(r"\r?\n")


class Passage(Struct, frozen=True):
    """Some lines of a file, counted from 1, both ends included.

    `indent` is what every line of it begins with; `text` is without it.
    """

    path: Path
    first: int
    last: int
    text: str
    indent: str = ""

    def with_text(self, text: str) -> "Passage":
        """Return the passage once it is written so."""
        count = len(text.splitlines())
        return replace(self, text=text, last=self.first + max(count, 1) - 1)

    def replaced_in(self, whole: str, text: str) -> str:
        """Return the file's text with `text` in place of this passage."""
        lines = whole.splitlines(keepends=True)
        end = next(iter(_END.findall(whole)), "\n")
        ends_line = lines[self.last - 1].endswith("\n") if lines else True
        new = [f"{self.indent}{it}" if it.strip() else "" for it in text.splitlines()]
        put = end.join(new) + (end if ends_line and new else "")
        return "".join((*lines[: self.first - 1], put, *lines[self.last :]))


def passages_of(path: Path, text: str) -> list[Passage]:
    """Return the passages of a file, from the top; empty lines are in none."""
    lines = _lines(text)
    is_page = path.suffix.lower() == ".md"
    starts = _page_starts(lines) if is_page else _table_starts(lines)
    return [_passage(path, lines, *span) for span in _spans(lines, list(starts))]


def passage_at(path: Path, text: str, line: int) -> Passage:
    """Return the lines around one that is wrong, as they are written.

    That is all between two empty lines, or the nearest such lines above.
    """
    lines = _lines(text) or [""]
    first = min(max(line, 1), len(lines))
    while first > 1 and not lines[first - 1].strip():
        first -= 1
    last = first
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return Passage(path, first, last, "\n".join(lines[first - 1 : last]))


def _lines(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in text.splitlines(keepends=True)]


def _page_starts(lines: Sequence[str]) -> Iterator[int]:
    """Yield the index of each line of a page that begins a passage."""
    fences = [index for index, line in enumerate(lines) if line.strip() == "---"][:2]
    head_ends = fences[1] if len(fences) > 1 and fences[0] == 0 else -1
    for index, line in enumerate(lines):
        before = lines[index - 1] if index > head_ends + 1 else ""
        if index <= head_ends:
            if _ENTRY.match(line) and not line[0].isspace():
                yield index
        elif line.strip() and _begins(line, before):
            yield index


def _begins(line: str, before: str) -> bool:
    """Return whether a line of a body begins a passage, after the line `before`."""
    if line.lstrip().startswith("|"):
        return not before.lstrip().startswith("|")
    is_marked = _POINT.match(line) or _ALONE.match(line)
    return bool(is_marked or _ALONE.match(before) or not before.strip())


def _table_starts(lines: Sequence[str]) -> Iterator[int]:
    """Yield the index of each line of a pack that begins an entry."""
    for index, line in enumerate(lines):
        if _ENTRY.match(line) and not line.lstrip().startswith("#"):
            yield index


def _spans(lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each passage: it ends before an empty line."""
    for start, beyond in zip(starts, (*starts[1:], len(lines)), strict=True):
        last = start
        while last + 1 < beyond and _goes_on(lines[last + 1]):
            last += 1
        yield start, last


def _goes_on(line: str) -> bool:
    stripped = line.strip()
    is_header = stripped.startswith("[") and stripped.endswith("]") and "," not in line
    return bool(stripped) and not stripped.startswith(("---", "#")) and not is_header


def _passage(path: Path, lines: Sequence[str], first: int, last: int) -> Passage:
    own = lines[first : last + 1]
    margins = [_INDENT.match(line) for line in own]
    indent = min((it[0] for it in margins if it), key=len)
    text = "\n".join(line[len(indent) :] for line in own)
    return Passage(path, first + 1, last + 1, text, indent)
