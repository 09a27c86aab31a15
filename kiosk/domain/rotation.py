"""How far the picture is turned on the screen, and where a touch falls in it."""

from enum import IntEnum

SETUP_TOUCH = "kiosk setup-touch"
"""The command that has touches turned, before the degrees."""

Matrix = tuple[int, int, int, int, int, int]
"""Two rows of three: both are applied to x, y and 1, in parts of the screen's sides."""


class Rotation(IntEnum):
    """The degrees clockwise by which the picture is turned on the screen."""

    NONE = 0
    QUARTER = 90
    HALF = 180
    THREE_QUARTERS = 270

    def after(self, corners: int) -> "Rotation":
        """Return the one for touches that land so many corners further, clockwise."""
        return Rotation((self + 90 * corners) % 360)

    @property
    def touch_matrix(self) -> Matrix:
        """What leads from a place on the screen to the same place in the picture."""
        return _MATRICES[self]

    def in_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return where in the picture the place (x, y) of the screen is.

        Both are in parts of the sides: (0, 0) is the top left corner, as the screen is
        made or as the picture is seen.
        """
        a, b, c, d, e, f = self.touch_matrix
        return a * x + b * y + c, d * x + e * y + f


_MATRICES: dict[Rotation, Matrix] = {
    Rotation.NONE: (1, 0, 0, 0, 1, 0),
    Rotation.QUARTER: (0, 1, 0, -1, 0, 1),
    Rotation.HALF: (-1, 0, 1, 0, -1, 1),
    Rotation.THREE_QUARTERS: (0, -1, 1, 1, 0, 0),
}
