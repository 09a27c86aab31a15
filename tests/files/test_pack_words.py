"""Where help is: at the clinic while it is open, on the phone while it is closed."""

import re

import pytest
from msgspec.structs import asdict

from kiosk.content.blocks import CareCard
from kiosk.content.plain_text import text_of
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.errors import Severity
from kiosk.files.pack_words import Way

CLINIC = Clinic(
    name="Alaa Arif",
    desk="the desk by the door",
    emergency_number="112",
    out_of_hours="NHS 111",
)
WAYS = pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
NUMBER = re.compile(r"\b(112|NHS 111)\b")
STAFF = re.compile(
    r"\bstaff\b|\bworks here\b|\bthe desk by\b|\btell the (desk|clinic)\b", re.I
)


@pytest.fixture
def closed(read):
    """The pack of a closed clinic that has set both its numbers."""
    return read(CLINIC, is_open=False)


ABOUT_A_CALL = {"call_staff", "calling_staff", "staff_coming", "nobody_answered"}
"""What is shown of a call for staff, whom only an open clinic has called."""


def said(pack):
    """Return everything a pack says, one text for each that is shown by itself."""
    advice = [text for it in pack.advice.values() for text in (it.heading, *it.lines)]
    told = asdict(pack.strings).items()
    strings = [words for name, words in told if name not in ABOUT_A_CALL]
    blocks = [str(block) for page in pack.pages for block in pack.blocks(page)]
    fronts = [f"{p.title}. {p.hint}. {p.summary} {p.fact}" for p in pack.pages]
    return [*advice, *strings, *blocks, *fronts]


def cards(pack, *levels):
    """Return the care cards of some levels on all the pages."""
    blocks = [block for page in pack.pages for block in pack.blocks(page)]
    return [b for b in blocks if isinstance(b, CareCard) and b.level in levels]


def sends_to_staff_first(text):
    """Tell whether a text names somebody at the clinic before any number."""
    staff, number = STAFF.search(text), NUMBER.search(text)
    return bool(staff) and (not number or staff.start() < number.start())


def test_an_open_clinic_sends_to_its_staff_first(read):
    pack = read(CLINIC)
    assert sends_to_staff_first(pack.strings.red_flag)
    assert sends_to_staff_first(pack.advice[Level.EMERGENCY].heading)
    assert sends_to_staff_first(pack.advice[Level.SAME_DAY].lines[0])


def test_a_closed_clinic_never_sends_to_its_staff_first(closed):
    assert [text for text in said(closed) if sends_to_staff_first(text)] == []


@pytest.mark.parametrize("name", ["red_flag", "emergency_title", "emergency_anyone"])
def test_the_words_for_danger_name_the_emergency_number(closed, name):
    assert "Call 112" in getattr(closed.strings, name)


def test_the_heading_for_an_emergency_names_the_emergency_number(closed):
    assert closed.advice[Level.EMERGENCY].heading == "Call 112 now"


def test_every_heading_of_an_emergency_card_names_the_emergency_number(closed):
    headings = [card.heading for card in cards(closed, Level.EMERGENCY)]
    assert [text for text in headings if not text.startswith("Call 112 now")] == []
    assert len(headings) > 5


def test_same_day_advice_names_the_way_out_of_hours(closed):
    advice = closed.advice[Level.SAME_DAY]
    assert advice.heading.startswith("Call NHS 111 now")
    assert "Call NHS 111" in advice.lines[0]


def test_every_same_day_card_names_the_way_out_of_hours(closed):
    headings = [card.heading for card in cards(closed, Level.SAME_DAY)]
    assert [text for text in headings if not text.startswith("Call NHS 111")] == []
    assert len(headings) > 3


@pytest.mark.parametrize("level", [Level.INFORMATION, Level.ROUTINE])
def test_milder_advice_says_whom_to_call_before_the_clinic_opens(closed, level):
    assert any("all NHS 111" in line for line in closed.advice[level].lines)


@WAYS
def test_a_wrong_clock_never_hides_the_emergency_number(read, is_open):
    pack = read(CLINIC, is_open=is_open)
    assert "Call 112." in " ".join(pack.advice[Level.EMERGENCY].lines)
    strings = pack.strings
    for steps in (strings.emergency_desk, strings.emergency_anyone):
        shown = f"{strings.emergency_title} {steps} {strings.emergency_elsewhere}"
        assert "Call 112" in shown
        assert "anyone who works here" in shown
    assert all(
        "Call 112." in text_of(card.body) for card in cards(pack, Level.EMERGENCY)
    )


@WAYS
@pytest.mark.parametrize("level", Level)
def test_advice_of_every_level_names_the_emergency_number(read, is_open, level):
    advice = read(CLINIC, is_open=is_open).advice[level]
    assert "all 112" in " ".join([advice.heading, *advice.lines])


@WAYS
def test_a_wrong_clock_never_hides_the_staff(read, is_open):
    pack = read(CLINIC, is_open=is_open)
    for name in ("emergency_desk", "emergency_anyone"):
        assert re.search(r"[Tt]ell anyone who works here", getattr(pack.strings, name))


@WAYS
def test_both_ways_say_the_same_things_to_look_for(read, pack, is_open):
    other = read(is_open=is_open)
    assert other.answers == pack.answers
    assert [page.id for page in other.pages] == [page.id for page in pack.pages]
    assert [c.level for c in cards(other, *Level)] == [
        c.level for c in cards(pack, *Level)
    ]


@WAYS
def test_with_no_number_set_none_is_invented(read, is_open):
    everything = said(read(is_open=is_open))
    called = [text for text in everything if re.search(r"(?i)\bcall \W*\d", text)]
    assert called == []


