"""The part of the screen that a visit is drawn in, for each reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.preferences import Reach
from kiosk.domain.reach import HIGHEST_MM, LOWEST_MM, Area, area_for

LANDSCAPE, PORTRAIT = (476.0, 268.0), (268.0, 476.0)
LOW = [reach for reach in Reach if reach is not Reach.USUAL]
EACH_LOW = pytest.mark.parametrize("reach", LOW)
SIZES = st.tuples(st.floats(90, 1500), st.floats(90, 1500))
EDGES = st.one_of(st.just(0.0), st.floats(1, 3000))
SHORTEST = 185.0


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("lower_edge_mm", [0.0, 900.0])
def test_usually_it_is_all_of_the_screen(size, lower_edge_mm):
    assert area_for(Reach.USUAL, size, lower_edge_mm) == Area(0.0, 0.0, *size)


@pytest.mark.parametrize(
    ("size", "reach", "area"),
    [
        (PORTRAIT, Reach.LOWER, (0.0, 476.0 / 3, 268.0, 952.0 / 3)),
        (PORTRAIT, Reach.LEFT, (0.0, 476.0 / 3, 268.0, 952.0 / 3)),
        (PORTRAIT, Reach.RIGHT, (0.0, 476.0 / 3, 268.0, 952.0 / 3)),
        (LANDSCAPE, Reach.LOWER, (0.0, 83.0, 476.0, 185.0)),
        (LANDSCAPE, Reach.LEFT, (0.0, 83.0, 420.0, 185.0)),
        (LANDSCAPE, Reach.RIGHT, (56.0, 83.0, 420.0, 185.0)),
    ],
)
def test_without_a_measure_it_is_the_lower_part(size, reach, area):
    found = area_for(reach, size)
    edges = (found.left, found.top, found.width, found.height)
    assert edges == pytest.approx(area)


@pytest.mark.parametrize(
    ("lower_edge_mm", "top", "height"),
    [
        pytest.param(700.0, 0.0, 476.0, id="all of it in reach"),
        pytest.param(900.0, 156.0, 320.0, id="its top too high"),
        pytest.param(300.0, 0.0, 396.0, id="its foot too low"),
    ],
)
def test_a_measured_mounting_says_which_part_can_be_reached(lower_edge_mm, top, height):
    area = area_for(Reach.LOWER, PORTRAIT, lower_edge_mm)
    assert (area.top, area.height) == pytest.approx((top, height))


@given(st.sampled_from(LOW), SIZES, st.floats(1, 3000))
def test_all_of_it_can_be_reached_where_the_screen_can(reach, size, lower_edge_mm):
    """Section 508, 407.8: from 380 to 1220 mm above the floor."""
    upper_edge = lower_edge_mm + size[1]
    reachable = min(upper_edge, HIGHEST_MM) - max(lower_edge_mm, LOWEST_MM)
    area = area_for(reach, size, lower_edge_mm)
    if reachable >= SHORTEST:
        assert upper_edge - area.top <= HIGHEST_MM + 1e-6
        assert upper_edge - area.top - area.height >= LOWEST_MM - 1e-6


@given(st.sampled_from(Reach), SIZES, EDGES)
def test_it_never_leaves_the_screen_and_everything_fits_in_it(
    reach, size, lower_edge_mm
):
    area, slack = area_for(reach, size, lower_edge_mm), 1e-6
    assert area.left >= 0
    assert area.top >= 0
    assert area.left + area.width <= size[0] + slack
    assert area.top + area.height <= size[1] + slack
    assert area.height >= min(SHORTEST, size[1]) - slack
    assert area.width >= min(420.0, size[0]) - slack


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("edge", [0.0, 900.0])
def test_both_hands_have_the_same_at_their_own_side(size, edge):
    left, right = (area_for(hand, size, edge) for hand in (Reach.LEFT, Reach.RIGHT))
    assert left.left == 0.0
    assert right.left + right.width == size[0]
    assert (left.top, left.width, left.height) == (right.top, right.width, right.height)
