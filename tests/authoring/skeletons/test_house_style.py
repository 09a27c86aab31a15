"""A new page is worded as the other pages of its language are."""

import pytest

from kiosk.authoring.skeletons.house_style import HouseStyle
from kiosk.domain.triage import Level
from tests.support.shipped import CONTENT

PAGES = ("muscle-weakness", "headaches", "vision", "swallowing-speech", "breathing")


def style(language):
    pages = (CONTENT / language / f"{name}.md" for name in PAGES)
    return HouseStyle.of(page.read_text("utf-8") for page in pages)


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("Itching skin", "itching skin"),
        ("A dark spot", "a dark spot"),
        ("I cannot see", "I cannot see"),
        ("MRI was refused", "MRI was refused"),
        ("", ""),
    ],
)
def test_a_point_begins_small_as_in_the_other_pages(words, point):
    assert style("en").point(words) == point


def test_points_that_begin_large_stay_so():
    german = HouseStyle.of(['!!! routine "X"\n    - ![](signs/a.svg) Juckreiz\n'])
    assert german.point("Trockene Haut") == "Trockene Haut"


def test_a_draft_says_nothing_of_its_language():
    assert HouseStyle.of(["---\ndraft: true\n---\n## What to do\n"]).sections == ()


def test_a_language_without_pages_has_cards_in_the_words_of_its_pack():
    assert HouseStyle.of([]).card(Level.EMERGENCY) == "{get_help_now}:"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_language_has_its_headings_and_the_usual_points(language):
    found = style(language)
    assert len(found.sections) == 6
    assert {"sudden", "spreading"} <= set(found.signs)
    assert all("{" in found.card(level) for level in list(Level)[1:])
