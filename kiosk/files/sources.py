"""Load the publications that facts come from; a slip costs no page that names one."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from kiosk.content.pages import Source
from kiosk.domain.addresses import checked_address
from kiosk.errors import ContentError
from kiosk.files.parsing import (
    MOST_TABLE_BYTES,
    Mistakes,
    problems_in,
    read_table,
    typed,
    usable_toml,
)
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot

SOURCES_FILE = "sources.toml"


class _Source(Struct, forbid_unknown_fields=True):
    publisher: str
    title: str
    year: str = ""
    address: str = ""


def load_sources(
    files: Snapshot, report: Callable[[ContentError], None]
) -> dict[str, Source]:
    """Return the publications by id; each mistake is reported.

    Of a row that is wrong, what can be read is there; those of a file that cannot be
    read are those that came with the program.
    """
    path = files.folder / SOURCES_FILE
    try:
        with files.blaming(path):
            table, slips = usable_toml(files.text(path, MOST_TABLE_BYTES))
    except ContentError as error:
        report(error)
        table, slips = read_table(resources() / "content" / SOURCES_FILE), []
    mistakes = Mistakes()
    for slip in slips:
        mistakes.add(slip)
    sources = {key: _source(key, row, mistakes) for key, row in table.items()}
    if problems := problems_in(path, mistakes.found, read=files.text):
        report(ContentError(*problems))
    return sources


def _source(key: str, row: object, mistakes: Mistakes) -> Source:
    source = mistakes.attempt(key, typed, row, _Source) or _legible(key, row)
    address = source.address
    if address and not mistakes.attempt(f"{key}.address", _checked, address):
        address = ""
    return Source(key, source.publisher, source.title, source.year, address)


def _checked(address: str) -> bool:
    checked_address(address)
    return True


def _legible(key: str, row: object) -> _Source:
    """Return what can be used of a row that is wrong; its key is the title of none."""
    texts: Mapping[str, object] = row if isinstance(row, dict) else {}
    fields = _Source.__struct_fields__
    said = {name: text for name in fields if isinstance(text := texts.get(name), str)}
    return _Source(**{"publisher": "", "title": key, **said})
