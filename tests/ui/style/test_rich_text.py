"""Prose is shown as its values say, and nothing in them becomes markup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextListFormat

from kiosk.content.blocks import Paragraph, Preformatted, Run
from kiosk.files.markdown_pages import PageParser
from kiosk.ui.style.rich_text import html_of, mirrored

RAW = "a <b>b</b> &amp; <img src='x'>"


@pytest.fixture
def drawn(qapp, tmp_path):
    """Return the document that Qt makes of Markdown."""

    def drawing(markdown):
        first, *_links = PageParser(tmp_path, {}).blocks(markdown)
        document = QTextDocument()
        document.setHtml(html_of([first]))
        return document

    return drawing


def formats(document):
    """Return the text of each piece in one style, and that style."""
    block = document.begin()
    while block.isValid():
        for piece in block.begin():
            fragment = piece.fragment()
            yield fragment.text(), fragment.charFormat()
        block = block.next()


@pytest.mark.parametrize("part", [Paragraph((Run(RAW),)), Preformatted(RAW)])
def test_markup_in_the_words_is_shown_as_text(qapp, part):
    document = QTextDocument()
    document.setHtml(html_of([part]))
    assert document.toPlainText() == RAW


@pytest.mark.parametrize(
    ("markdown", "word", "bold", "italic"),
    [
        ("a **b** c", "b", True, False),
        ("a *b* c", "b", False, True),
        ("a ***b*** c", "b", True, True),
        ("a [b](https://x.example) c", "b", True, False),
        ("a b c", "a b c", False, False),
    ],
)
def test_words_are_drawn_in_their_style(drawn, markdown, word, bold, italic):
    style = dict(formats(drawn(markdown)))[word]
    assert (style.fontWeight() == QFont.Weight.Bold) == bold
    assert style.fontItalic() == italic


@pytest.mark.parametrize(
    ("markdown", "style", "start"),
    [
        ("- a\n- b", QTextListFormat.Style.ListDisc, 1),
        ("1. a\n2. b", QTextListFormat.Style.ListDecimal, 1),
        ("3. a\n4. b", QTextListFormat.Style.ListDecimal, 3),
    ],
)
def test_points_have_dots_or_numbers(drawn, markdown, style, start):
    document = drawn(markdown)
    points = document.begin().textList()
    assert points.count() == 2
    assert (points.format().style(), points.format().start()) == (style, start)


def test_a_table_is_drawn_with_its_rows_cells_and_sides(drawn):
    document = drawn("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    table = cursor.currentTable()
    assert (table.rows(), table.columns()) == (3, 2)
    cell = table.cellAt(2, 1).firstCursorPosition().block()
    assert cell.text() == "4"
    assert cell.blockFormat().alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("one  \ntwo", ["one", "two"]),
        ("Term\n:   meaning", ["Term", "meaning"]),
        ("> one\n>\n> ## two", ["one", "two"]),
        ("- one\n\n    more\n\n- two", ["one", "more", "two"]),
    ],
)
def test_each_part_has_a_line_of_its_own(drawn, markdown, lines):
    assert drawn(markdown).toPlainText().split("\n") == lines


TABLE = "| A | B |\n|---|:-:|\n| 1 | 2 *x* |\n| 3 | |\n"


def cells(document):
    table = document.rootFrame().childFrames()[0]
    found = [table.cellAt(row, column) for row in range(3) for column in range(2)]
    return [it.firstCursorPosition().block().text() for it in found]


def test_a_table_from_right_to_left_begins_at_the_right(drawn, tmp_path):
    (table,) = PageParser(tmp_path, {}).blocks(TABLE)
    document = QTextDocument()
    document.setHtml(mirrored(html_of([table])))
    assert cells(document) == ["B", "A", "2 x", "1", "", "3"]
    assert cells(drawn(TABLE)) == ["A", "B", "1", "2 x", "3", ""]
    side = document.rootFrame().childFrames()[0].format().alignment()
    assert side & Qt.AlignmentFlag.AlignRight
