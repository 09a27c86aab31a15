"""Find the passage of a file that words on the screen come from.

What is on the screen has no marks of Markdown, and the clinic's own words in place of
`{terms}`; a passage is the one if nothing else differs, or else the nearest.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from kiosk.authoring.passages import Passage
from kiosk.content.placeholders import fill
from kiosk.domain.clinic import Clinic
from kiosk.files.pack_words import Way, clinic_terms

_NEAR = 0.6
_IN_ORDER, _PART = 0.9, 0.2
_TERM = re.compile(r"\{\w+\}")
_TARGET = re.compile(r"\]\([^)]*\)")
_HEAD = re.compile(r"^(?:!!!\s*[\w-]+|#{1,6}|[-*+]|\d+[.)])\s+")
_KEY = re.compile(r"""^[\w."'-]+\s*[=:]\s*""")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WORD = re.compile(r"\w+")
_UNSEEN = str.maketrans("", "", "\u200b\u00ad\u2066\u2067\u2068\u2069\u200e\u200f")


def terms_of(pack: Mapping[str, Any], clinic: Clinic) -> dict[str, str]:
    """Return what is shown for the terms in a language, as far as that is known.

    `pack` is the table in its file; an open clinic is meant.
    """
    help_words = pack.get("help", {}).get(Way.OPEN, {})
    own = clinic_terms(clinic, pack.get("strings", {}))
    return own | {name: fill(text, own) for name, text in help_words.items()}


class Match(Struct, frozen=True):
    """A passage, and how much of it is what is shown: all is 1."""

    passage: Passage
    fit: float


def find(
    shown: str, passages: Iterable[Passage], terms: Mapping[str, str]
) -> Match | None:
    """Return the passage that the words `shown` come from; None if there is none.

    The first of several that fit alike.
    """
    words = _words(shown)
    best = None
    for passage in passages if words else ():
        texts = (fill(text, terms) for text in _texts(passage))
        fit = max(_fit(words, text) for text in texts)
        if fit > (best.fit if best else _NEAR):
            best = Match(passage, fit)
        if fit == 1.0:
            break
    return best


def _texts(passage: Passage) -> Iterator[str]:
    """Yield the texts of a passage, without marks: an entry may have several."""
    lines = [_HEAD.sub("", line.strip()) for line in passage.text.splitlines()]
    text = _TARGET.sub(" ", " ".join(lines))
    yield text
    if _KEY.match(text):
        yield _KEY.sub("", text)
        yield from _QUOTED.findall(text)


def _fit(shown: list[str], text: str) -> float:
    """Return how much of a text is what is shown, from 0 to 1."""
    parts = [_words(part) for part in _TERM.split(text)]
    own = [word for part in parts for word in part]
    if own == shown:
        return 1.0
    if not own:
        return 0.0
    common = (Counter(own) & Counter(shown)).total()
    alike = 0.99 * common / max(len(own), len(shown))
    if len(parts) > 1 and _are_in_order(parts, shown):
        return max(alike, _IN_ORDER)
    return max(alike, _part(own, shown))


def _part(own: list[str], shown: list[str]) -> float:
    """Return how much of the longer one it is, if one of them is in the other.

    A row of a timeline is shown in two parts, and several sentences in one line.
    """
    short, long = sorted((own, shown), key=len)
    is_part = _are_in_order([short], long)
    return _NEAR + _PART * len(short) / len(long) if is_part else 0.0


def _are_in_order(parts: list[list[str]], shown: list[str]) -> bool:
    """Return whether the parts between terms are all shown, one after the other."""
    place = 0
    for part in filter(None, parts):
        starts = range(place, len(shown) - len(part) + 1)
        at = next((it for it in starts if shown[it : it + len(part)] == part), None)
        if at is None:
            return False
        place = at + len(part)
    return True


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_UNSEEN).casefold())
