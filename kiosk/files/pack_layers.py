"""Find each word of a language where it is: in its own pack, or else in another.

A word that a translation lacks is that of the source language. One that the source
lacks too is that of the pack which came with the program, of the same language if there
is one, and in English if not. Words of another language are kept apart, and have the
clinic's terms in theirs.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from kiosk.content.bidi import isolated, runs_right_to_left
from kiosk.content.placeholders import fill
from kiosk.content.words import Advice
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.errors import EntryError
from kiosk.files.pack_file import LINES, PackFile, read_pack_file
from kiosk.files.pack_words import (
    FILLED_LATER,
    HELP_TERMS,
    Way,
    check_terms,
    clinic_terms,
    filled,
)
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import read_bytes

_TABLES_OF_WAY = {
    Way.OPEN: ("help.open",),
    Way.CLOSED: ("help.closed",),
    Way.AWAY: ("help.away", "help.closed"),
}
_WAYS = ("help.closed", "help.open", "help.away")
_LOCAL = ("your_local_emergency_number", "your_local_out_of_hours")
_WESTERN_DIGITS = "0123456789"
_LAST = "en"


class Layer(Struct, frozen=True, kw_only=True, dict=True):
    """The words of one pack, and those of `others` in the place of what it lacks.

    `source` is that of the language which this one translates.
    """

    file: PackFile
    clinic: Clinic
    way: Way
    others: Callable[[], Iterator["Layer"]]
    source: "Layer | None" = None

    @cached_property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        said = self._said("direction")
        return said == "rtl" if said else runs_right_to_left(self.name)

    @property
    def name(self) -> str:
        """The language's own name."""
        return self._said("name") or self.file.language

    @property
    def digits(self) -> str:
        """The ten digits that the language writes numbers with."""
        return self._said("digits") or _WESTERN_DIGITS

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """What each term in braces stands for, in this language."""
        return self.own_terms | {name: self._help(name) for name in self.help_names}

    @cached_property
    def own_terms(self) -> dict[str, str]:
        """The terms that the clinic sets."""
        local = {name: self._raw("strings", name) for name in _LOCAL}
        return clinic_terms(self.clinic, local, rtl=self.rtl)

    @cached_property
    def help_names(self) -> tuple[str, ...]:
        """The terms that stand for a way to help."""
        names = [name for table in _WAYS for name in self.file.words.get(table, {})]
        theirs = self.source.help_names if self.source else HELP_TERMS
        taken = {*self.own_terms, *FILLED_LATER}
        return tuple(it for it in dict.fromkeys((*theirs, *names)) if it not in taken)

    @cached_property
    def mistakes(self) -> Mapping[str, EntryError]:
        """What is wrong with words that are there, by their place in the file."""
        found = {}
        for table, words in self.file.words.items():
            if table.startswith("help.") and table not in _WAYS:
                continue  # nothing is taken from it
            checks = {key: partial(self._check, table, key) for key in words}
            if words and table.startswith("advice."):
                checks[LINES] = partial(self._check_lines, table)
            for key, check in checks.items():
                try:
                    check()
                except EntryError as error:
                    found[f"{table}.{key}"] = error.under(f"{table}.{key}")
        return found

    def own(self, table: str, key: str) -> str:
        """Return a word of the pack itself, as it is written; empty for none."""
        text = self.file.words.get(table, {}).get(key, "")
        return "" if f"{table}.{key}" in self.mistakes else text

    def word(self, table: str, key: str) -> "tuple[str, Layer | None]":
        """Return a word with terms filled in, and whose it is; its key for none."""
        for layer in self.layers():
            if text := layer.own(table, key):
                return self.apart(fill(text, layer.terms), layer), layer
        text = key.replace("-", " ").replace("_", " ").capitalize()
        return isolated(text, rtl=self.rtl), None

    def advice(self, level: Level) -> "tuple[Advice, Layer]":
        """Return the advice of a level, and whose it is: all of it is of one pack."""
        layer = next(it for it in self.layers() if it.has_advice(level))
        table = f"advice.{level.key}"
        words = {
            key: self.apart(fill(layer.own(table, key), layer.terms), layer)
            for key in layer.file.words[table]
        }
        lines = tuple(text for key, text in words.items() if _is_line(key))
        return Advice(words["heading"], words["short"], lines), layer

    def has_advice(self, level: Level) -> bool:
        """Return whether the pack itself has all words of a level's advice."""
        table = f"advice.{level.key}"
        keys = ("heading", "short", f"{LINES}[0]", *self.file.words.get(table, {}))
        is_told = f"{table}.{LINES}" in self.mistakes
        return not is_told and all(self.own(table, key) for key in keys)

    def layers(self) -> "Iterator[Layer]":
        """Yield where words are looked for, this pack first."""
        yield self
        yield from self.others()

    def apart(self, text: str, layer: "Layer") -> str:
        """Return words of a layer, kept apart if they are of another language."""
        is_own = layer.file.language == self.file.language
        return text if is_own else isolated(text, rtl=self.rtl)

    def _said(self, key: str) -> str:
        same = (it for it in self.layers() if it.file.language == self.file.language)
        return next((str(it.file.head[key]) for it in same if key in it.file.head), "")

    def _raw(self, table: str, key: str) -> str:
        found = (it.file.words.get(table, {}).get(key, "") for it in self.layers())
        return next(filter(str.strip, found), "")

    def _help(self, name: str) -> str:
        for tables in (_TABLES_OF_WAY[self.way], _WAYS):
            places = ((it, table) for it in self.layers() for table in tables)
            for layer, table in places:
                if text := layer.own(table, name):
                    return self.apart(fill(text, layer.own_terms), layer)
        return ""

    def _check(self, table: str, key: str) -> None:
        text = self.file.words[table][key]
        if not text.strip():
            raise EntryError("this word is missing", "add it")
        is_help = table.startswith("help.")
        if is_help and key not in self.help_names:
            raise EntryError(f"{key!r} already means something", "rename it")
        names = () if is_help else self.help_names
        filled(text, {**self.own_terms, **dict.fromkeys(names, "")})
        if self.source:
            check_terms(text, self.source.file.words.get(table, {}).get(key, ""))

    def _check_lines(self, table: str) -> None:
        """Check that a translation's advice has as many lines as its source."""
        theirs = self.source.file.words.get(table, {}) if self.source else {}
        ours = self.file.words[table]
        count, wanted = (sum(map(_is_line, it)) for it in (ours, theirs))
        if wanted and count != wanted:
            raise EntryError(f"there are {count} lines", f"write {wanted}")


