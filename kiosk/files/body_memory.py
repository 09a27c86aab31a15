"""Remember the bodies of pages, for a folder that is read again at each change."""

from collections.abc import Callable, Hashable

from msgspec import Struct, field

from kiosk.content.blocks import Block
from kiosk.errors import EntryError

_MOST = 10_000

Doubt = Callable[[EntryError], None]
_Known = tuple[tuple[Block, ...], tuple[EntryError, ...]]


class BodyMemory(Struct):
    """The blocks of each text read so far, and the slips in it; it forgets mistakes."""

    _known: dict[Hashable, _Known] = field(default_factory=dict)

    def blocks(
        self,
        key: Hashable,
        parse: Callable[[Doubt], tuple[Block, ...]],
        doubt: Doubt,
    ) -> tuple[Block, ...]:
        """Return what `parse` returned for this key; report the slips again.

        The key has everything that the blocks are made of.
        """
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            slips: list[EntryError] = []
            self._known[key] = parse(slips.append), tuple(slips)
        blocks, doubts = self._known[key]
        for slip in doubts:
            doubt(slip)
        return blocks
