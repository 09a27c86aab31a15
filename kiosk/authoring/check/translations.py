"""Compare translations with their source by what no language changes.

That is figures, the clinic's terms, and which sign a picture shows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from unicodedata import digit

from kiosk.authoring.check.subject import CheckedPage, Subject, doubt, mistake
from kiosk.content.blocks import Block, CareCard, Signs
from kiosk.content.plain_text import text_of
from kiosk.errors import Problem

_FIGURE = re.compile(r"\d+(?:[.,٫٬’' \u00a0\u202f]?\d+)*\s?[%٪]?")
_THOUSANDS = re.compile(r"(?<=\d)[.,٫٬’' \u00a0\u202f](?=\d{3}(?!\d))")
_POINT = re.compile(r"(?<=\d)[,٫](?=\d)")
_BLANKS = re.compile(r"[\s\u00a0\u202f]")
_HOLE = re.compile(r"\{\w+\}")
_IN_WORDS = ("1", "2")  # which many languages say with the noun's own form
_BAN = {"en": re.compile(r"\b(?:[Dd]o not|[Dd]on['’]t|[Nn]ever)\b")}
_NO = {
    "es": re.compile(r"\b(?:no|ni|nunca|sin|tampoco|evite\w*)\b", re.IGNORECASE),
    "ar": re.compile(r"(?:^|\W|[وف])(?:لا|لم|لن|ليس\w*|غير|دون|بدون|عدم|ألا|تجنب\w*)"),
}
_FIRST_WORDS = 2
_STEM = 4  # letters that tell one word from another
_WORD = re.compile(r"[^\W\d_]{4,}")


def other_figures(subject: Subject) -> Iterator[Problem]:
    """Yield each passage of a translation that has other figures than its source."""
    for ours, theirs in _pairs(subject):
        for our, their in zip(_passages(ours), _passages(theirs), strict=False):
            mine, wanted = figures(our), figures(their)
            lost = [it for it in (wanted - mine) if it not in _IN_WORDS]
            extra = [it for it in (mine - wanted) if it not in _IN_WORDS]
            if lost or extra:
                said = " and ".join(extra) or "no figure"
                wants = " and ".join(lost) or "none"
                source = f"{theirs.page.language}/{theirs.page.id}.md"
                message = f"there is {said} where {source} has {wants}"
                line = _line_of(subject, ours, our)
                yield doubt(ours.path, line, message, "compare the two")


def missing_terms(subject: Subject) -> Iterator[Problem]:
    """Yield each term that a translation has less often than its source."""
    for ours, theirs in _pairs(subject):
        mine = Counter(_HOLE.findall(subject.text_of(ours.path)))
        wanted = Counter(_HOLE.findall(subject.text_of(theirs.path)))
        for term, count in (wanted - mine).items():
            source = f"{theirs.page.language}/{theirs.page.id}.md"
            message = f"{term} is missing {count} times of {wanted[term]} in {source}"
            line = subject.line_of_text(ours.path, term)
            remedy = f"write {term} where a number or a name stands instead"
            yield mistake(ours.path, line, message, remedy)


def other_signs(subject: Subject) -> Iterator[Problem]:
    """Yield each pictured sign whose words are those of another answer."""
    for pack in subject.packs:
        fits = {answer: _stems(text) for answer, text in pack.answers.items()}
        for it in subject.pages_of(pack):
            for name, words in _signs(it.blocks):
                if other := _better(name, words, fits):
                    message = f"these words are of {other}, and the picture of {name}"
                    line = _line_of(subject, it, words)
                    yield doubt(it.path, line, message, "compare it with the source")


def lost_negations(subject: Subject) -> Iterator[Problem]:
    """Yield each point that forbids something in the source, and not in a translation.

    Of languages whose words for "not" are known.
    """
    for ours, theirs in _pairs(subject):
        ban, no = _BAN.get(theirs.page.language), _NO.get(ours.page.language)
        if not ban or not no:
            continue
        for our, their in zip(_passages(ours), _passages(theirs), strict=False):
            lines = list(zip(our.split("\n"), their.split("\n"), strict=False))
            for mine, wanted in lines:
                if ban.match(wanted) and not no.search(_beginning(mine)):
                    line = _line_of(subject, ours, mine)
                    message = f"the source says “{wanted[:40]}”, and this no “not”"
                    yield doubt(ours.path, line, message, "compare the two")


def _beginning(text: str) -> str:
    return " ".join(text.split()[:_FIRST_WORDS])


def figures(text: str) -> Counter[str]:
    """Return the figures of a text as English writes them, however they are written."""
    found = (_plain(figure) for figure in _FIGURE.findall(text))
    return Counter(found)


def _plain(figure: str) -> str:
    figure = "".join(str(digit(it)) if it.isdigit() else it for it in figure)
    figure = _POINT.sub(".", _THOUSANDS.sub("", figure))
    return _BLANKS.sub("", figure).replace("٪", "%")


def _pairs(subject: Subject) -> Iterator[tuple[CheckedPage, CheckedPage]]:
    """Yield each translated page with the page that it translates."""
    source = subject.first_written
    if not source:
        return
    theirs = {it.page.id: it for it in subject.pages_of(source)}
    for pack in subject.packs:
        for ours in subject.pages_of(pack) if pack is not source else ():
            if ours.page.id in theirs:
                yield ours, theirs[ours.page.id]


def _passages(it: CheckedPage) -> Iterator[str]:
    page = it.page
    yield from (page.title, page.tab, page.tile, page.hint, page.summary, page.fact)
    for block in it.blocks:
        yield text_of([block])


def _line_of(subject: Subject, it: CheckedPage, passage: str) -> int:
    """Return the line of a passage: that of its figures, or of its first words."""
    first = passage.strip().split("\n")[0]
    number = next(iter(_FIGURE.findall(passage)), "").strip()
    for near in filter(None, (first, first[:30], number, *first.split()[:1])):
        if line := subject.line_of_text(it.path, near):
            return line
    return 0


def _signs(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Yield the symptom and the words of each pictured sign."""
    cards = (it.body for it in blocks if isinstance(it, CareCard))
    for part in chain(blocks, chain.from_iterable(cards)):
        if isinstance(part, Signs):
            yield from ((it.symptom, text_of(it.body)) for it in part.points)


def _better(name: str, words: str, fits: Mapping[str, set[str]]) -> str:
    """Return an answer that has all of these words where `name` lacks some; or none."""
    said = _stems(words)
    if name not in fits or said & fits[name] == said or not said:
        return ""
    others = (it for it in fits if it != name and said <= fits[it])
    return next(others, "")


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(text)}
