"""Judge whether the window is well with new content, from what it reports.

Times are compared by our own steady clock alone: that of the machine may jump.
"""

from collections.abc import Mapping
from enum import Enum

from kiosk.domain.status_report import State

MINUTE_S = 60.0
"""For so long new content is shown well, or nothing is reported or painted at all."""


class Verdict(Enum):
    """What is known by now."""

    WAITING = "waiting"
    """No window runs, or a visit lasts, or the minute is not over."""
    WELL = "well"
    BAD = "bad"


class Trial:
    """What the window has reported since it was pointed to content of a fingerprint.

    `report` is the one from before, which has the faults that are older.
    """

    def __init__(
        self,
        fingerprint: str,
        report: Mapping[str, object] | None,
        now: float,
        minute_s: float = MINUTE_S,
    ) -> None:
        self.why = ""
        self._fingerprint = fingerprint
        self._minute_s = minute_s
        self._faults_before = report and report.get("content_faults")
        self._report = report
        self._reported = self._painted = now
        self._shown: float | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the window shows the content: soon it is known how it is with it."""
        return self._shown is not None

    def see(self, report: Mapping[str, object] | None, now: float) -> Verdict:
        """Return what a report, or that there is none, says at a time in seconds."""
        if report is None:  # the window ended as it should: nobody sees the content
            self._report, self._shown = None, None
            return Verdict.WAITING
        before, self._report = self._report, report
        if before is None or report != before:
            self._reported = now
        if before is None or report.get("painted") != before.get("painted"):
            self._painted = now
        if why := self._fault(before or report, now):
            self.why = why
            return Verdict.BAD
        return self._shown_long_enough(report, now)

    def _fault(self, before: Mapping[str, object], now: float) -> str:
        report = self._report or {}
        faults = report.get("content_faults")
        silent_s, bare_s = now - self._reported, now - self._painted
        found = {
            "the kiosk started again": report.get("started") != before.get("started"),
            f"the kiosk was silent for {silent_s:.0f} s": silent_s > self._minute_s,
            f"nothing was painted for {bare_s:.0f} s": bare_s > self._minute_s,
            f"{report.get('trouble')}": report.get("state") == State.TROUBLE,
            _first(faults): bool(faults) and faults != self._faults_before,
        }
        return next((why for why, is_so in found.items() if is_so), "")

    def _shown_long_enough(self, report: Mapping[str, object], now: float) -> Verdict:
        if report.get("content_shown") != self._fingerprint:
            self._shown = None
            return Verdict.WAITING
        if self._shown is None:
            self._shown = now
        is_long = self._painted - self._shown >= self._minute_s
        return Verdict.WELL if is_long else Verdict.WAITING


def _first(faults: object) -> str:
    return str(faults[0]) if isinstance(faults, list) and faults else ""
