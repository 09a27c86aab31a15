"""Arabic lines begin at their edge, and nothing of a line is cut off."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import Paragraph, Run
from kiosk.ui.style import labels
from kiosk.ui.style.names import TextStyle
from tests.support.contrast import pixels

TEXT = (
    "كثير من المشاكل بعد بوتوكس خفيف، لكن بعضها يحتاج إلى مساعدة فورا. "
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


MARKED = "لأُّ أُبلغ تدلٍّ متساوٍ، إِي"
"""Words with the highest and the lowest marks that the font has."""


@pytest.fixture(params=[TextStyle.BODY, TextStyle.TITLE])
def style(request):
    return request.param


@pytest.mark.parametrize("is_rich", [False, True])
def test_no_mark_is_cut_off(wearing, context, style, is_rich):
    look = replace(context.look, mirrored=True)
    label = labels.plain(MARKED, style)
    if is_rich:
        label = labels.rich([Paragraph((Run(MARKED),))], look)
    shot = pixels(alone(wearing, label))
    assert (shot[0] == shot[0, 0]).all()
    assert (shot[-1] == shot[0, 0]).all()


@pytest.mark.parametrize("words", ["يتحسن عادةً", "كثيرًا ما يبدأ", "بصوت عالٍ"])
def test_marks_that_are_not_high_make_a_line_hardly_higher(wearing, style, words):
    marked = alone(wearing, labels.plain(words, style))
    plain = alone(wearing, labels.plain("كثير من", style))
    assert marked.height() - plain.height() < plain.height() * 0.08


@pytest.mark.parametrize("words", ["يتحسن عادةً", "كثيرًا ما يبدأ"])
def test_nor_do_they_in_rich_text(wearing, context, words):
    look = replace(context.look, mirrored=True)
    marked, plain = (
        alone(wearing, labels.rich([Paragraph((Run(it),))], look))
        for it in (words, "كثير من")
    )
    assert marked.height() - plain.height() < plain.height() * 0.08


def alone(wearing, label):
    root = QWidget()
    column = QVBoxLayout(root)
    column.addWidget(label)
    column.addStretch(1)
    wearing(root, (1500, 500))
    return label


@pytest.mark.parametrize("words", ["كثير من", "كثير Botox من"])
def test_lines_are_1_6_times_as_high_as_the_letters(wearing, words):
    one = alone(wearing, labels.plain(words, TextStyle.BODY))
    two = alone(wearing, labels.plain(f"{words}\n{words}", TextStyle.BODY))
    size = one.fontInfo().pixelSize()
    assert (two.height() - one.height()) / size == pytest.approx(1.6, abs=0.06)
    assert one.height() / size < 1.7
