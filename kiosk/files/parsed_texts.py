"""Keep the tables that a start parses, so that the next start parses none of them.

Parsing the TOML of one language takes 30 ms, and importing YAML's parser as long. The
tables are found by the whole text that they were made of: a text in which one letter is
another is parsed. They are kept beside the state until the first picture is painted;
after that there are none, and every text is parsed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from sys import version
from typing import Any
from zlib import crc32

import msgspec
from msgspec import Raw, Struct, field

from kiosk.files.text_files import read_bytes, write_whole

NAME = "parsed-texts"
_MOST_BYTES = 4_000_000
_CHECKSUM_BYTES = 4

_Table = dict[str, Any]


class Markup(StrEnum):
    """What a text is written in, and so which parser made a table of it."""

    TOML = "toml"
    YAML = "yaml"


class _Kept(Struct):
    """The tables of texts, packed; `made_by` is the Python that parsed them."""

    made_by: str = field(default_factory=lambda: version)
    tables: dict[Markup, dict[str, Raw]] = field(default_factory=dict)


class ParsedTexts:
    """The tables of a start's texts, kept in the folder that `begin` names."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._before = _Kept()
        self._now = _Kept()

    def begin(self, folder: Path) -> None:
        """Use the tables kept in `folder` until `end`; those damaged are not used."""
        self._file = folder / NAME
        self._before = _kept_in(self._file)
        self._now = _Kept()

    def end(self) -> None:
        """Keep the tables of this start for the next one, if they are other ones."""
        file, self._file = self._file, None
        before, now = self._before, self._now
        self._before = self._now = _Kept()
        if file and before != now:
            with suppress(OSError):  # on a full disk each start parses them
                _write(file, msgspec.msgpack.encode(now))

    def table(
        self, markup: Markup, text: str, parse: Callable[[str], _Table]
    ) -> _Table:
        """Return a new table of `text`: the kept one, or what `parse` makes of it."""
        if not self._file:
            return parse(text)
        if kept := self._before.tables.get(markup, {}).get(text):
            self._now.tables.setdefault(markup, {})[text] = kept
            return _unpacked(kept)
        table = parse(text)
        with suppress(TypeError, OverflowError, RecursionError):
            self._now.tables.setdefault(markup, {})[text] = _packed(table)
        return table


parsed_texts = ParsedTexts()
"""Those of this program: what a parser makes of a text is the same in all of it."""


def _kept_in(file: Path) -> _Kept:
    """Return the tables in a file; none of a file that is damaged or of another day."""
    with suppress(OSError, ValueError, msgspec.MsgspecError):
        data = read_bytes(file, _MOST_BYTES)
        checksum, packed = data[:_CHECKSUM_BYTES], data[_CHECKSUM_BYTES:]
        if checksum == _checksum(packed):
            kept = msgspec.msgpack.decode(packed, type=_Kept)
            return kept if kept.made_by == version else _Kept()
    return _Kept()


def _write(file: Path, packed: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(0o600)  # the settings have the PIN's hash
    write_whole(file, _checksum(packed) + packed)


def _checksum(packed: bytes) -> bytes:
    return crc32(packed).to_bytes(_CHECKSUM_BYTES)


_TIMES: Mapping[int, type[date] | type[time]] = {1: datetime, 2: date, 3: time}
"""What msgpack has no type for, by the number of its extension."""


def _packed(table: _Table) -> Raw:
    """Return a table as msgpack; raises `TypeError` for what is not given back."""
    return Raw(msgspec.msgpack.encode(_with_times(table)))


def _with_times(value: object) -> object:
    if type(value) is dict:
        return {key: _with_times(it) for key, it in value.items()}
    if type(value) is list:
        return [_with_times(it) for it in value]
    for number in _numbers_of(type(value)):
        return msgspec.msgpack.Ext(number, str(value).encode())
    if type(value) not in (str, int, float, bool, type(None)):
        raise TypeError(value)
    return value


def _numbers_of(kind: type) -> Iterator[int]:
    return (number for number, it in _TIMES.items() if it is kind)


def _unpacked(packed: Raw) -> _Table:
    table: _Table = _DECODER.decode(packed)
    return table


def _time(number: int, data: memoryview) -> object:
    return _TIMES[number].fromisoformat(bytes(data).decode())


_DECODER = msgspec.msgpack.Decoder(ext_hook=_time)
