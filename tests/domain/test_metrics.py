import math

import pytest

from kiosk.domain.metrics import TOUCH_MM, Length, Metrics, TextSize, is_screen_width
from kiosk.domain.preferences import TEXT_SCALES


@pytest.mark.parametrize(
    ("size_px", "width_mm", "touch_px"),
    [
        pytest.param((1920, 1080), 476.0, 81, id="21.5 inches, landscape"),
        pytest.param((1080, 1920), 268.0, 81, id="21.5 inches, portrait"),
        pytest.param((3840, 2160), 698.0, 110, id="31.5 inches, 4K"),
        pytest.param((1280, 800), 331.0, 77, id="15.4 inches"),
    ],
)
def test_a_touch_target_is_20_mm_on_a_known_screen(size_px, width_mm, touch_px):
    assert Metrics.of_screen(size_px, width_mm).px(TOUCH_MM) == touch_px


@pytest.mark.parametrize("width_mm", [0.0, -1.0, 16.0, 5000.0])
def test_a_width_that_cannot_be_true_counts_as_96_dots_an_inch(width_mm):
    assert Metrics.of_screen((1920, 1080), width_mm).px(25.4) == 96


@pytest.mark.parametrize(
    ("size_px", "width_mm"),
    [((800, 480), 154.0), ((480, 800), 93.0), ((1024, 600), 0.0)],
)
def test_on_too_small_a_screen_everything_shrinks_to_fit_185_mm(size_px, width_mm):
    assert Metrics.of_screen(size_px, width_mm).px(185.0) == min(size_px)


def test_a_screen_with_room_does_not_shrink():
    assert Metrics.of_screen((1280, 800), 331.0).px_per_mm == pytest.approx(1280 / 331)


def test_the_thinnest_line_is_still_one_pixel():
    assert Metrics(1.0).px(0.1) == 1


def test_a_capital_letter_of_body_text_is_4_8_mm_high():
    assert Metrics(10.0).text_px(TextSize.BODY) * 0.668 == pytest.approx(48, abs=0.5)


def test_lengths_are_whole_pixels_for_the_style_sheet():
    metrics = Metrics(4.0)
    assert metrics.lengths["radius"] == "16px"
    assert metrics.length_px(Length.RADIUS) == 16


USUAL, TWICE = Metrics(4.0), Metrics(4.0).scaled(2.0)
HEADINGS = (TextSize.TITLE, TextSize.SECTION, TextSize.STEP, TextSize.SHOUT)


@pytest.mark.parametrize(
    ("size", "times"),
    [
        (TextSize.BODY, 2.0),
        (TextSize.SMALL, 2.0),
        (TextSize.LEAD, 2.0),
        (TextSize.STRIP, 1.5),
        (TextSize.SHOUT, 1.5),
        (TextSize.CONTROL, 1.0),
    ],
)
def test_words_grow_as_far_as_they_are_not_large_already(size, times):
    assert TWICE.text_mm(size) / USUAL.text_mm(size) == pytest.approx(times)


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_larger_than_what_it_heads_at_every_size(heading, scale):
    metrics = USUAL.scaled(scale)
    assert metrics.text_mm(heading) > metrics.text_mm(TextSize.BODY)


@pytest.mark.parametrize("size", TextSize)
def test_no_words_are_smaller_at_a_larger_size(size):
    sizes = [USUAL.scaled(scale).text_mm(size) for scale in TEXT_SCALES]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("size", TextSize)
def test_no_letters_are_smaller_than_section_508_allows(size):
    assert USUAL.text_mm(size) * 0.668 >= 4.8 - 1e-6


def test_lines_and_corners_stay_as_large_as_they_were():
    usual, twice = USUAL.lengths, TWICE.lengths
    same = {name for name in usual if not name.startswith("text_")}
    assert same >= {"border", "ring"}
    assert {name: twice[name] for name in same} == {name: usual[name] for name in same}


@pytest.mark.parametrize(
    ("mm", "is_one"),
    [
        *[(100, True), (476, True), (1500, True), (0, False), (-1, False)],
        *[(47.6, False), (99.9, False), (1500.1, False)],
        *[(math.nan, False), (math.inf, False)],
    ],
)
def test_a_width_that_no_screen_has_is_told_from_the_others(mm, is_one):
    assert is_screen_width(mm) is is_one


@pytest.mark.parametrize("width_mm", [47.6, 1501.0])
def test_a_screen_that_says_it_has_such_a_width_is_not_believed(width_mm):
    assert Metrics.of_screen((800, 600), width_mm) == Metrics.of_screen((800, 600), 0)


@pytest.mark.parametrize("size", [(0, 0), (1920, 0), (0, 1080)])
def test_a_screen_that_reports_no_size_counts_as_a_usual_one(size):
    usual = Metrics.of_screen((1920, 1080), 0.0)
    assert Metrics.of_screen(size, 0.0).px_per_mm == usual.px_per_mm
    assert Metrics.of_screen(size, 476.0).px_per_mm == usual.px_per_mm
