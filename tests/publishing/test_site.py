"""The site: a page a topic and language, that needs nothing and nobody else."""

from datetime import date, datetime
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from kiosk.content.blocks import Photo, PhotoFormat, Picture
from kiosk.content.urgent_notices import UrgentNotice
from kiosk.domain.booking import Booking
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import Hours
from kiosk.files.library import LibraryLoader
from kiosk.files.site_style import load_site_style
from kiosk.publishing.images import Palette
from kiosk.publishing.site import FIRST, MOST_BYTES, Site
from tests.support.shipped import ICONS, RESOURCES, SHIPPED

CLINIC = Clinic(
    name="Park & Co",
    phone="+44 20 7946 0018",
    emergency_number="999",
    out_of_hours="NHS 111",
    hours=Hours.parse({"monday": "09:00-17:00", "sunday": "closed"}),
    booking=Booking("https://clinic.example/book?about={topic}"),
)
MONDAY = datetime(2026, 11, 30, 12)  # noqa: DTZ001 - the clinic's own time
OWN = ("tel:", "data:image/", "https://clinic.example/book?about=book")


class Read(HTMLParser):
    """Every element and every address of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses, self.text = [], [], ""
        self.attributes = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        self.addresses += [v for k, v in attrs if k in ("href", "src", "action")]

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def library():
    return LibraryLoader(clinic=CLINIC, icons=ICONS, away=True).load(SHIPPED)


def site_of(library):
    style = load_site_style(RESOURCES)
    palette = Palette(style.colours, style.icons)
    return Site(library, CLINIC, style.css, palette, MONDAY).files()


@pytest.fixture(scope="module")
def files(library):
    return site_of(library)


@pytest.fixture(scope="module")
def pages(files):
    return {name: Read(data.decode()) for name, data in files.items() if "html" in name}


def test_there_is_a_page_for_each_topic_and_language(library, files):
    wanted = {
        f"{p.language}/{it.id}.html" for p in library.ready_packs for it in p.pages
    }
    assert set(files) == wanted | {FIRST}
    assert len(wanted) == 30


def test_every_page_is_light(files):
    assert {name for name, data in files.items() if len(data) >= MOST_BYTES} == set()


def test_no_page_has_a_script_a_form_or_anything_fetched_from_elsewhere(pages):
    refused = {"script", "form", "iframe", "object", "link", "video", "input"}
    for name, page in pages.items():
        assert refused.isdisjoint(page.tags), name
        elsewhere = [it for it in page.addresses if ":" in it]
        assert [it for it in elsewhere if not it.startswith(OWN)] == [], name


def test_a_browser_is_told_to_load_nothing_but_pictures(pages):
    for page in pages.values():
        metas = [attrs for tag, attrs in page.attributes if tag == "meta"]
        policy = next(it["content"] for it in metas if "http-equiv" in it)
        assert policy.startswith("default-src 'none'; img-src 'self' data:; style-src")


def test_every_link_leads_to_a_page(files, pages):
    for name, page in pages.items():
        for address in page.addresses:
            if ":" not in address:
                assert normpath(join(dirname(name), unquote(address))) in files


def test_every_page_can_be_reached_from_the_first(pages):
    found, waiting = set(), [FIRST]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        links = (it for it in pages[name].addresses if ":" not in it)
        waiting += [normpath(join(dirname(name), unquote(it))) for it in links]
    assert found == set(pages)


def test_a_page_runs_the_way_of_its_language(pages):
    ways = {name[:2]: dict(page.attributes[0][1]) for name, page in pages.items()}
    assert ways["ar"] == {"lang": "ar", "dir": "rtl"}
    assert ways["es"] == {"lang": "es", "dir": "ltr"}


def test_every_page_begins_with_the_red_flags_and_a_number_to_call(pages):
    for name, page in pages.items():
        if name != FIRST:
            assert page.addresses[1] == "tel:999", name


def test_nobody_at_home_is_told_to_tell_staff(pages):
    for name, page in pages.items():
        if name.startswith("en/"):
            assert "staff now" not in page.text, name
            assert "Tell a member of staff" not in page.text, name


def test_every_page_says_that_no_clinician_has_checked_it(library, pages):
    for pack in library.ready_packs:
        for page in pack.pages:
            name = f"{pack.language}/{page.id}.html"
            assert pack.strings.not_checked in pages[name].text, name


def test_the_booking_page_has_the_number_the_address_and_the_hours(pages):
    page = pages["en/book.html"]
    assert "tel:+442079460018" in page.addresses
    assert "https://clinic.example/book?about=book" in page.addresses
    assert "09:00 to 17:00" in page.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_page_that_is_not_translated_says_so_in_its_own_direction(library):
    english, arabic = library.packs["en"], library.packs["ar"]
    page = english.page("vision")
    shown = tuple(page if it.id == "vision" else it for it in arabic.pages)
    bodies = {**arabic.bodies, "vision": english.blocks(page)}
    packs = {**library.packs, "ar": replace(arabic, pages=shown, bodies=bodies)}
    html = site_of(replace(library, packs=packs))["ar/vision.html"].decode()
    assert html.count('<div lang="en" dir="ltr">') == 1
    assert '<html lang="ar" dir="rtl">' in html
    assert 'class="note"' in html


def test_a_photo_is_a_file_beside_the_pages(library):
    english = library.packs["en"]
    photo = Picture(Photo(b"\x89PNG", PhotoFormat.PNG), "A door")
    bodies = {**english.bodies, "vision": (photo,)}
    packs = {**library.packs, "en": replace(english, bodies=bodies)}
    files = site_of(replace(library, packs=packs))
    name = next(it for it in files if it.startswith("pictures/"))
    assert files[name] == b"\x89PNG"
    assert f'src="../{name}" alt="A door"' in files["en/vision.html"].decode()


def test_an_urgent_notice_is_on_every_page_while_it_is_due_and_names_its_last_day(
    library,
):
    first, last = date(2026, 11, 1), date(2026, 12, 31)
    due = UrgentNotice(first, last, "Recall of batch 7", "en")
    over = UrgentNotice(first, date(2026, 11, 29), "Old recall", "en")
    english = replace(library.packs["en"], notices=(due, over))
    packs = {**library.packs, "en": english}
    files = site_of(replace(library, packs=packs))
    for name in ("en/home.html", "en/vision.html"):
        html = files[name].decode()
        assert "Recall of batch 7 (2026-11-01 / 2026-12-31)</p>" in html
        assert "Old recall" not in html


def test_a_page_says_who_pays_and_what_changed(library):
    english = library.packs["en"]
    page = replace(english.page("vision"), funding="The clinic", changed="New drops")
    shown = tuple(page if it.id == "vision" else it for it in english.pages)
    packs = {**library.packs, "en": replace(english, pages=shown)}
    html = site_of(replace(library, packs=packs))["en/vision.html"].decode()
    assert "The clinic" in html
    assert "New drops" in html
