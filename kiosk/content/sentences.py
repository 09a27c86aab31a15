"""Where the sentences of a text are, so that each can be said, shown and repeated.

The reading voice says one after the other; the window marks the one being said.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from kiosk.content.reading import ideographs

_LETTERS_OF_A_SYLLABLE = 4
LONG = 200  # letters: some fifteen seconds of speech, too long to repeat for one word

_LINE = r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+"
_CLOSING = r"[\"'”’»›)\]}」』）]*"
_END = rf"([.!?…؟۔।॥]+){_CLOSING}(?=\s)|([。！？｡]+){_CLOSING}"
_PAUSE = r"[,;،؛](?=\s)|[，、；]"
_OPENING = "\"'“‘«‹([{¿¡"
_LONGEST_SHORTENED = 6
_ENGLISH = ("Dr", "Mr", "Mrs", "Ms", "Prof", "St", "vs", "approx", "tel", "Tel")
_LATIN = ("e.g", "E.g", "i.e", "I.e")
_SPANISH = ("Sr", "Sra", "Dra", "Ud", "Uds", "EE", "ej")
_ARABIC = ("د", "أ")  # Dr, Prof
_SHORTENED = frozenset(_ENGLISH + _LATIN + _SPANISH + _ARABIC)


class Span(Struct, frozen=True):
    """A part of a text by its characters, from `start` up to but without `end`."""

    start: int
    end: int


def sentences(text: str) -> tuple[Span, ...]:
    """Return every sentence in order, with nothing but white space between them.

    A sentence ends with its line. One of over `LONG` letters is cut at commas.
    """
    return tuple(
        part for sentence in whole_sentences(text) for part in _shorter(text, sentence)
    )


def whole_sentences(text: str) -> Iterator[Span]:
    """Yield every sentence, however long."""
    for line in re.finditer(_LINE, text):
        yield from _pieces(text, line.start(), line.end())


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a line at the ends of its sentences."""
    for mark in re.compile(_END).finditer(text, start, end):
        if _is_end(text, start, mark):
            yield from _trimmed(text, start, mark.end())
            start = mark.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a part without the white space at its ends, unless it has nothing else."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    if start < end:
        yield Span(start, start + len(part.strip()))


def _is_end(text: str, start: int, mark: re.Match[str]) -> bool:
    """Check that a full stop ends a sentence, not a shortened word or a number."""
    goes_on = _next_letter(text, mark.end()).islower()
    if goes_on or mark[1] != ".":
        return not goes_on
    before = text[max(start, mark.start() - _LONGEST_SHORTENED) : mark.start()]
    word = before.split()[-1].lstrip(_OPENING) if before.strip() else ""
    is_number = text[start : mark.start()].strip().isdigit()
    return word not in _SHORTENED and not is_number


def _next_letter(text: str, index: int) -> str:
    """Return the first letter after white space: "a.m. on Monday" goes on."""
    rest = (text[place] for place in range(index, len(text)))
    return next((letter for letter in rest if not letter.isspace()), "")


def _length(text: str, start: int, end: int) -> int:
    """Return how long a part is to say, in letters; an ideograph takes a syllable."""
    return end - start + (_LETTERS_OF_A_SYLLABLE - 1) * ideographs(text[start:end])


def _shorter(text: str, sentence: Span) -> Iterator[Span]:
    """Cut a long sentence at the last pause that leaves a part short enough."""
    start, cut = sentence.start, 0
    for pause in re.compile(_PAUSE).finditer(text, sentence.start, sentence.end):
        if cut > start and _length(text, start, pause.end()) > LONG:
            yield from _trimmed(text, start, cut)
            start = cut
        cut = pause.end()
    if cut > start and _length(text, start, sentence.end) > LONG:
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, sentence.end)
