"""A folder of content that something is added to, and the check of the result."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.authoring.check.gate import check_files
from kiosk.authoring.skeletons.changes import Changes
from kiosk.authoring.skeletons.toml_text import with_item, with_row, with_value
from kiosk.content.packs import Language
from kiosk.errors import ContentError, Problem, Severity, UsageError
from kiosk.files.cases import CASES_FILE
from kiosk.files.content_file import CONTENT_FILE, ContentFile, load_content_file
from kiosk.files.languages import languages_in
from kiosk.files.parsing import parse_toml
from kiosk.files.paths import resources
from kiosk.files.settings import Settings
from kiosk.files.snapshot import PICTURES, Snapshot

CHECKLIST = "checklist.toml"
_IN_A_WHEEL = "came with the program; first make your own: kiosk new clinic DIR"


class ContentFolder(Struct, dict=True):
    """The content in `folder`, with what is to be added to it in `changes`."""

    folder: Path
    settings: Settings
    changes: Changes = field(default_factory=Changes)

    def __post_init__(self) -> None:
        shipped = resources()
        if self.folder.is_relative_to(shipped) and shipped.parent.name == "kiosk":
            raise UsageError(f"{self.folder} {_IN_A_WHEEL}")

    @cached_property
    def before(self) -> Snapshot:
        """The files as they are; raises `ContentError` for no folder."""
        return Snapshot.take(self.folder)

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """Every language, the source language in front."""
        return languages_in(self.before, self.source, _pass_over)

    @cached_property
    def outline(self) -> ContentFile:
        """What the folder says of itself: its source language, the order of pages."""
        return load_content_file(self.before, _pass_over)

    @property
    def source(self) -> str:
        """The code of the language that the others are translations of."""
        return self.outline.source_language

    def page(self, language: str, name: str) -> Path:
        """Return where a page of a language is, or would be."""
        return self.folder / language / f"{name}.md"

    def pages(self, language: str) -> list[Path]:
        """Return the pages of a language, as they are."""
        folder = self.folder / language
        return [path for path in self.before.paths("*.md") if path.parent == folder]

    def picture(self, name: str) -> Path:
        """Return where a picture is, or would be."""
        return self.folder / PICTURES / name

    def table(self, name: str) -> dict[str, Any]:
        """Return a TOML file as it will be; raises for one that cannot be read."""
        return parse_toml(self.changes.text(self.folder / name))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Return the symptoms, factors or rules of the checklist."""
        rows = self.table(CHECKLIST).get(name, [])
        return [row for row in rows if isinstance(row, dict)]

    def add_row(self, name: str, row: dict[str, object]) -> None:
        """Add a symptom or a rule to the checklist."""
        path = self.folder / CHECKLIST
        self.changes.write(path, with_row(self.changes.text(path), name, row))

    def add_case(self, answers: Sequence[str], level: str) -> None:
        """Let `kiosk check` try the rules on these answers from now on."""
        words = self.table(f"{self.source}/pack.toml").get("answers", {})
        who = "; ".join(str(words.get(answer, answer)) for answer in answers)
        path = self.folder / CASES_FILE
        text = self.changes.text(path) if path in self.before else ""
        row = {"who": who, "answers": list(answers), "level": level}
        self.changes.write(path, with_row(text, "cases", row))

    def add_words(self, language: str, table: str, key: str, words: str) -> None:
        """Add words to the pack of a language."""
        path = self.folder / language / "pack.toml"
        text = with_value(self.changes.text(path), table, key, words)
        self.changes.write(path, text)

    def add_page_after(self, name: str, after: str) -> None:
        """Put a new page behind another one in the order of pages."""
        path = self.folder / CONTENT_FILE
        if not path.exists():
            path = self.folder / self.source / "pack.toml"
        text = with_item(self.changes.text(path), "pages", name, after)
        self.changes.write(path, text)

    def save(self) -> tuple[Path, ...]:
        """Write everything and return its paths.

        Raises `UsageError`, and writes nothing, if there would be an error in one of
        them that was not there before. Another file may wait: a translation, for one.
        """
        old = {_named(problem) for problem in self._errors(self.before)}
        files = self.changes.laid_over(self.before.files)
        after = self._errors(replace(self.before, files=files))
        new = (it for it in after if _named(it) not in old)
        if wrong := [str(it) for it in new if it.path in self.changes.files]:
            raise UsageError(*wrong, "nothing was written")
        return self.changes.save()

    def _errors(self, files: Snapshot) -> Iterator[Problem]:
        problems: Iterable[Problem] = check_files(files, self.settings).problems
        return (it for it in problems if it.severity is Severity.ERROR)


def _pass_over(_: ContentError) -> None:
    """Leave a problem that was there before to `kiosk check`."""


def _named(problem: Problem) -> tuple[Path, str]:
    """Return what stays of a problem when lines are added above it."""
    return problem.path, problem.message
