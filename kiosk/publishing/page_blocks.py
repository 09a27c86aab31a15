"""What a page of each kind says where there is no screen to touch."""

from kiosk.content.blocks import Block, Picture
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind
from kiosk.publishing.checklist_blocks import checklist_blocks


def page_blocks(page: Page, pack: Pack, library: Library) -> tuple[Block, ...]:
    """Return the blocks of a page; the checklist's are made of its questions.

    The pictures of the first page are a map to touch.
    """
    blocks = pack.blocks(page)
    if page.kind is PageKind.CHECKLIST:
        return (*checklist_blocks(library, pack), *blocks)
    if page.kind is PageKind.HOME:
        return tuple(it for it in blocks if not isinstance(it, Picture))
    return blocks
