"""A page's blocks become widgets: large words leave no table with narrow columns."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.files.markdown_pages import PageParser
from kiosk.ui.style import labels
from kiosk.ui.widgets.block_renderer import BlockRenderer
from tests.support.shipped import SHIPPED

TABLE = "| Cause | Lasts |\n|---|---|\n| A < B | *Weeks* |\n| C | |"
CARD = TABLE.replace("\n", "\n    ").join(('!!! routine "Call"\n    ', ""))
AS_LINES = [["Cause: A < B", "Lasts: Weeks"], ["Cause: C", "Lasts: "]]


@pytest.fixture
def drawn(qtbot, contexts):
    """Return the labels of some Markdown, at a size of text."""

    def drawing(markdown, text, width=900):
        look = contexts.of(Visit(preferences=Preferences(text=text))).look
        root = QWidget()
        qtbot.addWidget(root)
        column = QVBoxLayout(root)
        renderer = BlockRenderer(look, print, width)
        renderer.fill(column, PageParser(SHIPPED, {}).blocks(markdown))
        return root

    return drawing


def text(root):
    label = root.findChildren(QLabel)[-1]
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


@pytest.mark.parametrize("markdown", [TABLE, CARD], ids=["page", "card"])
def test_large_words_have_a_line_for_each_cell_after_its_heading(drawn, markdown):
    root = drawn(markdown, 3)
    assert text(root).split("\n") == [line for row in AS_LINES for line in row]


@pytest.mark.parametrize("markdown", [TABLE, CARD], ids=["page", "card"])
def test_usual_words_have_a_table(drawn, markdown):
    assert "Cause:" not in text(drawn(markdown, 0))


def test_the_words_of_a_page_are_counted_without_markup(drawn):
    root = drawn("## One two\n\n**Three** *four*\n\n- five\n\n" + TABLE, 0)
    assert labels.count_words(root) == len(["One", "two", "Three", "four", "five"]) + 7


def test_a_table_wider_than_the_page_has_a_line_for_each_cell(drawn):
    root = drawn(TABLE, 0, width=60)
    assert text(root).split("\n") == [line for row in AS_LINES for line in row]


LONG = "- ![](signs/sudden.svg) one\n- ![](signs/sudden.svg) two"


@pytest.mark.parametrize(("width", "columns"), [(1200, 2), (500, 1)])
def test_signs_are_in_two_columns_where_their_words_have_room(drawn, width, columns):
    root = drawn(LONG.replace("one", "one " * 20), 0, width=width)
    [grid] = root.findChildren(QGridLayout)
    assert grid.columnCount() == columns


def test_a_timeline_has_each_time_before_what_happens_then(drawn):
    root = drawn("!!! timeline\n    - **A week**: pain\n    - **Later**: none", 0)
    said = [label.text() for label in root.findChildren(QLabel)]
    assert said[0] == "A week"
    assert "pain" in said[1]
    assert said[2] == "Later"


def test_a_long_word_can_break_and_is_still_one_word(drawn):
    word = "Donaudampfschifffahrtsgesellschaft"
    root = drawn(word, 0)
    assert "\u200b" in text(root)
    assert labels.count_words(root) == 1
