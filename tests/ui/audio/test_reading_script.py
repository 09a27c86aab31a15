"""What is read aloud of a screen, in which order and in which language."""

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.approval import Approval
from kiosk.content.blocks import (
    Alignment,
    CareCard,
    Heading,
    Paragraph,
    Picture,
    Run,
    Table,
)
from kiosk.content.plain_text import text_of
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.properties import LANGUAGE
from kiosk.ui.audio.reading_script import character_at, script_of, sentence_position
from kiosk.ui.screens.page_view import PageView
from kiosk.ui.style import labels
from kiosk.ui.style.lengths import IconSize
from kiosk.ui.style.names import Colour, Role, TextStyle
from kiosk.ui.widgets.touch_button import text_button
from tests.support.screen import LANDSCAPE, PORTRAIT, read, settle

ARTICLES = ("about-botox", "vision", "muscle-weakness", "questions")
LANGUAGES = ("en", "es", "ar")
_UNSET = (Alignment.UNSET,)


def _paragraph(text):
    return Paragraph((Run(text),))


@pytest.fixture
def told(context):
    """Return the texts that are read of a widget."""

    def telling(root, language="en"):
        return [it.text for it in script_of(root, language, context.pack.strings)]

    return telling


def shown(wearing, layout, *, rtl=False):
    root = QWidget()
    if rtl:
        root.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    root.setLayout(layout)
    return wearing(root, (900, 500))


def columns(*texts):
    """Return the texts side by side, each column from top to bottom."""
    row = QHBoxLayout()
    for column_texts in texts:
        column = QVBoxLayout()
        for text in column_texts:
            column.addWidget(labels.plain(text, TextStyle.BODY))
        row.addLayout(column)
    return row


@pytest.mark.parametrize("rtl", [False, True])
def test_a_column_is_read_whole_from_the_leading_side(wearing, told, rtl):
    root = shown(wearing, columns(["One.", "Two."], ["Three.", "Four."]), rtl=rtl)
    assert told(root) == ["One.", "Two.", "Three.", "Four."]


def test_a_grid_is_read_row_by_row_however_it_was_filled(wearing, told):
    grid = QGridLayout()
    for text, row, column in [("4", 1, 1), ("2", 0, 1), ("3", 1, 0), ("1", 0, 0)]:
        grid.addWidget(labels.plain(text, TextStyle.BODY), row, column)
    assert told(shown(wearing, grid)) == ["1", "2", "3", "4"]


def test_what_is_hidden_is_not_read(wearing, told):
    column = QVBoxLayout()
    for text in ("Seen.", "Hidden."):
        column.addWidget(labels.plain(text, TextStyle.BODY))
    root = shown(wearing, column)
    column.itemAt(1).widget().hide()
    assert told(root) == ["Seen."]


def test_a_button_is_read_once_by_its_name(wearing, told, context):
    column = QVBoxLayout()
    button = text_button("Go on. Now", context.look, role=Role.TILE)
    button.add_hint("or later")
    column.addWidget(button)
    assert told(shown(wearing, column)) == ["Go on. Now"]


def test_a_picture_is_read_by_what_it_shows(wearing, told, context):
    column = QVBoxLayout()
    icon = context.look.icon("tick", Colour.ACCENT, IconSize.MARK)
    column.addWidget(labels.drawing(icon, "A syringe"))
    column.addWidget(labels.drawing(icon))
    assert told(shown(wearing, column)) == ["Picture: A syringe"]


def test_an_address_is_read_without_the_places_where_it_may_break(wearing, told):
    column = QVBoxLayout()
    column.addWidget(labels.address("https://a.example/b", TextStyle.ADDRESS))
    assert told(shown(wearing, column)) == ["https://a.example/b"]


def test_words_in_another_language_tell_which(wearing, context):
    column = QVBoxLayout()
    for language, text in [("", "Here."), ("es", "Aquí.")]:
        label = labels.plain(text, TextStyle.BODY)
        label.setProperty(LANGUAGE, language)
        column.addWidget(label)
    root = shown(wearing, column)
    script = script_of(root, "en", context.pack.strings)
    assert [(it.text, it.language) for it in script] == [
        ("Here.", "en"),
        ("Aquí.", "es"),
    ]


