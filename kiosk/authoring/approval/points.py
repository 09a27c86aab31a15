"""The points of a page's care cards, to compare with those that were approved."""

from collections.abc import Iterable, Iterator

from kiosk.content.blocks import Block, CareCard, PointList, Signs
from kiosk.content.plain_text import text_of as plain
from kiosk.domain.triage import Level


def points_of(blocks: Iterable[Block]) -> dict[Level, tuple[str, ...]]:
    """Return the points of care cards by their level, as plain text."""
    points: dict[Level, tuple[str, ...]] = {}
    for card in (block for block in blocks if isinstance(block, CareCard)):
        points[card.level] = (*points.get(card.level, ()), *_points(card))
    return points


def _points(card: CareCard) -> Iterator[str]:
    for part in card.body:
        if isinstance(part, PointList):
            yield from (" ".join(plain(point).split()) for point in part.points)
        elif isinstance(part, Signs):
            yield from (" ".join(plain(sign.body).split()) for sign in part.points)
