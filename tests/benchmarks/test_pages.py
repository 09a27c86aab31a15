"""The figures that are wanted of every screen, on a part of the screens.

`python -m benchmarks.pages --every` takes them all.
"""

import pytest

from benchmarks.pages import rows
from kiosk.app.loading import register_fonts

PART = ('21.5" 1920x1080', '21.5" 1080x1920', '13.3" 1280x800', '15" 1024x768')


@pytest.mark.parametrize("glass", PART)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_is_as_wanted(qapp, glass, language):
    register_fonts()
    taken = list(rows(qapp, [glass], languages=[language]))
    assert {row.glass for row in taken} == {glass}
    assert {row.listening for row in taken} == {False, True}
    assert {str(row): list(row.faults) for row in taken if any(row.faults)} == {}
