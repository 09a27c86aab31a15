"""Assess a visitor's answers: how soon they need help, why, and may they book.

The rules live in a file that clinicians can read; `kiosk.files.checklist` loads
it. This module only decides which of them win. Every rule can raise a level and
none can lower one: a need is met by having enough answers, never by lacking one.
"""

from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import Self

from msgspec import Struct


class Level(IntEnum):
    """How soon someone needs help, least urgent first."""

    INFORMATION = 0
    ROUTINE = 1
    SAME_DAY = 2
    EMERGENCY = 3

    @property
    def key(self) -> str:
        """The level's public name, as files and the command line spell it."""
        return self.name.lower().replace("_", "-")

    @classmethod
    def of(cls, key: str) -> Self:
        """Return the level with this public name, or raise `ValueError`."""
        for level in cls:
            if level.key == key:
                return level
        known = ", ".join(level.key for level in cls)
        raise ValueError(f"unknown level {key!r}; expected one of {known}")

    def raised(self) -> "Level":
        """Return the next level up; with nothing to raise, or no higher, itself."""
        if self in (Level.INFORMATION, Level.EMERGENCY):
            return self
        return Level(self + 1)


class Grounds(Struct, frozen=True):
    """Why a rule exists, in words for clinicians, and the ids of its sources."""

    why: str
    sources: tuple[str, ...] = ()


class Symptom(Struct, frozen=True):
    """Something a visitor may have noticed. Alone it gives its own level."""

    id: str
    group: str
    level: Level
    grounds: Grounds
    asked_first: bool = False

    def __post_init__(self) -> None:
        if self.level is Level.INFORMATION:
            raise ValueError(f"symptom {self.id!r} needs a level of its own")


class Factor(Struct, frozen=True):
    """A circumstance, which matters above all together with a symptom.

    One that is `asked` has a question of its own once there is a symptom. `unsure_of`
    is the factor that somebody who answers this one is not sure of.
    """

    id: str
    topic: str
    grounds: Grounds
    raises: bool = False
    asked: bool = False
    unsure_of: str = ""


class Need(Struct, frozen=True):
    """At least so many of these choices; a choice is met by any of its answers."""

    choices: tuple[frozenset[str], ...]
    at_least: int = 1

    def __post_init__(self) -> None:
        if not 0 < self.at_least <= len(self.choices):
            raise ValueError(f"'at_least' must be between 1 and {len(self.choices)}")

    def met_by(self, answers: frozenset[str]) -> bool:
        """Return whether enough choices were answered; more answers never unmeet it."""
        return sum(not answers.isdisjoint(c) for c in self.choices) >= self.at_least


class Rule(Struct, frozen=True):
    """A level that applies as soon as all needs are met."""

    id: str
    level: Level
    needs: tuple[Need, ...]
    grounds: Grounds

    def __post_init__(self) -> None:
        if not self.needs:
            raise ValueError(f"rule {self.id!r} has no needs: it would always apply")

    def applies_to(self, answers: frozenset[str]) -> bool:
        """Return whether these answers meet every need."""
        return all(need.met_by(answers) for need in self.needs)


class Reason(Struct, frozen=True):
    """One symptom, rule or factor that led to a level."""

    id: str
    level: Level
    grounds: Grounds


class Assessment(Struct, frozen=True):
    """How soon a visitor needs help, and everything that led to it."""

    level: Level = Level.INFORMATION
    reasons: tuple[Reason, ...] = ()

    @property
    def may_book(self) -> bool:
        """Whether booking is offered: no code leads away from an emergency."""
        return self.level is not Level.EMERGENCY

    @property
    def takes_whole_screen(self) -> bool:
        """Whether the advice is shown in place of the page, not beside it."""
        return self.level is Level.EMERGENCY


class Checklist(Struct, frozen=True, dict=True):
    """A complete set of questions and rules, the same in every language.

    Raises `ValueError` for an id that is there twice or is not known.
    """

    groups: tuple[str, ...]
    symptoms: tuple[Symptom, ...]
    factors: tuple[Factor, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def answers(self) -> frozenset[str]:
        """Every id that a visitor can touch."""
        symptoms = frozenset(symptom.id for symptom in self.symptoms)
        return symptoms.union(factor.id for factor in self.factors)

    def __post_init__(self) -> None:
        named = [s.id for s in self.symptoms] + [f.id for f in self.factors]
        named += [r.id for r in self.rules]
        if twice := sorted({name for name in named if named.count(name) > 1}):
            raise ValueError(f"the same id twice: {', '.join(twice)}")
        factors = {factor.id for factor in self.factors}
        for factor in self.factors:
            if factor.unsure_of and factor.unsure_of not in factors:
                raise ValueError(f"{factor.id!r} is unsure of {factor.unsure_of!r}")
        for rule in self.rules:
            choices = chain.from_iterable(need.choices for need in rule.needs)
            if unknown := sorted(frozenset[str]().union(*choices) - self.answers):
                raise ValueError(f"rule {rule.id!r} names unknown {unknown[0]!r}")

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of the factors, in order."""
        return tuple(dict.fromkeys(factor.topic for factor in self.factors))

    @property
    def asked(self) -> tuple[str, ...]:
        """The factors that have a question of their own, in order."""
        return tuple(factor.id for factor in self.factors if factor.asked)

    def in_group(self, group: str) -> tuple[Symptom, ...]:
        """Return the symptoms of a group, in order, without those asked first."""
        return tuple(s for s in self.symptoms if s.group == group and not s.asked_first)

    def assess(self, answers: frozenset[str]) -> Assessment:
        """Return the highest level any rule gives; more answers never lower it.

        Raises `ValueError` for an answer that is not on the list: an answer that
        was not understood must not pass for one that does not matter.
        """
        if unknown := answers - self.answers:
            raise ValueError(f"unknown answers: {', '.join(sorted(unknown))}")
        reasons = self._reasons(answers)
        return Assessment(_highest(reasons), reasons)

    def raised_by(self, answers: frozenset[str]) -> frozenset[str]:
        """Return the factors of which any one, if it were touched too, would raise."""
        level = _highest(self._reasons(answers))
        added = ((f.id, self._reasons(answers | {f.id})) for f in self.factors)
        return frozenset(name for name, reasons in added if _highest(reasons) > level)

    def _reasons(self, answers: frozenset[str]) -> tuple[Reason, ...]:
        """Return everything that applies: symptoms, rules, then what raised them.

        Raising factors act once, together, on the highest level of the rest.
        """
        applying = (*self._own(answers), *self._ruled(answers))
        highest = _highest(applying)
        raisers = (f for f in self.factors if f.raises and f.id in answers)
        if highest.raised() is highest:
            return applying
        raised = (Reason(f.id, highest.raised(), f.grounds) for f in raisers)
        return (*applying, *raised)

    def _own(self, answers: frozenset[str]) -> Iterator[Reason]:
        return (
            Reason(s.id, s.level, s.grounds) for s in self.symptoms if s.id in answers
        )

    def _ruled(self, answers: frozenset[str]) -> Iterator[Reason]:
        return (
            Reason(r.id, r.level, r.grounds)
            for r in self.rules
            if r.applies_to(answers)
        )


def _highest(reasons: tuple[Reason, ...]) -> Level:
    return max((reason.level for reason in reasons), default=Level.INFORMATION)
