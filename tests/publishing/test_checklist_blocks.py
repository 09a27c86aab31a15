"""The checklist on paper or a phone, where nobody adds up the answers."""

from itertools import combinations

import pytest

from kiosk.content.blocks import CareCard
from kiosk.content.plain_text import text_of
from kiosk.domain.triage import Level
from kiosk.publishing.checklist_blocks import (
    checklist_blocks,
    places_that_add_up,
    with_any_sign,
)


@pytest.fixture(scope="module")
def cards(library, pack):
    blocks = checklist_blocks(library, pack)
    return {it.level: it for it in blocks if isinstance(it, CareCard)}


def test_every_sign_is_in_the_card_of_its_level(library, pack, cards):
    for symptom in library.checklist.symptoms:
        assert pack.answers[symptom.id] in text_of([cards[symptom.level]])


def test_the_most_urgent_card_is_first(cards):
    assert list(cards) == [Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE]


def test_each_card_says_what_to_do(pack, cards):
    for level, card in cards.items():
        assert card.heading == pack.advice[level].heading
        assert set(pack.advice[level].lines) <= set(text_of([card]).split("\n"))


def test_no_factor_with_a_sign_is_more_urgent_than_the_page_says(library):
    checklist = library.checklist
    for factor in checklist.factors:
        for symptom in checklist.symptoms:
            reached = checklist.assess(frozenset({factor.id, symptom.id})).level
            stated = symptom.level
            if factor.raises:
                stated = stated.raised()
            for level in (Level.SAME_DAY, Level.EMERGENCY):
                if factor.id in with_any_sign(checklist, level):
                    stated = max(stated, level)
            assert reached <= stated, (factor.id, symptom.id)


def test_no_two_signs_of_two_places_are_more_urgent_than_the_page_says(library):
    checklist = library.checklist
    places = places_that_add_up(checklist)
    for one, other in combinations(checklist.symptoms, 2):
        reached = checklist.assess(frozenset({one.id, other.id})).level
        if one.group != other.group and reached > max(one.level, other.level):
            assert {one.group, other.group} <= set(places)


def test_what_raises_a_level_by_one_is_listed_last(library, pack):
    _, factors = checklist_blocks(library, pack)[-2:]
    raising = [it.id for it in library.checklist.factors if it.raises]
    assert text_of([factors]).split("\n") == [pack.answers[it] for it in raising]
