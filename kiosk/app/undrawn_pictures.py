"""Leave out the pictures that Qt cannot draw: none may leave an empty place.

Checking a picture's file does not tell: it can be whole, and hold nothing to draw.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.content.blocks import (
    Block,
    CareCard,
    Heading,
    Image,
    Picture,
    PointList,
    Prose,
    Signs,
)
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.plain_text import text_of
from kiosk.errors import Problem
from kiosk.files.snapshot import PICTURES
from kiosk.ui.style.look import can_draw


def without_undrawn(library: Library) -> Library:
    """Return a library without such pictures, with a problem for each of them.

    That is the same library where all can be drawn. A list of signs has its words.
    """
    check = _Check(library.folder)
    packs = {it.language: check.pack(it) for it in library.ready_packs}
    signs = {name: check.sign(name, it) for name, it in library.sign_pictures.items()}
    if not check.problems:
        return library
    problems = (*library.problems, *check.problems)
    return replace(library, packs=packs, sign_pictures=signs, problems=problems)


class _Check(Struct):
    """Draws each picture once, however many pages show it, and notes the problems."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    _drawn: dict[Image, bool] = field(default_factory=dict)

    def sign(self, name: str, image: Image | None) -> Image | None:
        """Return the picture of an answer, if there is one and it can be drawn."""
        if image is None or self._can_draw(image):
            return image
        self._note(self.folder / PICTURES / "signs" / f"{name}.svg", "this picture")
        return None

    def pack(self, pack: Pack) -> Pack:
        """Return a pack with what can be drawn of its own pages."""
        bodies = dict(pack.bodies)
        for page in pack.pages:
            path = self.folder / page.language / f"{page.id}.md"
            bodies[page.id] = tuple(self._kept(bodies[page.id], path))
        return replace(pack, bodies=bodies)

    def _kept(self, blocks: Iterable[Block], path: Path) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, CareCard):
                yield replace(block, body=tuple(self._in_card(block.body, path)))
            elif isinstance(block, Signs):
                yield self._in_words(block, path)
            elif not isinstance(block, Picture) or self._can_draw(block.image):
                yield block
            else:
                self._note(path, f"the picture {block.alt!r}")

    def _in_card(
        self, parts: Iterable[Prose | Heading | Signs], path: Path
    ) -> Iterator[Prose | Heading | Signs]:
        for part in parts:
            yield self._in_words(part, path) if isinstance(part, Signs) else part

    def _in_words(self, signs: Signs, path: Path) -> Signs | PointList:
        """Return signs, or their words alone if a picture cannot be drawn."""
        lost = [sign for sign in signs.points if not self._can_draw(sign.image)]
        for sign in lost:
            self._note(path, f"the picture beside {text_of(sign.body)!r}")
        return PointList(tuple(it.body for it in signs.points)) if lost else signs

    def _can_draw(self, image: Image) -> bool:
        if image not in self._drawn:
            self._drawn[image] = can_draw(image)
        return self._drawn[image]

    def _note(self, path: Path, what: str) -> None:
        message = f"{what} cannot be drawn"
        remedy = "save it again, as PNG, JPEG or plain SVG"
        problem = Problem(path, message=message, remedy=remedy)
        if problem not in self.problems:  # a page shown in several languages
            self.problems.append(problem)
