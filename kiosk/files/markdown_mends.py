"""Mend the slips of a page's Markdown whose meaning is plain, and say each of them.

`<br>` is a space, and `{ phone }` a term. What is not plain stays as it is written, and
is found where its marks are still among the words. Cards are left to `markdown_cards`,
lists to `markdown_lists`.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct


class Line(Struct, frozen=True):
    """A line of a page's body; `number` counts from 1 in the body as it was written."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How many spaces it begins with; a tab counts four."""
        text = self.text.replace("\t", IN_FOUR)
        return len(text) - len(text.lstrip(" \u00a0"))


class Slip(Struct, frozen=True):
    """A slip that was mended, and what to write there."""

    line: int
    message: str
    remedy: str


Report = Callable[[Slip], None]
Put = str | Callable[[re.Match[str]], str]

IN_FOUR = " " * 4

_LONG_TERM = re.compile(r"\{\{?\s*([A-Za-z]+(?:[ _-]+[A-Za-z]+)*)\s*\}\}?")
_MAY_SLIP = re.compile(
    r"[<{*•◦▪‣·●○\u2013—]|\][ \t]|^\s*(?:-[^\W\d_]|[0-9]+[.)]|:)"
)  # most lines have none of it
_WORDS: tuple[tuple[re.Pattern[str], Put, str, str], ...] = (
    (
        re.compile(r"^(\s*)[•◦▪‣·●○\u2013—][ \t\u00a0]+(?=\S)"),
        r"\1- ",
        "a point begins with the mark of another program",
        "begin it with a hyphen and a space: - ...",
    ),
    (
        re.compile(r"^(\s*)-(?=[^\W\d_]{2})"),
        r"\1- ",
        "a point has no space after its hyphen",
        "begin it with a hyphen and a space: - ...",
    ),
    (
        re.compile(r"^(\s*)\*(?=[^\W_][^*]*$)"),
        r"\1* ",
        "a point has no space after its star",
        "begin it with a star and a space: * ...",
    ),
    (
        re.compile(r"^(\s*[0-9]{1,2}\.)(?=[^\W\d_])"),
        r"\1 ",
        "a point has no space after its number",
        "begin it with a number and a space: 1. ...",
    ),
    (
        re.compile(r"\][ \t]+\((?=(?:https?:|tel:|mailto:|[\w/.-]+\.\w+\)))"),
        "](",
        "there is a blank between ] and (",
        "write [words](https://...) with none",
    ),
    (
        re.compile(r"^(\s*[0-9]{1,3})\)[ \t]+(?=\S)"),
        r"\1. ",
        "a number of a list has a bracket",
        "write it with a full stop: 1. ...",
    ),
    (
        re.compile(r"^([ ]{0,3}):(?=[^\W_])(?!\w+:)"),
        r"\1:   ",
        "a meaning has no spaces after its colon",
        "write a colon and three spaces: :   ...",
    ),
    (
        re.compile(r"<br\s*/?>[ \t]*", re.I),
        " ",
        "<br> is not for pages",
        "begin a new paragraph, after an empty line",
    ),
    (
        re.compile(r"</?(?:b|strong)>", re.I),
        "**",
        "<b> is not for pages",
        "write **words** for bold",
    ),
    (
        re.compile(
            r"</?(?:i|em|u|font|span|p|div|center|small|big|su[bp]|mark)(?:\s[^<>]*)?>",
            re.I,
        ),
        "",
        "a mark in < and > is not for pages, and is left out",
        "delete it",
    ),
)


def mended_lines(markdown: str, report: Report) -> list[Line]:
    """Return the lines of a body with their plain slips mended; each is reported."""
    lines = [Line(number, text) for number, text in enumerate(markdown.split("\n"), 1)]
    if "<!--" in markdown:
        lines = list(_without_remarks(lines, report))
    return [Line(line.number, _mended_words(line, report)) for line in lines]


def _without_remarks(lines: list[Line], report: Report) -> Iterator[Line]:
    """Yield lines without remarks for other authors; one that does not end stays."""
    inside = False
    for line in lines:
        text, kept = line.text, ""
        while text:
            before, found, after = text.partition("-->" if inside else "<!--")
            if found and not inside and not _ends(after, line, lines):
                kept += text
                break
            kept += "" if inside else before
            if found and not inside:
                message = "a remark between <!-- and --> is not for pages"
                report(Slip(line.number, message, "delete it"))
            inside ^= bool(found)
            text = after
        yield Line(line.number, kept)


def _ends(after: str, line: Line, lines: list[Line]) -> bool:
    return "-->" in after or any(
        "-->" in it.text for it in lines if it.number > line.number
    )


def _mended_words(line: Line, report: Report) -> str:
    """Return a line's text with marks of one line in the way that pages have them."""
    text = line.text
    if not _MAY_SLIP.search(text):
        return text
    for pattern, put, message, remedy in _WORDS:
        if pattern.search(text):
            report(Slip(line.number, message, remedy))
            text = pattern.sub(put, text)
    text = _LONG_TERM.sub(lambda hole: _term(hole, line, report), text)
    return _with_bold(Line(line.number, text), report)


def _term(hole: re.Match[str], line: Line, report: Report) -> str:
    """Return the name of a term in its braces as the kiosk knows it."""
    term = "_".join(re.split("[ _-]+", hole[1].lower())).join("{}")
    if term != hole[0]:
        report(
            Slip(line.number, f"{hole[0]} is not how it is filled in", f"write {term}")
        )
    return term


def _with_bold(line: Line, report: Report) -> str:
    """Return a line whose bold words have no blanks inside of their stars."""
    pieces = line.text.split("**")
    if len(pieces) % 2 == 0 or all(it == it.strip() for it in pieces[1::2]):
        return line.text
    message = "there is a blank between bold words and their stars"
    report(Slip(line.number, message, "write **words**, with none"))
    pieces[1::2] = (it.strip() for it in pieces[1::2])
    return "**".join(pieces)
