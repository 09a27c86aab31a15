import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.comfort import TEXT_SCALES
from kiosk.domain.metrics import GAP_MM, TOUCH_MM, Metrics
from kiosk.domain.shape import Rail, Shape

TABS = 10


@pytest.mark.parametrize(
    ("size_px", "width_mm", "portrait", "rail"),
    [
        pytest.param((1920, 1080), 476.0, False, Rail.TILES, id="1920x1080"),
        pytest.param((1080, 1920), 268.0, True, Rail.ROWS, id="1080x1920"),
        pytest.param((1280, 800), 331.0, False, Rail.TILES, id="1280x800"),
        pytest.param((800, 1280), 207.0, True, Rail.MENU, id="800x1280"),
        pytest.param((3840, 2160), 698.0, False, Rail.ROWS, id="31.5-inch 4K"),
        pytest.param((800, 480), 154.0, False, Rail.MENU, id="7-inch"),
    ],
)
def test_a_screen_has_the_rail_that_fits(size_px, width_mm, portrait, rail):
    metrics = Metrics.of_screen(size_px, width_mm)
    shape = Shape.of(size_px, TABS, metrics)
    assert (shape.portrait, shape.rail) == (portrait, rail)


def test_fewer_tabs_stand_in_rows_where_ten_would_not_fit():
    metrics = Metrics.of_screen((1920, 1080), 476.0)
    assert Shape.of((1920, 1080), 4, metrics).rail is Rail.ROWS


def test_a_narrow_screen_has_narrow_tabs_however_few():
    metrics = Metrics.of_screen((800, 1280), 207.0)
    assert Shape.of((800, 1280), 4, metrics).rail is Rail.NARROW


def test_a_square_window_counts_as_landscape():
    assert not Shape.of((1000, 1000), TABS, Metrics(4.0)).portrait


@pytest.mark.parametrize(
    ("size_px", "width_mm"),
    [((1920, 1080), 476.0), ((1080, 1920), 268.0), ((800, 1280), 207.0)],
)
@pytest.mark.parametrize("word_mm", [0.0, 20.0, 40.0, 60.0])
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_tab_of_a_rail_is_wide_enough_to_touch(size_px, width_mm, word_mm, scale):
    metrics = Metrics.of_screen(size_px, width_mm).scaled(scale)
    shape = Shape.of(size_px, TABS, metrics, word_mm)
    if shape.rail.is_at_side:
        tab_mm = (shape.rail_mm - GAP_MM) / shape.rail.columns - GAP_MM
        assert tab_mm >= max(TOUCH_MM, word_mm)


LARGE = Metrics.of_screen((1920, 1080), 476.0).scaled(2.0)


def test_tabs_too_large_for_any_rail_are_tiles_of_the_first_page():
    shape = Shape.of((1920, 1080), TABS, LARGE, word_mm=100.0)
    assert shape.rail is Rail.MENU
    assert not shape.rail.is_at_side
    assert shape.rail_mm == 0.0


def test_a_word_too_long_for_a_rail_makes_a_menu_of_it():
    usual = Metrics.of_screen((1920, 1080), 476.0)
    assert Shape.of((1920, 1080), TABS, usual, word_mm=20.0).rail is Rail.TILES
    assert Shape.of((1920, 1080), TABS, usual, word_mm=120.0).rail is Rail.MENU


@given(
    st.tuples(st.integers(700, 4000), st.integers(700, 4000)),
    st.integers(1, 14),
    st.sampled_from(TEXT_SCALES),
    st.floats(0, 150),
)
def test_no_rail_takes_more_than_its_part_of_the_width(size_px, tabs, scale, word_mm):
    metrics = Metrics(4.0, scale)
    assert Shape.of(size_px, tabs, metrics, word_mm).rail_mm <= size_px[0] / 4.0 * 0.4


@given(st.tuples(st.integers(700, 4000), st.integers(700, 4000)), st.floats(0, 150))
def test_larger_words_never_bring_a_rail_back(size_px, word_mm):
    """Whoever asks for larger text may lose the tabs at the side, once."""
    rails = [
        Shape.of(size_px, TABS, Metrics(4.0, scale), word_mm * scale).rail
        for scale in TEXT_SCALES
    ]
    at_side = [rail.is_at_side for rail in rails]
    assert at_side == sorted(at_side, reverse=True)
