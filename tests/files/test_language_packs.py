"""What a clinic gets for a mistake in its content: the file, the place, what to do."""

from datetime import date

import pytest
from msgspec.structs import asdict

from kiosk.content.bidi import isolated
from kiosk.content.pages import PageKind
from kiosk.domain.clinic import Clinic
from kiosk.domain.opening_hours import DAYS
from kiosk.domain.triage import Level
from kiosk.errors import ContentError, Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT, ICONS

LANGUAGES = sorted(path.parent.name for path in CONTENT.glob("*/pack.toml"))
ALL = [
    "home",
    "muscle-weakness",
    "headaches",
    "vision",
    "swallowing-speech",
    "breathing",
    "check",
    "about-botox",
    "questions",
    "book",
]


def test_the_shipped_pack_has_every_page_in_order(pack):
    assert [page.id for page in pack.pages] == ALL


def test_the_shipped_pack_has_every_word(pack, checklist):
    assert set(pack.answers) == checklist.answers
    assert set(pack.groups) == set(checklist.groups)
    assert set(pack.topics) == set(checklist.topics)
    assert (set(pack.days), set(pack.advice)) == (set(DAYS), set(Level))


@pytest.mark.parametrize("name", ALL)
def test_every_shipped_page_can_be_opened(pack, name):
    page = pack.page(name)
    assert bool(pack.blocks(page)) is (page.kind is not PageKind.CHECKLIST)


def test_tabs_stand_in_the_order_of_the_content_file_whatever_their_kind(spoil, read):
    spoil("content.toml", '"home",', "")
    spoil("content.toml", '"book",', '"book", "home"')
    assert [page.id for page in read().pages] == [*ALL[1:], "home"]


def test_a_page_that_the_content_file_does_not_name_is_not_shown(content, read):
    (content / "en" / "aaa.md").write_bytes((content / "en" / "vision.md").read_bytes())
    assert [page.id for page in read().pages] == ALL


def test_the_front_matter_becomes_the_page(pack):
    page = pack.page("vision")
    assert (page.title, page.tab, page.icon) == ("Vision problems", "Vision", "vision")
    assert (page.kind, page.written) == (PageKind.COMPLICATION, date(2026, 11, 27))
    assert (page.approval.by, page.approval.on) == ("", None)


def test_a_page_without_a_tab_or_tile_uses_its_title(read, spoil):
    spoil("en/book.md", "tab: Book\ntile: Book a visit\n", "")
    page = read().page("book")
    assert (page.tab, page.tile) == ("Book a visit", "Book a visit")


@pytest.mark.parametrize("field", ["title", "tab", "tile", "hint", "summary", "fact"])
def test_the_clinics_name_is_filled_in_everywhere(read, spoil, field):
    spoil("en/vision.md", f"\n{field}: ", f"\n{field}: At {{clinic}}. ")
    assert getattr(read().page("vision"), field).startswith("At Alaa Arif. ")


def test_without_an_emergency_number_the_pack_says_your_local_one(pack):
    assert pack.strings.emergency_elsewhere.endswith("your local emergency number.")


