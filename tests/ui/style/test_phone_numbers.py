"""However narrow a text is, no line ends within a phone number."""

import pytest
from PySide6.QtGui import QFont, QTextLayout

from kiosk.content.bidi import isolated
from kiosk.domain.phone_number import unbroken

NUMBERS = ("020 7946 0123", "+44 (0)20 7946 0123", "030-90 18 20", "01.23.45.67.89")


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_stands_on_one_line(qapp, fonts, number, rtl):
    kept = isolated(unbroken(number), rtl=rtl)
    text = f"اتصلوا على {kept} الآن." if rtl else f"Call {kept} now."
    layout = QTextLayout(text, QFont(["Atkinson Hyperlegible", "Noto Sans Arabic"], 20))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(60)
        starts.append(line.textStart())
    layout.endLayout()
    begin = text.index(kept)
    assert not [it for it in starts if begin < it < begin + len(kept) - 1]
    assert len(starts) >= 3
