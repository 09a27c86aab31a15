"""The views of the pages: built when first opened, and kept."""

import pytest
from PySide6.QtCore import QSize

from kiosk.content.pages import PageKind
from kiosk.domain.triage import Assessment, Level
from kiosk.domain.visit import Visit
from kiosk.ui.screens.booking_view import BookingView
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.window.geometry import screen_layout_of
from kiosk.ui.window.page_views import PageViews
from tests.support.screen import LANDSCAPE, seen, settle, words

FOOT = "Nothing is kept."


@pytest.fixture
def views(context, wearing):
    """Show pages that end with the same words."""
    layout = screen_layout_of(QSize(*LANDSCAPE), context, Visit())
    return wearing(PageViews(context, layout, FOOT), LANDSCAPE)


def test_a_page_that_is_opened_again_is_the_same_view(views, context):
    first, second = context.pack.pages[:2]
    views.open(first, Visit(), Assessment())
    before = views.view(first.id)
    views.open(second, Visit(), Assessment())
    views.open(first, Visit(), Assessment())
    assert views.currentWidget() is views.view(first.id) is before


@pytest.mark.parametrize("kind", PageKind)
def test_each_kind_of_page_has_a_view_that_ends_with_the_foot(views, context, kind):
    page = next(page for page in context.pack.pages if page.kind is kind)
    views.open(page, Visit(), Assessment())
    settle()
    assert views.view(page.id).objectName() == f"page {page.id}"
    assert len([line for line in words(views) if line.startswith(FOOT)]) == 1


def test_a_booking_page_that_was_forgotten_is_built_for_the_new_answers(views, context):
    booking = next(p for p in context.pack.pages if p.kind is PageKind.BOOKING)
    views.open(booking, Visit(), Assessment())
    settle()
    assert seen(views, QrCode)
    views.forget_booking()
    views.open(booking, Visit(), Assessment(Level.EMERGENCY))
    settle()
    assert len(seen(views, BookingView)) == 1
    assert not seen(views, QrCode)
