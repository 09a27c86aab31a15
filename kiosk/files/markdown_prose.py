"""Turn elements of a Markdown document into prose: paragraphs, lists, tables, runs.

Cards, pictures and the check of links are left to `kiosk.files.markdown_pages`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import (
    Alignment,
    Definition,
    DefinitionList,
    Divider,
    Heading,
    Paragraph,
    Parts,
    PointList,
    Preformatted,
    Prose,
    Quote,
    Run,
    Runs,
    Table,
)
from kiosk.content.placeholders import CLINIC_TERMS, fill
from kiosk.content.plain_text import text_of_runs
from kiosk.content.sentences import whole_sentences

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SECTIONS = frozenset({"h1", "h2"})
_INLINE = frozenset({"a", "br", "code", "em", "strong"})
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_PLAIN = Run("")
_NO_PICTURE = "a picture needs an empty line before and after"
_UNSET = "\N{OBJECT REPLACEMENT CHARACTER}"  # for a term that the clinic has not set


class PageError(ValueError):
    """A mistake in a page; `near` is text of the mistaken line."""

    def __init__(self, near: str, problem: str) -> None:
        super().__init__(problem)
        self.near = near


class ProseReader(Struct, frozen=True, dict=True):
    """Read elements, and put the clinic's own `terms` where their names are."""

    terms: Mapping[str, str]

    def parts(self, element: "Element") -> Parts:
        """Return an element's content.

        Words outside of any paragraph are a tight one.
        """
        return tuple(self._parts(element))

    def part(self, element: "Element") -> Prose | Heading:
        """Return one element that is no card and has no picture."""
        readers: dict[str, Callable[[Element], Prose | Heading]] = {
            "p": lambda it: Paragraph(self.runs(it)),
            "ul": self._points,
            "ol": self._points,
            "dl": self._definitions,
            "table": self._table,
            "blockquote": lambda it: Quote(self.parts(it)),
            "pre": self._lines,
            "hr": lambda _: Divider(),
            **dict.fromkeys(_HEADINGS, self.heading),
        }
        if element.tag not in readers:
            raise PageError(element.get("src", ""), _NO_PICTURE)
        return readers[element.tag](element)

    def heading(self, element: "Element") -> Heading:
        """Return a heading without the styles of its words."""
        return Heading(self.text(element), part=element.tag not in _SECTIONS)

    def text(self, element: "Element") -> str:
        """Return the words of an element of one line."""
        return text_of_runs(self.runs(element))

    def runs(self, element: "Element") -> Runs:
        """Return the words of an element that has nothing but words."""
        return _trimmed(self._runs(element, _PLAIN))

    def _parts(self, element: "Element") -> Iterator[Prose | Heading]:
        loose = [*self._words(element.text, _PLAIN)]
        for child in element:
            if child.tag in _INLINE:
                loose += self._styled(child, _PLAIN)
            else:
                yield from _tight(loose)
                loose = []
                yield self.part(child)
            loose += self._words(child.tail, _PLAIN)
        yield from _tight(loose)

    def _lines(self, element: "Element") -> Preformatted:
        return Preformatted(
            self._filled("".join(element.itertext())).replace(_UNSET, "")
        )

    def _points(self, element: "Element") -> PointList:
        points = tuple(map(self.parts, element))
        start = int(element.get("start", "1"))
        return PointList(points, ordered=element.tag == "ol", start=start)

    def _definitions(self, element: "Element") -> DefinitionList:
        """Return terms with the meanings that follow them."""
        definitions: list[Definition] = []
        for child in element:
            is_term = child.tag == "dt"
            if not definitions or (is_term and definitions[-1].meanings):
                definitions.append(Definition((), ()))
            if is_term:
                terms = (*definitions[-1].terms, self.runs(child))
                definitions[-1] = replace(definitions[-1], terms=terms)
            else:
                meanings = (*definitions[-1].meanings, self.parts(child))
                definitions[-1] = replace(definitions[-1], meanings=meanings)
        return DefinitionList(tuple(definitions))

    def _table(self, element: "Element") -> Table:
        header, *rows = (tuple(map(self.runs, row)) for row in element.iter("tr"))
        return Table(header, tuple(rows), tuple(map(_alignment, element.iter("th"))))

    def _runs(self, element: "Element", style: Run) -> Iterator[Run]:
        yield from self._words(element.text, style)
        for child in element:
            yield from self._styled(child, style)
            yield from self._words(child.tail, style)

    def _styled(self, element: "Element", style: Run) -> Iterator[Run]:
        """Yield the runs of an element inside of a line."""
        if element.tag == "br":
            yield replace(style, text="\n")
            return
        if element.tag == "img":
            raise PageError(element.get("src", ""), _NO_PICTURE)
        styles = {
            "strong": partial(replace, style, strong=True),
            "em": partial(replace, style, emphasis=True),
            "code": partial(replace, style, code=True),
            "a": partial(replace, style, address=element.get("href", "")),
        }
        yield from self._runs(element, styles[element.tag]())

    def _words(self, text: str | None, style: Run) -> Iterator[Run]:
        if text:
            words = _WHITE_SPACE.sub(" ", self._filled(text))
            yield Run(words) if style is _PLAIN else replace(style, text=words)

    def _filled(self, text: str) -> str:
        """Return `text` with its terms and the characters it names, as in "&nbsp;"."""
        if "{" in text:
            text = fill(text, self._escaped_terms)
        return _ENTITY.sub(_character, text) if "&" in text else text

    @cached_property
    def _escaped_terms(self) -> dict[str, str]:
        """The terms, fit to be shown as they are in a text that names characters."""
        escaped = {it: word.replace("&", "&amp;") for it, word in self.terms.items()}
        return escaped | {it: _UNSET for it in CLINIC_TERMS if escaped.get(it) == ""}


def _character(entity: re.Match[str]) -> str:
    from html import unescape

    return unescape(entity[0])


def _tight(runs: Iterable[Run]) -> Iterator[Paragraph]:
    if words := _trimmed(runs):
        yield Paragraph(words, tight=True)


def _trimmed(runs: Iterable[Run]) -> Runs:
    """Return runs without white space at the ends of lines, and join equal styles."""
    joined: list[Run] = []
    for run in _said(tuple(runs)):
        starts_line = not joined or joined[-1].text.endswith("\n")
        text = run.text.lstrip(" ") if starts_line else run.text
        if joined and _style(joined[-1]) == _style(run):
            joined[-1] = replace(run, text=joined[-1].text + text)
        elif text:
            joined.append(run if text == run.text else replace(run, text=text))
    return _without_end(joined)


def _style(run: Run) -> tuple[bool, bool, bool, str]:
    return run.strong, run.emphasis, run.code, run.address


def _said(runs: Runs) -> Iterator[Run]:
    """Yield runs without the sentences that need a term which is not set."""
    text = text_of_runs(runs)
    if _UNSET not in text:
        yield from runs
        return
    spans = [it for it in whole_sentences(text) if _UNSET in text[it.start : it.end]]
    left_out = {place for it in spans for place in range(it.start, it.end + 1)}
    start = 0
    for run in runs:
        places = enumerate(run.text, start)
        kept = (letter for place, letter in places if place not in left_out)
        yield replace(run, text="".join(kept))
        start += len(run.text)


def _without_end(runs: list[Run]) -> Runs:
    while runs and not runs[-1].text.rstrip(" "):
        runs.pop()
    if runs and runs[-1].text.endswith(" "):
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return tuple(runs)


def _alignment(cell: "Element") -> Alignment:
    side = cell.get("style", "").removeprefix("text-align: ").rstrip(";")
    return Alignment(side)
