"""Make a checklist of its table, with mistakes or without: never a less urgent one.

A level that cannot be read is what is nearest to it, or was before, whichever is the
more urgent; an emergency where neither is known. Where a whole row cannot be read, all
rows that were there before are there. `checklist_rules` does the same for rules.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

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
_OWN = tuple(level for level in Level if level is not Level.INFORMATION)


class ChecklistReading:
    """One pass through a checklist's table; `wrong` and `doubts` are found on the way.

    `lost` has the places that could not be read at all; `last_good` returns the
    checklist that counts for what is left open. With `is_cut` lines are missing.
    """

    def __init__(
        self,
        table: Mapping[str, object],
        lost: frozenset[str],
        last_good: Callable[[], Checklist | None],
        *,
        is_cut: bool = False,
    ) -> None:
        self.wrong, self.doubts = Mistakes(), Mistakes()
        self._reader = RowReader(self.wrong, self.doubts, lost)
        self._table = dict(table)
        self._last_good = last_good
        self._has_lost_rows = is_cut
        self._listed: list[str] = []
        self._groups: list[str] = []
        self._symptoms: dict[str, Symptom] = {}
        self._factors: dict[str, Factor] = {}

    def checklist(self) -> Checklist | None:
        """Return the checklist; None where there is nothing to ask about."""
        tables = self._tables()
        file, doubtful = self._reader.row(self._table, ChecklistRow, "")
        self._has_lost_rows |= bool(doubtful - {"groups"})
        self._listed = self._each_once(file.groups)
        self._groups = [*self._listed]
        for at, row in tables["symptoms"]:
            self._add_symptom(row, at)
        for at, row in tables["factors"]:
            self._add_factor(row, at)
        self._check_topics()
        self._check_doubts_of_factors()
        if self._has_lost_rows:
            self._restore()
        if not self._symptoms:
            return None
        groups = tuple(self._groups)
        symptoms = tuple(self._symptoms.values())
        factors = tuple(self._factors.values())
        reading = RuleReading(
            self._reader, groups, symptoms, factors, lambda: self._before
        )
        rules = reading.rules(tables["rules"], with_all_before=self._has_lost_rows)
        return Checklist(groups, symptoms, factors, rules)

    def _tables(self) -> Mapping[str, list[tuple[str, object]]]:
        """Return the rows of each table with their places, also those of near names."""
        tables: dict[str, list[tuple[str, object]]] = {it: [] for it in _TABLES}
        for key, value in self._table.items():
            name = key if key in tables else nearest(key, _TABLES)
            rows = value if isinstance(value, list) else [value]
            if name:
                tables[name] += ((f"{key}[{at}]", row) for at, row in enumerate(rows))
        return tables

    @cached_property
    def _before(self) -> Checklist | None:
        return self._last_good()

    def _each_once(self, groups: Iterable[str]) -> list[str]:
        for group, count in Counter(groups).items():
            if count > 1:
                message = f"the same group twice: {group}"
                self.wrong.add(EntryError(message, "delete one", key="groups"))
        return list(dict.fromkeys(groups))

    def _add_symptom(self, raw: object, at: str) -> None:
        row, doubtful = self._reader.row(raw, SymptomRow, at)
        self._has_lost_rows |= "id" in doubtful
        if not row.id:
            return
        symptom = Symptom(
            row.id,
            self._group(row, at),
            self._level(row, at, is_lost="level" in doubtful),
            Grounds(row.why, row.sources),
            row.asked_first,
        )
        if other := self._symptoms.get(row.id):
            self._refuse_id(row.id, at)
            symptom = replace(other, level=max(other.level, symptom.level))
        self._symptoms[row.id] = symptom

    def _level(self, row: SymptomRow, at: str, *, is_lost: bool) -> Level:
        def before() -> Level | None:
            symptom = self._symptom_before(row.id)
            return symptom.level if symptom else None

        place = "" if is_lost else f"{at}.level"
        return self._reader.level(row.level, _OWN, before, place)

    def _group(self, row: SymptomRow, at: str) -> str:
        """Return a symptom's group: a listed one, or else one of its own."""
        if row.group in self._listed:
            return row.group
        known = self._listed
        group = ""
        if row.group and known:
            group = self._reader.name(row.group, known, f"{at}.group")
        before = self._symptom_before(row.id) if not group else None
        group = group or (before.group if before else row.group) or self._any_group()
        if group not in self._groups:
            self._groups.append(group)
        return group

    def _any_group(self) -> str:
        return self._groups[-1] if self._groups else "other"

    def _symptom_before(self, name: str) -> Symptom | None:
        symptoms = self._before.symptoms if self._before else ()
        return next((it for it in symptoms if it.id == name), None)

    def _refuse_id(self, name: str, at: str) -> None:
        """Collect that an id is there twice: a row that should have it is lost."""
        message = f"the same id twice: {name}"
        self.wrong.add(EntryError(message, "give each its own", key=f"{at}.id"))
        self._has_lost_rows = True

    def _add_factor(self, raw: object, at: str) -> None:
        row, doubtful = self._reader.row(raw, FactorRow, at)
        self._has_lost_rows |= "id" in doubtful
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
            row.topic or self._topic_before(row.id),
            Grounds(row.why, row.sources),
            raises=row.raises,
            asked=row.asked,
            unsure_of=row.unsure_of,
        )

    def _topic_before(self, name: str) -> str:
        factors = self._before.factors if self._before else ()
        there = (*(it for it in factors if it.id == name), *self._factors.values())
        return next((it.topic for it in there), "other")

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

    def _restore(self) -> None:
        """Bring back each symptom and factor that was there before and is not."""
        if not self._before:
            return
        there = {*self._symptoms, *self._factors}
        for symptom in self._before.symptoms:
            if symptom.id not in there:
                self._symptoms[symptom.id] = symptom
                self._groups += {symptom.group}.difference(self._groups)
        for factor in self._before.factors:
            if factor.id not in there:
                self._factors[factor.id] = factor
