"""The care cards of the pages against the rules: neither says less than the other."""

import re
from dataclasses import dataclass

import pytest

from kiosk.domain.triage import Level
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT

CHECKLIST = load_checklist(Snapshot.take(CONTENT))
FACTORS = [factor.id for factor in CHECKLIST.factors]
HEAD = re.compile(r"^!!! (emergency|same-day|routine) ", re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]*\]\((?:\./)?signs/([a-z0-9-]+)\.svg\)")
NEXT_BLOCK = re.compile(r"^\S", re.MULTILINE)
COMBINED: dict[tuple[str, str], str] = {}
"""Page and sign of a card that means it with other answers, as its own line says."""


@dataclass(frozen=True)
class PicturedSign:
    """A sign of a page's care card that the checklist has, too."""

    language: str
    page: str
    card: Level
    answer: str


def pictured_signs(language: str) -> list[PicturedSign]:
    pages = sorted((CONTENT / language).glob("*.md"))
    return [
        PicturedSign(language, path.stem, level, answer)
        for path in pages
        for level, answer in signs_of(path.read_text())
        if answer in CHECKLIST.answers
    ]


def signs_of(text: str) -> list[tuple[Level, str]]:
    """Return the stems of the pictures in each care card, with the card's level."""
    found = []
    for head in HEAD.finditer(text):
        rest = text[text.index("\n", head.start()) + 1 :]
        end = NEXT_BLOCK.search(rest)
        body = rest[: end.start()] if end else rest
        found += [(Level.of(head[1]), stem) for stem in PICTURE.findall(body)]
    return found


def level_of(*answers: str) -> Level:
    return CHECKLIST.assess(frozenset(answers)).level


SIGNS = [sign for code in ("en", "es", "ar") for sign in pictured_signs(code)]
SYMPTOMS = [sign for sign in SIGNS if sign.answer not in FACTORS]
RAISERS = [sign for sign in SIGNS if sign.answer in FACTORS]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_complication_pictures_signs_of_the_checklist_in_its_cards(language):
    there = {sign.page for sign in SYMPTOMS if sign.language == language}
    assert there >= {"muscle-weakness", "headaches", "vision", "swallowing-speech"}
    assert "breathing" in there


@pytest.mark.parametrize("sign", SYMPTOMS, ids=str)
def test_the_checklist_is_as_strict_as_the_card_that_pictures_a_sign(sign):
    others = COMBINED.get((sign.page, sign.answer), "").split()
    assert level_of(sign.answer, *others) >= sign.card


@pytest.mark.parametrize("sign", SYMPTOMS, ids=str)
def test_the_card_that_pictures_a_sign_is_as_strict_as_the_checklist(sign):
    assert level_of(sign.answer) <= sign.card


@pytest.mark.parametrize("sign", RAISERS, ids=str)
def test_a_pictured_circumstance_raises_every_sign_of_its_page_to_its_card(sign):
    here = (sign.language, sign.page)
    signs = [other for other in SYMPTOMS if (other.language, other.page) == here]
    assert all(level_of(sign.answer, each.answer) >= sign.card for each in signs)


def test_no_combination_is_excused_that_no_card_pictures():
    assert COMBINED.keys() <= {(sign.page, sign.answer) for sign in SYMPTOMS}


def test_signs_are_found_in_the_card_they_stand_in():
    page = """## What to do

!!! emergency "Now, if you have:"
    - ![](signs/double-vision.svg) double vision

    Any sign that came on suddenly: the same.

!!! same-day "Today, if you have:"
    - ![a face](signs/drooping-eyelid.svg) a drooping eyelid

- ![](signs/tension.svg) tension, outside of a card
"""
    assert signs_of(page) == [
        (Level.EMERGENCY, "double-vision"),
        (Level.SAME_DAY, "drooping-eyelid"),
    ]
