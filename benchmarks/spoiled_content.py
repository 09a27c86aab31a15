"""A small clinic, slips at random places of its files, and what holds after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Protocol

from kiosk.authoring.approval.points import points_of
from kiosk.authoring.check.gate import check
from kiosk.authoring.check.subject import Subject
from kiosk.content.library import Library
from kiosk.content.plain_text import text_of
from kiosk.domain.triage import Checklist, Level
from kiosk.files.paths import resources

PAGES = ("home", "headaches", "check", "book")
LANGUAGES = ("en", "es")
SETTINGS = "clinic.toml"
LONGEST_S = 10.0

TOKENS = (
    *("", " ", "\n", "\n\n", "\t", '"', "'", "“", "”", "#", "# ", ": ", ":", "-"),
    *("- ", "!!!", '!!! routine "x"', "!!! emergency", "    ", "  ", "*", "**", "|"),
    *("{", "}", "{phone}", "{x}", "[", "]", "[[", "[[rules]]", "[x](y)", "![x](y.svg)"),
    *("---", "<!--", "-->", "<b>", "<br>", "&amp;", "\\", "`", "=", " = ", "1", "0"),
    *("-1", "9e9", "true", "null", "2026-13-45", "2031-01-01", "routine", "same-day"),
    *("information", "emergency", "é", "\u202e", "\0", "\ud7ff", "😀", "<<<<<<< HEAD"),
    *(">", "%", "..."),
)


class Change(Protocol):
    """What spoils the file `name`."""

    @property
    def name(self) -> str:
        """The file's path in the clinic's folder."""

    def spoiled(self, data: bytes) -> bytes:
        """Return the file's bytes with the change in them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Letters of a file, from `start` on (a part of it), with `text` in their place."""

    name: str
    start: float
    length: int
    text: str

    def spoiled(self, data: bytes) -> bytes:
        """Return the file's bytes with this slip in them."""
        letters = data.decode("utf-8", "surrogateescape")
        at = int(self.start * len(letters))
        changed = letters[:at] + self.text + letters[at + self.length :]
        return changed.encode("utf-8", "surrogateescape")


def make_clinic(folder: Path) -> None:
    """Write the settings and the content of a clinic with few pages."""
    content = resources() / "content"
    for path in content.rglob("*"):
        name = path.relative_to(content)
        is_left_out = path.suffix == ".md" and path.stem not in PAGES
        if path.is_file() and not is_left_out and name.parts[0] != "ar":
            target = folder / "content" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    order = folder / "content" / "content.toml"
    names = "".join(f'    "{page}",\n' for page in PAGES)
    head = 'format = 1\nsource_language = "en"\npages = [\n'
    order.write_text(f"{head}{names}]\n", "utf-8")
    text = (resources() / SETTINGS).read_text("utf-8")
    text = text.replace('directory = ""', 'directory = "content"')
    (folder / SETTINGS).write_text(text, "utf-8")


def spoilable(folder: Path) -> list[str]:
    """Return the files of a clinic that people write, by their names."""
    paths = [folder / SETTINGS, *(folder / "content").rglob("*.*")]
    named = (it.relative_to(folder).as_posix() for it in paths)
    return sorted(it for it in named if it.endswith((".md", ".toml")))


class Watch:
    """A clinic that is spoiled again and again, and was right before."""

    def __init__(self, folder: Path) -> None:
        make_clinic(folder)
        self._folder = folder
        self.files = spoilable(folder)
        self._before = check(folder)
        self._shown = _shown(self._before)

    def faults(self, *slips: Change) -> list[str]:
        """Return what does not hold after some slips; the clinic is mended after."""
        paths = {slip.name: self._folder / slip.name for slip in slips}
        whole = {name: path.read_bytes() for name, path in paths.items()}
        try:
            for slip in slips:
                path = paths[slip.name]
                path.write_bytes(slip.spoiled(path.read_bytes()))
            return list(self._faults(frozenset(paths)))
        finally:
            for name, path in paths.items():
                path.write_bytes(whole[name])

    def _faults(self, names: frozenset[str]) -> Iterator[str]:
        start = process_time()
        subject = check(self._folder)
        if process_time() - start > LONGEST_S:
            yield f"took {process_time() - start:.0f} s"
        for problem in subject.problems:
            if not problem.path.is_relative_to(self._folder):
                yield f"{problem} names no file of the clinic"
        if not subject.library:
            yield f"nothing is shown: {subject.problems[:2]}"
            return
        yield from self._less_urgent(subject)
        yield from self._lost(subject, names)

    def _is_listed(self, page: str) -> bool:
        """Check whether the slip has left the line that lists a page whole."""
        text = (self._folder / "content" / "content.toml").read_text(errors="replace")
        return any(f'"{page}"' in line.partition("#")[0] for line in text.splitlines())

    def _less_urgent(self, subject: Subject) -> Iterator[str]:
        before, after = self._before.library, subject.library
        if not before or not after:
            return
        then, now = before.checklist, after.checklist
        low = [it for it in _asked(then) if _is_lower(it, then, now)]
        if low and not subject.has_errors:
            yield f"less urgent in silence: {sorted(low[0])}"
        if not subject.has_errors:
            yield from _lowered_points(before, after)

    def _lost(self, subject: Subject, names: frozenset[str]) -> Iterator[str]:
        """Yield each page that another file's slip has changed or taken away."""
        after = _shown(subject)
        spoiled = {name.removeprefix("content/").removesuffix(".md") for name in names}
        for (language, page), text in self._shown.items():
            is_own = {f"{language}/{page}", f"en/{page}"} & spoiled
            has_words = any(it.endswith(".toml") for it in names)
            if (language, page) not in after and not is_own:
                if self._is_listed(page):
                    yield f"{language}/{page} is lost"
                elif not any(page in str(problem) for problem in subject.problems):
                    yield f"{language}/{page} is lost in silence"
            elif not is_own and not has_words and after[language, page] != text:
                yield f"{language}/{page} is another"


def _shown(subject: Subject) -> Mapping[tuple[str, str], str]:
    packs = subject.library.packs if subject.library else {}
    return {
        (language, page.id): page.title + text_of(pack.blocks(page))
        for language, pack in packs.items()
        for page in pack.pages
    }


def _lowered_points(before: Library, after: Library) -> Iterator[str]:
    """Yield each point of a card that is of a lower level, and each lost emergency."""
    for code, pack in before.packs.items():
        for page in pack.pages if code in after.packs else ():
            then = points_of(pack.blocks(page))
            other = after.packs[code]
            now = points_of(other.blocks(other.page(page.id)))
            levels = {point: level for level in sorted(now) for point in now[level]}
            for level, points in then.items():
                low = [it for it in points if levels.get(it, level) < level]
                if low:
                    yield f"{code}/{page.id}: {low[0]!r} is less urgent in silence"
            if then.get(Level.EMERGENCY) and not now.get(Level.EMERGENCY):
                yield f"{code}/{page.id}: its emergency card is lost in silence"


def _asked(checklist: Checklist) -> list[frozenset[str]]:
    symptoms = [it.id for it in checklist.symptoms]
    factors = [it.id for it in checklist.factors]
    alone = [frozenset({it}) for it in (*symptoms, *factors)]
    return [*alone, *(frozenset({a, b}) for a in symptoms for b in factors)]


def _is_lower(answers: frozenset[str], then: Checklist, now: Checklist) -> bool:
    known = answers & now.answers
    return now.assess(known).level < then.assess(answers).level
