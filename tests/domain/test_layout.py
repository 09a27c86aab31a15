import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.layout import LayoutNeeds, Rail, ScreenLayout
from kiosk.domain.metrics import DOCKED_QR_CODE_MM, GAP_MM, TOUCH_MM, Metrics

TABS = 10


@pytest.mark.parametrize(
    ("size_px", "width_mm", "portrait", "rail"),
    [
        pytest.param((1920, 1080), 476.0, False, Rail.TILES, id="1920x1080"),
        pytest.param((1080, 1920), 268.0, True, Rail.ROWS, id="1080x1920"),
        pytest.param((1280, 800), 331.0, False, Rail.TILES, id="1280x800"),
        pytest.param((800, 1280), 207.0, True, Rail.NARROW, id="800x1280"),
        pytest.param((3840, 2160), 698.0, False, Rail.ROWS, id="31.5-inch 4K"),
        pytest.param((800, 480), 154.0, False, Rail.TILES, id="7-inch"),
    ],
)
def test_a_screen_has_the_rail_that_fits(size_px, width_mm, portrait, rail):
    metrics = Metrics.of_screen(size_px, width_mm)
    layout = ScreenLayout.of(size_px, TABS, metrics)
    assert (layout.portrait, layout.rail) == (portrait, rail)


def test_fewer_tabs_stand_in_rows_where_ten_would_not_fit():
    metrics = Metrics.of_screen((1920, 1080), 476.0)
    assert ScreenLayout.of((1920, 1080), 4, metrics).rail is Rail.ROWS


def test_a_narrow_screen_has_narrow_tabs_however_few():
    metrics = Metrics.of_screen((800, 1280), 207.0)
    assert ScreenLayout.of((800, 1280), 4, metrics).rail is Rail.NARROW


def test_a_square_window_counts_as_landscape():
    assert not ScreenLayout.of((1000, 1000), TABS, Metrics(4.0)).portrait


SIZES = st.tuples(st.integers(700, 4000), st.integers(700, 4000))
NEEDS = st.builds(
    LayoutNeeds,
    word=st.floats(0, 150),
    line=st.floats(5, 30),
    strip=st.floats(10, 60),
    bars=st.floats(20, 150),
)


@given(SIZES, st.integers(1, 14), NEEDS)
def test_every_tab_of_a_rail_is_wide_enough_to_touch_and_for_its_word(
    size_px, tabs, needs
):
    layout = ScreenLayout.of(size_px, tabs, Metrics(4.0), needs)
    if layout.rail.is_at_side:
        tab_mm = (layout.rail_mm - GAP_MM) / layout.rail.columns - GAP_MM
        assert tab_mm >= max(TOUCH_MM, needs.word)


@given(SIZES, st.integers(1, 14), NEEDS)
def test_the_tabs_of_a_rail_and_the_code_fit_above_each_other(size_px, tabs, needs):
    layout = ScreenLayout.of(size_px, tabs, Metrics(4.0), needs)
    rows = -(-tabs // layout.rail.columns)
    bars = needs.bars if layout.portrait else 0
    above_and_below = (
        needs.strip + bars + (DOCKED_QR_CODE_MM if layout.has_qr_code else 0)
    )
    if layout.rail.is_at_side:
        assert rows * (TOUCH_MM + GAP_MM) + above_and_below <= size_px[1] / 4.0


@given(SIZES, st.integers(1, 14), NEEDS)
def test_a_rail_leaves_the_page_most_of_the_width(size_px, tabs, needs):
    layout = ScreenLayout.of(size_px, tabs, Metrics(4.0), needs)
    assert layout.rail_mm <= size_px[0] / 4.0 * 0.4 + 1e-6


@given(SIZES, NEEDS, st.floats(1.0, 2.0))
def test_larger_words_never_bring_a_rail_back(size_px, needs, times):
    """With larger text the tabs at the side may go, once."""
    sides = (needs.word, needs.line, needs.strip, needs.bars)
    larger = LayoutNeeds(*(side * times for side in sides))
    if not ScreenLayout.of(size_px, TABS, Metrics(4.0), needs).rail.is_at_side:
        assert ScreenLayout.of(size_px, TABS, Metrics(4.0), larger).rail is Rail.MENU


@pytest.mark.parametrize(
    ("needs", "rail"),
    [
        pytest.param(LayoutNeeds(), Rail.TILES, id="usual words"),
        pytest.param(
            LayoutNeeds(word=38, line=12.5, strip=20), Rail.TILES, id="large words"
        ),
        pytest.param(LayoutNeeds(word=100), Rail.MENU, id="a word too long"),
        pytest.param(LayoutNeeds(line=35), Rail.MENU, id="lines too high"),
        pytest.param(LayoutNeeds(strip=150), Rail.MENU, id="no room below the strip"),
    ],
)
def test_tabs_too_large_for_a_rail_are_tiles_of_the_first_page(needs, rail):
    metrics = Metrics.of_screen((1920, 1080), 476.0)
    layout = ScreenLayout.of((1920, 1080), TABS, metrics, needs)
    assert layout.rail is rail
    assert layout.rail.is_at_side is (rail is not Rail.MENU)
    assert bool(layout.rail_mm) is layout.rail.is_at_side
