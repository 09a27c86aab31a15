"""Change the bytes and the structure of a file at random, from one number each time."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch

from benchmarks.spoiled_content import TOKENS

MOST_BYTES = 200_000
_MOST_CHANGES = 6
_REPEATS = (2, 3, 10, 100, 3_000)
_DEPTHS = (2, 5, 50, 1_000, 20_000)


class Kind(StrEnum):
    """What is fuzzed: a kind of file, or a part of one."""

    MARKDOWN = "markdown"
    FRONT_MATTER = "front-matter"
    SETTINGS = "settings"
    CHECKLIST = "checklist"
    PACKS = "packs"


FILES: Mapping[Kind, str] = {
    Kind.MARKDOWN: "content/*.md",
    Kind.FRONT_MATTER: "content/*.md",
    Kind.SETTINGS: "clinic.toml",
    Kind.CHECKLIST: "content/checklist.toml",
    Kind.PACKS: "content/*/pack.toml",
}
_MARKDOWN = (
    *("# ", "## ", "###### ", "> ", "1. ", "* ", "+ ", "- ", "- [ ] ", "***", "~~"),
    *(
        "```\n",
        "~~~",
        "$$",
        "|a|b|\n|-|-|\n",
        "![](signs/tension.svg) ",
        "[^1]",
        "[x]: y",
    ),
    *(
        "<script>",
        "<img src=x>",
        "<!",
        "<?",
        "&#0;",
        "&#x110000;",
        "\\\n",
        "  \n",
        "\r",
    ),
    *(
        "!!! same-day",
        "!!! see-home",
        "??? x",
        "=== ",
        "::: ",
        "{: .x}",
        "{get_help_now}",
    ),
)
_YAML = (
    *("? ", "- ", "&a ", "*a", "!!python/object:os.system ", "!!binary ", "|\n", ">\n"),
    *("{a: ", "[a, ", "<<: *a", "%YAML 1.2", "--- ", "...", "~", "null", "yes", "0o17"),
    *("2026-02-30", "1e999", ".nan", "12:30:45", "title: ", "source_hash: ", "\t"),
)
_TOML = (
    *('"""', "'''", "[a.b]", "[[a]]", "{a = 1}", "a.b = 1", '"" = 1', "[", "]]", "="),
    *("1e999", "nan", "inf", "0x7fffffffffffffffffff", "1979-05-27T07:32:00Z", "25:61"),
    *("true", "[[[[", "\\u0000", "\\ud800", "[clinic]", "[[rules]]", "[advice]", "# "),
    *("level = ", "levels = ", "any = ", "all = ", "id = ", "name = ", "format = 9"),
)
_OWN: Mapping[Kind, tuple[str, ...]] = {
    Kind.MARKDOWN: _MARKDOWN,
    Kind.FRONT_MATTER: _YAML,
    Kind.SETTINGS: _TOML,
    Kind.CHECKLIST: _TOML,
    Kind.PACKS: _TOML,
}
_NESTED = (
    "[",
    "{",
    "(",
    "> ",
    "- ",
    "*",
    "_",
    "`",
    "!",
    "![",
    "<",
    '"',
    "a.",
    "\t",
    "é\u0301",
)


def names_of(kind: Kind, names: list[str]) -> list[str]:
    """Return the files of a clinic that have something of a kind."""
    return [it for it in names if fnmatch(it, FILES[kind])]


@dataclass(frozen=True, slots=True)
class Fuzz:
    """Changes of one file that follow from `seed` alone."""

    name: str
    kind: Kind
    seed: str

    def spoiled(self, data: bytes) -> bytes:
        """Return the file's bytes with some changes in them."""
        chance = random.Random(self.seed)
        before, part, after = _split(data, self.kind)
        for _ in range(chance.randint(1, _MOST_CHANGES)):
            part = chance.choice(_CHANGES)(part, chance, self.kind)[:MOST_BYTES]
        return before + part + after


