"""Approvals that do not hold, and what was lowered since a clinician approved it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.authoring.approval.points import points_of
from kiosk.authoring.check.subject import Subject
from kiosk.content.approval import Approval, ApprovalState
from kiosk.content.baseline import Points
from kiosk.content.library import Library
from kiosk.domain.triage import Level
from kiosk.errors import Problem, Severity
from kiosk.files.approvals import FILE, load_approvals

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


def approvals(subject: Subject, today: date | None = None) -> Iterator[Problem]:
    """Yield a problem for each approval without a date, of a day to come, or outdated.

    `kiosk approve` mends all of them, once a clinician has read the text.
    """
    if not subject.library:
        return
    day = today or subject.today
    for path, name, approval in _all(subject, subject.library):
        for problem in _fault(path, name, approval, day):
            yield problem._replace(line=_line_of_key(subject, path))


def lowered_since(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each level that is lower than it was approved.

    `kiosk approve` takes the levels as they are then.
    """
    baseline = load_approvals(subject.files, lambda _: None).baseline
    yield from _lowered_rows(subject, {it: r.level for it, r in baseline.rows.items()})
    for key, points in baseline.points.items():
        yield from _lowered_points(subject, key, points)


def _all(subject: Subject, library: Library) -> Iterator[tuple[Path, str, Approval]]:
    """Yield each approval with its file, and the words to approve it again with."""
    folder = subject.files.folder
    yield folder / FILE, "checklist", library.checklist_approval
    for code, pack in library.packs.items():
        yield folder / FILE, f"strings --language {code}", library.words_approvals[code]
        for page in pack.pages:
            if page.language == code:
                name = f"{page.id} --language {code}"
                yield folder / code / f"{page.id}.md", name, page.approval


def _fault(path: Path, name: str, approval: Approval, today: date) -> Iterator[Problem]:
    by, on = approval.by.strip(), approval.on
    if not by and not on:
        return
    what = name.partition(" ")[0]
    remedy = f"have it read, then run: kiosk approve {name} --by NAME"
    if not by or not on:
        said = "the name" if not by else "the day"
        message = f"{what}: {said} of its approval is missing, so it is not approved"
        yield Problem(path, message=message, remedy=remedy)
    elif on > today:
        message = f"{what}: approved on {on}, which has not come"
        yield Problem(path, message=message, remedy=remedy)
    elif approval.state(today) is not ApprovalState.APPROVED:
        message = f"{what}: not as {by} approved it on {on}"
        yield Problem(path, severity=_WARNING, message=message, remedy=remedy)


def _lowered_rows(subject: Subject, then: dict[str, Level]) -> Iterator[Problem]:
    """Yield an error for each symptom or rule that has gone, or has a lower level."""
    if not subject.library:
        return
    path, checklist = subject.files.folder / "checklist.toml", subject.library.checklist
    now = {s.id: s.level for s in checklist.symptoms}
    now |= {r.id: r.level for r in checklist.rules}
    now |= {f.id: Level.INFORMATION for f in checklist.factors}
    remedy = "put it back, or have it approved: kiosk approve checklist --by NAME"
    for name, level in then.items():
        line = _line_of(subject, path, f'"{name}"')
        if name not in now:
            message = f"{name} was approved, and is not there"
            yield Problem(path, message=message, remedy=remedy)
        elif now[name] < level:
            message = f"{name} was approved as {level.key}, and is {now[name].key}"
            yield Problem(path, line=line, message=message, remedy=remedy)


def _lowered_points(subject: Subject, key: str, then: Points) -> Iterator[Problem]:
    """Yield a problem for each point of a page's cards that has moved down or gone."""
    language, _, name = key.partition("/")
    pack = subject.library and subject.library.packs.get(language)
    if not pack or pack.page(name).id != name or pack.page(name).language != language:
        return
    path = subject.files.folder / f"{key}.md"
    now = points_of(pack.blocks(pack.page(name)))
    levels = {point: level for level in sorted(now) for point in now[level]}
    remedy = f"put it back, or have it approved: kiosk approve {name}"
    remedy += f" --language {language} --by NAME"
    for level, point in ((lev, it) for lev, points in then.items() for it in points):
        found = levels.get(point)
        if found is None:
            message = f"“{point}” was approved as {level.key}, and is not there"
            yield Problem(path, severity=_WARNING, message=message, remedy=remedy)
        elif found < level:
            line = _line_of(subject, path, point)
            message = f"“{point}” was approved as {level.key}, and is {found.key}"
            yield Problem(path, line=line, message=message, remedy=remedy)


def _line_of_key(subject: Subject, path: Path) -> int:
    """Return the line that an approval of a page is on."""
    if path.suffix != ".md":
        return 0
    keys = ("approved_on", "approved_by")
    return next(filter(None, (subject.line_of_key(path, key) for key in keys)), 0)


def _line_of(subject: Subject, path: Path, words: str) -> int:
    """Return the first line that has these words; 0 for none."""
    lines = subject.text_of(path).splitlines()
    found = (number for number, line in enumerate(lines, 1) if words in line)
    return next(found, 0)
