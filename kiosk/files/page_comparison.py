"""Compare the blocks of a translation with those of the page that it translates."""

from collections.abc import Iterator
from itertools import zip_longest

from kiosk.content.blocks import Block
from kiosk.content.plain_text import outline, text_of
from kiosk.errors import EntryError

_REMEDY = (
    "give it the same headings, cards, paragraphs, points, rows and cells as there, "
    "in the same order"
)
_LONGEST = 40  # letters of a passage that are repeated


def compare_blocks(
    ours: tuple[Block, ...], theirs: tuple[Block, ...], text: str
) -> None:
    """Check that a translation has the points of its source; raises `EntryError`.

    `text` is that of the translation's file, to find the line that is another.
    """
    for number, (our, their) in enumerate(zip_longest(ours, theirs), 1):
        if our and their and outline(our) == outline(their):
            continue
        begins = next(iter(text_of([our] if our else [their]).split("\n")), "")
        said = f", “{begins[:_LONGEST]}”," if begins else ""
        of = "" if our else " of the source"
        message = (
            f"part {number}{of}{said} is not made like part {number} of the page it "
            "translates"
        )
        raise EntryError(message, _REMEDY, line=_line_of(our, text))


def _line_of(block: Block | None, text: str) -> int:
    """Return the line of a file that a block begins on; its last for none."""
    lines = text.splitlines()
    for near in _beginnings(block) if block else ():
        for number, line in enumerate(lines, 1):
            if near in line:
                return number
    return len(lines)


def _beginnings(block: Block) -> Iterator[str]:
    """Yield what the line of a block may have: fewer words each time."""
    words = text_of([block]).split("\n")[0].split()
    for count in (len(words), 4, 3, 2, 1):
        if words[:count]:
            yield " ".join(words[:count])
