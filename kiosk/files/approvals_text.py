"""Write approvals as the text of `approvals.toml`."""

import json
from collections.abc import Iterator

from kiosk.content.approval import Approval
from kiosk.files.approvals import Approvals

_HEAD = """# Who approved the checklist and each language's words, and what they said.
# `kiosk approve` writes this file. To change a line by hand approves nothing.
"""


def approvals_text(approvals: Approvals) -> str:
    """Return the whole file with these approvals."""
    return _HEAD + "\n".join(("", *_lines(approvals)))


def _lines(approvals: Approvals) -> Iterator[str]:
    yield from _approved("checklist", approvals.checklist)
    for code, approval in sorted(approvals.strings.items()):
        yield from _approved(f"strings.{_quoted(code)}", approval)
    for name, row in approvals.baseline.rows.items():
        yield f"[rows.{_quoted(name)}]"
        yield f"level = {_quoted(row.level.key)}"
        yield f"sentence = {_quoted(row.sentence)}\n"
    for page, cards in sorted(approvals.baseline.points.items()):
        yield f"[points.{_quoted(page)}]"
        for level, texts in cards.items():
            yield f"{level.key} = ["
            yield from (f"    {_quoted(text)}," for text in texts)
            yield "]"
        yield ""


def _approved(name: str, approval: Approval) -> Iterator[str]:
    if approval.by and approval.on:
        yield f"[{name}]"
        yield f"approved_by = {_quoted(approval.by)}"
        yield f"approved_on = {approval.on.isoformat()}"
        yield f"approved_hash = {_quoted(approval.approved_hash)}\n"


def _quoted(text: str) -> str:
    """Return a text as TOML writes it, which is as JSON does but for one letter."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
