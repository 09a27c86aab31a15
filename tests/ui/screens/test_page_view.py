"""A page to read, and nothing in it but what its author wrote."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

from kiosk.content.approval import Approval
from kiosk.content.blocks import CareCard, Heading, Paragraph, Run
from kiosk.content.pages import Source
from kiosk.domain.preferences import Preferences
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.files.markdown_pages import PageParser
from kiosk.ui.screens.page_view import PageView
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.screens.sources_view import SourcesView
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.qr_code import QrCode
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    offers,
    place,
    scanned,
    seen,
    touch,
    words,
)
from tests.support.shipped import CONTENT, SHIPPED

BOTH = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
COMPLICATIONS = (
    "muscle-weakness",
    "headaches",
    "vision",
    "swallowing-speech",
    "breathing",
)
PAGES = sorted(path.stem for path in (CONTENT / "en").glob("*.md"))
SIZE = (1200, 900)
RAW = "Read <b>this</b> <script>x()</script>"


@pytest.fixture
def page_view(context, wearing):
    def show(blocks=(), **front):
        page = replace(context.pack.page("vision"), **front)
        view = PageView(page, blocks, context, QSize(*SIZE))
        return wearing(view, SIZE)

    return show


def from_markdown(text):
    return PageParser(SHIPPED, {}).blocks(text)


@pytest.mark.parametrize(
    "blocks",
    [
        from_markdown(RAW),
        from_markdown(f"- {RAW}"),
        from_markdown(f'!!! routine "Call"\n    {RAW}'),
        (Heading(RAW),),
        (CareCard(Level.ROUTINE, RAW, (Paragraph((Run("body"),)),)),),
    ],
    ids=["paragraph", "list", "card", "heading", "card heading"],
)
def test_raw_html_is_shown_as_text(page_view, blocks):
    assert any(RAW in said for said in words(page_view(blocks)))


@pytest.mark.parametrize("field", ["title", "summary"])
def test_html_in_the_front_matter_is_shown_as_text(page_view, field):
    assert RAW in words(page_view(**{field: RAW}))


def test_the_authors_own_marks_are_not_shown(page_view):
    runs = Run("so "), Run("important", strong=True)
    assert "so important" in words(page_view((Paragraph(runs),)))


@BOTH
def test_a_source_with_an_address_opens_it_as_a_code(session, context, size):
    shown = session(Visit(page="headaches"), size)
    sources = context.pack.page("headaches").sources
    source = next(source for source in sources if source.address)
    touch(shown, context.pack.strings.sources)
    touch(shown, source.citation)
    [view] = seen(shown, QrCodeView)
    [code] = seen(view, QrCode)
    assert scanned(code) == source.address


def test_a_code_leads_back_to_the_sources_and_these_to_the_page(session, context):
    shown, strings = session(Visit(page="headaches")), context.pack.strings
    source = next(s for s in context.pack.page("headaches").sources if s.address)
    touch(shown, strings.sources)
    touch(shown, source.citation)
    touch(shown, strings.close_code)
    assert seen(shown, SourcesView)
    touch(shown, strings.close_code)
    assert not seen(shown, SourcesView)
    assert context.pack.page("headaches").title in words(shown)


def test_every_source_of_a_page_is_named(session, context):
    shown = session(Visit(page="headaches"))
    touch(shown, context.pack.strings.sources)
    for source in context.pack.page("headaches").sources:
        assert source.citation in words(shown)


def test_a_source_without_an_address_is_only_read(context, wearing):
    sources = (Source("S1", "Someone", "A book", "1999"),)
    view = wearing(SourcesView(sources, context), SIZE)
    assert "Someone: A book, 1999" in words(view)
    assert not offers(view, "Someone: A book, 1999")


@pytest.mark.parametrize(("text", "in_row"), [(0, True), (3, False)])
def test_what_leads_on_is_in_one_row_where_it_has_room(
    session, context, contexts, text, in_row
):
    visit = Visit("headaches", preferences=Preferences(text=text))
    shown = session(visit, PORTRAIT, contexts)
    strings = context.pack.strings
    [sources], [home] = (
        offers(shown, it) for it in (strings.sources, strings.scan_title)
    )
    assert (place(sources).y() == place(home).y()) is in_row
    assert not place(sources).intersects(place(home))


def test_a_page_without_sources_offers_none(page_view, context):
    assert not offers(page_view(sources=()), context.pack.strings.sources)


@BOTH
@pytest.mark.parametrize("page", PAGES)
def test_no_text_can_be_selected_or_followed(session, size, page):
    labels = session(Visit(page=page), size).findChildren(QLabel)
    nothing = Qt.TextInteractionFlag.NoTextInteraction
    written = [label for label in labels if label.text()]
    assert written
    for label in written:
        assert label.textInteractionFlags() == nothing, label.text()


@BOTH
@pytest.mark.parametrize("page", COMPLICATIONS)
def test_the_cards_of_a_page_begin_with_the_emergency(session, size, page):
    cards = seen(session(Visit(page=page), size), CareCardView)
    cards.sort(key=lambda card: (place(card).y(), place(card).x()))
    levels = [Level.of(card.property("card")) for card in cards]
    assert levels[0] is Level.EMERGENCY
    assert levels == sorted(levels, reverse=True)


def test_a_page_says_who_checked_it(page_view):
    view = page_view(approval=Approval("Dr Day", date(2026, 2, 3), "1", "1"))
    assert any("Checked by Dr Day" in line for line in words(view))


def test_a_page_that_changed_since_is_not_said_to_be_checked(page_view, context):
    view = page_view(approval=Approval("Dr Day", date(2026, 2, 3), "1", "2"))
    (line,) = [line for line in words(view) if "Written" in line]
    assert context.pack.strings.changed_since_check in line
    assert "Dr Day" not in line


def test_a_page_says_that_nobody_checked_it_yet(page_view, context):
    view = page_view(approval=Approval())
    assert any(context.pack.strings.not_checked in line for line in words(view))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_that_is_not_translated_runs_its_own_way(contexts, wearing, language):
    """Its signs and its prose: only the lines about it are the interface's."""
    arabic = contexts.of(Visit(language="ar"))
    page = contexts.library.packs[language].page("vision")
    blocks = contexts.library.packs[language].blocks(page)
    way = Qt.LayoutDirection
    view = PageView(page, blocks, arabic, QSize(*SIZE))
    view.setLayoutDirection(way.RightToLeft)  # as the session has it
    [card, *_] = wearing(view, SIZE).findChildren(CareCardView)
    own = way.RightToLeft if language == "ar" else way.LeftToRight
    assert card.layoutDirection() is own
    rich = [it.text() for it in card.findChildren(QLabel) if "<p>" in it.text()]
    assert rich
    assert all(("dir='rtl'" in it) == (language == "ar") for it in rich)
