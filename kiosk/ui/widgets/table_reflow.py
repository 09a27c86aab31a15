"""Tables for words too large to stand beside each other."""

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def as_list(html: str) -> str:
    """Return a table's HTML as a list: of each row, every cell after its heading.

    Anything else is returned as it is. Nothing of a table is lost.
    """
    if not html.startswith("<table>"):
        return html
    from xml.etree import ElementTree

    table = ElementTree.fromstring(html)  # our own parser made it
    heads = [_words(head) for head in table.iter("th")]
    rows = [[_words(cell) for cell in row.iter("td")] for row in table.iter("tr")]
    return "".join(_item(heads, row) for row in rows if row)


def _item(heads: list[str], row: list[str]) -> str:
    lines = (
        f"<b>{escape(head)}:</b> {escape(cell)}"
        for head, cell in zip(heads, row, strict=False)
    )
    return f"<p>{'<br/>'.join(lines)}</p>"


def _words(element: "Element") -> str:
    return "".join(element.itertext()).strip()
