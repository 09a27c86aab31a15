"""Mend cards whose meaning is plain: their first line, and lines that belong to them.

A card begins at the margin with `!!!`, its level and a heading in quotation marks, and
its lines with four spaces.
"""

import re
from collections.abc import Generator, Iterable, Iterator

from kiosk.domain.triage import Level
from kiosk.files.markdown_mends import IN_FOUR, Line, Report, Slip
from kiosk.files.markdown_timelines import NAME as TIMELINE

_NAMES = "|".join((*(it.key.replace("-", "[ _-]?") for it in Level), TIMELINE))
_CARD = re.compile(rf"\s*!+[ \t\u00a0]*({_NAMES})\b[:!.]*[ \t\u00a0]*(.*)", re.I)
_RIGHT_CARD = re.compile(r'!!! ?[\w-]+(?: +".*")? *')
_QUOTES = "\"'“”„«»‘’‹›\u00a0 \t"


def mended_cards(lines: Iterable[Line], report: Report) -> Iterator[Line]:
    """Yield lines whose cards are written as cards, and have their points."""
    left = iter(lines)
    line = next(left, None)
    while line:
        card = _CARD.fullmatch(line.text)
        if card:
            yield _card_line(line, card, report)
            body = (_less_in(line, it) for it in left)
            line = yield from _body_of_card(body, report)
        else:
            yield line
            line = next(left, None)


def _less_in(card: Line, line: Line) -> Line:
    """Return a line below a card that is moved in, as far out as the card should be."""
    return Line(line.number, line.text.removeprefix(" " * card.indent))


def _card_line(line: Line, card: re.Match[str], report: Report) -> Line:
    """Return the first line of a card as Markdown knows it."""
    if _RIGHT_CARD.fullmatch(line.text):
        return line
    name = re.sub("[ _]|(?<=same)(?=day)", "-", card[1].lower())
    heading = card[2].strip(_QUOTES)
    written = f'!!! {name} "{heading}"' if heading else f"!!! {name}"
    if line.indent or _letters(line.text) != _letters(written):
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


def is_card(line: Line) -> bool:
    """Check whether a mended line begins a card or a timeline."""
    return line.text.startswith("!!!")
