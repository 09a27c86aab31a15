"""A translation says what the original says, or the original is shown."""

import re

import pytest

from kiosk.content.bidi import bare, isolated, runs_right_to_left
from kiosk.content.plain_text import outline
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.errors import Severity
from kiosk.files.front_matter import fingerprint

SHIPPED = ["ar", "es"]
ORIGINAL_ONLY = re.compile(r"^(icon|kind|sources):.*\n", re.MULTILINE)


@pytest.fixture
def translated(content):
    """Write a language "xx" that says "Xx" in front of every title; tell its folder."""
    folder = content / "xx"
    folder.mkdir()
    pack = (content / "en" / "pack.toml").read_text("utf-8")
    pack = pack.replace('language = "en"', 'language = "xx"').replace(
        "English", "Xxish"
    )
    (folder / "pack.toml").write_text(pack.replace('finished = "', 'finished = "Xx '))
    for path in (content / "en").glob("*.md"):
        text = path.read_text("utf-8")
        said = f"source_hash: {fingerprint(text)}\ntitle: Xx "
        text = ORIGINAL_ONLY.sub("", text.replace("title: ", said, 1), count=3)
        (folder / path.name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def change(translated):
    """Change a file of the translation once; tell its path."""

    def changing(name, old, new):
        path = translated / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return changing


@pytest.fixture
def original(content):
    """Change the English text of a page, and so make its translations stale."""

    def changing(name, old, new):
        path = content / "en" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return fingerprint(path.read_text("utf-8"))

    return changing


def own(pack):
    return [page.id for page in pack.pages if page.language == pack.language]


@pytest.mark.parametrize("language", SHIPPED)
def test_every_shipped_page_is_translated_and_as_the_original_is(
    read_whole, reported, language
):
    english, pack = read_whole(), read_whole(language=language)
    assert own(pack) == [page.id for page in english.pages]
    assert reported == []
    for page, theirs in zip(pack.pages, english.pages, strict=True):
        said = [outline(block) for block in pack.blocks(page)]
        assert said == [outline(block) for block in english.blocks(theirs)]
        assert (page.icon, page.kind) == (theirs.icon, theirs.kind)
        assert page.sources == theirs.sources


def test_a_translation_is_used(translated, read, reported):
    pack = read(language="xx")
    assert reported == []
    assert (pack.language, pack.name, pack.rtl) == ("xx", "Xxish", False)
    assert pack.strings.finished == "Xx I have finished"
    assert [page.title[:3] for page in pack.pages] == ["Xx "] * len(pack.pages)
    assert own(pack) == [page.id for page in read().pages]
    assert pack.blocks(pack.page("vision")) == read().bodies["vision"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Vision problems", "Problems of sight"), ("Muscles move", "Muscles may move")],
    ids=["title", "body"],
)
def test_a_translation_of_another_text_gives_way_to_the_original(
    translated, read, reported, original, old, new
):
    now = original("vision.md", old, new)
    pack = read(language="xx")
    page = pack.page("vision")
    assert page == read().page("vision")
    assert page.language == "en"
    assert "vision" not in own(pack)
    [problem] = reported
    assert problem.path == translated / "vision.md"
    assert "en/vision.md says something else by now" in str(problem)
    assert str(problem).endswith(f'write source_hash: "{now}"')


def test_the_text_of_a_page_that_gave_way_is_the_originals(translated, read, original):
    original("vision.md", "Muscles move", "Muscles may move")
    pack = read(language="xx")
    assert pack.blocks(pack.page("vision")) == read().bodies["vision"]


def test_the_hash_that_was_told_makes_it_fit_again(change, read, reported, original):
    was = fingerprint_of(read, reported, original)
    change("vision.md", "source_hash: ", f"source_hash: {was} #")
    reported.clear()
    assert "vision" in own(read(language="xx"))
    assert reported == []


def fingerprint_of(read, reported, original):
    """Make the translation stale; return the hash that the report says to write."""
    original("vision.md", "Vision problems", "Problems of sight")
    read(language="xx")
    return str(reported[-1]).rpartition(" ")[2]


def test_to_approve_a_page_or_to_put_its_review_off_makes_nothing_stale(
    translated, read, reported, original
):
    original("vision.md", 'approved_by: ""', "approved_by: Dr Day")
    original("vision.md", "review_by: 2027", "review_by: 2029")
    assert "vision" in own(read(language="xx"))
    assert reported == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("source_hash: ", "source_hash: a0 #", "write source_hash"),
        (
            "source_hash: ",
            "# ",
            "does not say which text of en/vision.md",
        ),
        ("title: ", "title: <br>", "title"),
        ("---", "", ":1: "),
    ],
)
def test_a_front_that_is_no_translations_is_reported_and_gives_way(
    change, read, reported, old, new, named
):
    path = change("vision.md", old, new)
    pack = read(language="xx")
    assert pack.page("vision").language == "en"
    [problem] = reported
    assert problem.path == path
    assert named in str(problem)


