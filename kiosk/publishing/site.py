"""The whole site: a page for each topic and language, and one to choose a language."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from kiosk.content.blocks import Drawing, Image
from kiosk.content.hours_in_words import hours_of_week
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page, PageKind
from kiosk.content.placeholders import fill
from kiosk.domain.addresses import encoded_address
from kiosk.domain.clinic import Clinic
from kiosk.publishing.html_blocks import HtmlBlocks, anchor, element, escaped
from kiosk.publishing.html_pages import (
    Frame,
    document,
    language_links,
    page_address,
    topics,
)
from kiosk.publishing.images import Palette, svg_address
from kiosk.publishing.numbers import call_address, calls_of
from kiosk.publishing.page_blocks import page_blocks

FIRST = "index.html"
MOST_BYTES = 100_000
"""A page of more takes too long on a poor connection."""


class Site(Struct, frozen=True, dict=True):
    """The site of a library, in the words of one clinic; `now` names today's hours."""

    library: Library
    clinic: Clinic
    css: str
    palette: Palette
    now: datetime

    @cached_property
    def _pictures(self) -> dict[str, bytes]:
        return {}

    def files(self) -> Mapping[str, bytes]:
        """Return the bytes of each file by its path in the site's folder."""
        pages = {FIRST: self._first_page()}
        for pack in self.library.ready_packs:
            frame = self._frame(pack)
            for page in pack.pages:
                path = f"{pack.language}/{page.id}.html"
                pages[path] = frame.document(page, self._main(page, frame))
        written = {path: text.encode() for path, text in pages.items()}
        return {**written, **self._pictures}

    def _frame(self, pack: Pack) -> Frame:
        own = self.library.staff_pack.language
        clinic = self.clinic.in_language(pack.language, own=own)
        return Frame(pack, clinic, self.library.languages, self.css, self.now.date())

    def _first_page(self) -> str:
        """Return the page that a reader chooses a language on."""
        pack = self.library.staff_pack
        links = (
            (it, f"{it.code}/{page_address(self.library.pack(it.code).pages[0].id)}")
            for it in self.library.languages
        )
        title = escaped(self._frame(pack).clinic.name)
        main = element("h1", title) + element("p", escaped(pack.strings.languages))
        body = element("main", main + language_links(links))
        return document(pack.language, title, body, self.css, rtl=pack.rtl)

    def _main(self, page: Page, frame: Frame) -> str:
        writer = HtmlBlocks(self.palette, calls_of(frame.clinic), self._keep)
        return frame.main(page, "\n".join(self._parts(page, frame, writer)))

    def _parts(self, page: Page, frame: Frame, writer: HtmlBlocks) -> Iterator[str]:
        if page.kind is PageKind.HOME:
            yield topics(it for it in frame.pack.pages if it != page)
        elif page.kind is PageKind.BOOKING:
            yield from self._contact(page, frame)
        yield writer.page(page_blocks(page, frame.pack, self.library))

    def _contact(self, page: Page, frame: Frame) -> Iterator[str]:
        """Yield how to call and book, and when the clinic is open."""
        clinic, strings = frame.clinic, frame.pack.strings
        if call := call_address(clinic.phone):
            text = fill(strings.call_us, {"phone": frame.pack.apart(clinic.phone)})
            yield element("p", anchor(text, call))
        if clinic.booking.is_set_up:
            address = clinic.booking.address(page.id)
            yield element("p", anchor(clinic.booking.in_words, address))
            code = svg_address(qr_code(address))
            alt = escaped(strings.booking_code)
            yield f'<img class="code" src="{code}" alt="{alt}">'
        rows = [
            f'<tr><th scope="row">{escaped(it.days)}</th>'
            f"<td>{escaped(it.hours)}</td></tr>"
            for it in hours_of_week(clinic.hours, self.now, frame.pack)
        ]
        if rows:
            yield element("table", "".join(rows), "hours")

    def _keep(self, image: Image) -> str:
        """Return where a page finds a picture: drawings in it, photos beside it."""
        if isinstance(image, Drawing):
            return self.palette.address(image)
        name = f"pictures/{sha256(image.data).hexdigest()[:16]}.{image.format}"
        self._pictures[name] = image.data
        return f"../{name}"


def qr_code(text: str) -> str:
    """Return a code as SVG, with the white margin that a camera needs."""
    import segno

    code = segno.make(encoded_address(text), error="m", micro=False)
    return str(code.svg_inline(border=4, light="#fff"))
