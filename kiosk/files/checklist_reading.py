"""Make a checklist of its table, with mistakes or without.

A level that cannot be read is the nearest, or an emergency. `checklist` sees to it that
no advice is less urgent than before a mistake.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from kiosk.domain.triage import Checklist, Factor, Grounds, Level, Symptom
from kiosk.errors import EntryError
from kiosk.files.checklist_rows import (
    ChecklistRow,
    FactorRow,
    RowReader,
    SymptomRow,
    nearest,
)
from kiosk.files.checklist_rules import RuleReading
from kiosk.files.parsing import Mistakes

_TABLES = ("symptoms", "factors", "rules")
_GROUPS = "groups"
_DECIDES_NOTHING = {"why", "sources", "topic", "asked", "asked_first", _GROUPS}
_OWN = tuple(level for level in Level if level is not Level.INFORMATION)


class ChecklistReading:
    """One pass through a checklist's table; `wrong` and `doubts` are found on the way.

    `lost` has the places that could not be read at all.
    """

    def __init__(self, table: Mapping[str, object], lost: frozenset[str]) -> None:
        self.wrong, self.doubts = Mistakes(), Mistakes()
        self._reader = RowReader(self.wrong, self.doubts, lost)
        self._table = dict(table)
        self._listed: list[str] = []
        self._groups: list[str] = []
        self._symptoms: dict[str, Symptom] = {}
        self._factors: dict[str, Factor] = {}

    def checklist(self) -> Checklist | None:
        """Return what can be read of the checklist; None if nothing can be asked."""
        tables = self._tables()
        file, _ = self._reader.row(self._table, ChecklistRow, "")
        self._listed = self._each_once(file.groups)
        self._groups = [*self._listed]
        for at, row in tables["symptoms"]:
            self._add_symptom(row, at)
        for at, row in tables["factors"]:
            self._add_factor(row, at)
        self._check_topics()
        self._check_doubts_of_factors()
        if not self._symptoms:
            return None
        groups = tuple(self._groups)
        symptoms = tuple(self._symptoms.values())
        factors = tuple(self._factors.values())
        reading = RuleReading(self._reader, groups, symptoms, factors)
        return Checklist(groups, symptoms, factors, reading.rules(tables["rules"]))

    @property
    def is_grave(self) -> bool:
        """Whether a mistake may have cost something that decides on advice."""
        found = (*self.wrong.found, *self.doubts.found)
        keys = (error.key.rpartition(".")[2] for error in found)
        return bool(self._reader.lost) or not {*keys} <= _DECIDES_NOTHING

    def _tables(self) -> Mapping[str, list[tuple[str, object]]]:
        """Return the rows of each table with their places, also those of near names."""
        tables: dict[str, list[tuple[str, object]]] = {it: [] for it in _TABLES}
        for key, value in self._table.items():
            is_known = key in tables or key == _GROUPS
            name = key if is_known else nearest(key, _TABLES)
            rows = value if isinstance(value, list) else [value]
            if name in tables:
                tables[name] += ((f"{key}[{at}]", row) for at, row in enumerate(rows))
        return tables

    def _each_once(self, groups: Iterable[str]) -> list[str]:
        for group, count in Counter(groups).items():
            if count > 1:
                message = f"the same group twice: {group}"
                self.wrong.add(EntryError(message, "delete one", key="groups"))
        return list(dict.fromkeys(groups))

    def _add_symptom(self, raw: object, at: str) -> None:
        row, doubtful = self._reader.row(raw, SymptomRow, at)
        if not row.id:
            return
        level_place = "" if "level" in doubtful else f"{at}.level"
        symptom = Symptom(
            row.id,
            self._group(row, at),
            self._reader.level(row.level, _OWN, level_place),
            Grounds(row.why, row.sources),
            row.asked_first,
        )
        if other := self._symptoms.get(row.id):
            self._refuse_id(row.id, at)
            symptom = replace(other, level=max(other.level, symptom.level))
        self._symptoms[row.id] = symptom

    def _group(self, row: SymptomRow, at: str) -> str:
        """Return a symptom's group: a listed one, or else one of its own."""
        if row.group in self._listed:
            return row.group
        known = self._listed
        group = ""
        if row.group and known:
            group = self._reader.name(row.group, known, f"{at}.group")
        group = group or row.group or self._any_group()
        if group not in self._groups:
            self._groups.append(group)
        return group

    def _any_group(self) -> str:
        return self._groups[-1] if self._groups else "other"

    def _refuse_id(self, name: str, at: str) -> None:
        """Collect that an id is there twice."""
        message = f"the same id twice: {name}"
        self.wrong.add(EntryError(message, "give each its own", key=f"{at}.id"))

    def _add_factor(self, raw: object, at: str) -> None:
        row, _ = self._reader.row(raw, FactorRow, at)
        if not row.id:
            return
        if symptom := self._symptoms.get(row.id):
            self._refuse_id(row.id, at)
            level = Level.EMERGENCY if row.raises else symptom.level
            self._symptoms[row.id] = replace(symptom, level=level)
            return
        if other := self._factors.get(row.id):
            self._refuse_id(row.id, at)
            self._factors[row.id] = replace(other, raises=row.raises or other.raises)
            return
        self._factors[row.id] = Factor(
            row.id,
            row.topic or self._any_topic(),
            Grounds(row.why, row.sources),
            raises=row.raises,
            asked=row.asked,
            unsure_of=row.unsure_of,
        )

    def _any_topic(self) -> str:
        return next((it.topic for it in self._factors.values()), "other")

    def _check_topics(self) -> None:
        """Put a topic that one factor alone has with another that it nearly is."""
        counts = Counter(it.topic for it in self._factors.values())
        usual = [topic for topic, count in counts.items() if count > 1]
        for factor in [*self._factors.values()]:
            if factor.topic in usual or not (near := nearest(factor.topic, usual)):
                continue
            message = f"no other factor has the topic {factor.topic!r}"
            key = f"{self._place(factor.id)}.topic"
            self.wrong.add(EntryError(message, f'write "{near}"', key=key))
            self._factors[factor.id] = replace(factor, topic=near)

    def _check_doubts_of_factors(self) -> None:
        """Check that each factor somebody is not sure of is there."""
        for factor in [*self._factors.values()]:
            if factor.unsure_of and factor.unsure_of not in self._factors:
                place = f"{self._place(factor.id)}.unsure_of"
                name = self._reader.name(factor.unsure_of, self._factors, place)
                self._factors[factor.id] = replace(factor, unsure_of=name)

    def _place(self, name: str) -> str:
        """Return the place of the factor of this id."""
        rows = self._tables()["factors"]
        found = (
            at for at, row in rows if isinstance(row, dict) and row.get("id") == name
        )
        return next(found, "factors")
