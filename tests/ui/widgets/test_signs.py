"""Small pictures are beside their text, and only there."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from kiosk.content.blocks import CareCard, Signs
from kiosk.content.plain_text import text_of
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.audio.reading_script import script_of
from kiosk.ui.widgets.tick_row import TickRow
from tests.support.screen import LANDSCAPE, PORTRAIT, place, read, seen

WORDS = {"en": "Double vision", "es": "Ver doble", "ar": "ازدواج الرؤية"}
SIZES = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
LANGUAGES = pytest.mark.parametrize("language", WORDS)


def drawings(root):
    """Return the pictures in `root` that are as small as a sign's."""
    labels = [it for it in seen(root, QLabel) if not it.pixmap().isNull()]
    return [it for it in labels if not it.accessibleName()]


def is_beside(drawing, words, *, rtl):
    """Tell whether a picture is on the same line as some words, and before them."""
    ours, theirs = place(drawing), place(words)
    level = ours.top() <= theirs.center().y() <= ours.bottom()
    before = ours.left() > theirs.right() if rtl else ours.right() < theirs.left()
    return level and before


@SIZES
@LANGUAGES
def test_on_a_page_each_sign_has_its_picture_before_it(
    session, contexts, size, language
):
    visit = Visit(page="vision", language=language)
    shown, pack = session(visit, size), contexts.of(visit).pack
    [said] = [it for it in seen(shown, QLabel) if read(it) == signs_of(pack)[0]]
    assert any(is_beside(it, said, rtl=pack.rtl) for it in drawings(shown))


def signs_of(pack):
    blocks = pack.blocks(pack.page("vision"))
    cards = [block for block in blocks if isinstance(block, CareCard)]
    lists = [part for card in cards for part in card.body if isinstance(part, Signs)]
    return [text_of(point.body) for signs in lists for point in signs.points]


@SIZES
@LANGUAGES
def test_on_a_row_to_tick_the_picture_is_between_box_and_text(
    session, contexts, size, language
):
    visit = Visit(page="check", language=language)
    shown, pack = session(visit, size), contexts.of(visit).pack
    [row] = [it for it in seen(shown, TickRow) if it.objectName() == "double-vision"]
    box, drawing, words = row.findChildren(QLabel)
    assert words.text() == pack.answers["double-vision"]
    assert not drawing.pixmap().isNull()
    assert is_beside(drawing, words, rtl=pack.rtl)
    assert is_beside(box, drawing, rtl=pack.rtl)


def test_a_picture_grows_with_the_words_beside_it(session):
    def width(text):
        visit = Visit(page="check", preferences=Preferences(text=text))
        row = session(visit).findChild(TickRow, "double-vision")
        return row.findChildren(QLabel)[1].width()

    assert width(3) == pytest.approx(1.5 * width(0), abs=1)


@pytest.mark.parametrize("page", ["vision", "check"])
def test_neither_voice_nor_screen_reader_hears_of_what_the_words_say(
    session, context, page
):
    shown = session(Visit(page=page))
    told = {it.widget for it in script_of(shown, "en", context.pack.strings)}
    assert drawings(shown)
    assert told.isdisjoint(drawings(shown))
    for drawing in drawings(shown):
        over = QAccessible.queryAccessibleInterface(drawing.parentWidget())
        parts = [over.child(index).object() for index in range(over.childCount())]
        assert drawing not in parts
