"""Read the body of a page: mend plain slips, parse it, and find what is left over."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.content.blocks import Block, CareCard, Link, Paragraph, PointList, Signs
from kiosk.content.leftovers import leftovers
from kiosk.content.plain_text import text_of
from kiosk.errors import EntryError
from kiosk.files.markdown_cards import is_card, mended_cards
from kiosk.files.markdown_limits import first_excess
from kiosk.files.markdown_lists import mended_lists
from kiosk.files.markdown_mends import Line, Slip, mended_lines
from kiosk.files.parsing import Mistakes

if TYPE_CHECKING:
    from kiosk.files.markdown_pages import PageParser

Doubt = Callable[[EntryError], None]


def body_blocks(
    parser: "PageParser", markdown: str, first_line: int, doubt: Doubt
) -> tuple[Block, ...]:
    """Return the blocks of a body that begins on `first_line` of its file.

    `doubt` is called with each slip that was mended. Raises for every mistake that is
    not plain, and for marks among the words.
    """
    from kiosk.files.markdown_prose import PageError

    def mended(slip: Slip) -> None:
        line = slip.line + first_line - 1
        doubt(EntryError(slip.message, slip.remedy, line=line))

    is_excessive = first_excess(markdown) is not None
    plain = [Line(number, it) for number, it in enumerate(markdown.split("\n"), 1)]
    lines = [
        *mended_lists(mended_cards(mended_lines(markdown, mended), mended), mended)
    ]
    body = _Body(plain if is_excessive else lines, first_line)
    try:
        blocks = parser.blocks("\n".join(line.text for line in body.lines))
    except PageError as fault:
        raise body.error(fault) from fault
    except ExceptionGroup as faults:
        errors = [body.error(each) for each in faults.exceptions]
        raise ExceptionGroup("mistakes", errors) from faults
    _check(blocks, body, parser.terms.values(), doubt)
    return blocks


class _Body(Struct, frozen=True):
    """The mended lines of a body, to find the line that something is on."""

    lines: list[Line]
    first_line: int

    def error(self, fault: Exception) -> EntryError:
        """Return a mistake with its line in the file."""
        near = getattr(fault, "near", "")
        return EntryError(str(fault), line=self.line_of(near))

    def line_of(self, near: str) -> int:
        """Return the line of the file that `near` is, or is in, or else the first."""
        exact = (line for line in self.lines if line.text.strip() == near)
        found = next(exact, None)
        return self._number(found) if found else self.line_with(near)

    def line_with(self, marks: str, after: int = 0) -> int:
        """Return the first line with some marks; lines before `after` come last."""
        lines = sorted(self.lines, key=lambda line: self._number(line) < after)
        found = next((line for line in lines if marks in line.text), None)
        return self._number(found) if found else self.first_line

    def cards(self) -> Iterator[int]:
        """Yield the line of each care card."""
        for line in self.lines:
            if is_card(line) and "timeline" not in line.text:
                yield self._number(line)

    def _number(self, line: Line) -> int:
        return line.number + self.first_line - 1


def _check(
    blocks: tuple[Block, ...], body: _Body, terms: Iterable[str], doubt: Doubt
) -> None:
    """Check that no mark is among the words, and each card has its points."""
    mistakes = Mistakes()
    put_in = "\n".join(terms)
    line = 0
    for text in _texts(blocks):
        for left in leftovers(text):
            if left.near in put_in:
                continue
            line = body.line_with(left.near, line)
            error = EntryError(left.message, left.remedy, line=line)
            (doubt if left.is_small else mistakes.add)(error)
    for problem in _card_problems(blocks, body):
        mistakes.add(problem)
    mistakes.raise_found()


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words of a page, by paragraph, heading, point and cell."""
    for block in blocks:
        if not isinstance(block, Link):
            yield from text_of([block]).split("\n")


def _card_problems(blocks: tuple[Block, ...], body: _Body) -> Iterator[EntryError]:
    """Yield each card that is empty, and each whose points stand below it."""
    lines = body.cards()
    for block, below in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, CareCard):
            continue
        line = next(lines, body.first_line)
        remedy = "begin each of its lines with four spaces"
        if not text_of(block.body).strip():
            yield EntryError("this card is empty", remedy, line=line)
        elif isinstance(below, PointList | Signs) and _is_open_ended(block):
            message = "the points of this card stand outside of it"
            yield EntryError(message, remedy, line=line)


def _is_open_ended(card: CareCard) -> bool:
    """Check whether points should follow what a card says."""
    has_points = any(isinstance(part, PointList | Signs) for part in card.body)
    last = card.body[-1]
    said = text_of([last]) if isinstance(last, Paragraph) else ""
    return said.endswith(":") or (card.heading.endswith(":") and not has_points)
