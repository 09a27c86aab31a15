"""A complication with two signs and a rule, in three languages: one start."""

import tomllib

import pytest

from kiosk.authoring.skeletons.complication import new_complication
from kiosk.content.blocks import CareCard, Heading, Paragraph
from kiosk.content.plain_text import text_of
from kiosk.domain.triage import Level
from kiosk.errors import UsageError
from tests.resources.test_care_cards import signs_of

SKIN = {
    "title.en": "Skin problems",
    "summary.en": "The skin near the needle marks can itch.",
    "hint.en": "Itching, dry",
    "hint.es": "Pica, seca",
    "hint.ar": "حكة، جفاف",
    "title.es": "Problemas de la piel",
    "summary.es": "La piel cerca de los pinchazos puede picar.",
    "title.ar": "مشاكل الجلد",
    "summary.ar": "قد يحك الجلد قرب أماكن الإبر.",
    "signs": "itching, dry-skin",
    "itching.en": "Itching skin",
    "itching.es": "Piel que pica",
    "itching.ar": "حكة في الجلد",
    "level.itching": "same-day",
    "why.itching": "It may be an allergy.",
    "sources.itching": "S60",
    "dry-skin.en": "Dry skin",
    "dry-skin.es": "Piel seca",
    "dry-skin.ar": "جفاف الجلد",
    "level.dry-skin": "routine",
    "why.dry-skin": "Brief as a rule.",
    "rule": "itching + dry-skin = emergency",
    "why.rule": "Both may be an allergic reaction.",
    "also.en": "**The same** for itching with dry skin.",
    "also.es": "**Haga lo mismo** si pica y está seca.",
    "also.ar": "**افعلوا الشيء نفسه** عند حكة مع جفاف.",
    "what-helps.en": "Do not scratch.",
    "what-helps.es": "No se rasque.",
    "what-helps.ar": "لا تحكوا الجلد.",
}
LANGUAGES = ("en", "es", "ar")


def without(*keys):
    return {key: text for key, text in SKIN.items() if key not in keys}


@pytest.fixture(scope="module")
def skin(made_once):
    made_once.add(new_complication, "skin", SKIN)
    return made_once


def test_the_check_finds_no_error(skin):
    assert skin.errors == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_shown_in_every_language_behind_the_other_complications(skin, language):
    pack = skin.library.packs[language]
    names = [page.id for page in pack.pages]
    assert names.index("skin") == names.index("breathing") + 1
    page = pack.page("skin")
    assert (page.language, page.title) == (language, SKIN[f"title.{language}"])
    assert 'approved_by: ""' in skin.text(f"{language}/skin.md")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_cards_are_worded_like_those_of_the_other_pages(skin, language):
    pack = skin.library.packs[language]
    cards, others = (
        [it.heading for it in pack.blocks(pack.page(name)) if isinstance(it, CareCard)]
        for name in ("skin", "headaches")
    )
    assert cards == others
    first = next(iter(pack.blocks(pack.page("skin"))))
    assert first in pack.blocks(pack.page("headaches"))
    assert isinstance(first, Heading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sign_is_in_the_card_of_its_level_and_the_usual_ones_too(skin, language):
    assert signs_of(skin.text(f"{language}/skin.md")) == [
        (Level.EMERGENCY, "sudden"),
        (Level.EMERGENCY, "spreading"),
        (Level.SAME_DAY, "itching"),
        (Level.ROUTINE, "dry-skin"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_rule_says(skin, language):
    pack = skin.library.packs[language]
    card = next(
        block
        for block in pack.blocks(pack.page("skin"))
        if isinstance(block, CareCard) and block.level is Level.EMERGENCY
    )
    said = SKIN[f"also.{language}"].replace("**", "")
    assert any(isinstance(it, Paragraph) and said in text_of([it]) for it in card.body)


def test_the_checklist_has_its_signs_and_its_rule(skin):
    checklist = skin.library.checklist
    level_of = {it.id: it.level for it in checklist.symptoms}
    assert level_of["itching"] is Level.SAME_DAY
    assert level_of["dry-skin"] is Level.ROUTINE
    both = checklist.assess(frozenset({"itching", "dry-skin"}))
    assert both.level is Level.EMERGENCY
    assert "itching-with-dry-skin" in [reason.id for reason in both.reasons]


def test_the_check_tries_its_signs_and_its_rule_from_now_on(skin):
    cases = tomllib.loads(skin.text("cases.toml"))["cases"]
    assert [(case["answers"], case["level"]) for case in cases[-3:]] == [
        (["itching"], "same-day"),
        (["dry-skin"], "routine"),
        (["itching", "dry-skin"], "emergency"),
    ]
    assert cases[-1]["who"] == "Itching skin; Dry skin"


def test_what_has_no_source_is_marked_as_a_judgement(skin):
    rows = {it.id: it.grounds for it in skin.library.checklist.symptoms}
    assert rows["itching"].sources == ("S60",)
    assert rows["itching"].why == "It may be an allergy."
    assert rows["dry-skin"].why == "Judgement: brief as a rule."
    assert [it.id for it in skin.library.packs["en"].page("skin").sources] == ["S60"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_signs_have_words_and_pictures_on_the_checklist(skin, language):
    assert (
        skin.library.packs[language].answers["itching"] == SKIN[f"itching.{language}"]
    )
    assert skin.library.sign_picture("itching")


def test_the_files_there_were_keep_every_line(skin):
    for path, data in skin.before.files.items():
        if path.suffix == ".toml":
            lines = iter(path.read_text("utf-8").splitlines())
            assert all(line in lines for line in data.decode().splitlines()), path


def test_only_what_is_not_given_is_asked_for(made):
    made.add(new_complication, "skin", without("group"))
    assert [prompt.split()[0] for prompt in made.questions] == ["group"]


def test_all_that_is_missing_is_named_at_once(made):
    with pytest.raises(UsageError) as error:
        made.add(
            new_complication, "skin", without("title.en", "why.itching", "also.ar")
        )
    named = str(error.value)
    assert all(key in named for key in ("title.en", "why.itching", "also.ar"))
    assert made.is_untouched


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"level.itching": "sameday"}, "same-day"),
        ({"sources.itching": "S999"}, "S999"),
        ({"rule": "itching + dry-skn = emergency"}, "dry-skin"),
        ({"rule": "itching = emergency"}, "itching + dry-skin"),
        ({"rule": "itching + dry-skin = same-day"}, "leave this rule out"),
        ({"signs": "itching double-vision"}, "double-vision"),
        ({"signs": "Itching"}, "small letters"),
        ({"group": "bodi"}, "body"),
        ({"icon": "brain"}, "icon"),
        ({"summary.en": "Call {fone}."}, "{fone}"),
    ],
)
def test_a_wrong_answer_writes_nothing_and_says_what_to_write(made, wrong, told):
    with pytest.raises(UsageError, match=told.replace("+", r"\+")):
        made.add(new_complication, "skin", SKIN | wrong)
    assert made.is_untouched


def test_a_name_that_is_taken_is_refused(made):
    with pytest.raises(UsageError, match="vision"):
        made.add(new_complication, "vision", SKIN)