def test_the_clinics_emergency_number_is_said_everywhere(read):
    pack = read(Clinic(name="Alaa Arif", emergency_number="112"))
    assert pack.strings.emergency_elsewhere.endswith("Call 112.")
    assert "Call 112." in pack.advice[Level.EMERGENCY].lines[0]
    assert any("Call 112." in str(block) for block in pack.blocks(pack.page("vision")))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("title: Vision problems\n", "", "title: this key is missing"),
        ("title: Vision problems", 'title: " "', "title: this is empty"),
        ("title: Vision problems", "title: At {clinc}", "{clinc}"),
        ("title: Vision problems", "title: A <b>b</b>", ":2: title: <b> is shown"),
        ("kind: complication", "kind: [", ":9: this line"),
        (
            "kind: complication",
            "kind: poster",
            "kind: unknown word; write one of ",
        ),
        ("kind: complication\n", "", "kind: this key is missing"),
        ("written: 2026-11-27", "written: soon", "written: "),
        ("written: 2026-11-27", "written: 2026-13-45", ":11: this line has a date"),
        ("---\ntitle", "title", ":1: there is no front matter"),
        ("\n---\n", "\n", ":1: the front matter does not end"),
        ("hint: ", "hint: \xe9", ":5: this line is not UTF-8"),
    ],
)
def test_a_bad_page_is_reported_and_left_out_while_the_rest_load(
    read, spoil, reported, old, new, named
):
    path = spoil("en/vision.md", old, new)
    assert [page.id for page in read().pages] == [n for n in ALL if n != "vision"]
    (problem,) = reported
    assert str(problem).startswith(f"{path}:")
    assert named in str(problem)
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("icon: vision", "icon: visoin", "icon: there is no 'visoin'; use vision"),
        ("sources: [S1,", "sources: [S999,", "sources: there is no 'S999'; use S"),
    ],
)
def test_a_name_that_is_not_known_is_an_error_and_costs_no_page(
    read, spoil, reported, old, new, named
):
    spoil("en/vision.md", old, new)
    page = read().page("vision")
    assert page.icon in ("vision", "information")
    assert page.sources[0].id != "S999"
    [problem] = reported[0].problems
    assert named in str(problem)
    assert problem.severity is Severity.ERROR


def test_a_field_that_means_nothing_is_a_warning_and_the_page_is_shown(
    read, spoil, reported
):
    path = spoil("en/vision.md", "tile: ", "tyle: ")
    assert [page.id for page in read().pages] == ALL
    [problem] = reported[0].problems
    assert str(problem).startswith(f"{path}:4: tyle: there is no such key; write tile")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("wrong", ["icon: vision\n", "icon: visoin\n", "hint: [\n"])
@pytest.mark.parametrize("yes", ["true", "yes", '"true"', "True  # not yet"])
def test_a_draft_is_not_shown_whatever_else_is_wrong_in_it(
    read, spoil, reported, yes, wrong
):
    spoil(
        "en/vision.md", "icon: vision\n", f"{wrong or 'icon: vision'}\ndraft: {yes}\n"
    )
    assert [page.id for page in read().pages] == [n for n in ALL if n != "vision"]
    assert reported == []


def test_a_page_that_is_no_draft_any_more_is_shown(read, spoil, reported):
    spoil("en/vision.md", "icon: vision\n", "icon: vision\ndraft: false\n")
    assert [page.id for page in read().pages] == ALL
    assert reported == []


def test_a_page_that_the_pack_lists_and_is_not_there_is_reported(
    content, read, reported
):
    (content / "en" / "vision.md").unlink()
    assert len(read().pages) == len(ALL) - 1
    assert [str(problem) for problem in reported] == [
        f"{content / 'en' / 'vision.md'}: there is no such file; put it there, or take "
        "it out of the pages in content.toml"
    ]


def test_an_icon_without_a_near_name_is_answered_with_all_of_them(
    read, spoil, reported
):
    spoil("en/vision.md", "icon: vision", "icon: zzz")
    read()
    assert str(reported[0]).endswith(f"use one of {', '.join(sorted(ICONS))}")


