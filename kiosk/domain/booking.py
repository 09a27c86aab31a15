"""Where a visitor can book, and which addresses a code may carry."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_HOLE = re.compile(r"\{[^}]*\}?|\}")
_SCHEMES = frozenset({"https", "tel", "mailto"})


def checked_address(address: str) -> str:
    """Return `address` if a phone may be sent there, else raise `ValueError`.

    Only `https:`, `tel:` and `mailto:`, since a code is followed without being read.
    """
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES or any(c.isspace() for c in address):
        raise ValueError(
            f"{address!r} is not an address a code may carry; "
            "begin it with https:, tel: or mailto: and leave out spaces"
        )
    if not (parts.hostname if parts.scheme == "https" else parts.path):
        raise ValueError(f"{address!r} names no place to go to; write it in full")
    return address


@dataclass(frozen=True, slots=True)
class Booking:
    """The clinic's booking address; `{topic}` in it stands for the page's name."""

    template: str = ""

    def __post_init__(self) -> None:
        if not self.template:
            return
        address = checked_address(self.address("topic"))
        if other := _HOLE.findall(address):
            raise ValueError(f"{other[0]} means nothing here; use {{topic}} alone")

    @property
    def is_set_up(self) -> bool:
        """Tell whether there is an address to make a code of."""
        return bool(self.template)

    def address(self, topic: str) -> str:
        """Return the address for the page `topic`; it never carries a symptom."""
        return self.template.replace("{topic}", quote(topic, safe=""))
