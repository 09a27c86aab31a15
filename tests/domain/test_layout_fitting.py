"""Which layout fits a window: the page has its share, and all can be touched."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.layout import Box, LayoutNeeds, Rail, ReachableArea, TabNeeds
from kiosk.domain.layout_fitting import layout_of
from kiosk.domain.metrics import GAP_MM, TOUCH_MM, Metrics
from kiosk.domain.preferences import TEXT_SCALES, Reach
from kiosk.domain.reach import area_for

TABS = 8
SCREENS = {
    "21.5 landscape": ((1920, 1080), 476.0, Rail.ROWS, 0.64),
    "21.5 portrait": ((1080, 1920), 268.0, Rail.TILES, 0.70),
    "15.6 landscape": ((1920, 1080), 345.0, Rail.ICONS, 0.64),
    "13.3 landscape": ((1280, 800), 286.0, Rail.ICONS, 0.55),
    "13.3 portrait": ((800, 1280), 179.0, Rail.ICONS, 0.55),
    "10.1 landscape": ((1280, 800), 217.0, Rail.ICONS, 0.55),
    "10.1 portrait": ((800, 1280), 136.0, Rail.ICONS, 0.55),
    "15 landscape": ((1024, 768), 304.0, Rail.TILES, 0.55),
    "32 landscape": ((3840, 2160), 708.0, Rail.ROWS, 0.70),
    "7 landscape": ((800, 480), 154.0, Rail.ICONS, 0.55),
}
EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS)
SIZES = st.tuples(st.integers(740, 4000), st.integers(740, 4000))
NEEDED = st.builds(
    TabNeeds, row=st.floats(0, 250), tile=st.floats(0, 150), tile_height=st.just(21.0)
)
NEEDS = st.builds(LayoutNeeds, wanted=NEEDED, usual=NEEDED, strip=st.floats(20, 40))


def laid_out(screen, **changes):
    size, width_mm, _, _ = SCREENS[screen]
    return layout_of(size, TABS, Metrics.of_screen(size, width_mm), **changes)


def overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


@EACH_SCREEN
def test_a_screen_has_the_tabs_that_fit(screen):
    assert laid_out(screen).rail is SCREENS[screen][2]


@EACH_SCREEN
@pytest.mark.parametrize("strip_mm", [20.0, 23.0])
def test_the_page_has_its_share_of_the_glass(screen, strip_mm):
    layout = laid_out(screen, needs=LayoutNeeds(strip=strip_mm))
    assert layout.page_share >= SCREENS[screen][3]


@EACH_SCREEN
def test_every_page_has_the_code_beside_it(screen):
    assert laid_out(screen).has_qr_code


def test_a_square_window_counts_as_landscape():
    assert not layout_of((1000, 1000), TABS, Metrics(4.0)).portrait


@given(SIZES, st.integers(1, 14), NEEDS, st.sampled_from(TEXT_SCALES))
def test_every_tab_is_large_enough_to_touch_and_for_its_word(size, tabs, needs, scale):
    layout = layout_of(size, tabs, Metrics(4.0).scaled(scale), needs)
    if not layout.has_tabs:
        return
    rows = -(-tabs // layout.columns)
    width = (layout.tabs.width / 4.0 + GAP_MM) / layout.columns - GAP_MM
    height = (layout.tabs.height / 4.0 + GAP_MM) / rows - GAP_MM
    words = needs.wanted if layout.enlarged else needs.usual
    needed = {Rail.ROWS: words.row, Rail.TILES: words.tile}.get(layout.rail, 0.0)
    assert width >= max(TOUCH_MM, needed) - 0.5
    assert height >= TOUCH_MM - 0.5


@given(SIZES, st.integers(0, 14), NEEDS, st.sampled_from(TEXT_SCALES))
def test_no_part_is_over_another_or_outside(size, tabs, needs, scale):
    layout = layout_of(size, tabs, Metrics(4.0).scaled(scale), needs)
    parts = [layout.strip, layout.tabs, layout.code, layout.page, layout.bar]
    parts = [part for part in parts if part.width]
    assert not any(overlap(one, other) for one, other in combinations(parts, 2))
    for left, top, width, height in parts:
        assert left >= 0
        assert top >= 0
        assert left + width <= size[0]
        assert top + height <= size[1]


@given(SIZES, NEEDS)
def test_the_bar_is_as_high_whatever_the_words(size, needs):
    layout = layout_of(size, TABS, Metrics(4.0), needs)
    assert layout.bar.height == layout_of(size, TABS, Metrics(4.0)).bar.height
    assert layout.controls.height == 80


@pytest.mark.parametrize("screen", ["21.5 landscape", "21.5 portrait"])
@pytest.mark.parametrize("scale", [1.66, 2.0])
def test_with_large_words_the_pages_are_tiles_and_two_ways_stay(screen, scale):
    size, width_mm, _, _ = SCREENS[screen]
    metrics = Metrics.of_screen(size, width_mm).scaled(scale)
    layout = layout_of(size, TABS, metrics)
    assert not layout.has_tabs
    assert not layout.has_qr_code
    assert bool(layout.tabs.width) is layout.portrait


def test_words_keep_their_size_before_they_go():
    wanted, usual = TabNeeds(row=150.0, tile=80.0), TabNeeds(row=80.0, tile=40.0)
    layout = laid_out("21.5 landscape", needs=LayoutNeeds(wanted, usual))
    assert (layout.rail, layout.enlarged) == (Rail.ROWS, False)


@pytest.mark.parametrize(
    ("needs", "rail"),
    [
        (TabNeeds(row=88.0, tile=40.0), Rail.ROWS),
        (TabNeeds(row=200.0, tile=40.0), Rail.TILES),
        (TabNeeds(row=200.0, tile=90.0), Rail.ICONS),
    ],
)
def test_tabs_whose_words_are_too_wide_are_icons_alone(needs, rail):
    layout = laid_out("21.5 landscape", needs=LayoutNeeds(needs, needs))
    assert layout.rail is rail


@pytest.mark.parametrize("screen", ["21.5 landscape", "21.5 portrait", "32 landscape"])
@pytest.mark.parametrize("hand", [Reach.LOWER, Reach.LEFT, Reach.RIGHT])
def test_what_is_lowered_is_within_reach_and_the_page_is_not(screen, hand):
    size, width_mm, _, _ = SCREENS[screen]
    metrics = Metrics.of_screen(size, width_mm)
    area = area_for(hand, (width_mm, size[1] / metrics.px_per_mm))
    at_right = hand is Reach.RIGHT
    layout = laid_out(screen, reach=ReachableArea(area, tabs_at_right=at_right))
    edges = (area.left, area.top, area.left + area.width, area.top + area.height)
    left, top, right, bottom = (round(mm * metrics.px_per_mm) for mm in edges)
    for part in (layout.tabs, layout.code, layout.controls):
        assert left <= part.left < part.right <= right
        assert top <= part.top < part.bottom <= bottom
    assert layout.page.top == layout.strip.bottom


def test_a_bar_whose_foot_is_too_low_is_raised():
    area = area_for(Reach.LOWER, (268.0, 476.0), 300.0)
    layout = laid_out("21.5 portrait", reach=ReachableArea(area))
    assert layout.controls.bottom <= 396 * 1080 / 268
    assert layout.bar.bottom == 1920
