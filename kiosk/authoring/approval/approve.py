"""Write the approval of pages, of the checklist and of the words of a language.

Nothing is approved that the kiosk cannot show as it was written, and of several texts
all are approved or none.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.approval.points import points_of
from kiosk.authoring.approval.sentences import Sentences
from kiosk.authoring.check.approvals import approvals as approvals_that_fail
from kiosk.authoring.check.approvals import lowered_since
from kiosk.authoring.check.cards import lost_cards
from kiosk.authoring.check.lowered import lowered_levels
from kiosk.authoring.check.subject import Subject
from kiosk.content.approval import Approval
from kiosk.content.baseline import Baseline, Points
from kiosk.content.library import Library
from kiosk.errors import ContentError, EntryError, Problem, Severity, UsageError
from kiosk.files.approvals import FILE, Approvals, load_approvals, words_hash
from kiosk.files.approvals_text import approvals_text
from kiosk.files.cases import CASES_FILE
from kiosk.files.content_file import load_content_file
from kiosk.files.front_matter import split
from kiosk.files.front_matter_edit import with_keys
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_files import read_bytes, text_of, write_whole
from kiosk.files.text_hashes import page_hash
from kiosk.files.yaml_tables import parse_yaml

CHECKLIST = "checklist"
STRINGS = "strings"


class Approver(Struct, frozen=True):
    """Who approves, and on which day."""

    by: str
    on: date

    def check(self, today: date) -> None:
        """Refuse no name, and a day that has not come; raises `UsageError`."""
        if not self.by.strip() or not self.by.isprintable():
            raise UsageError("--by: write the name of the clinician in one line")
        if self.on > today:
            raise UsageError(f"--on: {self.on} has not come; today is {today}")


def approve(
    subject: Subject,
    names: Iterable[str],
    approver: Approver,
    languages: Iterable[str] = (),
) -> list[str]:
    """Approve pages, `checklist` or `strings`; return a line for each.

    Without `languages` it is what is written in the source language. Raises
    `UsageError` for what there is not, `ContentError` for what is not shown as written.
    """
    if not subject.library:
        raise ContentError(*subject.problems)
    writing = _Writing(subject, subject.library, approver)
    known = [path.parent.name for path in subject.files.paths("*/pack.toml")]
    for language in (chosen := list(languages) or [source_language(subject.files)]):
        check_known(language, known, "language")
    for name in dict.fromkeys(names):
        writing.add(name, chosen)
    writing.check()
    writing.write()
    return writing.lines


_EASED = (approvals_that_fail, lowered_since, lost_cards, lowered_levels)
"""The rules whose errors a clinician may approve."""


class _Writing:
    """The files to write, as they will be; nothing is written before all are."""

    def __init__(self, subject: Subject, library: Library, approver: Approver) -> None:
        self._subject = subject
        self._files = subject.files
        self._library = library
        self._approver = approver
        self._approvals = load_approvals(subject.files, _raise)
        self._written: dict[Path, bytes] = {}
        self._approved: list[Path] = []
        self._eased: list[Problem] = []

    @property
    def lines(self) -> list[str]:
        """A line for each file that was approved, and for what was less before."""
        by, on = self._approver.by, self._approver.on
        lines = [f"{path}: approved by {by}, {on}" for path in self._approved]
        return lines + [f"{it.path}: approved, too: {it.message}" for it in self._eased]

    def add(self, name: str, languages: Iterable[str]) -> None:
        """Take one more text, in each of the languages that it is in."""
        if name == CHECKLIST:
            self._add_checklist()
        for language in languages if name != CHECKLIST else ():
            if name == STRINGS:
                self._add_strings(language)
            else:
                self._add_page(name.removesuffix(".md"), language)

    def check(self) -> None:
        """Refuse what the kiosk does not show as written; raises `ContentError`.

        No rules are approved that fail the clinic's own cases.
        """
        checklist = self._files.folder / "checklist.toml"
        paths = {*self._approved}
        paths |= {self._files.folder / CASES_FILE} if checklist in paths else set()
        wrong = [
            problem
            for problem in self._subject.problems
            if problem.path in paths and problem.severity is Severity.ERROR
        ]
        eased = frozenset(it for rule in _EASED for it in rule(self._subject))
        if wrong_still := [problem for problem in wrong if problem not in eased]:
            raise ContentError(*wrong_still)
        mended = frozenset(approvals_that_fail(self._subject))
        self._eased = [problem for problem in wrong if problem not in mended]

    def write(self) -> None:
        """Write all files; raises `ContentError` for one that cannot be written."""
        text = approvals_text(self._approvals)
        path = self._files.folder / FILE
        if path in self._files or self._approvals != Approvals():
            self._written[path] = text.encode()
        for path, data in self._written.items():
            with self._files.blaming(path):
                self._check_same(path)
                write_whole(path, data)

    def _check_same(self, path: Path) -> None:
        """Refuse a file that changed after it was read; raises `EntryError`."""
        if path in self._files and read_bytes(path) != self._files.data(path):
            raise EntryError("this file has just changed", "read it, and approve again")

    def _approval(self, text_hash: str) -> Approval:
        return Approval(self._approver.by, self._approver.on, text_hash)

    def _add_checklist(self) -> None:
        path = self._files.folder / "checklist.toml"
        approval = self._approval(words_hash(self._files, path))
        source = source_language(self._files)
        pack = self._library.packs.get(source, self._library.staff_pack)
        rows = Sentences(self._library.checklist, pack).rows()
        self._approved.append(path)
        self._approvals = replace(
            self._approvals,
            checklist=approval,
            baseline=replace(self._approvals.baseline, rows=rows),
        )

    def _add_strings(self, language: str) -> None:
        path = self._files.folder / language / "pack.toml"
        strings = {
            **self._approvals.strings,
            language: self._approval(words_hash(self._files, path)),
        }
        self._approved.append(path)
        self._approvals = replace(self._approvals, strings=strings)

    def _add_page(self, name: str, language: str) -> None:
        path = self._files.folder / language / f"{name}.md"
        there = [it.stem for it in self._files.paths(f"{language}/*.md")]
        check_known(name, [*there, CHECKLIST, STRINGS], f"page in {language}")
        with self._files.blaming(path):
            self._written[path] = self._approved_page(path)
        self._approved.append(path)
        pack = self._library.packs.get(language)
        if pack and pack.page(name).id == name:
            points = points_of(pack.blocks(pack.page(name)))
            self._keep_points(f"{language}/{name}", points)

    def _keep_points(self, key: str, points: Points) -> None:
        baseline = self._approvals.baseline
        kept = Baseline(baseline.rows, {**baseline.points, key: points})
        self._approvals = replace(self._approvals, baseline=kept)

    def _approved_page(self, path: Path) -> bytes:
        """Return the bytes of a page with its approval; raises `EntryError`."""
        text = self._files.text(path)
        data = with_keys(self._files.data(path), self._values(page_hash(text)))
        front = parse_yaml(split(text_of(data))[0], first_line=2)
        written = front.get("approved_by"), front.get("approved_on")
        is_right = written == (self._approver.by, self._approver.on)
        if not is_right or page_hash(text_of(data)) != page_hash(text):
            remedy = "begin every line of it with the name of a key"
            raise EntryError("the front matter cannot be written into", remedy, line=1)
        return data

    def _values(self, text_hash: str) -> Mapping[str, str]:
        return {
            "approved_by": json.dumps(self._approver.by, ensure_ascii=False),
            "approved_on": self._approver.on.isoformat(),
            "approved_hash": f'"{text_hash}"',
        }


def source_language(files: Snapshot) -> str:
    """Return the language that all others translate; raises `ContentError`."""
    return load_content_file(files, lambda _: None).source_language


def check_known(name: str, known: Iterable[str], what: str) -> None:
    """Refuse a name that there is not; raises `UsageError` with the nearest."""
    there = list(known)
    if name not in there:
        near = get_close_matches(name, there, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(there)}"
        raise UsageError(f"{name}: there is no such {what}; {hint}")


def _raise(error: ContentError) -> None:
    raise error
