"""Mend the slips of a page's Markdown whose meaning is plain, and say each of them.

A card whose heading has curly quotation marks is a card, and `<br>` is a space. What is
not plain stays as it is written, and is found where its marks are still among the
words. Lists are left to `markdown_lists`.
"""

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from kiosk.domain.triage import Level
from kiosk.files.markdown_timelines import NAME as TIMELINE


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that was mended, and what to write there."""

    line: int
    message: str
    remedy: str


Report = Callable[[Slip], None]
Put = str | Callable[[re.Match[str]], str]

IN_FOUR = " " * 4

_NAMES = "|".join((*(it.key.replace("-", "[ _-]?") for it in Level), TIMELINE))
_CARD = re.compile(rf"[ ]{{0,3}}!+[ \t\u00a0]*({_NAMES})\b[:!.]*[ \t\u00a0]*(.*)", re.I)
_RIGHT_CARD = re.compile(r'!!! ?[\w-]+(?: +".*")? *')
_QUOTES = "\"'“”„«»‘’‹›\u00a0 \t"
_LONG_TERM = re.compile(r"\{\{?\s*([A-Za-z]+(?:[ _-]+[A-Za-z]+)*)\s*\}\}?")
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
        re.compile(r"^(\s*[0-9]{1,3})\)[ \t]+(?=\S)"),
        r"\1. ",
        "a number of a list has a bracket",
        "write it with a full stop: 1. ...",
    ),
    (
        re.compile(r"^([ ]{0,3}):(?=[^\W_])"),
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
    words = (Line(line.number, _mended_words(line, report)) for line in lines)
    return list(_with_cards(words, report))


def is_card(line: Line) -> bool:
    """Check whether a mended line begins a card or a timeline."""
    return line.text.startswith("!!!")


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


def _with_cards(lines: Iterator[Line], report: Report) -> Iterator[Line]:
    """Yield lines whose cards are written as cards, and have their points."""
    line = next(lines, None)
    while line:
        card = _CARD.fullmatch(line.text)
        if card:
            yield _card_line(line, card, report)
            line = yield from _body_of_card(lines, report)
        else:
            yield line
            line = next(lines, None)


def _card_line(line: Line, card: re.Match[str], report: Report) -> Line:
    """Return the first line of a card as Markdown knows it."""
    if _RIGHT_CARD.fullmatch(line.text):
        return line
    name = re.sub("[ _]|(?<=same)(?=day)", "-", card[1].lower())
    heading = card[2].strip(_QUOTES)
    written = f'!!! {name} "{heading}"' if heading else f"!!! {name}"
    if _letters(line.text) != _letters(written):
        message = "the first line of a card is not written as one"
        report(Slip(line.number, message, f"write {written}"))
    return Line(line.number, written)


def _letters(text: str) -> str:
    return "".join(text.lower().split(" "))


def _body_of_card(
    lines: Iterator[Line], report: Report
) -> Generator[Line, None, Line | None]:
    """Yield the lines of a card moved in by four; return the line after it.

    Lines moved in by less belong to it too.
    """
    after_blank = reported = False
    for line in lines:
        if not line.is_blank and line.indent < 1 + after_blank:
            return line
        if line.is_blank or line.indent >= len(IN_FOUR):
            yield line
        else:
            if not reported:
                message = "the words of a card are moved in by less than four spaces"
                remedy = "begin each of its lines with four spaces"
                report(Slip(line.number, message, remedy))
            reported = True
            yield Line(line.number, f"{IN_FOUR}{line.text.strip()}")
        after_blank = line.is_blank
    return None