def test_with_no_number_set_the_local_ones_are_named(read):
    closed = read(is_open=False)
    assert closed.strings.red_flag.endswith("Call your local emergency number now.")
    same_day = closed.advice[Level.SAME_DAY].heading
    assert same_day.startswith("Call your local out-of-hours health line now")


@WAYS
@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("\n[help.open]", "\n[help.shut]", "help.shut: there is no such key; use"),
        ("\n[help.closed]", "\n[help.shut]", "help.closed: 16 words are missing"),
        ("\n[help.closed]", "\n[help.late]\n[help.closed]", "help.late: there is no"),
        ("open]\nget", "open]\nmore = 'x'\nget", "help.closed.more: this word is"),
        ("closed]\nget", "closed]\nmore = 'x'\nget", "help.open.more: this word is"),
        ("open]\nget", "open]\nname = 'x'\nget", "'name' already means something"),
        ('who_to_ask = "Tell', '#"', "help.open.who_to_ask: this word is missing"),
        ('who_to_ask = "Call', '#"', "help.closed.who_to_ask: this word is missing"),
        ('who_to_ask = "Tell', 'who_to_ask = " " #', "help.open.who_to_ask: this"),
        ("Tell staff now", "Tell {stuff} now", "{stuff} has no meaning here"),
        ("Call {emergency_number} now", "Call {999} now", "{999} has no meaning here"),
        ("Tell staff now", "{who_to_ask} Now", "{who_to_ask} has no meaning here"),
    ],
)
def test_a_mistake_in_either_way_is_named_and_the_programs_words_are_shown(
    read, spoil, reported, is_open, old, new, named
):
    whole = said(read(is_open=is_open))
    path = spoil("en/pack.toml", old, new)
    assert said(read(is_open=is_open)) == whole
    lines = [line for error in reported for line in error.lines]
    assert {line.startswith(f"{path}:") for line in lines} == {True}
    assert named in "\n".join(lines)


def test_a_pack_without_a_word_on_help_has_those_of_the_program(
    content, read, reported
):
    whole = said(read())
    manifest = content / "en" / "pack.toml"
    text = manifest.read_text("utf-8")
    manifest.write_text(re.sub(r"(?s)\n\[help\.open\].*?(?=\n\[advice)", "", text))
    assert said(read()) == whole
    assert "help.open: 16 words are missing" in "".join(reported[0].lines)


@WAYS
def test_a_page_that_asks_for_a_word_nobody_wrote_is_named(
    read_whole, write_body, reported, is_open
):
    path = write_body('!!! emergency "{get_hlp_now} if you have:"\n    x')
    read_whole(is_open=is_open)
    [error] = reported
    assert str(error).startswith(f"{path}:4: {{get_hlp_now}}")


def test_every_mistake_of_a_pack_is_told_at_once(read, spoil, reported):
    spoil("en/pack.toml", 'red_flag = "', 'rad_flag = "')
    spoil("en/pack.toml", 'finished = "I', 'finished = "{i}')
    spoil("en/pack.toml", 'tension = "', 'tenshun = "')
    spoil("en/pack.toml", 'sunday = "', 'sunday = "" #')
    path = spoil("en/pack.toml", "[advice.same-day]", "[advice.soon]")
    read()
    keys = [line.removeprefix(str(path)).split(": ")[1] for line in reported[0].lines]
    assert sorted(keys) == [
        "advice.same-day.heading",
        "advice.same-day.lines[0]",
        "advice.same-day.short",
        "advice.soon",
        "answers.tenshun",
        "answers.tension",
        "days.sunday",
        "strings.finished",
        "strings.rad_flag",
        "strings.red_flag",
    ]


@pytest.mark.parametrize(
    ("table", "word", "near"),
    [
        ("answers", "tensoin", "tension"),
        ("groups", "weaknes", "weakness"),
        ("topics", "corse", "course"),
        ("days", "sundays", "sunday"),
    ],
)
def test_a_key_that_is_misspelt_is_answered_with_the_nearest(
    read, spoil, reported, table, word, near
):
    spoil("en/pack.toml", f"[{table}]\n", f"[{table}]\n{word} = 'a'\n")
    read()
    said = f"{table}.{word}: there is no such key; use {near}, or delete it"
    assert said in str(reported[0])
    assert reported[0].problems[0].severity is Severity.WARNING


def test_a_language_without_words_for_the_desk_leaves_its_sentence_out(read):
    pack = read(CLINIC, language="es")
    assert CLINIC.desk not in " ".join(said(pack))
    assert pack.strings.emergency_desk == pack.strings.emergency_anyone
    assert CLINIC.desk in read(CLINIC).strings.emergency_desk


def test_who_is_away_is_sent_to_the_numbers_not_to_staff(read):
    away = read(CLINIC, way=Way.AWAY)
    assert away.strings.emergency_title == "Call 112 now"
    assert not STAFF.search(away.advice[Level.EMERGENCY].heading)
    assert "NHS 111" in away.advice[Level.SAME_DAY].heading


def test_a_pack_without_words_for_who_is_away_has_those_of_a_closed_clinic(read, spoil):
    spoil("en/pack.toml", "[help.away]", "[old]")
    path = spoil("en/pack.toml", "[advice.information]", "[advice.information]")
    text = path.read_text()
    start, end = text.index("[old]"), text.index("[advice.information]")
    path.write_text(text[:start] + text[end:])
    closed, away = read(CLINIC, is_open=False), read(CLINIC, way=Way.AWAY)
    assert away.strings == closed.strings
