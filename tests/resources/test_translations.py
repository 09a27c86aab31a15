"""Every shipped language says what the English says: as much, as soon, in figures too.

The languages are those found beside the English. One that is new needs its own row
in `STAFF`, and in `AMOUNTS` or `LATIN` if the tests below ask for it.
"""

import re
import tomllib
from collections import Counter

import pytest
from msgspec.structs import asdict

from kiosk.content.blocks import CareCard
from kiosk.content.plain_text import outline, text_of
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.files.languages import languages_in
from tests.support.shipped import CONTENT, SHIPPED, library_of, refuse

LONGEST_SENTENCE = 22
PAGES = sorted(path.stem for path in (CONTENT / "en").glob("*.md"))
LANGUAGES = {
    language.code: language for language in languages_in(SHIPPED, "en", refuse)
}
TRANSLATIONS = [code for code, it in LANGUAGES.items() if not it.is_original]
RIGHT_TO_LEFT = [code for code, it in LANGUAGES.items() if it.rtl]

EACH = pytest.mark.parametrize("language", LANGUAGES)
EACH_TRANSLATION = pytest.mark.parametrize("language", TRANSLATIONS)
EACH_RIGHT_TO_LEFT = pytest.mark.parametrize("language", RIGHT_TO_LEFT)
EACH_PAGE = pytest.mark.parametrize("name", PAGES)
WAYS = pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])

UNSET = Clinic(name="Alaa Arif")
NAMED = Clinic(
    name="Alaa Arif",
    phone="01 23 45",
    wordings={"desk": dict.fromkeys(("en", "es", "ar"), "the desk by the door")},
    emergency_number="112",
    out_of_hours="NHS 111",
)
PUT_IN = re.compile(r"112|NHS 111|01.23.45|the desk by the door|Alaa Arif")
ISOLATED = re.compile("\N{FIRST STRONG ISOLATE}([^\u2068\u2069]*)\u2069")

# Arabic counts one and two of a thing with the noun's own form: a figure before it
# would be a mistake of grammar. Here is what each such form stands for.
AMOUNTS = {
    "ar": {
        "أسبوعين إلى شهر": "2 1",
        "شهر إلى شهرين": "1 2",
        "أسبوع واحد": "1",
        "شهر واحد": "1",
        "يومين": "2",
    },
}

# Names that a patient may meet in Latin letters: on a box, a letter or a key.
LATIN = {
    "ar": {
        *("Alaa", "Arif", "Botox", "Dysport", "botulism", "batch", "off-label", "ALS"),
        *("anaphylaxis", "ptosis", "myasthenia", "gravis", "Lambert-Eaton"),
        *("Clostridium", "botulinum", "Yellow", "Card", "MedWatch", "Escape"),
    },
}

# How each language sends somebody to the people at the clinic.
STAFF = {
    "en": r"\bstaff\b|\bworks here\b|\bthe desk by\b|\btell the (desk|clinic)\b",
    "es": r"\bal? personal\b|\bdel personal\b|\btrabaj\w+ aquí\b|"
    r"\bavis\w+ (ya )?(en recepción|a la clínica)\b",
    "ar": "الموظف|يعمل هنا|يعملون هنا|(أبلغوا|أخبروا) (مكتب|العيادة)",
}
NUMBER = re.compile("112|NHS 111")
HOLE = re.compile(r"\{\w+\}")
APPROVAL = {
    "en": r"\b(approved|checked|reviewed) by\b",
    "es": r"\b(aprobad|revisad)[oa] por\b",
    "ar": "اعتمد|راجعه|راجعها|بمراجعة",
}


def pack_of(language, *, is_open=True, named=False):
    """Return a shipped pack, of a clinic that has set its terms if it is `named`.

    A page that gives way to the English is an error.
    """
    clinic = NAMED if named else UNSET
    return library_of(clinic, is_open=is_open).packs[language]


def said(pack, name):
    """Return everything a page says by where it is said."""
    page = pack.page(name)
    front = ("title", "tab", "tile", "hint", "summary", "fact")
    said = {f"{name}.{key}": getattr(page, key) for key in front}
    blocks = enumerate(pack.blocks(page), 1)
    return said | {f"{name} part {n}": text_of([block]) for n, block in blocks}


def interface(pack):
    """Return everything the kiosk itself says to visitors, by its key."""
    told = {}
    for level, advice in pack.advice.items():
        told |= {f"advice.{level.key}": advice.heading}
        told |= {f"advice.{level.key}.short": advice.short}
        told |= {f"advice.{level.key}.{n}": it for n, it in enumerate(advice.lines)}
    own = asdict(pack.strings)
    tables = {**pack.answers, **pack.groups, **pack.topics, **pack.days}
    tables |= {f"area {key}": words for key, words in pack.areas.items()}
    tables |= {f"question {key}": words for key, words in pack.questions.items()}
    return own | told | tables


