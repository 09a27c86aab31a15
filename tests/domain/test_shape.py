import pytest

from kiosk.domain.metrics import GAP_MM, TOUCH_MM, Metrics
from kiosk.domain.shape import Rail, Shape

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
    assert Shape.of(size_px, TABS, metrics) == Shape(portrait=portrait, rail=rail)


def test_fewer_tabs_stand_in_rows_where_ten_would_not_fit():
    metrics = Metrics.of_screen((1920, 1080), 476.0)
    assert Shape.of((1920, 1080), 4, metrics).rail is Rail.ROWS


def test_a_narrow_screen_has_narrow_tabs_however_few():
    metrics = Metrics.of_screen((800, 1280), 207.0)
    assert Shape.of((800, 1280), 4, metrics).rail is Rail.NARROW


def test_a_square_window_counts_as_landscape():
    assert not Shape.of((1000, 1000), TABS, Metrics(4.0)).portrait


@pytest.mark.parametrize("rail", Rail)
def test_every_tab_of_a_rail_is_wide_enough_to_touch(rail):
    assert (rail.width_mm - GAP_MM) / rail.columns - GAP_MM >= TOUCH_MM
