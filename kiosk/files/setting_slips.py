"""Leave out settings that are wrong, and put right those whose meaning is clear.

Each wrong one keeps its default. A name in other letters, or a number without quotation
marks, is understood: a clinic must not lose its emergency number for that.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct, convert
from msgspec.structs import fields

from kiosk.errors import EntryError
from kiosk.files.parsing import Mistakes, typed
from kiosk.files.settings_tables import Translated

_S = TypeVar("_S", bound=Struct)


def usable_entries(
    table: Mapping[str, object], kind: type[_S], wrong: Mistakes, doubts: Mistakes
) -> _S:
    """Return the usable entries of a table as a `kind`.

    `wrong` collects the others, `doubts` those that are used and should be rewritten.
    """
    return convert(_Slips(wrong, doubts).usable(table, kind), kind)


class _Slips(Struct, frozen=True):
    wrong: Mistakes
    doubts: Mistakes

    def usable(
        self, table: Mapping[str, object], kind: type[Struct], at: str = ""
    ) -> dict[str, object]:
        known: dict[str, Any] = {it.encode_name: it.type for it in fields(kind)}
        right: dict[str, object] = {}
        for place, name, value in self._named(table, known, at):
            if name not in known:
                self.wrong.attempt(place, _refuse, name, known)
                continue
            meant = self._meant(value, known[name], place)
            if meant is not None:
                right[name] = meant
        return right

    def _named(
        self, table: Mapping[str, object], known: Mapping[str, object], at: str
    ) -> Iterator[tuple[str, str, object]]:
        """Yield each entry with its place and its name as it should be written.

        `[Clinic]` above `[clinic.hours]` is one table with it.
        """
        right = {name: value for name, value in table.items() if name in known}
        places = {name: f"{at}.{name}" if at else name for name in table}
        for name, value in table.items():
            plain = name.strip().lower().replace("-", "_").replace(" ", "_")
            there = right.get(plain, {})
            if name in right or plain not in known or not isinstance(there, dict):
                right.setdefault(name, value)
                continue
            message = "is understood, but not how it is written"
            wrong = EntryError(message, f'write "{plain}"', key=places[name])
            self.doubts.add(wrong)
            places.setdefault(plain, places[name])
            right[plain] = {**value, **there} if isinstance(value, dict) else value
        for name, value in right.items():
            yield places[name], name, value

    def _meant(self, value: object, kind: Any, place: str) -> object:  # noqa: ANN401 - a type
        """Return a value as it is meant, or None where it is wrong."""
        if isinstance(value, dict) and kind == Translated:
            return {
                language: said
                for language, said in value.items()
                if self.wrong.attempt(f"{place}.{language}", typed, said, str)
                is not None
            }
        if isinstance(value, dict) and _is_table(kind):
            return self.usable(value, kind, place)
        if kind is str and isinstance(value, int) and not isinstance(value, bool):
            message, remedy = "is a number", 'put it in double quotes: "..."'
            self.doubts.add(EntryError(message, remedy, key=place))
            return str(value)
        return self.wrong.attempt(place, typed, value, kind)


def _is_table(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _refuse(name: str, known: Mapping[str, object]) -> None:
    from kiosk.files.type_mistakes import similar

    raise EntryError("there is no such setting", similar(name, known))
