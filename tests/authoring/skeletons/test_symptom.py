"""A symptom has its row, its words, and its point in a page, in every language."""

import pytest

from kiosk.authoring.skeletons.symptom import new_symptom
from kiosk.domain.triage import Level
from kiosk.errors import UsageError
from tests.resources.test_care_cards import signs_of

WATERY = {
    "watery-eye.en": "A watery eye",
    "watery-eye.es": "Un ojo lloroso",
    "watery-eye.ar": "عين تدمع",
    "level.watery-eye": "same-day",
    "why.watery-eye": "To be looked at the same day.",
    "group": "vision",
    "page": "vision",
}


@pytest.fixture(scope="module")
def watery(made_once):
    made_once.add(new_symptom, "watery-eye", WATERY)
    return made_once


def test_the_check_finds_no_error(watery):
    assert watery.errors == []


def test_it_is_on_the_checklist(watery):
    checklist = watery.library.checklist
    assert checklist.assess(frozenset({"watery-eye"})).level is Level.SAME_DAY
    assert "watery-eye" in [it.id for it in checklist.in_group("vision")]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_a_point_of_the_card_of_its_level(watery, language):
    assert (Level.SAME_DAY, "watery-eye") in signs_of(
        watery.text(f"{language}/vision.md")
    )
    page = watery.library.packs[language].page("vision")
    assert page.language == language


def test_an_emergency_comes_before_what_spreads(made):
    made.add(new_symptom, "watery-eye", WATERY | {"level.watery-eye": "emergency"})
    signs = [sign for _, sign in signs_of(made.text("en/vision.md"))]
    assert signs.index("watery-eye") < signs.index("sudden")


def test_a_page_without_such_a_card_is_left_alone(made):
    with pytest.raises(UsageError, match="routine"):
        made.add(new_symptom, "watery-eye", WATERY | {"level.watery-eye": "routine"})
    assert made.is_untouched


def test_no_page_need_have_it(made):
    made.add(new_symptom, "watery-eye", WATERY | {"page": ""})
    assert made.errors == []
    assert "watery-eye" not in made.text("en/vision.md")


def test_a_language_without_words_shows_the_source_language(made):
    without = {key: text for key, text in WATERY.items() if key != "watery-eye.ar"}
    made.add(new_symptom, "watery-eye", without)
    packs = made.library.packs
    assert "A watery eye" in packs["ar"].answers["watery-eye"]
    assert packs["ar"].page("vision").language == "en"
    assert packs["es"].page("vision").language == "es"
