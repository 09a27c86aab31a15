"""Isolate text of one direction from a sentence of the other.

A phone number or a name in Latin letters inside an Arabic sentence may otherwise be
drawn in pieces, or take the full stop after it to its wrong side (Unicode UAX #9).
"""

from unicodedata import bidirectional

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_FROM_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
_UNSAID = str.maketrans("", "", f"{_ISOLATE}{_END}{_FROM_RIGHT}\N{WORD JOINER}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def isolated(text: str, *, rtl: bool) -> str:
    """Return `text` isolated, for a sentence that runs right to left or not.

    `rtl` is whether that sentence runs from right to left. In one that runs from left
    to right, only text with letters of the other direction needs the marks. A line of
    nothing else begins at the sentence's side, too.
    """
    runs_back = any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)
    if not text or not (rtl or runs_back):
        return text
    kept = f"{_ISOLATE}{text}{_END}"
    return f"{_FROM_RIGHT}{kept}" if rtl else kept


def runs_right_to_left(text: str) -> bool:
    """Check the direction of a text: that of its first letter outside an isolate."""
    depth = 0
    for letter in text:
        kind = bidirectional(letter)
        depth += {"FSI": 1, "LRI": 1, "RLI": 1, "PDI": -1}.get(kind, 0)
        if not depth and kind in ("L", *_RIGHT_TO_LEFT):
            return kind != "L"
    return False


def bare(text: str) -> str:
    """Return `text` without marks of direction and of lines, as a voice needs it."""
    return text.translate(_UNSAID)
