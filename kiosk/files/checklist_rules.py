"""Read the rules of a checklist: one with a mistake never asks for more than it did.

It applies as far as it can be read, and also as it was before. A need that cannot be
read counts as met, if the rule has others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.domain.triage import (
    Checklist,
    Factor,
    Grounds,
    Level,
    Need,
    Rule,
    Symptom,
)
from kiosk.errors import EntryError
from kiosk.files.checklist_rows import NeedRow, RowReader, RuleRow


@dataclass(slots=True)
class RuleReading:
    """Read rules about these answers; `before` returns what a mistaken one was."""

    reader: RowReader
    groups: tuple[str, ...]
    symptoms: tuple[Symptom, ...]
    factors: tuple[Factor, ...]
    before: Callable[[], Checklist | None]
    _rules: dict[str, Rule] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def rules(
        self, rows: Iterable[tuple[str, object]], *, with_all_before: bool
    ) -> tuple[Rule, ...]:
        """Return the rules, and those of before that a mistake may have cost."""
        self._taken |= self._answers
        mistaken = {self._add(row, at) for at, row in rows}
        is_any_lost = with_all_before or "" in mistaken
        before = self.before() if is_any_lost or mistaken - {None} else None
        for rule in before.rules if before else ():
            is_lost = is_any_lost and rule.id not in self._rules
            if (is_lost or rule.id in mistaken) and _answers_of(rule) <= self._answers:
                name = self._new_id(rule.id)
                self._rules[name] = replace(rule, id=name)
        return tuple(self._rules.values())

    def _add(self, raw: object, at: str) -> str | None:
        """Add a rule; return its id if there is a mistake in it, or else None."""
        wrong = self.reader.wrong
        count = len(wrong.found)
        row, doubtful = self.reader.row(raw, RuleRow, at)
        needs = self._needs(row, at)
        place = "" if "level" in doubtful else f"{at}.level"
        level = self.reader.level(row.level, tuple(Level), lambda: None, place)
        if row.id in self._taken:
            message = f"the same id twice: {row.id}"
            wrong.add(EntryError(message, "give each its own", key=f"{at}.id"))
        if needs:
            name = self._new_id(row.id or "rule")
            grounds = Grounds(row.why, row.sources)
            self._rules[name] = Rule(name, level, needs, grounds)
        is_right = needs and len(wrong.found) == count and not doubtful
        return None if is_right else row.id

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
        count = len(self.reader.wrong.found)
        row, _ = self.reader.row(raw, NeedRow, at)
        choices = tuple(self._choices(row, at))
        if not choices:
            if len(self.reader.wrong.found) == count:
                remedy = "write answers, groups, within or any_symptom_but"
                self.reader.wrong.add(EntryError("says nothing", remedy, key=at))
            return None
        at_least = min(max(row.at_least, 1), len(choices))
        if at_least != row.at_least and len(self.reader.wrong.found) == count:
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
        number = 2
        new = name
        while new in self._taken:
            new, number = f"{name}-{number}", number + 1
        self._taken.add(new)
        return new


def _answers_of(rule: Rule) -> frozenset[str]:
    choices = (choice for need in rule.needs for choice in need.choices)
    return frozenset[str]().union(*choices)
