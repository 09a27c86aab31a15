"""What is taken home: decoded from what is on the glass, and never an answer."""

import pytest
import zxingcpp
from msgspec.structs import replace
from vobject.base import readOne

from kiosk.content.blocks import Link
from kiosk.domain.handout import Handout
from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.domain.preferences import TEXT_SCALES, Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.qr_code import QrCode
from tests.support.screen import (
    CLINIC,
    LANDSCAPE,
    PORTRAIT,
    SETTINGS,
    WIDTH_MM,
    offers,
    photograph,
    seen,
    settle,
    touch,
    words,
)
from tests.support.shipped import library_of

SITE = replace(
    SETTINGS, clinic=replace(CLINIC, handout=Handout("https://clinic.example/kiosk"))
)
SMALL = [((1280, 800), 331.0), ((1280, 800), 217.0), ((800, 1280), 136.0)]
LARGEST = Preferences(text=len(TEXT_SCALES) - 1)
ROUTINE = Visit(
    page="check",
    answers=frozenset({"tension"}),
    declined=frozenset(it.id for it in library_of(CLINIC).checklist.factors),
)
EACH_WAY = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
EACH = pytest.mark.parametrize("language", ["en", "es", "ar"])


def codes_on(shown):
    """Return what a camera reads on the whole glass."""
    return [it.text for it in zxingcpp.read_barcodes(photograph(shown))]


@EACH
@EACH_WAY
def test_the_card_is_read_off_the_glass(session, context, size, language):
    shown = session(Visit(page="vision", language=language), size)
    title = shown._context.pack.strings.scan_title
    touch(shown, title)
    [text] = [it for it in codes_on(shown) if it.startswith("BEGIN:VCARD")]
    assert readOne(text).fn.value == CLINIC.name
    assert readOne(text).tel.value == CLINIC.phone
    assert "112" in readOne(text).note.value
    [code] = seen(shown.front, QrCode)
    inside = code.width() - 2 * code.margin_px
    assert inside >= LARGE_QR_CODE_MM * context.look.metrics.px_per_mm


@EACH
@pytest.mark.parametrize("glass", SMALL, ids=str)
def test_in_the_largest_letters_all_of_a_code_is_in_sight(
    session, contexts_for, glass, language
):
    """It needs no scrolling: a phone is held in the other hand."""
    visit = Visit(page="vision", language=language, preferences=LARGEST)
    shown = session(visit, glass[0], contexts_for(*glass))
    strings = shown._context.pack.strings
    touch(shown, strings.scan_title)
    [text] = [it for it in codes_on(shown) if it.startswith("BEGIN:VCARD")]
    assert readOne(text).fn.value == CLINIC.name
    touch(shown, strings.close_code)
    shown.overlays.show_qr_code(Link("A source", "https://source.example/"))
    settle()
    assert "https://source.example/" in codes_on(shown)


@EACH
def test_the_pages_own_address_is_read_off_the_glass(session, contexts_for, language):
    contexts = contexts_for(LANDSCAPE, WIDTH_MM, settings=SITE)
    shown = session(Visit(page="vision", language=language), contexts=contexts)
    touch(shown, shown._context.pack.strings.scan_title)
    address = f"https://clinic.example/kiosk/{language}/vision.html"
    assert codes_on(shown) == [address]
    assert address in [it.replace("\u200b", "") for it in words(shown.front)]


@pytest.mark.parametrize("settings", [SETTINGS, SITE], ids=["card", "site"])
def test_the_code_of_the_checklist_is_the_same_whatever_was_touched(
    session, contexts_for, settings
):
    contexts = contexts_for(LANDSCAPE, WIDTH_MM, settings=settings)
    read = set()
    for symptom in ("tension", "bruise-or-pain"):
        visit = replace(ROUTINE, answers=frozenset({symptom}))
        shown = session(visit, contexts=contexts)
        shown.overlays.show_advice()
        touch(shown.front, shown._context.pack.strings.scan_title)
        [text] = codes_on(shown)
        read.add(text)
    [text] = read
    assert "tension" not in text


def test_nothing_leads_away_from_an_emergency(session, context):
    visit = replace(ROUTINE, answers=frozenset({"choking"}))
    shown = session(visit)
    assert offers(shown, context.pack.strings.scan_title) == []


def test_the_result_waits_for_the_questions_that_can_still_raise_it(session, context):
    shown = session(replace(ROUTINE, declined=frozenset()))
    assert offers(shown, context.pack.strings.scan_title) == []


def test_it_closes_to_the_page(session, context):
    shown = session(Visit(page="vision"))
    touch(shown, context.pack.strings.scan_title)
    touch(shown, context.pack.strings.close_code)
    assert not shown.has_overlay


def test_a_page_is_printed_once_and_the_visitor_is_told(session, contexts):
    printed = []

    def print_page(*page):
        printed.append(page)
        return True

    shown = session(
        Visit(page="vision", language="es"),
        contexts=replace(contexts, print_page=print_page),
    )
    strings = shown._context.pack.strings
    touch(shown, strings.scan_title)
    touch(shown, strings.print_page)
    assert printed == [("vision", "es")]
    assert strings.printing in words(shown.front)
    assert offers(shown, strings.print_page) == []


def test_a_visitor_is_told_when_there_is_no_more_paper(session, contexts):
    out_of_paper = replace(contexts, print_page=lambda *_: False)
    shown = session(Visit(page="vision"), contexts=out_of_paper)
    strings = shown._context.pack.strings
    touch(shown, strings.scan_title)
    touch(shown, strings.print_page)
    assert strings.no_more_paper in words(shown.front)


def test_nothing_is_printed_unless_a_printer_is_set(session, context):
    shown = session(Visit(page="vision"))
    touch(shown, context.pack.strings.scan_title)
    assert offers(shown, context.pack.strings.print_page) == []
