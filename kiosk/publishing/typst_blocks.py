"""The blocks of a page as calls of Typst, which sets them on paper and tags them.

All words are string literals: no sign in them means anything to Typst.
"""

from collections.abc import Iterable
from functools import singledispatchmethod

from kiosk.content.blocks import (
    Block,
    CareCard,
    DefinitionList,
    Divider,
    Drawing,
    Heading,
    Image,
    Link,
    Paragraph,
    Picture,
    PointList,
    Preformatted,
    Quote,
    Run,
    Runs,
    Sign,
    Signs,
    Table,
    Timeline,
)
from kiosk.publishing.images import Palette


class TypstBlocks:
    """Writes the blocks of one sheet; a card's heading is below that of its section."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._has_section = False

    def sheet(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as code, a line each."""
        return "\n".join(f"#{self._code(block)}" for block in blocks)

    @singledispatchmethod
    def _code(self, block: Block) -> str:
        raise NotImplementedError(type(block).__name__)

    @_code.register
    def _(self, block: Heading) -> str:
        self._has_section = self._has_section or not block.part
        level = 3 if block.part and self._has_section else 2
        return call("heading", literal(block.text), level=str(level))

    @_code.register
    def _(self, block: Paragraph) -> str:
        return call("par", words(block.runs))

    @_code.register
    def _(self, block: PointList) -> str:
        items = [self._parts(point) for point in block.points]
        if block.ordered:
            return call("enum", *items, start=str(block.start))
        return call("list", *items)

    @_code.register
    def _(self, block: DefinitionList) -> str:
        rows = [
            call(
                "terms.item",
                joined(map(words, it.terms)),
                joined(map(self._parts, it.meanings)),
            )
            for it in block.definitions
        ]
        return call("terms", *rows)

    @_code.register
    def _(self, block: Table) -> str:
        head = call("table.header", *map(words, block.header))
        cells = [words(cell) for row in block.rows for cell in row]
        return call("table", head, *cells, columns=str(len(block.header)))

    @_code.register
    def _(self, block: Quote) -> str:
        return call("quote", self._parts(block.parts), block="true")

    @_code.register
    def _(self, block: Preformatted) -> str:
        return call("par", literal(block.text))

    @_code.register
    def _(self, _block: Divider) -> str:
        return "pdf.artifact(line(length: 100%, stroke: 0.6pt))"

    @_code.register
    def _(self, block: Picture) -> str:
        return call("figure-of", *self._image(block.image), literal(block.alt))

    @_code.register
    def _(self, block: Signs) -> str:
        return call("signs", *map(self._sign, block.points))

    @_code.register
    def _(self, block: CareCard) -> str:
        order = "3" if self._has_section else "2"
        icon = literal(self._palette.icon(block.level.key, "ink"))
        head, body = literal(block.heading), self._parts(block.body)
        return call("card", literal(block.level.key), order, icon, head, body)

    @_code.register
    def _(self, block: Timeline) -> str:
        rows = [
            call("terms.item", literal(it.when), words(it.what)) for it in block.points
        ]
        return call("terms", *rows)

    @_code.register
    def _(self, block: Link) -> str:
        return call("par", literal(f"{block.text}: {block.address}"))

    def _parts(self, parts: Iterable[Block]) -> str:
        """Return the parts of a block; a lone tight paragraph is no paragraph."""
        held = tuple(parts)
        if len(held) == 1 and isinstance(held[0], Paragraph) and held[0].tight:
            return words(held[0].runs)
        return joined(map(self._code, held))

    def _sign(self, sign: Sign) -> str:
        picture, _ = self._image(sign.image)
        return call("sign", picture, self._parts(sign.body))

    def _image(self, image: Image) -> tuple[str, str]:
        """Return the data of a picture and its kind, as Typst writes them."""
        if isinstance(image, Drawing):
            return literal(self._palette.svg(image)), literal("svg")
        kind = "jpg" if image.format == "jpeg" else image.format
        return f"({', '.join(map(str, image.data))},)", literal(kind)


def call(name: str, *arguments: str, **named: str) -> str:
    """Return the call of a function of Typst."""
    pairs = [f"{key}: {value}" for key, value in named.items()]
    return f"{name}({', '.join((*pairs, *arguments))})"


def literal(text: str) -> str:
    """Return a text as Typst reads it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def joined(parts: Iterable[str]) -> str:
    """Return pieces of content one after another."""
    return f"{{ {'; '.join(parts)} }}"


def words(runs: Runs) -> str:
    """Return runs in their styles."""
    return joined(map(_run, runs))


def _run(run: Run) -> str:
    code = "; linebreak(); ".join(literal(line) for line in run.text.split("\n"))
    code = f"{{ {code} }}"
    code = call("emph", code) if run.emphasis else code
    return call("strong", code) if run.strong or run.address else code