def test_each_sentence_tells_where_it_stands(wearing, context):
    label = QLabel("One two. Three! Four?")
    column = QVBoxLayout()
    column.addWidget(label)
    script = script_of(shown(wearing, column), "en", context.pack.strings)
    stands = [label.text()[it.start : it.start + it.length] for it in script]
    assert stands == [it.text for it in script] == ["One two.", "Three!", "Four?"]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ARTICLES)
def test_a_page_is_read_whole_in_the_order_it_was_written(
    session, contexts, told, page, language, size
):
    """Nothing is left out, and nothing is said twice."""
    visit = Visit(page=page, language=language)
    opened, pack = session(visit, size), contexts.of(visit).pack
    texts = " ".join(told(opened.front, language))
    said = _bare(texts)
    for words in _written(pack.blocks(pack.page(page))):
        assert words in said, words
        before, _, said = said.partition(words)
        assert len(before) < 900, f"{words!r} is out of order"  # the head of the page
    for block in pack.blocks(pack.page(page)):
        if isinstance(block, Picture):
            assert _bare(texts).count(_bare(block.alt)) == 1
    for label in opened.front.findChildren(QLabel):
        if label.isVisible() and len(read(label)) > 60:
            is_reversed = pack.rtl and "<table" in label.text()  # only as it is drawn
            part = label.property("words") if is_reversed else read(label)
            assert _bare(texts).count(_bare(part)) == 1


def _written(blocks):
    """Yield the words of a page's blocks.

    Its first picture stands beside its head, and the name of its first section, before
    a card, among the sections.
    """
    kinds = [type(block) for block in blocks[:3]]
    beside = 2 * (kinds == [Picture, Heading, CareCard]) or kinds[0] is Picture
    for block in blocks[beside:]:
        yield from map(_bare, _said(block))


def _said(block):
    if isinstance(block, CareCard):
        return [block.heading, text_of(block.body)]
    return [text_of([block])]


def _bare(text):
    """Leave out white space and marks: they are not heard, and lists have bullets."""
    return "".join(letter for letter in text if letter.isalnum())


def test_a_page_in_its_original_language_is_read_in_that_one(contexts, wearing):
    """Only the kiosk's own words around it are read in the screen's."""
    spanish, english = (contexts.of(Visit(language=it)) for it in ("es", "en"))
    page = replace(english.pack.page("vision"), approval=Approval())
    blocks = english.pack.blocks(page)
    view = wearing(PageView(page, blocks, spanish, QSize(*LANDSCAPE)), LANDSCAPE)
    script = script_of(view, "es", spanish.pack.strings)
    by_language = {it.text: it.language for it in script}
    assert by_language[page.title] == "en"
    assert by_language[spanish.pack.strings.sources] == "es"
    own = [text for text, language in by_language.items() if language == "es"]
    assert any("inglés" in text or "English" in text for text in own)
    assert len(own) < len(by_language) / 2


def test_an_emergency_says_the_words_for_staff_in_their_language(session, contexts):
    opened = session(Visit(page="check", language="es", answers=frozenset()))
    opened.show_emergency()
    settle()
    script = script_of(opened.front, "es", contexts.of(opened.visit).pack.strings)
    assert {"en", "es"} == {it.language for it in script}
    english = contexts.of(Visit(language="en")).pack.strings
    [said] = [it for it in script if english.say_words.startswith(it.text)]
    assert said.language == "en"


def test_a_touch_finds_the_sentence_under_it(wearing, context):
    text = " ".join(f"This is sentence number {n} of them all." for n in range(30))
    label = labels.rich([Paragraph((Run(text),))], context.look)
    column = QVBoxLayout()
    column.addWidget(label)
    script = script_of(shown(wearing, column), "en", context.pack.strings)
    for sentence in script:
        place = sentence_position(sentence)
        at = character_at(label, QPoint(label.width() - 60, place.y() + 4))
        assert at >= sentence.start
    assert character_at(label, QPoint(1, 1)) == 0


@pytest.mark.parametrize("rtl", [False, True])
def test_a_table_is_read_in_the_order_it_was_written(wearing, context, told, rtl):
    cell = partial(map, lambda text: (Run(text),))
    table = Table(tuple(cell("AB")), (tuple(cell("12")), tuple(cell("34"))), _UNSET * 2)
    look = replace(context.look, mirrored=rtl)
    column = QVBoxLayout()
    column.addWidget(
        labels.rich([_paragraph("First."), table, _paragraph("Last.")], look)
    )
    root = shown(wearing, column, rtl=rtl)
    assert told(root) == ["First.", "A", "B", "1", "2", "3", "4", "Last."]
