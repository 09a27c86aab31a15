"""Read the rows of a checklist however they are written, for no less than they say.

What is clear in spite of a slip is used as it is meant: a name that is nearly right,
one word in place of a list. A flag that is neither true nor false counts as true, for
each of them asks more or raises more.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct, convert
from msgspec.structs import fields

from kiosk.domain.triage import Level
from kiosk.errors import EntryError
from kiosk.files.parsing import Mistakes, check_known, typed

_Names = tuple[str, ...]
_NEAR = 0.75
"""How like a name another must be to be meant, as `difflib` counts."""


class SymptomRow(Struct):
    """One of `[[symptoms]]`."""

    id: str = ""
    group: str = ""
    level: str = ""
    why: str = ""
    sources: _Names = ()
    asked_first: bool = False


class FactorRow(Struct):
    """One of `[[factors]]`."""

    id: str = ""
    topic: str = ""
    why: str = ""
    sources: _Names = ()
    raises: bool = False
    asked: bool = False
    unsure_of: str = ""


class NeedRow(Struct):
    """One of a rule's `needs`."""

    answers: _Names = ()
    groups: _Names = ()
    within: str = ""
    any_symptom_but: _Names | None = None
    at_least: int = 1


class RuleRow(Struct):
    """One of `[[rules]]`."""

    id: str = ""
    level: str = ""
    needs: list[object] = []
    why: str = ""
    sources: _Names = ()


class ChecklistRow(Struct):
    """The whole file."""

    groups: _Names = ()
    symptoms: list[object] = []
    factors: list[object] = []
    rules: list[object] = []


_REQUIRED: Mapping[type, _Names] = {
    SymptomRow: ("id", "group", "level", "why"),
    FactorRow: ("id", "topic", "why"),
    RuleRow: ("id", "level", "needs", "why"),
    ChecklistRow: ("groups", "symptoms"),
    NeedRow: (),
}

_R = TypeVar("_R", SymptomRow, FactorRow, NeedRow, RuleRow, ChecklistRow)


class RowReader(Struct, frozen=True):
    """Collect what is `wrong`, and in `doubts` what has no meaning.

    `lost` has the place of each entry that cannot be read or is there twice.
    """

    wrong: Mistakes
    doubts: Mistakes
    lost: frozenset[str]

    def row(self, raw: object, kind: type[_R], at: str) -> tuple[_R, frozenset[str]]:
        """Return a row, and the keys that may not be as they were meant.

        A flag that was lost counts as true.
        """
        if not isinstance(raw, dict):
            self.wrong.attempt(at, typed, raw, kind)
            return kind(), frozenset(it.name for it in fields(kind))
        known = {it.encode_name: it.type for it in fields(kind)}
        doubtful = self._lost_keys(known, at)
        right: dict[str, object] = {it: True for it in doubtful if known[it] is bool}
        for place, name, value in self._named(raw, known, at):
            if place != _joined(at, name):
                doubtful.add(name)
            if place in self.lost or (place != _joined(at, name) and name in raw):
                continue
            right[name], is_right = self._value(value, known[name], place)
            doubtful |= set() if is_right else {name}
        missing = {*_REQUIRED[kind]}.difference(right, doubtful)
        for key in sorted(missing):
            self.wrong.add(EntryError("is missing", "add it", key=_joined(at, key)))
        there = {key: value for key, value in right.items() if value is not None}
        return convert(there, kind), frozenset(doubtful | missing)

    def _lost_keys(self, known: Collection[str], at: str) -> set[str]:
        """Return the keys of a row that its lost entries had."""
        places = (place.rpartition(".") for place in self.lost)
        keys = (key for outer, _, key in places if outer == at)
        return {key if key in known else nearest(key, known) for key in keys} - {""}

    def name(self, said: str, known: Collection[str], place: str) -> str:
        """Return a name that is known, or the one it is nearest to, or else nothing."""
        if said in known:
            return said
        self.wrong.attempt(place, check_known, said, known, "")
        return nearest(said, known)

    def level(self, said: str, known: Collection[Level], place: str) -> Level:
        """Return a level; of one that is unreadable the nearest, or an emergency.

        `place` is empty where it is known already that it is unreadable.
        """
        keys = {level.key: level for level in known}
        if said in keys:
            return keys[said]
        if place:
            self.wrong.attempt(place, check_known, said, keys, "")
        if said == Level.INFORMATION.key:
            return min(known)
        return keys.get(nearest(said, keys), Level.EMERGENCY)

    def _named(
        self, raw: Mapping[str, object], known: Mapping[str, object], at: str
    ) -> Iterator[tuple[str, str, object]]:
        """Yield each entry with its place and its key as meant; one may come twice."""
        for key, value in raw.items():
            place = _joined(at, key)
            name = key if key in known else nearest(key, known)
            if name:
                if name != key:
                    self.wrong.attempt(place, check_known, key, known, "")
                yield place, name, value
            else:
                remedy = "delete it, or begin its line with #"
                wrong = EntryError("has no meaning here", remedy, key=place)
                (self.doubts if at else self.wrong).add(wrong)

    def _value(self, value: object, kind: Any, place: str) -> tuple[object, bool]:  # noqa: ANN401 - a type
        """Return a value as it is meant, and whether it is written so."""
        if self.wrong.attempt(place, typed, value, kind) is not None:
            return value, True
        return _meant(value, kind), False


def _meant(value: object, kind: object) -> object:
    """Return what a value of another kind must mean, or None."""
    meant: object = None
    if kind in (_Names, _Names | None):
        said = value if isinstance(value, list) else [value]
        meant = [it for it in said if isinstance(it, str)]
    elif kind == list[object] and isinstance(value, dict):
        meant = [value]
    elif kind is int and isinstance(value, str) and value.strip().isdecimal():
        meant = int(value)
    return True if kind is bool else meant


def nearest(name: str, known: Collection[str]) -> str:
    """Return the one of `known` that is nearly `name`, or nothing."""
    from difflib import get_close_matches

    plain = {each.lower().replace("_", "-"): each for each in sorted(known)}
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    found = get_close_matches(wanted, plain, n=1, cutoff=_NEAR)
    return plain[found[0]] if found else ""


def _joined(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key
