"""What an empty room sees: every language in turn, every fact, nowhere for long."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.content.attract_slides import drift, slides

LANGUAGES = ["en", "de", "ar"]
STEPS = range(1000)


@pytest.fixture
def packs(pack):
    """Return a pack for each count of facts, in the order of `LANGUAGES`."""

    def packs(*counts):
        return [saying(pack, *row) for row in facts(*counts).items()]

    return packs


def saying(pack, language, said):
    """Return the pack in another language, with a page for each of these facts."""
    pages = tuple(replace(pack.pages[0], fact=fact) for fact in said)
    return replace(pack, language=language, pages=pages)


def facts(*counts):
    """Return so many facts of each language; a page without one comes between."""
    return {
        language: ["", *(f"{language} {number}" for number in range(count)), ""]
        for language, count in zip(LANGUAGES, counts, strict=False)
    }


def test_the_shipped_pack_shows_each_of_its_facts_once(pack):
    said = [page.fact for page in pack.pages if page.fact]
    assert [slide.fact for slide in slides([pack])] == said
    assert len(said) > 1


def test_each_fact_stands_beside_the_icon_of_its_page(pack):
    icons = {page.fact: page.icon for page in pack.pages if page.fact}
    assert {slide.fact: slide.icon for slide in slides([pack])} == icons
    assert len(set(icons.values())) > 1


@pytest.mark.parametrize("counts", [(3,), (1, 1), (2, 3), (4, 1, 6), (0, 2), (0, 0)])
def test_the_languages_take_turns(packs, counts):
    shown = [slide.language for slide in slides(packs(*counts))]
    turns = len(shown) // len(counts)
    assert shown == LANGUAGES[: len(counts)] * turns
    assert turns


@pytest.mark.parametrize("counts", [(3,), (1, 1), (2, 3), (4, 1, 6), (0, 2)])
def test_every_fact_is_shown_and_none_of_a_language_more_often(packs, counts):
    shown = slides(packs(*counts))
    for language, said in facts(*counts).items():
        times = Counter(slide.fact for slide in shown if slide.language == language)
        assert set(times) == (set(said) - {""} or {""})
        assert len(set(times.values())) == 1


@pytest.mark.parametrize("counts", [(0,), (0, 2)])
def test_a_pack_without_a_fact_still_invites(packs, counts):
    first, *_ = slides(packs(*counts))
    assert (first.language, first.fact) == ("en", "")
    assert first.strings.invitation


def test_each_slide_speaks_its_own_language(pack):
    german = replace(pack.strings, invitation="Fragen nach Botox?")
    both = slides([pack, replace(pack, language="de", strings=german)])
    words = {(slide.language, slide.strings) for slide in both}
    assert words == {("en", pack.strings), ("de", german)}


def test_no_language_has_no_slide():
    assert slides([]) == ()


def test_a_slide_always_stands_within_the_room_left():
    assert all(0 <= place <= 1 for step in STEPS for place in drift(step))


def test_the_first_slide_stands_near_the_middle_and_always_in_the_same_place():
    assert drift(0) == pytest.approx((0.5, 0.5), abs=0.1)
    assert len({drift(0) for _ in STEPS}) == 1


def test_no_slide_stands_where_the_one_before_stood():
    moves = [(drift(a), drift(b)) for a, b in pairwise(STEPS)]
    assert [a for a, b in moves if a[0] == b[0] or a[1] == b[1]] == []


def test_slides_stand_in_many_places_from_edge_to_edge():
    places = {drift(step) for step in STEPS}
    across, down = ({place[way] for place in places} for way in (0, 1))
    assert len(places) > 40
    assert (min(across), max(across), min(down), max(down)) == (0, 1, 0, 1)
