"""Hashes of texts: they change with every word, and not with blank lines.

Eight digits of a checksum will do, as nothing is gained by deceiving it; `hashlib`
would bring 3.4 MiB of OpenSSL into the memory of every kiosk.
"""

from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

NOT_APPROVED = ("approved_by", "approved_on", "approved_hash", "source_hash", "draft")
"""The keys of front matter that are no part of what a clinician approves."""

_FENCE = "---"


def page_hash(text: str) -> str:
    """Return the hash of a page, without the keys that an approval is not about."""
    lines = text.splitlines()
    fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE]
    end = fences[1] if len(fences) > 1 and fences[0] == 0 else 0
    kept = [*_without_keys(lines[:end]), *lines[end:]]
    return text_hash("\n".join(without_blank_runs(kept)))


def table_hash(table: Mapping[str, object], but: Iterable[str] = ()) -> str:
    """Return the hash of what a file of tables says, without its keys `but`.

    Comments, blank lines and the order of keys are no part of it.
    """
    left_out = frozenset(but)
    kept = {key: value for key, value in table.items() if key not in left_out}
    return text_hash(_canonical(kept))


def text_hash(text: str) -> str:
    """Return eight digits that change with `text`."""
    return f"{crc32(text.encode()):08x}"


def without_blank_runs(lines: Iterable[str]) -> list[str]:
    """Return lines with one blank line for several, and none at either end.

    Whether there is one at all matters to Markdown; how many there are does not.
    """
    kept: list[str] = []
    for line in map(str.rstrip, lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


def _without_keys(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of front matter but for those of the keys left out."""
    is_left_out = False
    for line in lines:
        if line[:1].strip():
            is_left_out = line.partition(":")[0].rstrip() in NOT_APPROVED
        if not is_left_out:
            yield line


def _canonical(value: object) -> str:
    if isinstance(value, Mapping):
        rows = sorted(f"{key!r}:{_canonical(each)}" for key, each in value.items())
        return f"{{{','.join(rows)}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_canonical, value))}]"
    return repr(value)
