"""Arabic lines begin at their edge, and nothing of a line is cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle
from tests.support.contrast import pixels

TEXT = (
    "كثير من المشاكل بعد بوتوكس خفيف، لكن بعضها يحتاج إلى مساعدة فورًا. "
    "المسوا ما تريدون القراءة عنه."
)
MOST_PX = 6  # beside a letter, of its own paper


@pytest.fixture
def lines(wearing):
    """Return how far each line of a label is from its left and its right edge."""

    def measured(label, width):
        one = labels.plain("كثير", TextStyle.BODY)
        root = QWidget()
        root.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(one)
        column.addStretch(1)
        wearing(root, (width, 900))
        shot = pixels(label)
        height = one.height()
        for top in range(0, len(shot) - height + 1, height):
            inked = (shot[top : top + height] != shot[0, 0]).any(axis=0).nonzero()[0]
            yield int(inked[0]), int(width - 1 - inked[-1])

    return measured


@pytest.mark.parametrize("width", range(420, 700, 7))
def test_every_line_begins_at_the_right_edge(lines, width):
    found = list(lines(labels.plain(TEXT, TextStyle.BODY), width))
    assert len(found) >= 2
    assert max(right for _, right in found) <= MOST_PX


@pytest.mark.parametrize("width", range(420, 700, 7))
def test_no_line_runs_out_at_the_left(lines, width):
    assert (
        min(left for left, _ in lines(labels.plain(TEXT, TextStyle.BODY), width)) >= 1
    )


def test_a_centred_line_is_in_the_middle(lines):
    label = labels.plain(TEXT, TextStyle.BODY)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    assert all(abs(left - right) <= MOST_PX for left, right in lines(label, 500))


def test_latin_words_are_qts_own():
    assert type(labels.plain("Headaches", TextStyle.BODY)) is QLabel
