"""The clinic's booking address, and in which QR codes it fits."""

import re
from urllib.parse import quote

from msgspec import Struct

from kiosk.domain.addresses import checked_address, fits_code, short_form
from kiosk.domain.metrics import DOCKED_QR_CODE_MM
from kiosk.errors import EntryError

_TOPIC = "{topic}"
_BEFORE_TOPIC = re.compile(r"https://[^/?#]+[/?#]|mailto:[^?#]+[?#]", re.IGNORECASE)
_LONG_TOPIC = "x" * 40  # longer than the name of any page that came along


class Booking(Struct, frozen=True):
    """The clinic's booking address; `{topic}` in it becomes the page's name.

    Raises `EntryError` for a template that makes no address.
    """

    template: str = ""

    def __post_init__(self) -> None:
        if not self.template:
            return
        checked_address(self.address("topic"))
        before, topic, _ = self.template.partition(_TOPIC)
        if topic and not _BEFORE_TOPIC.match(before):
            raise EntryError(f"{_TOPIC} is in the host", "use it after the host alone")
        checked_address(self.address(_LONG_TOPIC))

    @property
    def is_set_up(self) -> bool:
        """Whether there is an address to make a code of."""
        return bool(self.template)

    @property
    def fits_docked(self) -> bool:
        """Whether there is one whose code a phone can read where it is small."""
        if not self.template:
            return False
        return fits_code(self.address(_LONG_TOPIC), DOCKED_QR_CODE_MM)

    @property
    def in_words(self) -> str:
        """The host and the path, which a visitor can type; `{topic}` is left out."""
        return short_form(self.address(""))

    def address(self, topic: str) -> str:
        """Return the address for the page `topic`; it never carries a symptom."""
        return self.template.replace(_TOPIC, quote(topic, safe=""))
