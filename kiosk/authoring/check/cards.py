"""Compare the care cards of pages with those of before: none may say less unseen."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kiosk.authoring.check.subject import CheckedPage, Subject, mistake
from kiosk.content.blocks import Block, CareCard, PointList, Sign, Signs
from kiosk.content.library import Library
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.errors import Problem
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names

_REMEDY = "put it back, or have the page approved: kiosk approve"


def lost_cards(subject: Subject) -> Iterator[Problem]:
    """Yield cards and signs that are gone, or less urgent than they were.

    An approved page is as it should be.
    """
    pack = subject.first_written
    for it in subject.pages_of(pack) if pack else ():
        if not it.page.approval.is_valid(subject.today):
            yield from _lost(it, before(it.page.id), subject)


def _lost(
    it: CheckedPage, before: Iterable[Block], subject: Subject
) -> Iterator[Problem]:
    had, has = _points(before), _points(it.blocks)
    for level in (Level.EMERGENCY, Level.SAME_DAY):
        line = subject.line_of_text(it.path, f"!!! {level.key}")
        if level in had and level not in has:
            message = f"the {level.key} card of this page is gone"
            yield mistake(it.path, line, message, _REMEDY)
            continue
        if missing := had.get(level, 0) - has.get(level, 0):
            message = f"the {level.key} cards have {missing} fewer points than before"
            if missing > 0:
                yield mistake(it.path, line, message, _REMEDY)
    yield from _lowered(it, _signs(before), subject)


def _lowered(
    it: CheckedPage, before: Mapping[str, Level], subject: Subject
) -> Iterator[Problem]:
    now = _signs(it.blocks)
    for symptom in before.keys() & now.keys():
        if now[symptom] < before[symptom]:
            line = subject.line_of_text(it.path, f"{symptom}.")
            message = f"{symptom} was in a card of {before[symptom].key}"
            yield mistake(it.path, line, message, _REMEDY)


def _points(blocks: Iterable[Block]) -> dict[Level, int]:
    """Return how many points the cards of each level have that there is."""
    points: dict[Level, int] = {}
    for card in blocks:
        if isinstance(card, CareCard):
            lists = (it for it in card.body if isinstance(it, PointList | Signs))
            count = sum(len(it.points) for it in lists)
            points[card.level] = points.get(card.level, 0) + count
    return points


def _signs(blocks: Iterable[Block]) -> dict[str, Level]:
    """Return the most urgent card that each pictured symptom is in."""
    levels: dict[str, Level] = {}
    for card in blocks:
        if isinstance(card, CareCard):
            for sign in _pictured(card):
                least = levels.get(sign.symptom, card.level)
                levels[sign.symptom] = max(least, card.level)
    return levels


def _pictured(card: CareCard) -> Iterator[Sign]:
    for part in card.body:
        if isinstance(part, Signs):
            yield from part.points


def before(page: str) -> tuple[Block, ...]:
    """Return the body of a page as it came with the program; empty for any other."""
    pack = shipped().staff_pack
    return pack.bodies.get(page, ())


@cache
def shipped() -> Library:
    """Return the content that came with the program."""
    loader = LibraryLoader(clinic=Clinic(name="-"), icons=icon_names(resources()))
    return loader.load(Snapshot.take(resources() / "content"))