@pytest.mark.parametrize("field", ["icon: vision", "sources: [S1]"])
def test_what_a_translation_takes_from_its_source_is_a_warning(
    change, read, reported, field
):
    change("vision.md", "written: ", f"{field}\nwritten: ")
    assert read(language="xx").page("vision").language == "xx"
    [problem] = reported[0].problems
    assert problem.severity is Severity.WARNING
    assert "is that of the page this one translates; delete it here" in str(problem)


def test_a_hash_needs_no_quotation_marks(translated, read, reported):
    path = translated / "vision.md"
    text = re.sub("source_hash: .*", "source_hash: 01234567", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    read(language="xx")
    assert "says something else by now" in str(reported[0])


def test_a_translation_that_is_a_draft_gives_way_in_silence(change, read, reported):
    change("vision.md", "written: ", "draft: true\nwritten: ")
    assert read(language="xx").page("vision").language == "en"
    assert reported == []


def test_a_page_that_is_not_translated_is_reported_and_gives_way(
    translated, read, reported
):
    (translated / "vision.md").unlink()
    pack = read(language="xx")
    assert pack.page("vision") == read().page("vision")
    assert [problem.path.name for problem in reported] == ["vision.md"]


def test_a_page_that_translates_nothing_is_not_shown(translated, read):
    (translated / "aaa.md").write_bytes((translated / "vision.md").read_bytes())
    assert [p.id for p in read(language="xx").pages] == [p.id for p in read().pages]


def test_a_page_left_out_of_the_original_is_in_no_translation(
    translated, read_whole, original
):
    original("vision.md", "Muscles move", "![nothing](nowhere.svg)\n\nMuscles move")
    assert "vision" not in [page.id for page in read_whole(language="xx").pages]


ANOTHER_MAKE = {
    "a list item fewer": (r"^- [^\n]*\n", ""),
    "a list item more": (r"^(- [^\n]*\n)", r"\1\1"),
    "a paragraph missing": (r"^Muscles move[^\n]*\n", ""),
    "a paragraph more": (r"^(Muscles move)", r"More.\n\n\1"),
    "a heading missing": (r"^## Treatment\n", ""),
    "a heading of another rank": (r"^## Treatment", "### Treatment"),
    "a card of another level": (r"^!!! emergency", "!!! routine"),
    "a milder card": (r"^!!! same-day", "!!! routine"),
    "no picture": (r"^!\[[^\n]*\n", ""),
}


@pytest.mark.parametrize(("pattern", "new"), ANOTHER_MAKE.values(), ids=ANOTHER_MAKE)
def test_a_translation_that_says_less_or_more_gives_way(
    translated, read, read_whole, reported, pattern, new
):
    path = translated / "vision.md"
    whole = re.compile(pattern, re.MULTILINE)
    text, count = whole.subn(new, path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(text, "utf-8")
    assert "vision" in own(read(language="xx"))
    pack, source = read_whole(language="xx"), read_whole()
    assert "vision" not in own(pack)
    assert pack.blocks(pack.page("vision")) == source.bodies["vision"]
    [error] = reported
    assert "not made like part" in str(error)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("strings.red_flag", "tell_someone_now"),
        ("strings.clearing_in", "seconds"),
        ("staff.sound_at", "percent"),
        ("help.open.tell_or_call", "emergency_number"),
        ("advice.emergency.heading", "tell_someone_now"),
    ],
)
def test_a_word_that_leaves_out_a_term_is_that_of_the_source(
    translated, read, reported, word, term
):
    path = translated / "pack.toml"
    table, _, key = word.rpartition(".")
    above, below = path.read_text("utf-8").split(f"[{table}]", 1)
    line = re.search(rf"^{key} = .*$", below, re.MULTILINE)[0]
    assert f"{{{term}}}" in line
    below = below.replace(line, line.replace(f"{{{term}}}", "it"), 1)
    path.write_text(f"{above}[{table}]{below}", "utf-8")
    pack, source = read(language="xx"), read()
    assert re.fullmatch(
        rf"{re.escape(str(path))}:\d+: {re.escape(word)}: .{term}. is missing; add it",
        str(reported[0]),
    )
    assert (pack.strings.red_flag, pack.staff) == (
        source.strings.red_flag,
        source.staff,
    )
    assert pack.strings.clearing_in == source.strings.clearing_in
    assert pack.advice == source.advice
    assert pack.strings.finished == "Xx I have finished"


