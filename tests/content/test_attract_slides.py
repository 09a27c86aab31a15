"""What an empty room sees: every language in turn, every fact."""

from collections import Counter

import pytest
from msgspec.structs import replace

from kiosk.content.attract_slides import slides

LANGUAGES = ["en", "de", "ar"]


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
