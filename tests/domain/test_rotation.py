"""A touch falls where the finger sees it, however the picture is turned."""

import pytest

from kiosk.domain.rotation import Rotation

TOP_LEFT, TOP_RIGHT, FOOT_RIGHT, FOOT_LEFT = (0, 0), (1, 0), (1, 1), (0, 1)
CLOCKWISE = (TOP_LEFT, TOP_RIGHT, FOOT_RIGHT, FOOT_LEFT)


@pytest.mark.parametrize("rotation", Rotation)
@pytest.mark.parametrize("corner", range(4))
def test_each_corner_of_the_picture_is_so_many_corners_further_on(rotation, corner):
    """Of a picture turned by 90 degrees the top left corner is at the top right."""
    of_screen = CLOCKWISE[(corner + rotation // 90) % 4]
    assert rotation.in_picture(*of_screen) == CLOCKWISE[corner]


@pytest.mark.parametrize("kept", Rotation)
@pytest.mark.parametrize("real", Rotation)
def test_the_corner_where_a_touch_lands_tells_the_rotation(real, kept):
    """A finger on the top left corner of a picture whose touches are turned wrong."""
    touched = CLOCKWISE[real // 90]
    landed = CLOCKWISE.index(kept.in_picture(*touched))
    assert kept.after(landed) is real


@pytest.mark.parametrize("rotation", Rotation)
def test_the_middle_stays_in_the_middle(rotation):
    assert rotation.in_picture(0.5, 0.5) == (0.5, 0.5)


def test_the_matrices_are_those_that_libinput_documents():
    """Its figures are of a screen that is turned: what the picture makes up for.

    https://wayland.freedesktop.org/libinput/doc/latest/device-configuration-via-udev.html
    """
    documented = {90: "0 -1 1 1 0 0", 180: "-1 0 1 0 -1 1", 270: "0 1 0 -1 0 1"}
    for degrees, matrix in documented.items():
        rotation = Rotation((360 - degrees) % 360)
        assert " ".join(map(str, rotation.touch_matrix)) == matrix
