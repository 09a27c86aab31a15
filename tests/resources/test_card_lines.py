"""What a care card says below its signs, and what the rules make of the same answers.

A line of a card raises the signs of its page: "the same if it came on suddenly". Here
is each such line, with the answers that it means.
"""

from itertools import product

import pytest

from kiosk.content.blocks import CareCard, Signs
from kiosk.content.plain_text import text_of
from kiosk.domain.triage import Level
from tests.resources.test_care_cards import CHECKLIST, SYMPTOMS, level_of

BAD = "severe-headache"
LASTING = "persistent-headache"
RAISERS = [factor.id for factor in CHECKLIST.factors if factor.raises]
OF_AGE_OR_NOT_SURE = ["pregnant-or-young", "not-sure-sudden", "not-sure-medicine"]
OF_BODY = ["dry-mouth", "dizziness", "infection-signs"]
OF_FACE = ["drooping-eyelid", "heavy-brow", "uneven-face", "eye-will-not-close"]
OF_EYES = ["blurred-vision", "difficulty-focusing", "dry-sore-eye"]

# Page, what its emergency card says, and the answers that make any of its signs one.
EMERGENCIES = [
    ("muscle-weakness", "came on suddenly", ["sudden"]),
    ("muscle-weakness", "or you are not sure", ["not-sure-sudden"]),
    ("muscle-weakness", "spreads or gets worse", ["spreading"]),
    ("muscle-weakness", "bad or lasting headache", [BAD, LASTING]),
    ("muscle-weakness", "higher risk", RAISERS),
    ("muscle-weakness", "in two of face, eyes, body", OF_EYES),
    ("vision", "came on suddenly", ["sudden"]),
    ("vision", "or you are not sure", ["not-sure-sudden"]),
    ("vision", "spreads or gets worse", ["spreading"]),
    ("vision", "drooping or uneven face", ["drooping-eyelid", "uneven-face"]),
    ("vision", "an eye that will not close", ["eye-will-not-close"]),
    ("vision", "weakness or a new problem in the body", ["general-weakness", *OF_BODY]),
    ("vision", "bad or lasting headache", [BAD, LASTING]),
    ("vision", "higher risk", RAISERS),
    ("headaches", "a sudden headache", ["sudden"]),
    ("headaches", "spreads or gets worse", ["spreading"]),
    ("questions", "spreading or getting worse", ["spreading"]),
    ("questions", "any that may be sudden", ["sudden", "not-sure-sudden"]),
    ("questions", "higher risk", RAISERS),
]
# The same of a severe or lasting headache.
OF_BAD_HEADACHE = [
    ("headaches", "not sure it came on slowly", ["not-sure-sudden"]),
    ("headaches", "a face or eye sign", [*OF_FACE, *OF_EYES]),
    ("headaches", "a dry mouth, dizziness, fever", OF_BODY),
    ("headaches", "higher risk", RAISERS),
    ("questions", "in two of face, head, eyes, body", OF_FACE + OF_EYES + OF_BODY),
]


@pytest.fixture(scope="session")
def lines(pack):
    """Return all that a page's cards of one level say."""

    def said(page, level):
        blocks = pack.blocks(pack.page(page))
        cards = [it for it in blocks if isinstance(it, CareCard) and it.level is level]
        return " ".join(text_of(cards).split())

    return said


def signs_of(page):
    return [it.answer for it in SYMPTOMS if (it.language, it.page) == ("en", page)]


@pytest.mark.parametrize(("page", "words", "answers"), EMERGENCIES)
def test_a_line_that_raises_every_sign_of_its_page_is_a_rule(
    lines, page, words, answers
):
    assert words in lines(page, Level.EMERGENCY)
    signs = [sign for sign in signs_of(page) if level_of(sign) >= Level.SAME_DAY]
    mild = [
        (sign, answer)
        for sign, answer in product(signs, answers)
        if level_of(sign, answer) is not Level.EMERGENCY
    ]
    assert mild == []


@pytest.mark.parametrize(("page", "words", "answers"), OF_BAD_HEADACHE)
def test_a_line_that_raises_a_bad_or_lasting_headache_is_a_rule(
    lines, page, words, answers
):
    assert words in lines(page, Level.EMERGENCY)
    cases = product([BAD, LASTING], answers)
    assert {level_of(*case) for case in cases} == {Level.EMERGENCY}


def test_signs_in_two_areas_are_an_emergency_as_the_questions_page_says(lines):
    assert "in two of face, head, eyes, body" in lines("questions", Level.EMERGENCY)
    areas = [OF_FACE, OF_EYES, OF_BODY]
    pairs = [
        pair
        for one, other in product(areas, areas)
        if one is not other
        for pair in product(one, other)
    ]
    assert {level_of(*pair) for pair in pairs} == {Level.EMERGENCY}


@pytest.mark.parametrize("answer", [*RAISERS, *OF_AGE_OR_NOT_SURE])
def test_tension_is_seen_the_same_day_where_its_card_says_so(lines, answer):
    said = lines("headaches", Level.ROUTINE)
    assert "Also with a higher risk" in said
    assert "if pregnant, breastfeeding, under 18, or not sure how it began" in said
    assert "or of your medicines" in said
    assert level_of("tension") is Level.ROUTINE
    assert level_of("tension", answer) is Level.SAME_DAY


@pytest.mark.parametrize("answers", list(product(RAISERS, OF_AGE_OR_NOT_SURE)))
def test_tension_with_both_is_an_emergency_as_its_card_says(lines, answers):
    assert "If both, get help now" in lines("headaches", Level.ROUTINE)
    assert level_of("tension", *answers) is Level.EMERGENCY


def test_every_card_has_its_signs_first(pack):
    blocks = [block for page in pack.pages for block in pack.blocks(page)]
    cards = [block for block in blocks if isinstance(block, CareCard)]
    assert all(isinstance(card.body[0], Signs) for card in cards)