class PackLayers:
    """The layers of each language of the content `files`, made when asked for."""

    def __init__(
        self, files: Snapshot, source: str, clinic: Clinic, own_language: str, way: Way
    ) -> None:
        self._files = files
        self._source = source
        self._clinic = clinic
        self._own_language = own_language
        self._way = way
        self._made: dict[str, Layer] = {}
        self._shipped: dict[Path, Layer | None] = {}

    def of(self, language: str) -> Layer:
        """Return the words of a language of the content."""
        if language not in self._made:
            source = self.of(self._source) if language != self._source else None
            file = read_pack_file(self._files, language)
            self._made[language] = self._layer(file, source)
        return self._made[language]

    def _layer(self, file: PackFile, source: Layer | None) -> Layer:
        clinic = self._clinic.in_language(file.language, own=self._own_language)
        return Layer(
            file=file,
            clinic=clinic,
            way=self._way,
            others=lambda: self._others(file, source),
            source=source,
        )

    def _others(self, file: PackFile, source: Layer | None) -> Iterator[Layer]:
        """Yield what speaks for a pack, its own language first where all is lost."""
        theirs = [source] if source else []
        if any(file.words.values()):
            yield from theirs
            theirs = []
        for language in dict.fromkeys((file.language, self._source, _LAST)):
            path = _shipped_folder() / language / "pack.toml"
            if path != file.path and (shipped := self._shipped_layer(path)):
                yield shipped
            yield from theirs
            theirs = []

    def _shipped_layer(self, path: Path) -> Layer | None:
        """Return a pack that came with the program, if it is there."""
        if path not in self._shipped:
            there = path.is_file()
            files = {path: read_bytes(path)} if there else {}
            came = Snapshot(folder=_shipped_folder(), files=files)
            file = read_pack_file(came, path.parent.name)
            self._shipped[path] = self._layer(file, None) if there else None
        return self._shipped[path]


def _is_line(key: str) -> bool:
    return key.startswith(LINES)


def _shipped_folder() -> Path:
    return resources() / "content"
