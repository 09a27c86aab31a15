"""Keep the usage totals beside the state; the file is replaced whole."""

from pathlib import Path

from msgspec import Struct

from kiosk.domain.usage_totals import Counts, Totals, with_day
from kiosk.errors import StateError
from kiosk.files.parsing import blaming, read_json
from kiosk.files.text_files import write_whole

NAME = "totals.json"
_KIND = dict[str, dict[str, int]]


class TotalsFile(Struct, frozen=True):
    """The file at `path`; no such file is as good as an empty one."""

    path: Path

    def read(self) -> Totals:
        """Return what is in the file; raises `StateError` if it cannot be read."""
        with blaming(self.path, StateError):
            return read_json(self.path, _KIND) if self.path.exists() else {}

    def add(self, day: str, counts: Counts) -> None:
        """Add the counts of a day; raises `StateError`."""
        import msgspec

        before = self.read()
        totals = with_day(before, day, counts)
        if totals is before:
            return
        with blaming(self.path, StateError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, msgspec.json.encode(totals))
