"""The slides of the attract screen: an invitation and one short fact each."""

from collections.abc import Sequence
from itertools import cycle, islice
from math import lcm

from msgspec import Struct

from kiosk.content.packs import Pack
from kiosk.content.words import Strings


class Slide(Struct, frozen=True):
    """One language's invitation with one of its facts, which may be empty.

    `icon` is that of the page the fact is from; `rtl` is true from right to left.
    """

    language: str
    rtl: bool
    strings: Strings
    fact: str
    icon: str


def slides(packs: Sequence[Pack]) -> tuple[Slide, ...]:
    """Return a round of slides: the languages take turns, and so do their facts."""
    by_language = [_slides(pack) for pack in packs]
    length = lcm(*map(len, by_language))
    rounds = (islice(cycle(own), length) for own in by_language)
    return tuple(slide for row in zip(*rounds, strict=True) for slide in row)


def _slides(pack: Pack) -> list[Slide]:
    """Return one language's slides: at least the invitation, without a fact."""
    pages = [page for page in pack.pages if page.fact] or pack.pages[:1]
    return [Slide(pack.language, pack.rtl, pack.strings, p.fact, p.icon) for p in pages]
