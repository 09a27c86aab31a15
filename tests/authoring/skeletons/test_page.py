"""A page is begun in every language that has words for it."""

import pytest

from kiosk.authoring.skeletons.page import new_page
from kiosk.errors import UsageError

PARKING = {
    "title.en": "Where to park",
    "summary.en": "There is room behind the house.",
    "text.en": "Turn left at the gate.",
}
IN_SPANISH = {
    "title.es": "Dónde aparcar",
    "summary.es": "Hay sitio detrás de la casa.",
    "text.es": "Gire a la izquierda en la puerta.",
}
IN_ARABIC = {
    "title.ar": "أين تقف السيارات",
    "summary.ar": "يوجد مكان خلف المبنى.",
    "text.ar": "انعطفوا يسارًا عند البوابة.",
}


def test_the_check_finds_no_error(made):
    made.add(new_page, "parking", PARKING | IN_SPANISH | IN_ARABIC)
    assert made.errors == []


def test_a_language_without_words_shows_the_source_language(made):
    made.add(new_page, "parking", PARKING | IN_SPANISH)
    packs = made.library.packs
    shown = {code: pack.page("parking").language for code, pack in packs.items()}
    assert shown == {"en": "en", "es": "es", "ar": "en"}


def test_it_comes_behind_the_last_page_of_its_kind(made):
    made.add(new_page, "parking", PARKING)
    names = [page.id for page in made.library.packs["en"].pages]
    assert names.index("parking") == names.index("about-botox") + 1


def test_quotation_marks_and_colons_are_words_like_others(made):
    title = 'Parking: "behind" the house'
    made.add(new_page, "parking", PARKING | {"title.en": title})
    assert made.library.packs["en"].page("parking").title == title


@pytest.mark.parametrize(
    ("name", "answers", "told"),
    [
        ("Parking", PARKING, "small letters"),
        ("book", PARKING, "already"),
        ("../x", PARKING, "no name"),
        ("parking", PARKING | {"kind": "booking"}, "article"),
        ("parking", PARKING | {"text.en": "Call {fone}."}, "fone"),
        ("parking", PARKING | {"titel.en": "x"}, "title.en"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(made, name, answers, told):
    with pytest.raises(UsageError, match=told):
        made.add(new_page, name, answers)
    assert made.is_untouched