def staff(pack):
    return asdict(pack.staff)


def everything(pack):
    pages = (said(pack, name) for name in PAGES)
    return {
        **interface(pack),
        **{key: it for page in pages for key, it in page.items()},
    }


def figures(text, language):
    """Return the figures of a text, in order of size, as English writes them."""
    for words, figure in AMOUNTS.get(language, {}).items():
        text = text.replace(words, figure)
    text = HOLE.sub("", text).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٪٫٬", "0123456789%.,"))
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return sorted(re.findall(r"\d+(?:[.,]\d+)?%?", text))


def sentences(text):
    lines = text.splitlines()
    return [s for line in lines for s in re.split(r"(?<=[.?!؟])\W*\s+", line) if s]


def cards(pack, level):
    blocks = [block for page in pack.pages for block in pack.blocks(page)]
    return [b for b in blocks if isinstance(b, CareCard) and b.level is level]


def manifest(language):
    return tomllib.loads((CONTENT / language / "pack.toml").read_text("utf-8"))


def written(language):
    """Return every word of a pack as it stands in its file, by its key."""
    found = {}
    tables = [("", manifest(language))]
    for above, table in tables:
        for key, value in table.items():
            place = f"{above}.{key}"
            if isinstance(value, dict):
                tables.append((place, value))
            else:
                words = value if isinstance(value, list) else [value]
                found |= {f"{place}.{n}": word for n, word in enumerate(words)}
    return found


ABOUT_A_CALL = ("call_staff", "calling_staff", "staff_coming", "nobody_answered")
"""What is shown of a call for staff, whom only an open clinic has called."""


def sends_to_staff_first(text, language):
    somebody = re.search(STAFF[language], text, re.IGNORECASE)
    number = NUMBER.search(text)
    return bool(somebody) and not (number and number.start() < somebody.start())


def test_there_are_translations():
    assert {"es", "ar"} <= set(TRANSLATIONS)


@WAYS
@EACH
def test_every_page_is_in_its_own_language(language, is_open):
    pack = pack_of(language, is_open=is_open)
    assert sorted(page.id for page in pack.pages) == PAGES
    assert {page.language for page in pack.pages} == {language}


@EACH_TRANSLATION
def test_every_word_of_the_english_is_there_and_no_other(language):
    assert set(written(language)) == set(written("en"))


@WAYS
@EACH_PAGE
@EACH_TRANSLATION
def test_a_page_is_made_like_the_english_one(language, name, is_open):
    ours, theirs = pack_of(language, is_open=is_open), pack_of("en", is_open=is_open)
    blocks = [outline(block) for block in ours.blocks(ours.page(name))]
    assert blocks == [outline(block) for block in theirs.blocks(theirs.page(name))]


@WAYS
@EACH_PAGE
@EACH_TRANSLATION
def test_a_page_has_the_figures_of_the_english_one(language, name, is_open):
    ours = said(pack_of(language, is_open=is_open), name)
    theirs = said(pack_of("en", is_open=is_open), name)
    wanted = {key: figures(text, "en") for key, text in theirs.items()}
    assert {key: figures(text, language) for key, text in ours.items()} == wanted


@WAYS
@EACH_TRANSLATION
def test_the_interface_has_the_figures_of_the_english(language, is_open):
    ours = interface(pack_of(language, is_open=is_open))
    theirs = interface(pack_of("en", is_open=is_open))
    wanted = {key: figures(text, "en") for key, text in theirs.items()}
    assert {key: figures(text, language) for key, text in ours.items()} == wanted


@EACH_TRANSLATION
def test_an_amount_in_words_is_one_that_is_said(language):
    told = "\n".join(everything(pack_of(language)).values())
    assert [words for words in AMOUNTS.get(language, {}) if words not in told] == []


@WAYS
@EACH
def test_no_sentence_is_over_22_words(language, is_open):
    told = everything(pack_of(language, is_open=is_open)).values()
    long = [s for text in told for s in sentences(text)]
    assert [s for s in long if len(s.split()) > LONGEST_SENTENCE] == []


@EACH_TRANSLATION
def test_every_answer_has_words_of_its_own(language, checklist):
    answers = pack_of(language).answers
    assert set(answers) == checklist.answers
    assert len(set(answers.values())) == len(answers)
    assert set(answers.values()) & set(pack_of("en").answers.values()) == set()


@WAYS
@EACH
def test_every_heading_of_an_emergency_card_says_first_how_to_get_help(
    language, is_open
):
    pack = pack_of(language, is_open=is_open, named=True)
    way = "open" if is_open else "closed"
    first = manifest(language)["help"][way]["get_help_now"].partition("{")[0]
    headings = [card.heading for card in cards(pack, Level.EMERGENCY)]
    assert len(headings) > 5
    assert [it for it in headings if not it.startswith(first)] == []


