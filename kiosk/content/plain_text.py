"""The words of blocks without their styles, and how blocks are made, without words."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from kiosk.content.blocks import (
    Block,
    CareCard,
    DefinitionList,
    Heading,
    Link,
    Paragraph,
    Picture,
    PointList,
    Preformatted,
    Quote,
    Runs,
    Signs,
    Table,
    Timeline,
)


def text_of(blocks: Iterable[Block]) -> str:
    """Return the words of blocks: a line for each paragraph, point and cell."""
    return "\n".join(line for block in blocks for line in _lines(block))


def text_of_runs(runs: Runs) -> str:
    """Return the words of runs."""
    return "".join(run.text for run in runs)


@singledispatch
def outline(block: Block) -> tuple[object, ...]:
    """Return the structure of a block, which no language changes.

    Two pages whose outlines agree have as many points, rows and filled cells, in the
    same cards.
    """
    return (type(block).__name__,)


@outline.register
def _(block: Heading) -> tuple[object, ...]:
    return ("Heading", block.part)


@outline.register
def _(block: PointList) -> tuple[object, ...]:
    return ("PointList", *map(_outlines, block.points))


@outline.register
def _(block: DefinitionList) -> tuple[object, ...]:
    made = ((len(d.terms), *map(_outlines, d.meanings)) for d in block.definitions)
    return ("DefinitionList", *made)


@outline.register
def _(block: Table) -> tuple[object, ...]:
    rows = (block.header, *block.rows)
    return ("Table", *(tuple(map(bool, cells)) for cells in rows))


@outline.register
def _(block: Quote) -> tuple[object, ...]:
    return ("Quote", _outlines(block.parts))


@outline.register
def _(block: CareCard) -> tuple[object, ...]:
    return ("CareCard", block.level, _outlines(block.body))


@outline.register
def _(block: Signs) -> tuple[object, ...]:
    return ("Signs", *((sign.image, _outlines(sign.body)) for sign in block.points))


@outline.register
def _(block: Timeline) -> tuple[object, ...]:
    return ("Timeline", len(block.points))


@outline.register
def _(block: Link) -> tuple[object, ...]:
    return ("Link", block.address)


def _outlines(blocks: Iterable[Block]) -> tuple[object, ...]:
    return tuple(map(outline, blocks))


@singledispatch
def _lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block; a divider has none."""
    yield from ()


@_lines.register(Heading)
@_lines.register(Preformatted)
@_lines.register(Link)
def _(block: Heading | Preformatted | Link) -> Iterator[str]:
    yield block.text


@_lines.register
def _(block: Picture) -> Iterator[str]:
    yield block.alt


@_lines.register
def _(block: Paragraph) -> Iterator[str]:
    yield text_of_runs(block.runs)


@_lines.register
def _(block: PointList) -> Iterator[str]:
    yield from map(text_of, block.points)


@_lines.register
def _(block: DefinitionList) -> Iterator[str]:
    for definition in block.definitions:
        yield from map(text_of_runs, definition.terms)
        yield from map(text_of, definition.meanings)


@_lines.register
def _(block: Table) -> Iterator[str]:
    for cells in (block.header, *block.rows):
        yield from map(text_of_runs, cells)


@_lines.register
def _(block: Quote) -> Iterator[str]:
    yield text_of(block.parts)


@_lines.register
def _(block: CareCard) -> Iterator[str]:
    yield block.heading
    yield text_of(block.body)


@_lines.register
def _(block: Signs) -> Iterator[str]:
    yield from (text_of(sign.body) for sign in block.points)


@_lines.register
def _(block: Timeline) -> Iterator[str]:
    yield from (f"{it.when}: {text_of_runs(it.what)}" for it in block.points)
