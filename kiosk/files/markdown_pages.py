"""Turn the Markdown of one page into blocks.

Nothing but the small language of blocks gets through: raw HTML shows as text,
pictures come from the content's own folder, and a link becomes an address to take
away as a code.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.content.blocks import (
    Block,
    CareCard,
    Heading,
    Link,
    Paragraph,
    Picture,
    Prose,
    Sign,
    Signs,
    Timeline,
)
from kiosk.content.placeholders import fill, fill_address, unknown_terms
from kiosk.domain.addresses import checked_address
from kiosk.domain.triage import Level
from kiosk.files.markdown_limits import first_excess
from kiosk.files.markdown_pictures import pictures_alone
from kiosk.files.markdown_prose import PageError, ProseReader
from kiosk.files.markdown_timelines import NAME as TIMELINE
from kiosk.files.markdown_timelines import timeline_of
from kiosk.files.markdown_trees import MarkdownTrees
from kiosk.files.page_images import page_image
from kiosk.files.snapshot import Snapshot

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_PAGE = re.compile(r"#.*|(?:\.{0,2}/)*[\w/-]+(?:\.(?:md|html?))?(?:#.*)?", re.I)
_NO_LINKS = "pages have no links to each other; write the name of the page"
_CARD_LEVELS = (Level.ROUTINE, Level.SAME_DAY, Level.EMERGENCY)


class PageParser(Struct, frozen=True, dict=True):
    """Read bodies of pages: their pictures from `files`; `terms` are the clinic's."""

    files: Snapshot
    terms: Mapping[str, str]

    def blocks(self, markdown: str) -> tuple[Block, ...]:
        """Return the blocks of a page's body; raises `ValueError` naming the mistake.

        Only a page with words needs Markdown, and loads it.
        """
        if not markdown.strip():
            return ()
        if excess := first_excess(markdown):
            raise PageError(excess.line.strip(), excess.message)
        if strangers := unknown_terms(markdown, self.terms):
            from kiosk.files.type_mistakes import similar_term

            hole, right = f"{{{strangers[0]}}}", similar_term(strangers[0], self.terms)
            raise PageError(hole, f"{hole} has no meaning here; {right}")
        if pictures := pictures_alone(markdown):
            return tuple(self._picture(*it) for it in pictures)
        return self._blocks(self._trees.of(markdown))

    def _blocks(self, tree: "Element") -> tuple[Block, ...]:
        """Return all blocks; raises the only mistake, or a group of them."""
        blocks: list[Block] = []
        faults: list[PageError] = []
        for element in tree:
            try:
                blocks += self._of(element)
            except PageError as fault:
                faults.append(fault)
        if faults[1:]:
            raise ExceptionGroup("mistakes", faults)
        if faults:
            raise faults[0]
        return tuple(blocks)

    @cached_property
    def _trees(self) -> MarkdownTrees:
        return MarkdownTrees()

    @cached_property
    def _prose(self) -> ProseReader:
        return ProseReader(self.terms)

    def _of(self, element: "Element") -> Iterator[Block]:
        images = list(element.iter("img"))
        alone = len(images) == 1 and images == list(element) and not _words(element)
        if element.tag == "p" and alone:
            picture = images[0]
            yield self._picture(picture.get("src", ""), picture.get("alt", ""))
            return
        _check_cards(element)
        links = [self._link(a) for a in element.iter("a")]
        if element.tag == "div":
            yield self._admonition(element)
        elif _is_list_of_signs(element):
            yield self._signs(element)
        else:
            _check_no_picture(element)
            yield self._prose.part(element)
        yield from links

    def _admonition(self, element: "Element") -> CareCard | Timeline:
        if _level_name(element) == TIMELINE:
            _check_no_picture(element)
            return timeline_of(element, self._prose)
        return self._card(element)

    def _card(self, element: "Element") -> CareCard:
        name = _level_name(element)
        if name not in [level.key for level in _CARD_LEVELS]:
            from kiosk.files.type_mistakes import similar

            remedy = similar(name, (*(it.key for it in _CARD_LEVELS), TIMELINE))
            raise PageError(f"!!! {name}", f"no care card is called {name!r}; {remedy}")
        title = element.find("p[@class='admonition-title']")
        if title is None or _words(title) == name.capitalize():
            raise PageError(f"!!! {name}", f'add a heading: !!! {name} "Tell us if:"')
        level = Level.of(name)
        link = element.find(".//a")
        if level is Level.EMERGENCY and link is not None:
            near = link.get("href", "")
            raise PageError(near, "an emergency card has no links; move it out")
        element.remove(title)
        return CareCard(level, self._prose.text(title), tuple(self._body(element)))

    def _body(self, card: "Element") -> "Iterator[Prose | Heading | Signs]":
        """Yield the parts of a care card: prose, and lists whose points have pictures.

        Signs are lists at the margin of the card.
        """
        from xml.etree.ElementTree import Element

        for has_signs, elements in groupby(card, _is_list_of_signs):
            if has_signs:
                yield from map(self._signs, elements)
                continue
            prose = Element("div")
            prose.extend(elements)
            _check_no_picture(prose)
            yield from self._prose.parts(prose)

    def _picture(self, source: str, alt: str) -> Picture:
        picture = page_image(self.files, source)
        if not alt.strip():
            raise PageError(source, f"say what it shows: ![what it shows]({source})")
        return Picture(picture, fill(alt, self.terms))

    def _signs(self, element: "Element") -> Signs:
        return Signs(tuple(map(self._sign, element)))

    def _sign(self, point: "Element") -> Sign:
        """Return a point of a list that begins with a picture, as all of them must."""
        image = point.find("img")
        if image is None or point[0] is not image or (point.text or "").strip():
            near = next(filter(None, map(str.strip, point.itertext())), "")
            raise PageError(near, "begin each point of a list with a picture, or none")
        source = image.get("src", "")
        if image.get("alt"):
            raise PageError(source, f"its words say what it shows: ![]({source})")
        if not _words(point):
            raise PageError(
                source, f"write words beside the picture: ![]({source}) ..."
            )
        picture = page_image(self.files, source)
        point.text = (image.tail or "").lstrip()
        point.remove(image)
        _check_no_picture(point)
        parts = (_spaced(part) for part in self._prose.parts(point))
        return Sign(picture, tuple(parts), Path(source).stem)

    def _link(self, anchor: "Element") -> Link:
        """Return a link's words and address, and fill it in; raises `PageError`."""
        written = anchor.get("href", "")
        try:
            address = checked_address(fill_address(written, self.terms))
        except ValueError as problem:
            no_links = f"; {_NO_LINKS}" if _PAGE.fullmatch(written) else ""
            raise PageError(written, f"{problem}{no_links}") from problem
        anchor.set("href", address)
        return Link(self._prose.text(anchor), address)


def _check_cards(element: "Element") -> None:
    """Refuse a card or timeline inside of a list or a card: it would be none."""
    for inner in element.iter("div"):
        if inner is not element:
            name = _level_name(inner)
            kind = "timeline" if name == TIMELINE else "care card"
            problem = f"a {kind} begins at the margin; move it out"
            raise PageError(f"!!! {name}", problem)


def _check_no_picture(element: "Element") -> None:
    for image in element.iter("img"):
        near = image.get("src", "")
        raise PageError(near, "a picture needs an empty line before and after")


def _is_list_of_signs(element: "Element") -> bool:
    return element.tag == "ul" and element.find(".//img") is not None


def _level_name(card: "Element") -> str:
    return card.get("class", "").removeprefix("admonition").strip()


def _spaced(part: Prose | Heading) -> Prose | Heading:
    """Return a part with the space that a paragraph of a page has below."""
    return replace(part, tight=False) if isinstance(part, Paragraph) else part


def _words(element: "Element") -> str:
    return "".join(element.itertext()).strip()
