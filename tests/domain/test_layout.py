"""Boxes of a layout: where the parts are, and their mirror image."""

from kiosk.domain.layout import Box, Rail, ScreenLayout

LAYOUT = ScreenLayout(
    portrait=False,
    rail=Rail.ROWS,
    strip=Box(0, 0, 1000, 80),
    page=Box(300, 80, 700, 420),
    bar=Box(300, 500, 700, 100),
)


def test_a_box_ends_beside_and_below_its_last_pixel():
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom) == (40, 60)


def test_the_share_of_the_page_is_that_of_the_whole_window():
    assert LAYOUT.page_share == 700 * 420 / (1000 * 600)


def test_a_mirrored_layout_has_left_and_right_exchanged():
    mirrored = LAYOUT.mirrored()
    assert mirrored.page == Box(0, 80, 700, 420)
    assert mirrored.strip == LAYOUT.strip
    assert mirrored.mirrored() == LAYOUT


def test_only_a_menu_has_no_tabs():
    assert [rail for rail in Rail if not ScreenLayout(True, rail).has_tabs] == [  # noqa: FBT003
        Rail.MENU
    ]
