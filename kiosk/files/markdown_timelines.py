"""Read a timeline of a page: a list of times, each with what happens then."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.content.blocks import Timeline, TimePoint
from kiosk.files.markdown_prose import PageError, ProseReader

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "timeline"
_EXAMPLE = "- **3 to 7 days**: what happens then"
_BETWEEN = " :\uff1a"  # the marks between the time and what happens


def timeline_of(element: "Element", prose: ProseReader) -> Timeline:
    """Return the timeline of an admonition; raises `PageError`."""
    title = element.find("p[@class='admonition-title']")
    if title is not None and title.text != NAME.capitalize():
        near = f"!!! {NAME}"
        raise PageError(near, "a timeline has no heading; put a section above it")
    parts = [part for part in element if part is not title]
    if [part.tag for part in parts] != ["ul"]:
        raise PageError(f"!!! {NAME}", f"a timeline is one list: {_EXAMPLE}")
    return Timeline(tuple(_point(point, prose) for point in parts[0]))


def _point(point: "Element", prose: ProseReader) -> TimePoint:
    words = _only_paragraph(point)
    near = next(_texts(point), "")
    if not len(words) or words[0].tag != "strong" or (words.text or "").strip():
        raise PageError(near, f"begin each point with its time in bold: {_EXAMPLE}")
    time = words[0]
    when = prose.text(time)
    words.text = (time.tail or "").lstrip(_BETWEEN)
    words.remove(time)
    what = prose.runs(words)
    if not what:
        raise PageError(near, f"say what happens then: {_EXAMPLE}")
    return TimePoint(when, what)


def _only_paragraph(point: "Element") -> "Element":
    """Return the element with a point's words; raises `PageError` if it has parts."""
    parts = [part for part in point if part.tag in {"p", "ul", "ol", "div", "table"}]
    if not parts:
        return point
    if len(parts) == 1 == len(point) and parts[0].tag == "p":
        return parts[0]
    near = next(_texts(point), "")
    raise PageError(near, "a point of a timeline is one paragraph; move the rest out")


def _texts(element: "Element") -> Iterator[str]:
    return filter(None, map(str.strip, element.itertext()))
