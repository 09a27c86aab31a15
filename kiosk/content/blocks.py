"""The blocks a page is made of, as values without markup.

`kiosk.files.markdown_pages` makes them. A page is a column of blocks. The window draws
a widget for each; a web page or a sheet of paper can be made of the same blocks.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from kiosk.domain.triage import Level


class Run(Struct, frozen=True):
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


class Heading(Struct, frozen=True):
    """The title of a section, or of a part of one, as plain text."""

    text: str
    part: bool = False


class Paragraph(Struct, frozen=True):
    """Sentences. A `tight` one has no space around it, as in a list of short points."""

    runs: Runs
    tight: bool = False


class PointList(Struct, frozen=True):
    """Points, each of one or more parts; those of an `ordered` list have numbers."""

    points: tuple[Parts, ...]
    ordered: bool = False
    start: int = 1


class Definition(Struct, frozen=True):
    """Terms and their definitions."""

    terms: tuple[Runs, ...]
    meanings: tuple[Parts, ...]


class DefinitionList(Struct, frozen=True):
    """Terms and their meanings, one below the other."""

    definitions: tuple[Definition, ...]


class Alignment(StrEnum):
    """The side of its column that a cell's text keeps to."""

    UNSET = ""
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class Table(Struct, frozen=True):
    """A row of headings and rows of cells; every row has as many as `header`."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...]


class Quote(Struct, frozen=True):
    """Words of others, set in from the margin."""

    parts: Parts


class Preformatted(Struct, frozen=True):
    """Lines that keep their spaces and ends."""

    text: str


class Divider(Struct, frozen=True):
    """A line across the page."""


Prose: TypeAlias = (
    Paragraph | PointList | DefinitionList | Table | Quote | Preformatted | Divider
)


class Drawing(Struct, frozen=True):
    """A picture of lines, as SVG with the names of a theme's colours, as in `$ink`."""

    svg: str


class PhotoFormat(StrEnum):
    """How the bytes of a photo are to be read."""

    PNG = "png"
    JPEG = "jpeg"


class Photo(Struct, frozen=True):
    """A picture of pixels, as in a file."""

    data: bytes
    format: PhotoFormat


Image: TypeAlias = Drawing | Photo


class Picture(Struct, frozen=True):
    """An image and its description, for those who cannot see it."""

    image: Image
    alt: str


class Sign(Struct, frozen=True):
    """One point of a list, and a small picture for those who read little.

    The picture repeats the words: it needs no description of its own. `symptom` is the
    name of its file, and the answer of the checklist that it shows, if there is one.
    """

    image: Image
    body: Parts
    symptom: str = ""


class Signs(Struct, frozen=True):
    """A list whose points have pictures."""

    points: tuple[Sign, ...]


class CareCard(Struct, frozen=True):
    """A level's advice; words, shape and colour differ from level to level."""

    level: Level
    heading: str
    body: "tuple[Prose | Heading | Signs, ...]"


class TimePoint(Struct, frozen=True):
    """What happens at one time, such as "3 to 7 days"."""

    when: str
    what: Runs


class Timeline(Struct, frozen=True):
    """What happens when, the earliest first."""

    points: tuple[TimePoint, ...]


class Link(Struct, frozen=True):
    """An address to take away as a code, with its words in the block before it.

    A kiosk has no browser.
    """

    text: str
    address: str


Block: TypeAlias = Heading | Prose | Signs | CareCard | Timeline | Picture | Link
