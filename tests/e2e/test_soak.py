"""A soak: random visits by real touches, in every language, with a voice.

    pytest -n0 -s tests/e2e/test_soak.py --soak-minutes 20 --fuzz-seed 1

Left out unless it is asked for. It prints a line for each tenth of its time.
"""

import random
import statistics
import time
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from kiosk.domain.clinic import Clinic
from tests.support.programs import until
from tests.support.recording import show_figure
from tests.support.shipped import library_of
from tests.support.visitor import still
from tests.support.xtest import Hand

SIZE = (1920, 1080)
SLICES, WARM_UP = 10, 5
GROWTH_KIB = 2 * 1024
SLOWER = 1.25
"""The median of a touch may be so many times that of before: machines are not even."""
TOUCHES_A_VISIT = (4, 25)


@dataclass
class Measured:
    """A tenth of the time; `touch_ms` are from a touch to when all is done of it."""

    visits: int
    touches: int
    touch_ms: float
    pss_kib: int
    objects: int
    descriptors: int
    threads: int

    def __str__(self):
        return "  ".join(f"{it.name} {getattr(self, it.name)}" for it in fields(self))


class Guest:
    """A visitor who touches any button in sight, and says when it is enough."""

    def __init__(self, visitor, seed):
        packs = library_of(Clinic(name="")).ready_packs
        self._finished = {pack.strings.finished for pack in packs}
        self._visitor = visitor
        self._dice = random.Random(seed)
        self._hand = Hand(visitor.screen)
        self.took = []

    def visit(self):
        for _ in range(self._dice.randint(*TOUCHES_A_VISIT)):
            self._touch_something()
        until(self._has_gone, "the end of a visit")

    def _has_gone(self):
        """Touch what ends a visit; a first touch may only say what it is."""
        if self._visitor.ask("mode") == "ATTRACT":
            return True
        for button in self._visitor.sight()["buttons"]:
            if button["words"] in self._finished:
                self._touch(*button["middle"])
        self._visitor.ask("pass 10")
        return False

    def _touch_something(self):
        if self._visitor.ask("mode") == "ATTRACT":
            return self._touch(*(side // 2 for side in SIZE))
        if buttons := self._visitor.sight()["buttons"]:
            return self._touch(*self._dice.choice(buttons)["middle"])
        return self._touch(*(self._dice.randrange(side) for side in SIZE))

    def _touch(self, x, y):
        self._visitor.rest()
        began = time.perf_counter()
        self._hand.move(x, y)
        self._hand.click(1)
        self._hand.sync()
        self._visitor.ask("mode")
        self.took.append(time.perf_counter() - began)


@pytest.fixture
def visitor(server, record, start):
    """One whose kiosk has a real voice, and shows nothing of staff's to touch."""
    visitor = start(SIZE, attract=True)
    still(visitor.screen)
    return visitor


def test_a_soak_leaves_nothing_behind(visitor, request):
    minutes = request.config.option.soak_minutes
    guest = Guest(visitor, request.config.option.fuzz_seed)
    slices = [measure(guest, visitor, 60 * minutes / SLICES) for _ in range(SLICES)]
    warm, last = slices[:WARM_UP], slices[WARM_UP:]
    growth = min(it.pss_kib for it in last[-3:]) - max(it.pss_kib for it in warm)
    show_figure("memory after the warm-up, KiB:", growth)
    assert growth <= GROWTH_KIB
    for name in ("objects", "descriptors", "threads"):
        counts = [getattr(it, name) for it in slices]
        assert max(counts[-3:]) <= max(counts[:WARM_UP]), name
    before, after = (
        statistics.median(it.touch_ms for it in part) for part in (warm, last)
    )
    assert after <= SLOWER * before
    assert visitor.log.read_text() == ""
    assert visitor.ask("sweep") == "1 0"


def measure(guest, visitor, seconds):
    """Make visits for so many seconds; measure what they leave."""
    guest.took.clear()
    visits, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        guest.visit()
        visits += 1
    pss, objects = map(int, visitor.ask("memory").split())
    process = Path(f"/proc/{visitor.process.pid}")
    done = Measured(
        visits=visits,
        touches=len(guest.took),
        touch_ms=round(1000 * statistics.median(guest.took), 1),
        pss_kib=pss,
        objects=objects,
        descriptors=len(list((process / "fd").iterdir())),
        threads=len(list((process / "task").iterdir())),
    )
    show_figure(done)
    return done
