"""Tables as lists, where their cells are too wide for the page."""

from collections.abc import Iterable, Iterator

from kiosk.content.blocks import Heading, Paragraph, Parts, Prose, Run, Runs, Table
from kiosk.content.plain_text import text_of_runs


def without_tables(parts: Iterable[Prose | Heading]) -> Parts:
    """Return parts with a paragraph for each row: every cell after its heading.

    Nothing of a table is lost.
    """
    return tuple(reflowed for part in parts for reflowed in _reflowed(part))


def _reflowed(part: Prose | Heading) -> Iterator[Prose | Heading]:
    if not isinstance(part, Table):
        yield part
        return
    for row in part.rows:
        lines = map(_line, part.header, row)
        yield Paragraph(_joined(lines))


def _line(heading: Runs, cell: Runs) -> Runs:
    return (Run(f"{text_of_runs(heading)}:", strong=True), Run(" "), *cell)


def _joined(lines: Iterable[Runs]) -> Runs:
    runs = [run for line in lines for run in (Run("\n"), *line)]
    return tuple(runs[1:])
