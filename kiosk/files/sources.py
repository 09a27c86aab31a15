"""Read the publications that facts come from."""

from msgspec import Struct

from kiosk.content.pages import Source
from kiosk.domain.addresses import checked_address
from kiosk.files.parsing import typed_rows
from kiosk.files.snapshot import Snapshot


class _Source(Struct, forbid_unknown_fields=True):
    publisher: str
    title: str
    year: str = ""
    address: str = ""


def load_sources(files: Snapshot) -> dict[str, Source]:
    """Return the publications by id; raises `ContentError`."""
    path = files.folder / "sources.toml"
    with files.blaming(path):
        rows = typed_rows(files.table(path), _Source, "")
        return {
            key: Source(key, row.publisher, row.title, row.year, _address(key, row))
            for key, row in rows.items()
        }


def _address(key: str, row: _Source) -> str:
    try:
        return checked_address(row.address) if row.address else ""
    except ValueError as problem:
        raise ValueError(f"{key}.address: {problem}") from problem
