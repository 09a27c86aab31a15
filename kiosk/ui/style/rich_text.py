"""Prose as the HTML that Qt's rich text knows; no other module makes HTML."""

import re
from collections.abc import Iterable
from functools import singledispatch

from kiosk.content.blocks import (
    Alignment,
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

_ROW = re.compile(r"(?<=<tr>).*?(?=</tr>)")
_CELL = re.compile(r"<t[hd]\b.*?</t[hd]>")

_LONG_WORD = re.compile(r"[^\s\u2060]{16}(?=[^\s\u2060]{8})")
"""The first letters of a word of 24 or more, which may break behind them."""


def html_of(parts: Iterable[Prose | Heading]) -> str:
    """Return the HTML of some parts of a page, without the style sheet."""
    return "".join(map(_html, parts))


def mirrored(html: str) -> str:
    """Return HTML whose tables begin at the right: Qt would draw them from the left."""
    rows = _ROW.sub(lambda row: "".join(reversed(_CELL.findall(row[0]))), html)
    return rows.replace("<table>", '<table align="right">')


@singledispatch
def _html(part: Prose | Heading) -> str:
    raise NotImplementedError(type(part).__name__)


@_html.register
def _(part: Heading) -> str:
    return _in("h3" if part.part else "h2", _escaped(part.text))


@_html.register
def _(part: Paragraph) -> str:
    words = _words(part.runs)
    return words if part.tight else _in("p", words)


@_html.register
def _(part: PointList) -> str:
    points = "".join(_in("li", html_of(point)) for point in part.points)
    if not part.ordered:
        return _in("ul", points)
    return f'<ol start="{part.start}">{points}</ol>'


@_html.register
def _(part: DefinitionList) -> str:
    return _in(
        "dl", "".join(_definition(d.terms, d.meanings) for d in part.definitions)
    )


@_html.register
def _(part: Table) -> str:
    head = _in("thead", _row("th", part.header, part.alignments))
    rows = "".join(_row("td", cells, part.alignments) for cells in part.rows)
    return _in("table", head + _in("tbody", rows))


@_html.register
def _(part: Quote) -> str:
    return _in("blockquote", html_of(part.parts))


@_html.register
def _(part: Preformatted) -> str:
    return _in("pre", _in("code", _escaped(part.text)))


@_html.register
def _(_part: Divider) -> str:
    return "<hr/>"


def _definition(terms: Iterable[Runs], meanings: Iterable[Parts]) -> str:
    named = "".join(_in("dt", _words(runs)) for runs in terms)
    return named + "".join(_in("dd", html_of(parts)) for parts in meanings)


def _row(tag: str, cells: Iterable[Runs], alignments: Iterable[Alignment]) -> str:
    filled = (_cell(tag, *each) for each in zip(cells, alignments, strict=True))
    return _in("tr", "".join(filled))


def _cell(tag: str, runs: Runs, alignment: Alignment) -> str:
    if alignment is Alignment.UNSET:
        return _in(tag, _words(runs))
    return f'<{tag} style="text-align: {alignment};">{_words(runs)}</{tag}>'


def _words(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    """Return a run; the words of a link are bold, as its button is below."""
    html = _escaped(run.text).replace("\n", "<br/>")
    if run.code:
        html = _in("code", html)
    if run.emphasis:
        html = _in("em", html)
    return _in("b", html) if run.strong or run.address else html


def _escaped(text: str) -> str:
    text = _LONG_WORD.sub("\\g<0>\u200b", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in(tag: str, html: str) -> str:
    return f"<{tag}>{html}</{tag}>"
