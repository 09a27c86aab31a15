"""Mend lists whose meaning is plain: those that Markdown takes for words, or for code.

It wants an empty line above a list, and four spaces before a point inside of a point.
"""

import re
from collections.abc import Iterable, Iterator

from kiosk.files.markdown_cards import is_card
from kiosk.files.markdown_mends import IN_FOUR, Line, Report, Slip

_FIRST = re.compile(r"\s*(?:[-+*]|1\.)[ \t]+\S")
_POINT = re.compile(r"\s*(?:[-+*]|[0-9]{1,3}\.)[ \t]+\S")
_DIVIDER = re.compile(r"\s*([-*_])(?:[ \t]*\1){2,}\s*")
_OF_THEIR_OWN = re.compile(r"\s*(?:[>#|:]|!!!)")
_NO_EMPTY_LINE = "there is no empty line above this list"
_IN_POINT = "a point inside of a point is moved in by less than four spaces"
_SET_IN = "this is moved in by four spaces, and would not fit the screen"


def mended_lists(lines: Iterable[Line], report: Report) -> Iterator[Line]:
    """Yield the lines of a body, and any that lists need; each slip is reported."""
    card = _Lists(report, base=len(IN_FOUR))
    page = _Lists(report, base=0)
    inside = False
    for line in lines:
        if is_card(line):
            inside, card = True, _Lists(report, base=len(IN_FOUR))
            yield line
            continue
        inside &= line.is_blank or line.indent >= len(IN_FOUR)
        yield from (card if inside else page).read(line)


class _Lists:
    """What was read of the lists at one margin, `base` spaces from that of the page."""

    def __init__(self, report: Report, base: int) -> None:
        self._report = report
        self._base = base
        self._marks: list[int] = []  # how far in the points are that this line is in
        self._before = Line(0, "")
        self._in_meaning = False

    def read(self, line: Line) -> Iterator[Line]:
        """Yield a line as it is meant, after an empty one if it needs that."""
        if not line.is_blank:
            line = self._at_margin(line)
            if self._begins_late(line):
                self._report(Slip(line.number, _NO_EMPTY_LINE, "add one"))
                self._before = Line(line.number, "")
                yield self._before
            line = self._placed(line)
            self._in_meaning = line.text.lstrip().startswith(":") or (
                self._in_meaning and self._within(line) > 0
            )
        self._before = line
        yield line

    def _within(self, line: Line) -> int:
        return line.indent - self._base

    def _at_margin(self, line: Line) -> Line:
        """Return a line at the margin that is moved in without being in anything."""
        is_inside = self._marks or self._in_meaning or not self._before.is_blank
        if is_inside or self._within(line) < len(IN_FOUR):
            return line
        self._report(Slip(line.number, _SET_IN, "begin it at the margin"))
        return self._moved(line, 0)

    def _begins_late(self, line: Line) -> bool:
        """Check whether a list begins right below words, or a list of another kind."""
        before = self._before
        is_below_words = not before.is_blank and not _OF_THEIR_OWN.match(before.text)
        if not self._marks:
            return is_below_words and _is_point(line, _FIRST)
        is_other = _is_numbered(line) is not _is_numbered(before)
        return (
            is_other
            and _is_point(line, _POINT)
            and _is_point(before, _POINT)
            and line.indent == before.indent
        )

    def _placed(self, line: Line) -> Line:
        """Return a line of a list as far in as Markdown wants it."""
        within = self._within(line)
        if _is_point(line, _POINT):
            if not self._marks and not self._before.is_blank:
                return line
            while self._marks and within < self._marks[-1] + 2:
                self._marks.pop()
            self._marks.append(within)
            return self._at_level(line, len(self._marks) - 1)
        if not self._before.is_blank:
            return line
        while self._marks and within <= self._marks[-1]:
            self._marks.pop()
        return self._at_level(line, len(self._marks))

    def _at_level(self, line: Line, level: int) -> Line:
        right = level * len(IN_FOUR)
        if self._within(line) >= right:
            return line
        self._report(Slip(line.number, _IN_POINT, "begin it with four spaces"))
        return self._moved(line, right)

    def _moved(self, line: Line, right: int) -> Line:
        return Line(line.number, f"{' ' * (self._base + right)}{line.text.strip()}")


def _is_point(line: Line, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(line.text)) and not _DIVIDER.fullmatch(line.text)


def _is_numbered(line: Line) -> bool:
    return line.text.lstrip()[:1].isdigit()
