"""Tables as lists, where their cells are too wide for the page."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextDocument

from kiosk.content.blocks import Heading, Paragraph, Parts, Prose, Run, Runs, Table
from kiosk.content.plain_text import text_of_runs
from kiosk.domain.metrics import TextSize
from kiosk.ui.style.look import Look
from kiosk.ui.style.rich_text import html_of
from kiosk.ui.style.text_measure import font_of


def fitting(
    parts: Iterable[Prose | Heading], look: Look, width: int
) -> Iterable[Prose | Heading]:
    """Return parts that fit a width in pixels: tables that are wider become lists.

    Large words have no room for the columns of any table.
    """
    is_larger = look.metrics.text_scale > 1
    for part in parts:
        if isinstance(part, Table) and (is_larger or _is_wider(part, look, width)):
            yield from without_tables([part])
        else:
            yield part


def _is_wider(table: Table, look: Look, width: int) -> bool:
    document = QTextDocument()
    document.setDefaultFont(font_of(look, TextSize.BODY, bold=False))
    document.setHtml(look.rich(html_of([table])))
    document.setTextWidth(max(1, width))
    return document.size().width() > width


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