def test_advice_that_leaves_out_a_term_of_one_line_is_that_of_the_source(
    change, read, reported
):
    path = change("pack.toml", "Not in the clinic? Call {emergency_number}. Do", "Do")
    assert read(language="xx").advice == read().advice
    lines = path.read_text("utf-8").splitlines()
    line = lines.index("[advice.emergency]") + 4
    missing = f"{path}:{line}: advice.emergency.lines[0]: {{emergency_number}} is miss"
    assert missing in str(reported[0])


@pytest.fixture
def arabic(spoil, read):
    """Change the Arabic pack, and return what it says then."""

    def changing(old, new):
        path = spoil("ar/pack.toml", old, "~")
        path.write_text(path.read_text("utf-8").replace("~", new), "utf-8")
        return read(Clinic(name="Alaa Arif", emergency_number="112"), language="ar")

    return changing


def test_a_word_of_the_source_is_kept_apart_and_has_its_own_words_on_help(
    arabic, reported
):
    pack = arabic("\nred_flag = ", "\nred_flg = ")
    english = "Trouble breathing, swallowing or speaking? Tell a member of staff now."
    assert bare(pack.strings.red_flag) == english
    assert pack.strings.red_flag == isolated(english, rtl=True)
    assert not runs_right_to_left(bare(pack.strings.red_flag))
    assert "strings.red_flag: this word is missing" in str(reported[0])
    assert "until then English is shown" in str(reported[0])


def test_a_way_to_help_that_is_missing_is_that_of_the_source(arabic):
    pack = arabic("\ntell_someone_now = ", "\ntell_smeone = ")
    assert "Tell a member of staff now" in pack.strings.red_flag


def test_a_pack_that_cannot_be_read_at_all_is_the_one_of_its_language_that_came_along(
    content, read, reported
):
    good = read(language="es")
    (content / "es" / "pack.toml").write_bytes(b"")
    assert read(language="es").strings == good.strings
    assert read(language="es").name == "Español"


def test_a_page_that_leaves_out_a_term_gives_way(translated, read, reported):
    path = translated / "vision.md"
    text = path.read_text("utf-8")
    assert "{get_help_now}" in text
    path.write_text(text.replace("{get_help_now}", "Tell us"), "utf-8")
    assert read(language="xx").page("vision").language == "en"
    [problem] = reported
    assert str(problem).endswith("vision.body: {get_help_now} is missing; add it")


@pytest.mark.parametrize("level", Level)
def test_advice_with_a_line_more_is_that_of_the_source(
    translated, read, reported, level
):
    path = translated / "pack.toml"
    text = path.read_text("utf-8")
    at = text.index("lines = [", text.index(f"[advice.{level.key}]"))
    path.write_text(f'{text[:at]}lines = ["One more.", {text[at + 9 :]}', "utf-8")
    assert read(language="xx").advice == read().advice
    said = rf"advice\.{level.key}.lines: there are \d lines; write \d"
    assert any(re.search(said, line) for line in reported[0].lines)


def test_a_translation_keeps_the_order_of_what_it_translates(translated, read, spoil):
    spoil("content.toml", '    "vision",\n', "")
    spoil("content.toml", '"headaches"', '"vision", "headaches"')
    assert [p.id for p in read(language="xx").pages] == [p.id for p in read().pages]
    assert read().pages[2].id == "vision"
