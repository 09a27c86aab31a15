"""Print the level of a case and the rules behind it, or all rules as one sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Self

from kiosk.content.pages import Source
from kiosk.domain.triage import Checklist, Grounds
from kiosk.errors import UsageError
from kiosk.files.checklist import load_checklist
from kiosk.files.language_packs import load_answers
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.sources import load_sources

_NOT_A_DIAGNOSIS = "This is general information, not a diagnosis.\n"
_COLUMNS = {
    "Symptoms": ("id", "words", "group", "level", "why", "sources"),
    "Factors": ("id", "words", "effect", "why", "sources"),
    "Rules": ("id", "level", "when", "why", "sources"),
}


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """The rules, with the text of each answer and the sources behind them."""

    checklist: Checklist
    texts: Mapping[str, str]
    sources: Mapping[str, Source]

    @classmethod
    def load(cls, config: Path | None = None, content: Path | None = None) -> Self:
        """Load the rules of the content that the kiosk shows; raises `KioskError`."""
        chosen = content or load_settings(config).content or resources() / "content"
        files = Snapshot.take(chosen)
        checklist = load_checklist(files)
        texts = load_answers(files, "en", checklist)
        return cls(checklist, texts, load_sources(files))

    def explain(self, answers: Sequence[str]) -> str:
        """Return the level on the first line, then each reason with its sources.

        Raises `UsageError` for an id that is not on the list, with the nearest ones.
        """
        for answer in answers:
            self._refuse_unknown(answer)
        given = frozenset(answers)
        assessment = self.checklist.assess(given)
        lines = [assessment.level.key]
        for reason in assessment.reasons:
            lines.append(f"{reason.id}: {reason.level.key}. {reason.grounds.why}")
            lines.extend(f"    {source}" for source in self._cited(reason.grounds))
        return "\n".join(lines) + "\n" + _NOT_A_DIAGNOSIS

    def table(self) -> str:
        """Return every symptom, factor and rule as tables in Markdown."""
        rows = {
            "Symptoms": self._symptom_rows(),
            "Factors": self._factor_rows(),
            "Rules": self._rule_rows(),
        }
        parts = ["# The rules of the symptom checklist\n"]
        parts += [
            "The highest level that applies wins. No answer lowers a level.",
            "With no symptom the level is `information`.\n",
        ]
        for title, columns in _COLUMNS.items():
            parts.append(f"## {title}\n")
            parts += [_row(columns), _row("---" for _ in columns)]
            parts += [_row(cells) for cells in rows[title]]
            parts.append("")
        parts += ["## Sources\n"]
        parts += [
            f"- {source.id}: {source.citation}" for source in self._used_sources()
        ]
        return "\n".join(parts) + "\n"

    def _refuse_unknown(self, answer: str) -> None:
        if answer in self.checklist.answers:
            return
        near = get_close_matches(answer, self.checklist.answers, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "see --table"
        raise UsageError(f"{answer}: no symptom or factor is called that; {hint}")

    def _cited(self, grounds: Grounds) -> Iterator[str]:
        for key in grounds.sources:
            source = self.sources.get(key)
            yield f"{key} {source.citation} {source.address}".strip() if source else key

    def _symptom_rows(self) -> Iterator[Sequence[str]]:
        for s in self.checklist.symptoms:
            cited = ", ".join(s.grounds.sources)
            text = self.texts[s.id]
            yield f"`{s.id}`", text, s.group, s.level.key, s.grounds.why, cited

    def _factor_rows(self) -> Iterator[Sequence[str]]:
        for f in self.checklist.factors:
            effect = "raises by one level" if f.raises else "see rules"
            cited = ", ".join(f.grounds.sources)
            yield f"`{f.id}`", self.texts[f.id], effect, f.grounds.why, cited

    def _rule_rows(self) -> Iterator[Sequence[str]]:
        for r in self.checklist.rules:
            when = " and ".join(
                f"{need.at_least} of: {'; '.join(_either(c) for c in need.choices)}"
                for need in r.needs
            )
            cited = ", ".join(r.grounds.sources)
            yield f"`{r.id}`", r.level.key, when, r.grounds.why, cited

    def _used_sources(self) -> Iterator[Source]:
        checklist = self.checklist
        grounds = [s.grounds for s in checklist.symptoms]
        grounds += [f.grounds for f in checklist.factors]
        grounds += [r.grounds for r in checklist.rules]
        used = {key for ground in grounds for key in ground.sources}
        return (source for key, source in self.sources.items() if key in used)


def _either(choice: frozenset[str]) -> str:
    return " or ".join(f"`{answer}`" for answer in sorted(choice))


def _row(cells: Iterator[str] | Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
