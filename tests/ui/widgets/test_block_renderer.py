"""A page's blocks become widgets: large words leave no table with narrow columns."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

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
