"""Say each symptom, factor and rule of the checklist in one plain sentence."""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.baseline import SignedRow
from kiosk.content.packs import Pack
from kiosk.domain.triage import Checklist, Factor, Level, Need, Rule, Symptom

LEVEL_NAMES: Mapping[Level, str] = {
    Level.EMERGENCY: "Emergency",
    Level.SAME_DAY: "Same day",
    Level.ROUTINE: "Routine",
    Level.INFORMATION: "Information",
}


class Sentences:
    """The sentences of a checklist, with the words of its answers in one language."""

    def __init__(self, checklist: Checklist, pack: Pack) -> None:
        self._checklist = checklist
        self._pack = pack
        self._all = frozenset(symptom.id for symptom in checklist.symptoms)
        self._groups = {
            frozenset(s.id for s in checklist.symptoms if s.group == group): group
            for group in checklist.groups
        }

    def rows(self) -> dict[str, SignedRow]:
        """Return every row of the checklist with its sentence, by its id."""
        checklist, none = self._checklist, Level.INFORMATION
        rows = {s.id: SignedRow(s.level, self.symptom(s)) for s in checklist.symptoms}
        rows |= {f.id: SignedRow(none, self.factor(f)) for f in checklist.factors}
        return rows | {r.id: SignedRow(r.level, self.rule(r)) for r in checklist.rules}

    def symptom(self, symptom: Symptom) -> str:
        """Say what a symptom means on its own."""
        return f"{LEVEL_NAMES[symptom.level]}, for {self._answer(symptom.id)} alone."

    def factor(self, factor: Factor) -> str:
        """Say what a factor does to the level of others."""
        said = self._answer(factor.id)
        if factor.raises:
            return f"One level higher than otherwise, with {said}."
        return f"No level of its own, for {said}: it matters in rules alone."

    def rule(self, rule: Rule) -> str:
        """Say when a rule applies."""
        needs = ", together with ".join(map(self._need, rule.needs))
        return f"{LEVEL_NAMES[rule.level]}, for {needs}."

    def _need(self, need: Need) -> str:
        single = frozenset[str]().union(*need.choices)
        are_single = all(len(choice) == 1 for choice in need.choices)
        if need.at_least == 1:
            return self._choice(single) if are_single else self._any(need.choices)
        if are_single and (group := self._groups.get(single)):
            return f"at least {need.at_least} symptoms of {self._group(group)}"
        return f"at least {need.at_least} of these: {self._listed(need.choices)}"

    def _listed(self, choices: Iterable[frozenset[str]]) -> str:
        return "; ".join(self._choice(choice) for choice in choices)

    def _any(self, choices: Iterable[frozenset[str]]) -> str:
        return " or ".join(self._choice(choice) for choice in choices)

    def _choice(self, choice: frozenset[str]) -> str:
        """Return what meets a choice: a group or most symptoms by one name."""
        if choice == self._all:
            return "any symptom"
        if group := self._groups.get(choice):
            return f"any symptom of {self._group(group)}"
        left_out = self._all - choice
        if choice < self._all and len(left_out) < len(choice):
            return f"any symptom but {self._either(left_out)}"
        return self._either(choice)

    def _either(self, answers: frozenset[str]) -> str:
        return " or ".join(self._answer(name) for name in self._in_order(answers))

    def _in_order(self, answers: frozenset[str]) -> Iterator[str]:
        ids = [symptom.id for symptom in self._checklist.symptoms]
        ids += [factor.id for factor in self._checklist.factors]
        return (name for name in ids if name in answers)

    def _answer(self, name: str) -> str:
        return f"“{self._pack.answers[name]}”"

    def _group(self, name: str) -> str:
        return f"“{self._pack.groups[name]}”"
