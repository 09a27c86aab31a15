"""Print what a visitor is told about a case and why, or all rules as one sheet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Self

from msgspec import Struct

from kiosk.app.content_source import ContentSource
from kiosk.authoring.approval import sheet
from kiosk.authoring.approval.approve import source_language
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Source
from kiosk.domain.triage import Checklist, Grounds, Rule
from kiosk.errors import ContentError, Problem, Severity, UsageError
from kiosk.files.approvals import load_approvals, words_hash
from kiosk.files.cases import CASES_FILE, load_cases
from kiosk.files.settings import load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.versions import program_version

_NOT_A_DIAGNOSIS = "This is general information, not a diagnosis.\n"
_COLUMNS = {
    "Symptoms": ("id", "words", "group", "level", "why", "sources"),
    "Factors": ("id", "words", "effect", "why", "sources"),
    "Rules": ("id", "level", "when", "why", "sources"),
}


def sheet_to_sign(
    config: Path | None = None, content: Path | None = None, language: str = ""
) -> str:
    """Return all of the advice as a document to sign, in `language` or the first one.

    Raises `KioskError`.
    """
    settings = load_settings(config)
    source = ContentSource.of(settings, content)
    files = Snapshot.take(source.folder)
    is_open, is_closed = (source.loader.load(files, is_open=it) for it in (True, False))
    code = _pack(is_open, language).language
    own = is_open.staff_pack.language
    errors: list[ContentError] = []
    cases = load_cases(files, is_open.checklist, errors.append)
    problems = [problem for error in errors for problem in error.problems]
    found = sheet.Advice(
        open=is_open,
        closed=is_closed,
        clinic=settings.clinic.in_language(code, own=own),
        language=code,
        source=source_language(files),
        version=program_version(),
        today=datetime.now().astimezone().date(),
        rules_hash=words_hash(files, files.folder / "checklist.toml"),
        words_hash=words_hash(files, files.folder / code / "pack.toml"),
        signed=load_approvals(files, lambda _: None).baseline.rows,
        cases=[*cases.values()],
        wrong=_wrong(files, code, (*is_open.problems, *problems)),
    )
    return sheet.sheet(found)


def _wrong(
    files: Snapshot, language: str, problems: Iterable[Problem]
) -> list[Problem]:
    """Return the errors in the files that the sheet is made of."""
    names = ("checklist.toml", f"{language}/pack.toml", CASES_FILE, "approvals.toml")
    paths = {files.folder / name for name in names}
    errors = (it for it in problems if it.severity is Severity.ERROR)
    return [problem for problem in errors if problem.path in paths]


class RuleSheet(Struct, frozen=True):
    """The rules of a library, in the words of `language`, or else of the first one."""

    library: Library
    language: str = ""

    @classmethod
    def load(
        cls,
        config: Path | None = None,
        content: Path | None = None,
        language: str = "",
    ) -> Self:
        """Load the rules of the content that the kiosk shows; raises `KioskError`."""
        source = ContentSource.of(load_settings(config), content)
        return cls(source.loader.open(Snapshot.take(source.folder)), language)

    def explain(self, answers: Sequence[str]) -> str:
        """Return the level on the first line, then its reasons and what visitors read.

        Each answer is said in its words, each reason with its sources. Raises
        `UsageError` for an id that is not on the list, with the nearest ones.
        """
        for answer in answers:
            self._refuse_unknown(answer)
        assessment = self._checklist.assess(frozenset(answers))
        words, advice = self._pack.answers, self._pack.advice[assessment.level]
        lines = [assessment.level.key, "", "The visitor touches:"]
        lines += [f"    {words[answer]}" for answer in answers] or ["    nothing"]
        lines += ["", "The visitor reads:", f"    {advice.heading}"]
        lines += [f"    {line}" for line in advice.lines]
        lines.append("")
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

    @property
    def _checklist(self) -> Checklist:
        return self.library.checklist

    @property
    def _pack(self) -> Pack:
        return _pack(self.library, self.language)

    def _refuse_unknown(self, answer: str) -> None:
        if answer in self._checklist.answers:
            return
        near = get_close_matches(answer, self._checklist.answers, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "see --table"
        raise UsageError(f"{answer}: no symptom or factor is called that; {hint}")

    def _cited(self, grounds: Grounds) -> Iterator[str]:
        for key in grounds.sources:
            source = self.library.sources.get(key)
            yield f"{key} {source.citation} {source.address}".strip() if source else key

    def _symptom_rows(self) -> Iterator[Sequence[str]]:
        for s in self._checklist.symptoms:
            cited = ", ".join(s.grounds.sources)
            text = self._pack.answers[s.id]
            yield f"`{s.id}`", text, s.group, s.level.key, s.grounds.why, cited

    def _factor_rows(self) -> Iterator[Sequence[str]]:
        for f in self._checklist.factors:
            rules = (rule.id for rule in self._checklist.rules if _is_about(rule, f.id))
            effect = "raises by one level" if f.raises else "; ".join(rules)
            cited = ", ".join(f.grounds.sources)
            yield f"`{f.id}`", self._pack.answers[f.id], effect, f.grounds.why, cited

    def _rule_rows(self) -> Iterator[Sequence[str]]:
        for r in self._checklist.rules:
            when = " and ".join(
                f"{need.at_least} of: {'; '.join(map(self._either, need.choices))}"
                for need in r.needs
            )
            cited = ", ".join(r.grounds.sources)
            yield f"`{r.id}`", r.level.key, when, r.grounds.why, cited

    def _either(self, choice: frozenset[str]) -> str:
        """Return what meets a choice: a whole group, or all but a few, by its name."""
        symptoms = frozenset(s.id for s in self._checklist.symptoms)
        for group in self._checklist.groups:
            if choice == {s.id for s in self._checklist.symptoms if s.group == group}:
                return f"any of {group}"
        if left_out := symptoms - choice:
            is_most = choice < symptoms and len(left_out) < len(choice)
            return (
                f"any symptom but {_listed(left_out)}" if is_most else _listed(choice)
            )
        return "any symptom"

    def _used_sources(self) -> Iterator[Source]:
        checklist = self._checklist
        grounds = [s.grounds for s in checklist.symptoms]
        grounds += [f.grounds for f in checklist.factors]
        grounds += [r.grounds for r in checklist.rules]
        used = {key for ground in grounds for key in ground.sources}
        return (source for key, source in self.library.sources.items() if key in used)


def _pack(library: Library, language: str) -> Pack:
    """Return the words of a language; raises `UsageError` if they cannot be read."""
    if not language:
        return library.staff_pack
    codes = [it.code for it in library.languages]
    if language not in codes:
        there = ", ".join(codes)
        raise UsageError(f"there is no language {language!r}; there are {there}")
    pack = library.packs[language]
    if pack.language != language:
        raise UsageError(f"{language} cannot be read; kiosk check says why")
    return pack


def _is_about(rule: Rule, answer: str) -> bool:
    """Return whether a need of a rule is met by this answer alone, among others."""
    choices = chain.from_iterable(need.choices for need in rule.needs)
    return frozenset({answer}) in choices


def _listed(answers: Iterable[str]) -> str:
    return " or ".join(f"`{answer}`" for answer in sorted(answers))


def _row(cells: Iterator[str] | Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
