"""The blocks of a page as plain HTML, for browsers and those who hear them read."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import singledispatchmethod
from html import escape

from kiosk.content.blocks import (
    Alignment,
    Block,
    CareCard,
    DefinitionList,
    Divider,
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
from kiosk.domain.triage import Level
from kiosk.publishing.images import Palette, svg_address

_HEAD_COLOURS = {
    Level.INFORMATION: "accent",
    Level.ROUTINE: "routine_ink",
    Level.SAME_DAY: "same_day_ink",
    Level.EMERGENCY: "on_emergency",
}


class HtmlBlocks:
    """Writes the blocks of one page.

    `calls` are the phone numbers to make links of in what says whom to call, with
    their addresses; `keep` stores a picture and returns where a page finds it.
    """

    def __init__(
        self,
        palette: Palette,
        calls: Mapping[str, str],
        keep: Callable[[Image], str],
    ) -> None:
        self._palette = palette
        self._calls = calls
        self._keep = keep
        self._has_section = False

    def page(self, blocks: Iterable[Block]) -> str:
        """Return the blocks of a page, below its title of the first order."""
        return "\n".join(map(self._html, blocks))

    def with_calls(self, text: str) -> str:
        """Return a sentence in which the numbers to call are links."""
        return with_calls(escaped(text), self._calls)

    @singledispatchmethod
    def _html(self, block: Block) -> str:
        raise NotImplementedError(type(block).__name__)

    @_html.register
    def _(self, block: Heading) -> str:
        self._has_section = self._has_section or not block.part
        return element("h3" if block.part else "h2", escaped(block.text))

    @_html.register
    def _(self, block: Paragraph) -> str:
        return element("p", words(block.runs), "tight" if block.tight else "")

    @_html.register
    def _(self, block: PointList) -> str:
        points = "".join(element("li", self._parts(it)) for it in block.points)
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>{points}</ol>" if block.ordered else element("ul", points)

    @_html.register
    def _(self, block: DefinitionList) -> str:
        rows = (
            "".join(element("dt", words(runs)) for runs in definition.terms)
            + "".join(element("dd", self._parts(it)) for it in definition.meanings)
            for definition in block.definitions
        )
        return element("dl", "".join(rows))

    @_html.register
    def _(self, block: Table) -> str:
        head = _row('th scope="col"', block.header, block.alignments)
        rows = "".join(_row("td", cells, block.alignments) for cells in block.rows)
        return element("table", element("thead", head) + element("tbody", rows))

    @_html.register
    def _(self, block: Quote) -> str:
        return element("blockquote", self._parts(block.parts))

    @_html.register
    def _(self, block: Preformatted) -> str:
        return element("pre", escaped(block.text))

    @_html.register
    def _(self, _block: Divider) -> str:
        return "<hr>"

    @_html.register
    def _(self, block: Picture) -> str:
        return self._image(block.image, block.alt, "picture")

    @_html.register
    def _(self, block: Signs) -> str:
        return element("ul", "".join(map(self._sign, block.points)), "signs")

    @_html.register
    def _(self, block: CareCard) -> str:
        icon = self._palette.icon(block.level.key, _HEAD_COLOURS[block.level])
        mark = f'<img class="mark" src="{svg_address(icon)}" alt="">' if icon else ""
        order = "h3" if self._has_section else "h2"
        head = element(order, mark + element("span", escaped(block.heading)))
        body = with_calls(self._parts(block.body), self._calls)
        return element("section", head + body, f"card {block.level.key}")

    @_html.register
    def _(self, block: Timeline) -> str:
        rows = (
            element("dt", escaped(it.when)) + element("dd", words(it.what))
            for it in block.points
        )
        return element("dl", "".join(rows), "timeline")

    @_html.register
    def _(self, block: Link) -> str:
        return element("p", anchor(block.text, block.address))

    def _parts(self, parts: Iterable[Block]) -> str:
        """Return the parts of a block; a lone tight paragraph needs no element."""
        held = tuple(parts)
        if len(held) == 1 and isinstance(held[0], Paragraph) and held[0].tight:
            return words(held[0].runs)
        return "".join(map(self._html, held))

    def _sign(self, sign: Sign) -> str:
        image = self._image(sign.image, "", "sign")
        return element("li", image + element("div", self._parts(sign.body)))

    def _image(self, image: Image, alt: str, kind: str) -> str:
        text, source = escape(alt), escape(self._keep(image))
        return f'<img class="{kind}" src="{source}" alt="{text}">'


def with_calls(html: str, calls: Mapping[str, str]) -> str:
    """Return HTML in which numbers to call are links; those within others are not."""
    if not calls:
        return html
    numbers = "|".join(re.escape(escaped(it)) for it in sorted(calls, key=len)[::-1])
    addresses = {escaped(number): address for number, address in calls.items()}
    found = re.compile(rf"<[^>]*>|(?<![\w+])({numbers})(?!\w|[.,]\d)")
    return found.sub(lambda it: _call(it, addresses), html)


def _call(found: re.Match[str], addresses: Mapping[str, str]) -> str:
    number = found[1]
    return f'<a href="{addresses[number]}">{number}</a>' if number else found[0]


def anchor(text: str, address: str) -> str:
    """Return a link; a page that it leads to is not told where it came from."""
    return f'<a href="{escape(address)}" rel="noreferrer">{escaped(text)}</a>'


def words(runs: Runs) -> str:
    """Return runs in their styles."""
    return "".join(map(_run, runs))


def escaped(text: str) -> str:
    """Return plain text as HTML shows it."""
    return escape(text, quote=False)


def element(tag: str, html: str, kind: str = "") -> str:
    """Return an element, of a class if it has one; `tag` may carry attributes."""
    classes = f' class="{kind}"' if kind else ""
    return f"<{tag}{classes}>{html}</{tag.partition(' ')[0]}>"


def _run(run: Run) -> str:
    html = escaped(run.text).replace("\n", "<br>")
    html = element("code", html) if run.code else html
    html = element("em", html) if run.emphasis else html
    return element("strong", html) if run.strong or run.address else html


def _row(tag: str, cells: Iterable[Runs], alignments: Iterable[Alignment]) -> str:
    pairs = zip(cells, alignments, strict=True)
    return element("tr", "".join(element(tag, words(it), side) for it, side in pairs))
