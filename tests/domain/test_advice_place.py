"""The list of symptoms keeps its room: advice without enough of it is a line."""

import pytest

from kiosk.domain.advice_place import AdvicePlace, panel_width_mm


@pytest.mark.parametrize(
    ("width", "height", "place"),
    [
        pytest.param(379, 221, AdvicePlace.BESIDE, id="21.5 inches"),
        pytest.param(268, 330, AdvicePlace.BELOW, id="21.5 inches, upright"),
        pytest.param(280, 148, AdvicePlace.LINE, id="15.6 inches"),
        pytest.param(250, 139, AdvicePlace.LINE, id="10.1 inches"),
        pytest.param(185, 200, AdvicePlace.LINE, id="13.3 inches, upright"),
        pytest.param(200, 196, AdvicePlace.LINE, id="too narrow for two columns"),
    ],
)
def test_the_advice_stands_where_both_have_room(width, height, place):
    assert AdvicePlace.of(width, height, 1.0) is place
    assert AdvicePlace.of(width, height, 2.0) is AdvicePlace.LINE
    assert AdvicePlace.of(2 * width, 2 * height, 2.0) is place


@pytest.mark.parametrize(
    ("page", "panel"), [(240, 110), (360, 129.6), (700, 140)], ids=str
)
def test_a_panel_has_a_share_of_the_page_that_its_words_fit_into(page, panel):
    assert panel_width_mm(page) == pytest.approx(panel)
