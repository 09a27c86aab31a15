"""The blocks a page is made of.

A page is a column of blocks. The window draws a widget for each; a handout could
be drawn from the same blocks. Text in a block is HTML of the small kind that Qt's
rich text knows, made by `kiosk.files.markdown_pages`, which lets nothing else through.
"""

from dataclasses import dataclass

from kiosk.domain.triage import Level


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section, or of a part of one, as plain text."""

    text: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, list or table, as HTML without links or images."""

    html: str


@dataclass(frozen=True, slots=True)
class CareCard:
    """What to do and how soon, told apart by words, shape and colour."""

    level: Level
    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing's bytes and what it shows, for those who cannot see it."""

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One point of a list, and a small picture for those who read little.

    The picture says what the words say: it needs no words of its own.
    """

    picture: bytes
    html: str


@dataclass(frozen=True, slots=True)
class Signs:
    """A list whose points have pictures."""

    points: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address to take away as a code. A kiosk has no browser."""

    text: str
    address: str


Block = Heading | Text | Signs | CareCard | Picture | Link


def outline(block: Block) -> tuple[object, ...]:
    """Return how a block is made, whatever language its words are in.

    Two pages whose outlines agree have as many points, in the same cards.
    """
    made: tuple[object, ...]
    match block:
        case CareCard():
            made = (block.level, *_points(block.html))
        case Heading():
            made = (block.part,)
        case Text():
            made = _points(block.html)
        case Signs():
            made = tuple(point.picture for point in block.points)
        case Link():
            made = (block.address,)
        case _:
            made = ()
    return (type(block).__name__, *made)


def _points(html: str) -> tuple[int, ...]:
    return tuple(html.count(f"<{tag}>") for tag in ("p", "li", "dt", "dd", "td", "th"))