@pytest.mark.parametrize(
    ("body", "line", "problem"),
    [
        ("One.\n\nAt {clinc}.", 6, "{clinc} has no meaning here; use {clinic}"),
        ("Some food.\n\nAt {foo}.", 6, "{foo} has no meaning here; use one of"),
        ("One.\n\n![An eye.](nose.svg)", 6, "there is no 'nose.svg'"),
        ("One.\n\n![An eye.](../../x.svg)", 6, "is not in"),
        ("One ![eye](vision.svg) two.", 4, "an empty line before and after"),
        ("One.\n\n[x](http://x.example)", 6, "'http://x.example'"),
        ('One.\n\n!!! danger "Now"\n    x', 6, "no care card is called 'danger'"),
        ("One.\n\n!!! emergency\n    x", 6, "add a heading"),
        ('!!! routine "A"\n    x\n\n!!! routine\n    y', 7, "add a heading"),
        (
            'One.\n\n!!! emergency "Now"\n    Go [there](https://x.example).',
            7,
            "an emergency card has no links",
        ),
        (
            'There is one.\n\n!!! emergency "Now"\n    [is](https://x.example)',
            7,
            "an emergency card has no links",
        ),
    ],
)
def test_a_mistake_in_a_body_is_named_with_its_line(
    read_whole, write_body, reported, body, line, problem
):
    path = write_body(body)
    assert "vision" not in [page.id for page in read_whole().pages]
    (error,) = reported
    assert str(error).startswith(f"{path}:{line}: ")
    assert problem in str(error)


def test_a_body_of_an_opened_pack_is_read_when_it_is_asked_for(
    read, write_body, reported
):
    write_body("At {clinc}.")
    pack = read()
    assert reported == []
    assert pack.blocks(pack.page("headaches"))
    assert pack.blocks(pack.page("vision")) == ()
    assert len(reported) == 1


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('red_flag = "', 'rad_flag = "', "strings.rad_flag: there is no such key"),
        ('red_flag = "Trouble', '#"', "strings.red_flag: this word is missing"),
        ('red_flag = "', 'red_flag = "" #', "strings.red_flag: this word is missing"),
        ('red_flag = "', "red_flag = ", "strings.red_flag"),
        ('your_local_emergency_number = "', '#"', "your_local_emergency_number"),
        ('tension = "', '#"', "answers.tension: this word is missing"),
        ('tension = "Tension', 'tension = "" #', "answers.tension: this word is"),
        ('tension = "', 'tenshun = "', "answers.tenshun: there is no such key"),
        ('weakness = "', '#"', "groups.weakness: this word is missing"),
        ('course = "', '#"', "topics.course: this word is missing"),
        ('sunday = "', '#"', "days.sunday: this word is missing"),
        ("[advice.same-day]", "[advice.soon]", "advice.soon: there is no such key"),
        (
            'heading = "{tell_clinician}"',
            "",
            "advice.routine.heading: this word is missing",
        ),
        ("Have you left the clinic?", "Have you left {clinc}?", "{clinc}"),
        ("Do not drive yourself.", "Do not drive {it}.", "{it}"),
        ("# Every English", "[", ":1: this line"),
        ('language = "en"', "", "language: this key is missing"),
        ('language = "en"', 'language = "eng"', 'write "en", as its folder says'),
        ('name = "English"', "", "name: this key is missing"),
        ('direction = "ltr"', "", "direction: this key is missing"),
        ('direction = "ltr"', 'direction = "left"', "direction: unknown word"),
        ('"0123456789"', '"123456789"', "digits: wrong length"),
        ("Every English", "Caf\xe9", ":1: this line is not UTF-8"),
        ("[strings]", "[strangs]", "strangs: there is no such key; use strings"),
        ("[answers]", "[help.answers]", "answers: 40 words are missing"),
        ("finished =", "finished = 3 #", "strings.finished: expected words"),
    ],
)
def test_a_slip_in_a_pack_costs_its_own_word_and_that_is_the_programs(
    read, spoil, reported, pack, old, new, named
):
    path = spoil("en/pack.toml", old, new)
    assert words(read()) == words(pack)
    lines = [line for error in reported for line in error.lines]
    assert {line.startswith(f"{path}:") for line in lines} == {True}
    assert named in "\n".join(lines)


def words(pack):
    others = ("pages", "bodies", "notices")
    return {name: it for name, it in asdict(pack).items() if name not in others}


