"""Check an SVG drawing before it is drawn: its size, and that it needs no other file.

A drawing that fetches a file, runs a script or takes too long is refused. Only plain
shapes, words, gradients and styles are left.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kiosk.content.blocks import Drawing
from kiosk.errors import EntryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.parsers.expat import XMLParserType

MOST_BYTES = 500_000  # the largest of those that came along has 3,500
MOST_ELEMENTS = 2_000  # Qt draws a large one in half a millisecond
MOST_LEVELS = 30  # Qt draws no more than 32
MOST_WIDTHS = 1_000  # of all lines together; Qt takes seconds to draw so long a one
LONGEST_SIDE = 20_000  # in the drawing's own units
STEEPEST = 20  # times as high as wide, or as wide as high

_REFUSED = frozenset(
    (
        *("image", "script", "foreignobject", "handler", "listener", "link"),
        *("audio", "video", "animation", "iframe", "object", "embed", "img"),
        *("animate", "animatecolor", "animatemotion", "animatetransform", "set"),
        *("use", "symbol", "pattern", "mask", "marker", "filter", "switch"),
    )
)
_GRADIENTS = frozenset({"lineargradient", "radialgradient"})
_LEADS_AWAY = re.compile(r"url\(\s*+[\"']?+\s*+(?!#)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?", re.I)
_ENLARGES = re.compile(r"(?:scale|matrix)\s*\(([^)]*)")
_PIECE = 20_000  # letters of a path to measure at once
_PLAIN = "save it as plain SVG, with no picture, link or script in it"
_SHAPES = "turn it into plain shapes and save it as plain SVG"
_COPIES = (
    "turn its copies into shapes of their own (in Inkscape: Edit, Clone, Unlink Clone) "
    "and save it as plain SVG"
)


def drawing_of(data: bytes) -> Drawing:
    """Return an SVG drawing; raises `EntryError` with the line that is to blame."""
    from xml.parsers.expat import ExpatError, ParserCreate

    if len(data) > MOST_BYTES:
        message = f"is a drawing of over {MOST_BYTES:,} bytes"
        raise EntryError(message, "simplify it")
    try:
        svg = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EntryError("is not UTF-8", "save it as UTF-8") from error
    parser = ParserCreate("utf-8")
    _Check().listen(parser)
    try:
        parser.Parse(svg, True)  # noqa: FBT003 - that this is all of it
    except ExpatError as error:
        raise EntryError("is not well-formed SVG", _PLAIN, line=error.lineno) from error
    except _RefusedError as error:
        line = parser.CurrentLineNumber
        raise EntryError(error.message, error.remedy, line=line) from error
    return Drawing(svg)


class _RefusedError(Exception):
    """A thing that a drawing must not have, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


