"""Put the clinic's own terms where a text or an address has their names in braces."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from kiosk.content.bidi import bare
from kiosk.errors import EntryError

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """Return `text` with terms in the place of their names; other names stay."""
    return _PLACEHOLDER.sub(lambda hole: terms.get(hole[1], hole[0]), text)


def fill_address(address: str, terms: Mapping[str, str]) -> str:
    """Return an address with the clinic's terms, spelled as an address needs them.

    Raises `EntryError` for a term that is not set: the address would lead elsewhere.
    """
    for name in _PLACEHOLDER.findall(address):
        if not terms.get(name, "").strip():
            message = f"{{{name}}} is not set, and {address!r} needs it"
            raise EntryError(
                message, f"set clinic.{name}, or write the address in full"
            )
    spell = _as_number if address.startswith("tel:") else _as_part
    return fill(address, {name: spell(bare(text)) for name, text in terms.items()})


def _as_number(text: str) -> str:
    return "".join(text.split())


def _as_part(text: str) -> str:
    return quote(text, safe="")


def unknown_terms(text: str, terms: Mapping[str, str]) -> list[str]:
    """Return the names in braces that `terms` does not have."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in terms]