@EACH
def test_closed_every_emergency_names_its_number_before_anything_else(language):
    pack = pack_of(language, is_open=False, named=True)
    strings, advice = pack.strings, pack.advice[Level.EMERGENCY]
    headings = [card.heading for card in cards(pack, Level.EMERGENCY)]
    said = [*headings, advice.heading, strings.emergency_title]
    said += [strings.emergency_anyone, strings.emergency_desk]
    assert [text for text in said if "112" not in " ".join(text.split()[:5])] == []
    assert "112" in strings.red_flag


@EACH
def test_closed_every_same_day_card_names_the_way_out_of_hours_first(language):
    pack = pack_of(language, is_open=False, named=True)
    headings = [card.heading for card in cards(pack, Level.SAME_DAY)]
    headings.append(pack.advice[Level.SAME_DAY].heading)
    late = [it for it in headings if "NHS 111" not in " ".join(it.split()[:6])]
    assert late == []


@EACH
def test_closed_a_new_problem_of_whoever_books_has_the_emergency_number(language):
    booking = said(pack_of(language, is_open=False, named=True), "book").values()
    assert sum("112" in text for text in booking) == 1


@EACH
def test_a_closed_clinic_never_sends_to_its_staff_first(language):
    told = everything(pack_of(language, is_open=False, named=True)).items()
    first = {key for key, text in told if sends_to_staff_first(text, language)}
    assert first - {*ABOUT_A_CALL} == set()


@EACH
def test_an_open_clinic_sends_to_its_staff_first(language):
    pack = pack_of(language, named=True)
    said = [pack.strings.red_flag, pack.strings.emergency_anyone]
    said += [pack.advice[Level.EMERGENCY].heading, pack.advice[Level.SAME_DAY].lines[0]]
    said += [card.heading for card in cards(pack, Level.EMERGENCY)]
    assert [it for it in said if not sends_to_staff_first(it, language)] == []


@WAYS
@EACH
def test_advice_of_every_level_names_the_emergency_number(language, is_open):
    advice = pack_of(language, is_open=is_open, named=True).advice.values()
    told = [" ".join([each.heading, *each.lines]) for each in advice]
    assert [text for text in told if "112" not in text] == []


@EACH_TRANSLATION
def test_every_term_of_the_english_words_is_as_often_in_the_translation(language):
    theirs, ours = written("en"), written(language)
    wanted = {key: Counter(HOLE.findall(word)) for key, word in theirs.items()}
    assert {key: Counter(HOLE.findall(word)) for key, word in ours.items()} == wanted


@EACH_PAGE
@EACH_TRANSLATION
def test_every_term_of_an_english_page_is_as_often_in_the_translation(language, name):
    theirs, ours = (
        Counter(HOLE.findall((CONTENT / code / f"{name}.md").read_text("utf-8")))
        for code in ("en", language)
    )
    assert ours == theirs


@WAYS
@EACH_RIGHT_TO_LEFT
def test_no_latin_word_stands_among_the_words_but_names(language, is_open):
    pack = pack_of(language, is_open=is_open)
    told = {**everything(pack), **staff(pack)}
    words = {
        key: re.findall("[A-Za-z][A-Za-z-]*", HOLE.sub("", t))
        for key, t in told.items()
    }
    strange = {key: set(found) - LATIN[language] for key, found in words.items()}
    assert {key: found for key, found in strange.items() if found} == {}


@WAYS
@EACH_RIGHT_TO_LEFT
def test_no_figure_is_written_in_other_digits(language, is_open):
    pack = pack_of(language, is_open=is_open)
    told = {**everything(pack), **staff(pack)}
    assert [key for key, text in told.items() if re.search("[0-9%]", text)] == []


@WAYS
@EACH_RIGHT_TO_LEFT
def test_what_the_clinic_puts_into_a_sentence_is_kept_apart_from_it(language, is_open):
    told = everything(pack_of(language, is_open=is_open, named=True))
    apart = {key: ISOLATED.sub("", text) for key, text in told.items()}
    assert [key for key, text in apart.items() if PUT_IN.search(text)] == []
    kept = {put for text in told.values() for put in ISOLATED.findall(text)}
    assert {"112", "01\u00a023\u00a045", "the desk by the door", "Alaa Arif"} <= kept


@WAYS
@EACH
def test_no_page_claims_an_approval(language, is_open):
    pack = pack_of(language, is_open=is_open)
    assert {page.approval.by for page in pack.pages} == {""}
    assert {page.approval.on for page in pack.pages} == {None}
    told = "\n".join(text for name in PAGES for text in said(pack, name).values())
    assert not re.search(APPROVAL[language], told, re.IGNORECASE)
