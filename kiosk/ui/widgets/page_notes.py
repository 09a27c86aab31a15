"""The quiet words at a page's foot: who pays for it, and what changed."""

from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.content.placeholders import fill
from kiosk.ui.widgets.review_line import day_in_words


def page_notes(page: Page, pack: Pack) -> str:
    """Return a line for each of them that the page tells; empty for none."""
    strings, lines = pack.strings, []
    if page.funding:
        terms = {"funding": pack.apart(page.funding)}
        lines.append(fill(strings.who_pays, terms))
    if page.changed:
        day = day_in_words(page.written, pack)
        terms = {"date": day, "changed": pack.apart(page.changed)}
        lines.append(fill(strings.what_changed, terms))
    return "\n".join(lines)
