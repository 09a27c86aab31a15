"""Where a visitor finds the pages at home, and how long the code of a card may be."""

from urllib.parse import quote

from msgspec import Struct

from kiosk.domain.addresses import checked_address, encoded_address
from kiosk.errors import EntryError

MOST_ADDRESS_BYTES = 412
MOST_CARD_BYTES = 520
"""What fits in a code of version 15 with error correction M, and L (ISO/IEC 18004).

Old phones read no larger ones from a screen; at 70 mm its squares are 0.9 mm wide.
"""

CARD_START = "BEGIN:VCARD"

_LONG_LANGUAGE, _LONG_PAGE = "xx-Xxxx", "x" * 40


class Handout(Struct, frozen=True):
    """The address of the site that `kiosk export` wrote; empty if there is none.

    Raises `EntryError` for one that no code can carry.
    """

    base_url: str = ""

    def __post_init__(self) -> None:
        if not self.base_url:
            return
        if not self.base_url.lower().startswith("https://"):
            message = f"{self.base_url!r} does not begin with https://"
            raise EntryError(message, "write https:// and where the site is")
        if "?" in self.base_url or "#" in self.base_url:
            message = "the site's address has a ? or # in it"
            raise EntryError(message, "write the address of the folder of index.html")
        longest = checked_address(self.address(_LONG_LANGUAGE, _LONG_PAGE))
        if len(encoded_address(longest)) > MOST_ADDRESS_BYTES:
            message = f"the site's address has {len(self.base_url):,} letters"
            raise EntryError(message, "write a shorter address")

    def address(self, language: str, page: str) -> str:
        """Return the address of a page; it never carries a symptom."""
        folder = self.base_url.removesuffix("index.html").rstrip("/")
        return f"{folder}/{quote(language)}/{quote(page)}.html"
