"""Keep a phone number on one line, wherever a text that has it wraps."""

import re

_BLANK = re.compile(r"(?<=[\d)+./-])[ \t\N{NO-BREAK SPACE}]+(?=[\d(+./-])")
_MARK = re.compile(r"(?<=\d)([-/.\N{EN DASH}\N{HYPHEN}]+)(?=\d)")
_NO_BREAK = "\N{WORD JOINER}"


def unbroken(text: str) -> str:
    """Return `text` with numbers that no line end can part; words may still part."""
    joined = _BLANK.sub("\N{NO-BREAK SPACE}", text)
    return _MARK.sub(lambda mark: f"{mark[1]}{_NO_BREAK}", joined)
