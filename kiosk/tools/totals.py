"""Print how many visits opened each page on a day.

Exit status: 0 printed, 2 nothing was counted, or this account may not read it.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.usage_totals import FEWEST, Totals
from kiosk.errors import UsageError
from kiosk.files.paths import state_path
from kiosk.files.usage_totals import NAME, TotalsFile

_UNIT = Path("/var/lib/kiosk/state/kiosk")
_NONE = (
    "no totals are there yet; write [totals] count_visits = true in the settings: "
    "a day is written once it is over"
)
_NOT_YOURS = "this account may not read it; run: sudo kiosk totals"

Row = tuple[str, str, int]


def totals(file: Path | None = None, *, as_csv: bool = False) -> int:
    """Print what was counted, a row for each day and page; return the exit status.

    Raises `UsageError` if there is nothing to read, `StateError` if it is damaged.
    """
    path = file or _found()
    rows = [*_rows(TotalsFile(path).read())]
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("day", "page", "visits"))
        writer.writerows(rows)
        return 0
    width = max((len(page) for _, page, _ in rows), default=0)
    sys.stdout.writelines(f"{day}  {page:<{width}}  {n:>6}\n" for day, page, n in rows)
    sys.stdout.write(f"Numbers under {FEWEST} are not kept.\n")
    return 0


def _rows(counted: Totals) -> Iterator[Row]:
    for day, pages in counted.items():
        yield from ((day, page, count) for page, count in pages.items())


def _found() -> Path:
    """Return the file of this account's kiosk, or of the unit's."""
    state = state_path()
    for folder in (*((state.parent,) if state else ()), _UNIT):
        path: Path = folder / NAME
        try:
            if path.is_file():
                return path
        except PermissionError as error:
            raise UsageError(f"{path}: {_NOT_YOURS}") from error
    raise UsageError(_NONE)
