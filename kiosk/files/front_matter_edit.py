"""Write keys into the front matter of a page, and leave all other bytes as they are.

A byte order mark, the ends of lines and comments stay; only the lines of the keys
differ.
"""

import re
from collections.abc import Mapping

from kiosk.errors import EntryError

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BOM = b"\xef\xbb\xbf"
_FENCE = b"---"
_COMMENT = re.compile(rb"""\s+#.*|\A#.*""")
_QUOTED = re.compile(rb"""\s*(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')""")


def with_keys(data: bytes, values: Mapping[str, str]) -> bytes:
    """Return a page with these values, each as YAML writes it, in its front matter.

    A key that is there is written where it is, any other one after the last of `values`
    that is there, or else at the end. Raises `EntryError` where there is no front
    matter.
    """
    lines = [line for line in _LINE.findall(data) if line]
    end = _end_of_front_matter(lines)
    place = end
    for key, value in values.items():
        found = _lines_of(lines[:end], key)
        if found:
            first, last = found
            lines[first:last] = [_rewritten(lines[first], key, value)]
            end -= last - first - 1
            place = first + 1
        else:
            new = f"{key}: {value}".encode() + _line_end(lines[0])
            lines.insert(place, new)
            end += 1
            place += 1
    return b"".join(lines)


def _end_of_front_matter(lines: list[bytes]) -> int:
    """Return the index of the line that closes the front matter."""
    begins = bool(lines) and lines[0].removeprefix(_BOM).strip() == _FENCE
    ends = (at for at, line in enumerate(lines) if at and line.rstrip() == _FENCE)
    end = next(ends, 0)
    if not begins or not end:
        message = "there is no front matter"
        raise EntryError(message, 'begin with it between two lines of "---"', line=1)
    return end


def _lines_of(lines: list[bytes], key: str) -> tuple[int, int] | None:
    """Return the first line of a key, and the one after the last that belongs to it."""
    starts = re.compile(rb"%b[ \t]*:(?:[ \t]|[\r\n]|\Z)" % re.escape(key).encode())
    first = next((at for at, line in enumerate(lines) if starts.match(line)), None)
    if first is None:
        return None
    last = first + 1
    while last < len(lines) and lines[last][:1] in (b" ", b"\t"):
        last += 1
    return first, last


def _rewritten(line: bytes, key: str, value: str) -> bytes:
    """Return the line of a key with another value; its comment stays."""
    written = line.rstrip(b"\r\n")
    after = written.partition(b":")[2]
    quoted = _QUOTED.match(after)
    comment = _COMMENT.search(after, quoted.end() if quoted else 0)
    kept = comment[0] if comment else b""
    return f"{key}: {value}".encode() + kept + line[len(written) :]


def _line_end(line: bytes) -> bytes:
    return line[len(line.rstrip(b"\r\n")) :]