class _Check(Struct):
    """Listens to a parser, and raises `_RefusedError` at the first thing to refuse.

    It does not know its parser: the two would keep each other, 30 KiB a drawing.
    """

    elements: int = 0
    open: list[str] = field(default_factory=list)
    scales: list[float] = field(default_factory=lambda: [1.0])
    side: float = 100.0
    length: float = 0.0
    style: str = ""

    def listen(self, parser: "XMLParserType") -> None:
        """Check every part of a drawing as the parser meets it."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.buffer_text = True

    def _start(self, name: str, attributes: "Mapping[str, str]") -> None:
        element = _local(name)
        self.elements += 1
        self.open.append(element)
        if len(self.open) == 1:
            self._check_root(element, attributes)
        if self.elements > MOST_ELEMENTS:
            self._refuse(f"has over {MOST_ELEMENTS:,} elements", "simplify it")
        if len(self.open) > MOST_LEVELS:
            self._refuse(f"has over {MOST_LEVELS} levels", "ungroup it")
        if element in _REFUSED or (element == "svg" and self.elements > 1):
            remedy = _COPIES if element in ("use", "symbol") else _SHAPES
            self._refuse(f"has a <{name}>, which is not drawn", remedy)
        for attribute, value in attributes.items():
            self._check_attribute(element, attribute, value)
        self._measure(attributes)

    def _end(self, _name: str) -> None:
        self.scales.pop()
        if self.open.pop() != "style":
            return
        if "@" in self.style or _leads_away(self.style):
            self._refuse("refers to another file in a <style>", _PLAIN)

    def _text(self, text: str) -> None:
        if self.open[-1] == "style":
            self.style += text

    def _check_attribute(self, element: str, name: str, value: str) -> None:
        attribute = _local(name)
        within = element in _GRADIENTS and value.startswith("#")
        if attribute in ("href", "src") and not within:
            if value.startswith("#"):
                self._refuse(f"refers to another part of itself by {name}", _SHAPES)
            self._refuse(f"refers to another file by {name}", _PLAIN)
        if attribute.startswith("on"):
            self._refuse(f"has a script in {name}", _PLAIN)
        if ":" not in name and _leads_away(value):
            self._refuse(f"refers to another file in {name}", _PLAIN)

    def _measure(self, attributes: "Mapping[str, str]") -> None:
        """Add the length of an element's lines, as large as they are drawn."""
        self.scales.append(self.scales[-1] * _scale(attributes.get("transform", "")))
        for name in ("d", "points"):
            path = attributes.get(name, "")
            for start in range(0, len(path), _PIECE):
                self._add(_length(path[start : start + _PIECE]))

    def _add(self, length: float) -> None:
        self.length += self.scales[-1] * length
        if self.length > MOST_WIDTHS * self.side:
            message = f"has lines over {MOST_WIDTHS:,} times as long as it is wide"
            self._refuse(message, "simplify it")

    def _check_root(self, element: str, attributes: "Mapping[str, str]") -> None:
        if element != "svg":
            self._refuse(f"is no drawing but <{element}>", _PLAIN)
        box = _NUMBER.findall(attributes.get("viewBox", ""))
        sides = [attributes.get(side, "") for side in ("width", "height")]
        self._check_sides([it for side in sides for it in _NUMBER.findall(side)[:1]])
        self._check_sides(box[2:4])

    def _check_sides(self, written: list[str]) -> None:
        sides = [float(side) for side in written]
        if any(not 0 < side <= LONGEST_SIDE for side in sides):
            self._refuse(
                f"is {' by '.join(written)} large",
                f"make each side over 0 and at most {LONGEST_SIDE:,}",
            )
        if len(sides) == 2 and max(sides) > STEEPEST * min(sides):
            self._refuse(f"is over {STEEPEST} times as long as wide or high", "crop it")
        self.side = max(sides, default=self.side)

    def _declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            self._refuse(f"is written in {encoding}", "save it as UTF-8")

    def _doctype(self, *_names: object) -> None:
        self._refuse("has a <!DOCTYPE", "delete it")

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse(f"has a <?{target}", "delete it")

    def _refuse(self, message: str, remedy: str) -> None:
        raise _RefusedError(message, remedy)


def _local(name: str) -> str:
    """Return a name as Qt looks at it: without the prefix of its vocabulary."""
    return name.rpartition(":")[2].lower()


def _leads_away(style: str) -> bool:
    """Return whether a style has an address, or an escape that could hide one."""
    return "\\" in style or bool(_LEADS_AWAY.search(style))


def _scale(transform: str) -> float:
    """Return how much larger a transformation draws, at most."""
    scale = 1.0
    for numbers in _ENLARGES.findall(transform):
        scale *= max([1.0, *(abs(float(it)) for it in _NUMBER.findall(numbers)[:4])])
    return scale


def _length(path: str) -> float:
    """Return about how long a path is, be its points absolute or relative."""
    numbers = [float(it) for it in _NUMBER.findall(path)]
    absolute = sum(abs(b - a) for a, b in zip(numbers, numbers[2:], strict=False))
    return min(absolute, sum(map(abs, numbers)))
