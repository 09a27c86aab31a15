"""Find the lines that the keys of a TOML or YAML file are on.

Their parsers do not say. This looks only once something is wrong, so that a message
can name the line; a key that is not found has that of the table it belongs to.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.errors import EntryError, FileError
from kiosk.files.text_files import read_text
from kiosk.files.yaml_tables import check_depth

_WORD = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_DOTTED = rf"{_WORD}(?:\s*\.\s*{_WORD})*"
_HEADING = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*(?:\]|#|$)")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_FIELD = re.compile(r"\s*([\w-]+)\s*:(?:\s|$)")
_INNERMOST = re.compile(r"(\.[^.\[]*|\[\d+\])$")


def lines_of_keys(
    path: Path, read: Callable[[Path], str] = read_text
) -> Mapping[str, int]:
    """Return the line of each key in a file, such as `clinic.name`, counted from 1.

    A file that `read` cannot return the text of has none.
    """
    with suppress(OSError, ValueError, RecursionError, FileError):
        text = read(path)
        found = _in_yaml(text) if path.suffix == ".md" else _in_toml(text)
        return {_small(name): line for name, line in reversed([*found.items()])}
    return {}


_LONGEST = 2_000
"""Letters of a key that are looked at: one key may be as long as its file."""


def line_of(key: str, lines: Mapping[str, int]) -> int:
    """Return the line of `key`, or of the table it belongs to, or else 0.

    `[Clinic]` is the table `clinic`.
    """
    key = _small(key[:_LONGEST])
    while key and key not in lines:
        shorter = _INNERMOST.sub("", key)
        key = shorter if shorter != key else ""
    return lines.get(key, 0)


def _small(key: str) -> str:
    return key.lower().replace("-", "_")


def _in_toml(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    rows: Counter[str] = Counter()
    table = ""
    for number, line in _outside_long_texts(text):
        if heading := _HEADING.match(line):
            table = _plain(heading[2])
            if heading[1] == "[[":
                lines.setdefault(table, number)
                rows[table] += 1
                table = f"{table}[{rows[table] - 1}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            inner = _plain(key[1])
            lines.setdefault(f"{table}.{inner}" if table else inner, number)
    return lines


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not begin inside three quotation marks."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        marks = line.count('"""') + line.count("'''")
        inside ^= marks % 2 == 1


def _plain(dotted: str) -> str:
    return ".".join(word.strip("\"'") for word in re.split(r"\s*\.\s*", dotted))


def _in_yaml(text: str) -> dict[str, int]:
    """Return the lines of the front matter's keys; its first line is the page's 2nd."""
    import yaml

    front = text.split("\n---", 1)[0]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with suppress(yaml.YAMLError, EntryError):
        check_depth(front, first_line=2)
        node = yaml.compose(front, loader)
        if isinstance(node, yaml.MappingNode):
            keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
            return {key.value: key.start_mark.line + 1 for key in keys}
    lines = enumerate(front.splitlines(), 1)
    fields = ((number, _FIELD.match(line)) for number, line in lines)
    return {key[1]: number for number, key in fields if key}
