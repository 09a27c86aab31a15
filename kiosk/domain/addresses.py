"""Which addresses a code may carry, how it spells them, and how much of them fits.

A code is followed without being read, by phones that differ: one reads accents as
Chinese. So an address is in plain letters by the time it is in a code, while people
read it as it was written.
"""

import re
import unicodedata
from urllib.parse import quote

from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.errors import EntryError

SMALLEST_SQUARE_MM = 0.7  # what a phone still reads from where its owner sits

# The bytes that fit at error correction level M, by version from 1 to 40 (ISO/IEC
# 18004, table 7). A code of version v is 17 + 4 * v squares wide.
_BYTES_BY_VERSION = (
    *(14, 26, 42, 62, 84, 106, 122, 152, 180, 213),
    *(251, 287, 331, 362, 412, 450, 504, 560, 624, 666),
    *(711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370),
    *(1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331),
)
_FORMS = (  # scheme, place, and all that comes after it
    re.compile(r"(https://)([^/?#]*)(.*)", re.IGNORECASE),
    re.compile(r"(mailto:)([^?#]*)(.*)", re.IGNORECASE),
    re.compile(r"(tel:)(.*)()", re.IGNORECASE),
)
_IN_BRACES = re.compile(r"\{[^}]*\}?|\}")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNCHANGED = "!#$%&'()*+,/:;=?@[]~"  # besides letters, digits and _.- (RFC 3986)
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = rf"(?i)((?:{_LABEL}\.)+{_LABEL}\.?)(:[0-9]+)?"
_NUMBER = r"(?i)\+?[0-9.()*#-]*[0-9][0-9.()*#-]*(;[a-z0-9=.+-]+)*"
_READ_OTHERWISE = frozenset("ß\N{GREEK SMALL LETTER FINAL SIGMA}")
_SHOWN_LETTERS = 60


def checked_address(address: str) -> str:
    """Return `address` if a phone may be sent there, else raise `EntryError`.

    Only `https:`, `tel:` and `mailto:`, to a host that is written in full and is the
    one that it seems to be, and short enough for a large code.
    """
    if other := _IN_BRACES.search(address):
        message = f"{other[0]} means nothing in an address"
        raise EntryError(message, "only {topic} in booking.url does; write it in full")
    if unseen := next(filter(_is_unseen, address), ""):
        message = f"{_shown(address)} has an unseen letter, U+{ord(unseen):04X}"
        raise EntryError(message, "leave out spaces, and type it again")
    length, most = len(encoded_address(address)), bytes_that_fit(LARGE_QR_CODE_MM)
    if length > most:
        message = f"{_shown(address)} has {length:,} letters; a code holds {most:,}"
        raise EntryError(message, "write a shorter address")
    return address


def encoded_address(address: str) -> str:
    """Return `address` in ASCII, as a code carries it; raises `EntryError`.

    Hosts are put into punycode, all other letters into `%` and two digits a byte.
    """
    found = next(filter(None, (form.fullmatch(address) for form in _FORMS)), None)
    if not found:
        message = f"{_shown(address)} is not an address a code may carry"
        raise EntryError(message, "begin it with https://, tel: or mailto:")
    scheme, place, rest = found.groups()
    if scheme.lower() == "tel:":
        if not re.fullmatch(_NUMBER, place):
            raise EntryError(f"{_shown(address)} is no number", "write tel:+15550100")
        return address
    if scheme.lower() == "mailto:":
        place = ",".join(map(_encoded_mailbox, place.split(",")))
    else:
        place = _encoded_host(place)
    return f"{scheme}{place}{_encoded(rest)}"


def short_form(address: str) -> str:
    """Return an address as it is said: without its scheme, query and last slash."""
    _, _, rest = address.partition(":")
    place = re.split(r"[?#]", rest.removeprefix("//"))[0]
    return re.sub(r"/{2,}", "/", place).rstrip("/")


def fits_code(address: str, code_mm: float) -> bool:
    """Return whether a phone can read the squares of the address's code."""
    return len(encoded_address(address)) <= bytes_that_fit(code_mm)


def bytes_that_fit(code_mm: float) -> int:
    """Return how long an encoded address may be in a code of this width.

    Each of its squares is then `SMALLEST_SQUARE_MM` wide, or wider.
    """
    version = (code_mm / SMALLEST_SQUARE_MM - 17) // 4
    return _BYTES_BY_VERSION[min(int(version), len(_BYTES_BY_VERSION)) - 1]


def _is_unseen(letter: str) -> bool:
    """Return whether a letter is a space or invisible; browsers read `\\` as `/`."""
    return letter == "\\" or unicodedata.category(letter)[0] in "CZ"


def _shown(address: str) -> str:
    return repr(address[:_SHOWN_LETTERS] + "…" * (len(address) > _SHOWN_LETTERS))


def _encoded(text: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", text), safe=_UNCHANGED)


def _encoded_mailbox(mailbox: str) -> str:
    name, _, host = mailbox.rpartition("@")
    if not name or "@" in name:
        message = f"{_shown(mailbox)} is no mailbox"
        raise EntryError(message, "write it like desk@clinic.example")
    return f"{_encoded(name)}@{_encoded_host(host)}"


def _encoded_host(host: str) -> str:
    """Return a host, and its port if it has one, in ASCII."""
    if "@" in host:
        message = f"{_shown(host)} has a name before the host"
        raise EntryError(message, "leave out all up to the @")
    plain = host if host.isascii() else _punycode(host)
    if not re.fullmatch(_HOST, plain):
        message = f"{_shown(host)} is no host that every phone finds"
        raise EntryError(message, "write it in full, such as clinic.example or xn--...")
    return plain


def _punycode(host: str) -> str:
    """Return a host in ASCII, or nothing where phones would not agree on it.

    Python's codec is that of IDNA 2003. For letters younger than that, and for the two
    that browsers have come to read otherwise (`ss` is no longer another spelling of
    `ß`), the clinic writes the punycode itself.
    """
    from stringprep import in_table_a1

    if any(letter in _READ_OTHERWISE or in_table_a1(letter) for letter in host):
        return ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