def test_a_word_that_is_nowhere_is_made_of_its_key(content, spoil):
    spoil("checklist.toml", 'id = "bruise-or-pain"', 'id = "new-pain"')
    loader = LibraryLoader(clinic=Clinic(name="Alaa Arif"), icons=ICONS)
    library = loader.load(Snapshot.take(content))
    assert library.packs["en"].answers["new-pain"] == "New pain"
    assert library.packs["ar"].answers["new-pain"] == isolated("New pain", rtl=True)
    lines = "\n".join(map(str, library.problems))
    assert "answers.new-pain: this word is missing; add it; until then its" in lines


def test_no_pages_at_all_is_said_of_the_pack(content, read, reported):
    for page in (content / "en").glob("*.md"):
        page.unlink()
    with pytest.raises(ContentError, match=r"pack\.toml: there is no page"):
        read()
    assert len(reported) == len(ALL)


def test_a_pack_that_is_not_there_is_told_and_is_the_programs(
    content, read, reported, pack
):
    (content / "en" / "pack.toml").unlink()
    assert words(read()) == words(pack)
    assert "en/pack.toml: there is no such file; put it back" in str(reported[0])


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('publisher = "FDA"', "", "S1.publisher: this key is missing"),
        ('address = "https:', 'address = "http:', "S1.address: 'http:"),
        ("[S1]", "[S1", ":5: this line"),
    ],
)
def test_a_mistake_among_the_sources_is_named_and_costs_no_page(
    read, spoil, reported, old, new, named
):
    path = spoil("sources.toml", old, new)
    assert [page.id for page in read().pages] == ALL
    [error] = reported
    assert str(error).startswith(f"{path}:")
    assert named in str(error)


def test_every_mistake_among_the_sources_is_told_at_once(read, spoil, reported):
    spoil("sources.toml", 'publisher = "FDA"', "")
    path = spoil("sources.toml", 'address = ""', 'address = "https://https://x/"')
    read()
    first, second = reported[0].lines
    assert first.startswith(f"{path}:5: S1.publisher: this key is missing")
    assert ":15: S3.address: 'https:' is no host" in second


def test_sources_that_are_not_there_are_those_that_came_with_the_program(
    content, read, reported
):
    good = read().pages
    (content / "sources.toml").unlink()
    assert read().pages == good
    assert "sources.toml: there is no such file" in str(reported[0])


def test_every_wrong_field_of_a_page_is_told_at_once(read, spoil, reported):
    for old, new in (
        ("title: Vision problems", "title: <br>"),
        ("tab: Vision", "tab: At {clinc}"),
        ("icon: vision", "icon: visoin"),
        ("kind: complication", "kind: poster"),
        ("sources: [S1, ", "sources: [S1, S998, S999, "),
        ("review_by: 2027-11-27", "review_by: 22/11/2027"),
    ):
        path = spoil("en/vision.md", old, new)
    read()
    problems = [problem for error in reported for problem in error.problems]
    in_order = sorted(problems, key=lambda problem: problem.line)
    told = [str(problem).removeprefix(str(path)) for problem in in_order]
    assert [" ".join(line.split()[:2]) for line in told] == [
        ":2: title:",
        ":3: tab:",
        ":6: icon:",
        ":7: kind:",
        ":10: sources:",
        ":10: sources:",
        ":12: review_by:",
    ]
    assert "write it like 2026-11-22" in told[-1]


def test_a_field_that_is_there_twice_is_named_with_its_line(read, spoil, reported):
    spoil("en/vision.md", "icon: vision", "icon: vision\ntitle: Sight")
    read()
    assert ":7: title is there twice; delete one of the two" in str(reported[0])


def test_a_byte_order_mark_is_tolerated(content, read, reported):
    for path in (content / "en").iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [page.id for page in read().pages] == ALL
    assert reported == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_packs_folder_is_named_after_its_language(read, language):
    assert read(language=language).language == language
