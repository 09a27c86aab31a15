"""The sections of a page are listed where there is room, and each is a touch away."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel

from kiosk.content.blocks import Heading
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.care_card import CareCardView
from kiosk.ui.widgets.section_list import SectionList
from tests.support.screen import LANDSCAPE, PORTRAIT, place, read, seen, touch

PAGE = "muscle-weakness"


def sections_of(pack):
    blocks = pack.blocks(pack.page(PAGE))
    return [it.text for it in blocks if isinstance(it, Heading) and not it.part]


def names_in(shown):
    [sections] = seen(shown, SectionList)
    return [it.accessibleName() for it in seen(sections, QAbstractButton)]


def test_in_landscape_every_section_is_listed_beside_the_text(session, context):
    shown = session(Visit(page=PAGE), LANDSCAPE)
    assert names_in(shown) == sections_of(context.pack)
    [sections] = seen(shown, SectionList)
    assert all(
        place(card).right() < place(sections).left()
        for card in seen(shown, CareCardView)
    )


def test_in_portrait_the_first_sections_are_chips_above_the_cards(session, context):
    shown = session(Visit(page=PAGE), PORTRAIT)
    names = names_in(shown)
    assert len(names) >= 3
    assert names == sections_of(context.pack)[: len(names)]
    [sections] = seen(shown, SectionList)
    cards = seen(shown, CareCardView)
    assert place(sections).bottom() < min(place(card).top() for card in cards)


def test_large_text_has_no_room_for_them(session):
    large = Visit(page=PAGE, preferences=Preferences(text=3))
    assert not seen(session(large), SectionList)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_touch_leads_to_a_section_which_is_marked(session, size):
    shown = session(Visit(page=PAGE), size)
    touch(shown, "What helps")
    [heading] = [
        it
        for it in seen(shown, QLabel)
        if read(it) == "What helps" and it.property("heading")
    ]
    assert 0 <= heading.mapTo(shown.front, QPoint(0, 0)).y() < heading.height()
    [chosen] = [
        it
        for it in seen(shown, SectionList)[0].children()
        if getattr(it, "isChecked", bool)()
    ]
    assert chosen.accessibleName() == "What helps"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 800)])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_no_card_is_wider_than_the_text(session, size, language):
    shown = session(Visit(page="headaches", language=language), size)
    cards = seen(shown, CareCardView)
    assert len(cards) == 3
    for card in cards:
        page = card.parentWidget()
        assert card.x() >= 0
        assert card.x() + card.width() <= page.width() <= page.parentWidget().width()