def _split(data: bytes, kind: Kind) -> tuple[bytes, bytes, bytes]:
    """Return what of a file is changed, between what is left as it is."""
    if kind not in (Kind.MARKDOWN, Kind.FRONT_MATTER):
        return b"", data, b""
    head, line, body = data.partition(b"\n---\n")
    if kind is Kind.MARKDOWN:
        return head + line, body, b""
    return b"", head, line + body


def _token(chance: random.Random, kind: Kind) -> bytes:
    """Return a few letters that mean something, or any one letter."""
    if chance.random() < 0.2:
        return chr(chance.randrange(0x110000)).encode("utf-8", "surrogatepass")
    return chance.choice((*TOKENS, *_OWN[kind])).encode("utf-8", "surrogatepass")


def _span(data: bytes, chance: random.Random) -> slice:
    start = chance.randint(0, len(data))
    return slice(start, start + chance.choice((0, 1, 2, 8, 40, 300, 2_000)))


def _flip(data: bytes, chance: random.Random, _: Kind) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, chance: random.Random, kind: Kind) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + _token(chance, kind) + data[at:]


def _exchange(data: bytes, chance: random.Random, kind: Kind) -> bytes:
    span = _span(data, chance)
    return data[: span.start] + _token(chance, kind) + data[span.stop :]


def _remove(data: bytes, chance: random.Random, _: Kind) -> bytes:
    span = _span(data, chance)
    return data[: span.start] + data[span.stop :]


def _repeat(data: bytes, chance: random.Random, _: Kind) -> bytes:
    span = _span(data, chance)
    piece = data[span] * chance.choice(_REPEATS)
    return data[: span.start] + piece + data[span.start :]


def _nest(data: bytes, chance: random.Random, kind: Kind) -> bytes:
    at = chance.randint(0, len(data))
    mark = chance.choice((*_NESTED, *_OWN[kind])).encode("utf-8", "surrogatepass")
    return data[:at] + mark * chance.choice(_DEPTHS) + data[at:]


def _cut(data: bytes, chance: random.Random, _: Kind) -> bytes:
    return data[: chance.randint(0, len(data))]


def _move_line(data: bytes, chance: random.Random, _: Kind) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"".join(lines)


def _drop_line(data: bytes, chance: random.Random, _: Kind) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _double_line(data: bytes, chance: random.Random, _: Kind) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    line = chance.choice(lines)
    lines[lines.index(line)] = line * chance.choice(_REPEATS)
    return b"".join(lines)


def _indent(data: bytes, chance: random.Random, _: Kind) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    start = chance.randrange(len(lines))
    space = chance.choice((b" ", b"    ", b"\t", b"> ", b"# ", b"\xe2\x80\x83"))
    for at in range(start, min(len(lines), start + chance.randint(1, 9))):
        lines[at] = space + lines[at]
    return b"".join(lines)


def _other_value(data: bytes, chance: random.Random, kind: Kind) -> bytes:
    """Put something else behind the equals sign or the colon of a line."""
    lines = data.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    for sign in (b"=", b":"):
        key, found, _rest = lines[at].partition(sign)
        if found:
            lines[at] = key + sign + b" " + _token(chance, kind) + b"\n"
            break
    return b"".join(lines)


def _write_otherwise(data: bytes, chance: random.Random, _: Kind) -> bytes:
    """Return it with other line ends, a mark, or in another coding."""
    text = data.decode("utf-8", "replace")
    return chance.choice(
        (
            data.replace(b"\n", b"\r\n"),
            data.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + data,
            text.encode("utf-16"),
            text.encode("latin-1", "replace"),
            data.upper(),
            data[::-1],
        )
    )


_CHANGES: tuple[Callable[[bytes, random.Random, Kind], bytes], ...] = (
    *(_flip, _insert, _insert, _exchange, _exchange, _remove, _repeat, _nest),
    *(_move_line, _drop_line, _double_line, _indent, _other_value, _other_value),
    *(_cut, _write_otherwise),
)
