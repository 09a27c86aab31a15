"""Put the clinic's own terms where a text or an address has their names in braces."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from kiosk.content.bidi import bare
from kiosk.content.sentences import whole_sentences
from kiosk.errors import EntryError

CLINIC_TERMS = ("clinic", "phone", "desk", "emergency_number", "out_of_hours")
"""The names of what a clinic sets; the others name what is on the screen."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_WITH_SPACE = re.compile(r"\{(\w+)\}( ?)")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """Return `text` with terms in the place of their names; other names stay.

    A sentence that needs a term of the clinic that is not set is left out.
    """
    unset = [f"{{{name}}}" for name in CLINIC_TERMS if terms.get(name) == ""]
    if any(hole in text for hole in unset):
        kept = (text[it.start : it.end] for it in whole_sentences(text))
        text = " ".join(it for it in kept if not any(hole in it for hole in unset))
    return _WITH_SPACE.sub(lambda hole: _filled(hole, terms), text)


def _filled(hole: re.Match[str], terms: Mapping[str, str]) -> str:
    """Return a term and the space behind it; an empty one needs no space."""
    word = terms.get(hole[1], f"{{{hole[1]}}}")
    return word + hole[2] if word else ""


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
    spelled = {name: spell(bare(text)) for name, text in terms.items() if text}
    return fill(address, spelled)


def _as_number(text: str) -> str:
    return "".join(text.split())


def _as_part(text: str) -> str:
    return quote(text, safe="")


def unknown_terms(text: str, terms: Mapping[str, str]) -> list[str]:
    """Return the names in braces that `terms` does not have."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in terms]
