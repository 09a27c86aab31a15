"""The slides of the attract screen: an invitation and one short fact each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from math import lcm

from kiosk.content.packs import Pack
from kiosk.content.words import Strings


@dataclass(frozen=True, slots=True)
class Slide:
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
    told = [_slides(pack) for pack in packs]
    turns = lcm(*map(len, told))
    rounds = (islice(cycle(own), turns) for own in told)
    return tuple(slide for row in zip(*rounds, strict=True) for slide in row)


def _slides(pack: Pack) -> list[Slide]:
    """Return one language's slides: at least the invitation, without a fact."""
    pages = [page for page in pack.pages if page.fact] or pack.pages[:1]
    return [Slide(pack.language, pack.rtl, pack.strings, p.fact, p.icon) for p in pages]


def drift(step: int) -> tuple[float, float]:
    """Return the place of slide `step`, as a part of the free room: 0 to 1 each way.

    Both ways go to and fro with different lengths, so that in time no letter stays
    where it was: a still picture burns into some screens.
    """
    return _to_and_fro(step, 9), _to_and_fro(step, 13)


def _to_and_fro(step: int, length: int) -> float:
    place = (step + length // 2) % (2 * length)
    return (place if place <= length else 2 * length - place) / length
