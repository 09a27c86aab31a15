"""Write into a TOML text, and leave every other line and comment as it is."""

import re
from collections.abc import Mapping, Sequence

from kiosk.files.parsing import parse_toml

_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_BREAKS = {code: f"\\u{code:04x}" for code in (0x2028, 0x2029, 0xFEFF)}
_ESCAPED = {**_CONTROLS, **_BREAKS, ord('"'): r"\"", ord("\\"): r"\\"}
_HEADER = re.compile(r"^\s*\[", re.MULTILINE)


def quoted(text: str) -> str:
    """Return a text in quotation marks, as TOML and YAML both read it."""
    return f'"{text.translate(_ESCAPED)}"'


def written(value: object) -> str:
    """Return a text, true or false, or a list or table of them, as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        inner = (f"{key} = {written(each)}" for key, each in value.items())
        return f"{{ {', '.join(inner)} }}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(written, value))}]"
    raise TypeError(f"no TOML for {value!r}")


def with_value(text: str, table: str, key: str, value: object) -> str:
    """Return the text with `key` of `[table]` set; `table` is empty for the top.

    A line of the key is replaced; where there is none, one is added below the others.
    Raises `ValueError` where it would be read otherwise.
    """
    start, end = _span(text, table)
    body = text[start:end]
    line = f"{key} = {written(value)}"
    there = re.compile(rf"^{re.escape(key)}[ \t]*=.*$", re.MULTILINE)
    if there.search(body):
        body = there.sub(lambda _: line, body, count=1)
    else:
        body = _added(body, line)
    changed = f"{text[:start]}{body}{text[end:]}"
    read = parse_toml(changed)
    for name in filter(None, table.split(".")):
        read = read[name]
    if read.get(key) != value:
        raise ValueError(f"{key} cannot be set by itself; write it: {line}")
    return changed


def with_row(text: str, name: str, row: Mapping[str, object]) -> str:
    """Return the text with a new `[[name]]` below the last one there is."""
    block = "".join(f"{key} = {written(value)}\n" for key, value in row.items())
    block = f"\n[[{name}]]\n{block}"
    heads = [*re.finditer(rf"^\[\[{re.escape(name)}\]\][ \t]*$", text, re.MULTILINE)]
    if not heads:
        return f"{text.rstrip()}\n{block}"
    last = heads[-1].end()
    after = re.compile(r"^[ \t]*$|^\[", re.MULTILINE).search(text, last + 1)
    end = after.start() if after else len(text)
    before = text[:end] if text[:end].endswith("\n") else f"{text[:end]}\n"
    return f"{before}{block}{text[end:]}"


def with_item(text: str, key: str, item: str, after: str = "") -> str:
    """Return the text with another text in the list `key` at its top, after `after`.

    Raises `ValueError` where there is no such list.
    """
    found = re.search(rf"^{re.escape(key)}\s*=\s*\[(.*?)\]", text, re.MULTILINE | re.S)
    if not found:
        raise ValueError(
            f"there is no list {key!r}; write it: {key} = [{quoted(item)}]"
        )
    start, end = found.span(1)
    items = parse_toml(f"{key} = [{text[start:end]}]")[key]
    place = items.index(after) + 1 if after in items else len(items)
    items.insert(place, item)
    lines = "\n" in text[start:end]
    if not lines and len(items) * 12 < 88:
        listed = ", ".join(map(quoted, items))
    else:
        listed = "\n" + "".join(f"    {quoted(each)},\n" for each in items)
    return f"{text[:start]}{listed}{text[end:]}"


def _span(text: str, table: str) -> tuple[int, int]:
    """Return where the lines of a table begin and end; a new table at the end."""
    start = 0
    if table:
        head = re.compile(rf"^\[{re.escape(table)}\][^\n]*\n", re.MULTILINE)
        found = head.search(text)
        if not found:
            raise ValueError(f"there is no [{table}]; write it on a line of its own")
        start = found.end()
    after = _HEADER.search(text, start)
    return start, after.start() if after else len(text)


def _added(body: str, line: str) -> str:
    """Return lines with one more, above the empty lines and comments at their end."""
    lines = body.split("\n")
    place = len(lines)
    while place and (not lines[place - 1].strip() or lines[place - 1][0] == "#"):
        place -= 1
    lines.insert(place, line)
    return "\n".join(lines)
