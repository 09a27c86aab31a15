"""Put what the updater did into the words of its report."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from kiosk.domain.update_report import Freshness, UpdateReport
from kiosk.fleet.update.memory import Memory
from kiosk.fleet.update.update_error import UpdateError

_PATIENCE = {True: timedelta(days=1), False: timedelta(days=30)}
"""How long nothing need be found: in the web, and on a stick that somebody brings."""


def report_of(
    memory: Memory,
    failures: Sequence[UpdateError],
    sources: Sequence[str],
    fingerprint: str,
    now: datetime,
) -> UpdateReport:
    """Return the report; `fingerprint` is that of the content pointed to."""
    state, why = _state(memory, failures, sources, now)
    return UpdateReport(
        state=state,
        why=why,
        installed=memory.shown.name if memory.shown else "",
        number=memory.number,
        fingerprint=fingerprint,
        confirmed=not memory.on_trial,
        looked=memory.looked,
        bad=memory.bad,
    )


def hinting(report: UpdateReport, shown: str, current: Path) -> UpdateReport:
    """Return a report that says so if the window shows another folder than ours."""
    if report.why or not report.installed or shown in ("", str(current)):
        return report
    how = f'set directory = "{current}" in [content] of clinic.toml'
    return replace(report, why=f"the kiosk shows {shown}; {how}")


def _state(
    memory: Memory,
    failures: Sequence[UpdateError],
    sources: Sequence[str],
    now: datetime,
) -> tuple[Freshness, str]:
    """Return how fresh the content is, and why: what was refused, then what is old."""
    if not sources:
        return Freshness.STALE, 'no content is fetched; set "from" in fleet.toml'
    why = "; ".join(filter(None, (memory.refusal, *map(str, failures))))
    found = {it.freshness for it in failures}
    if memory.refusal or found == {Freshness.REFUSED}:
        return Freshness.REFUSED, why
    if len(failures) < len(sources):
        return Freshness.FRESH, why
    is_old = Freshness.STALE in found or _is_old(memory.looked, sources, now)
    return (Freshness.STALE if is_old else Freshness.FRESH), why


def _is_old(looked: str, sources: Sequence[str], now: datetime) -> bool:
    if not looked:
        return True
    age = now - datetime.fromisoformat(looked)
    patience = max(_PATIENCE["://" in source] for source in sources)
    return age > patience or age < -timedelta(days=1)  # or the clock was set back
