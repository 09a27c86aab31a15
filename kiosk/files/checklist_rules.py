"""Read the rules of a checklist: each as far as it can be read, for no less.

A need that cannot be read counts as met, if the rule has others.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, count
from typing import Any

from msgspec import Struct, field

from kiosk.domain.triage import (
    Factor,
    Grounds,
    Level,
    Need,
    Rule,
    Symptom,
)
from kiosk.errors import EntryError
from kiosk.files.checklist_rows import NeedRow, RowReader, RuleRow


class RuleReading(Struct):
    """Read rules about these answers."""

    reader: RowReader
    groups: tuple[str, ...]
    symptoms: tuple[Symptom, ...]
    factors: tuple[Factor, ...]
    _rules: dict[str, Rule] = field(default_factory=dict)

    def rules(self, rows: Iterable[tuple[str, object]]) -> tuple[Rule, ...]:
        """Return the rules at these places."""
        for at, row in rows:
            self._add(row, at)
        return tuple(self._rules.values())

    def _add(self, raw: object, at: str) -> None:
        row, doubtful = self.reader.row(raw, RuleRow, at)
        needs = self._needs(row, at)
        place = "" if "level" in doubtful else f"{at}.level"
        level = self.reader.level(row.level, tuple(Level), place)
        if row.id in {*self._rules, *self._answers}:
            message = f"the same id twice: {row.id}"
            wrong = EntryError(message, "give each its own", key=f"{at}.id")
            self.reader.wrong.add(wrong)
        if needs:
            name = self._new_id(row.id or "rule")
            grounds = Grounds(row.why, row.sources)
            self._rules[name] = Rule(name, level, needs, grounds)

    def _needs(self, row: RuleRow, at: str) -> tuple[Need, ...]:
        needs = [
            self._need(need, f"{at}.needs[{place}]")
            for place, need in enumerate(row.needs)
        ]
        if not needs and f"{at}.needs" not in self.reader.lost:
            message = "needs nothing, so it does not count"
            self.reader.wrong.add(EntryError(message, "write its needs", key=at))
        return tuple(filter(None, needs))

    def _need(self, raw: object, at: str) -> Need | None:
        before = len(self.reader.wrong.found)
        row, _ = self.reader.row(raw, NeedRow, at)
        choices = tuple(self._choices(row, at))
        if not choices:
            if len(self.reader.wrong.found) == before:
                remedy = "write answers, groups, within or any_symptom_but"
                self.reader.wrong.add(EntryError("says nothing", remedy, key=at))
            return None
        at_least = min(max(row.at_least, 1), len(choices))
        if at_least != row.at_least and len(self.reader.wrong.found) == before:
            message = f"at_least must be between 1 and {len(choices)}"
            wrong = EntryError(message, f"write {at_least}", key=at)
            self.reader.wrong.add(wrong)
        return Need(choices, at_least)

    def _choices(self, row: NeedRow, at: str) -> Iterator[frozenset[str]]:
        for answer in self._known(row.answers, self._answers, f"{at}.answers"):
            yield frozenset({answer})
        for group in self._known(row.groups, self.groups, f"{at}.groups"):
            yield self._members(group)
        within = (row.within,) if row.within else ()
        for group in self._known(within, self.groups, f"{at}.within"):
            for symptom in sorted(self._members(group)):
                yield frozenset({symptom})
        if row.any_symptom_but is not None:
            symptoms = frozenset(it.id for it in self.symptoms)
            [*self._known(row.any_symptom_but, symptoms, f"{at}.any_symptom_but")]
            yield symptoms.difference(row.any_symptom_but)

    def _known(
        self, names: Iterable[str], known: Collection[str], place: str
    ) -> Iterator[str]:
        """Yield the names that are known, or what is nearest to the others."""
        found = (self.reader.name(name, known, place) for name in names)
        return filter(None, dict.fromkeys(found))

    def _members(self, group: str) -> frozenset[str]:
        return frozenset(it.id for it in self.symptoms if it.group == group)

    @property
    def _answers(self) -> frozenset[str]:
        rows: tuple[Any, ...] = (*self.symptoms, *self.factors)
        return frozenset(it.id for it in rows)

    def _new_id(self, name: str) -> str:
        """Return a name that no row has yet."""
        taken = {*self._rules, *self._answers}
        others = (f"{name}-{number}" for number in count(2))
        return next(it for it in chain((name,), others) if it not in taken)
