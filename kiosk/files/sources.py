"""Load the publications that facts come from."""

from msgspec import Struct

from kiosk.content.pages import Source
from kiosk.domain.addresses import checked_address
from kiosk.files.parsing import Mistakes, typed
from kiosk.files.snapshot import Snapshot


class _Source(Struct, forbid_unknown_fields=True):
    publisher: str
    title: str
    year: str = ""
    address: str = ""


def load_sources(files: Snapshot) -> dict[str, Source]:
    """Return the publications by id; raises `ContentError` with every mistake."""
    path = files.folder / "sources.toml"
    with files.blaming(path):
        mistakes = Mistakes()
        sources = {
            key: mistakes.attempt(key, _source, key, row)
            for key, row in files.table(path).items()
        }
        return {key: mistakes.checked(each) for key, each in sources.items()}


def _source(key: str, row: object) -> Source:
    source = typed(row, _Source)
    mistakes = Mistakes()
    if source.address:
        mistakes.attempt("address", checked_address, source.address)
    mistakes.raise_found()
    return Source(key, source.publisher, source.title, source.year, source.address)
