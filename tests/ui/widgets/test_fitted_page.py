"""A fitted page finds once which of its versions a room has, and builds few of them."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.fitted_page import FittedPage

HIGH = 10_000
ROOM = 600, 500


@pytest.fixture
def built():
    """The versions that were built, in their order."""
    return []


@pytest.fixture
def page(context, wearing, built):
    """Show a page whose versions have these heights, in a context of its own."""
    own = replace(context, fitting={})

    def version(height):
        def build():
            built.append(height)
            content = QWidget()
            content.setFixedHeight(height)
            content.heightForWidth = lambda _: height
            return content

        return build

    def show(heights, size=ROOM):
        view = FittedPage([version(height) for height in heights], own, "page")
        wearing(view, size)
        return view._content.minimumHeight()

    return show


@pytest.mark.parametrize(
    ("heights", "shown"),
    [
        ((100, 50), 100),
        ((HIGH, 100, 50), 100),
        ((HIGH, HIGH, HIGH, HIGH, 100), 100),
        ((HIGH, HIGH), HIGH),
    ],
)
def test_the_largest_that_fits_is_shown(page, heights, shown):
    assert page(heights) == shown
    assert page(heights) == shown


def test_where_the_first_fits_no_other_is_built(page, built):
    page((100, 50, 40))
    assert built == [100]


def test_the_next_visit_builds_what_it_shows_alone(page, built):
    heights = (HIGH, HIGH, HIGH, 100, 50)
    page(heights)
    built.clear()
    page(heights)
    assert built == [100]


def test_another_size_is_fitted_for_itself(page):
    assert page((400, 100)) == 400
    assert page((400, 100), (600, 300)) == 100
