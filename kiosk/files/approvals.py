"""Read `approvals.toml`: who approved the checklist and each language's words.

It also keeps what was said then: the sentences of the rules, and the points of the care
cards. The approval of a page is in the page itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.approval import Approval
from kiosk.content.baseline import Baseline, SignedRow
from kiosk.domain.triage import Level
from kiosk.errors import ContentError
from kiosk.files.parsing import typed
from kiosk.files.snapshot import Snapshot
from kiosk.files.text_hashes import table_hash

FILE = "approvals.toml"
_NOT_READ_BY_VISITORS = ("staff", "pages", "fonts", "speech")


class _Approved(Struct, forbid_unknown_fields=True, kw_only=True):
    approved_by: str
    approved_on: date
    approved_hash: str


class _Row(Struct, forbid_unknown_fields=True):
    level: str
    sentence: str


class _ApprovalsFile(Struct, forbid_unknown_fields=True):
    checklist: _Approved | None = None
    strings: dict[str, _Approved] = {}
    rows: dict[str, _Row] = {}
    points: dict[str, dict[str, tuple[str, ...]]] = {}


class Approvals(Struct, frozen=True):
    """What the file says, of texts as they were then."""

    checklist: Approval = field(default_factory=Approval)
    strings: Mapping[str, Approval] = field(default_factory=dict)
    baseline: Baseline = field(default_factory=Baseline)

    def of_checklist(self, files: Snapshot) -> Approval:
        """Return the approval of the checklist, with the hash of it as it is now."""
        return _now(self.checklist, files, files.folder / "checklist.toml")

    def of_strings(self, language: str, files: Snapshot) -> Approval:
        """Return that of a language's words, with the hash of them as they are now."""
        approval = self.strings.get(language, Approval())
        return _now(approval, files, files.folder / language / "pack.toml")


def load_approvals(
    files: Snapshot, report: Callable[[ContentError], None]
) -> Approvals:
    """Return the approvals of a folder; none for a file that is absent or wrong."""
    path = files.folder / FILE
    if path not in files:
        return Approvals()
    try:
        with files.blaming(path):
            return _approvals(typed(files.table(path), _ApprovalsFile))
    except ContentError as error:
        report(error)
        return Approvals()


def words_hash(files: Snapshot, path: Path) -> str:
    """Return the hash of what visitors read of a checklist or a pack."""
    return table_hash(files.table(path), but=_NOT_READ_BY_VISITORS)


def _now(approval: Approval, files: Snapshot, path: Path) -> Approval:
    """Return an approval with the hash of a file; without a name none is needed."""
    if not approval.by:
        return approval
    try:
        with files.blaming(path):
            return replace(approval, text_hash=words_hash(files, path))
    except ContentError:  # reported by what reads the file for its words
        return approval


def _approvals(file: _ApprovalsFile) -> Approvals:
    rows = {it: SignedRow(Level.of(r.level), r.sentence) for it, r in file.rows.items()}
    points = {
        page: {Level.of(level): texts for level, texts in cards.items()}
        for page, cards in file.points.items()
    }
    return Approvals(
        _approval(file.checklist) if file.checklist else Approval(),
        {code: _approval(it) for code, it in file.strings.items()},
        Baseline(rows, points),
    )


def _approval(row: _Approved) -> Approval:
    return Approval(row.approved_by, row.approved_on, row.approved_hash)
