"""The blocks a page is made of, as values without markup.

`kiosk.files.markdown_pages` makes them. A page is a column of blocks. The window draws
a widget for each; a web page or a sheet of paper can be made of the same blocks.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kiosk.domain.triage import Level


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one style; a "\\n" in `text` ends a line.

    `address` is where the words of a link lead.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    address: str = ""


Runs: TypeAlias = tuple[Run, ...]
Parts: TypeAlias = "tuple[Prose | Heading, ...]"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section, or of a part of one, as plain text."""

    text: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences. A `tight` one has no space around it, as in a list of short points."""

    runs: Runs
    tight: bool = False


@dataclass(frozen=True, slots=True)
class PointList:
    """Points, each of one or more parts; those of an `ordered` list have numbers."""

    points: tuple[Parts, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Definition:
    """Terms and their definitions."""

    terms: tuple[Runs, ...]
    meanings: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms and their meanings, one below the other."""

    definitions: tuple[Definition, ...]


class Alignment(StrEnum):
    """The side of its column that a cell's text keeps to."""

    UNSET = ""
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A row of headings and rows of cells; every row has as many as `header`."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others, set in from the margin."""

    parts: Parts


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines that keep their spaces and ends."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A line across the page."""


Prose: TypeAlias = (
    Paragraph | PointList | DefinitionList | Table | Quote | Preformatted | Divider
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of lines, as SVG with the names of a theme's colours, as in `$ink`."""

    svg: str


class PhotoFormat(StrEnum):
    """How the bytes of a photo are to be read."""

    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of pixels, as in a file."""

    data: bytes
    format: PhotoFormat


Image: TypeAlias = Drawing | Photo


@dataclass(frozen=True, slots=True)
class Picture:
    """An image and its description, for those who cannot see it."""

    image: Image
    alt: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One point of a list, and a small picture for those who read little.

    The picture repeats the words: it needs no description of its own. `symptom` is the
    name of its file, and the answer of the checklist that it shows, if there is one.
    """

    image: Image
    body: Parts
    symptom: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """A list whose points have pictures."""

    points: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class CareCard:
    """A level's advice; words, shape and colour differ from level to level."""

    level: Level
    heading: str
    body: "tuple[Prose | Heading | Signs, ...]"


@dataclass(frozen=True, slots=True)
class TimePoint:
    """What happens at one time, such as "3 to 7 days"."""

    when: str
    what: Runs


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happens when, the earliest first."""

    points: tuple[TimePoint, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address to take away as a code, with its words in the block before it.

    A kiosk has no browser.
    """

    text: str
    address: str


Block: TypeAlias = Heading | Prose | Signs | CareCard | Timeline | Picture | Link
