"""A language is begun at one start: nothing of it is on the wall until it is done."""

import tomllib

import pytest

from kiosk.authoring.skeletons.language import new_language
from kiosk.errors import UsageError
from tests.support.shipped import CONTENT

GERMAN = {"name": "Deutsch"}
PAGES = sorted(path.stem for path in (CONTENT / "en").glob("*.md"))
WHY = "delete this line when it is done: until then nobody is offered it"
DRAFT = f"draft = true  # {WHY}\n"
TO_DO = "draft: true  # take this line away when done\n"


@pytest.fixture
def german(made):
    made.add(new_language, "de", GERMAN)
    return made


def translate(made, name, *swaps):
    """Do as a translator does: change words, and take the mark of a draft away."""
    path = made.folder / "de" / name
    text = path.read_text("utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_the_check_finds_no_error(german):
    assert german.errors == []


def test_it_is_not_offered_before_it_is_done(german):
    assert "de" not in german.library.packs
    translate(german, "pack.toml", (DRAFT, ""))
    library = german.read()
    assert ("de", "Deutsch") in [(it.code, it.name) for it in library.languages]


def test_what_is_not_done_is_in_the_source_language(german):
    pack = german.read(drafts=True).packs["de"]
    assert sorted(page.id for page in pack.pages) == PAGES
    assert "Nerve and muscle problems" in pack.pages[0].title


def test_no_other_language_changes(german):
    files = german.before.files
    assert {path: path.read_bytes() for path in files} == dict(files)


def test_a_page_is_shown_once_it_is_translated(german):
    translate(german, "vision.md", ("Vision problems", "Sehstörungen"), (TO_DO, ""))
    translate(german, "pack.toml", (DRAFT, ""))
    page = german.read().packs["de"].page("vision")
    assert (page.language, page.title) == ("de", "Sehstörungen")


def test_a_word_is_shown_once_it_is_translated(german):
    translate(german, "pack.toml", ('# finished = "I have', 'finished = "Ich bin'))
    library = german.read(drafts=True)
    strings = library.packs["de"].strings
    assert strings.finished == "Ich bin finished"
    assert library.packs["en"].strings.yes in strings.yes


def test_every_word_is_there_to_translate(german):
    lines = german.text("de/pack.toml").splitlines()
    plain = "\n".join(
        line.removeprefix("# ") for line in lines if "=" in line or line[:1] in "[#"
    )
    table = tomllib.loads(german.text("en/pack.toml"))["strings"]
    assert [key for key in table if f"{key} = " not in plain] == []


def test_one_that_is_written_from_the_right_is_known_by_its_name(made):
    made.add(new_language, "fa", {"name": "فارسی", "digits": "۰۱۲۳۴۵۶۷۸۹"})
    pack = made.read(drafts=True).packs["fa"]
    assert (pack.rtl, pack.number(12)) == (True, "۱۲")


def test_the_same_command_adds_the_pages_that_came_since(german):
    (german.folder / "de" / "vision.md").unlink()
    german.add(new_language, "de", {})
    assert "draft: true" in german.text("de/vision.md")
    with pytest.raises(UsageError, match="every page"):
        german.add(new_language, "de", {})


@pytest.mark.parametrize("code", ["Deutsch", "d", "de/../x", "en"])
def test_a_name_that_is_no_code_of_a_language_is_refused(made, code):
    with pytest.raises(UsageError, match=code):
        made.add(new_language, code, GERMAN)
    assert made.is_untouched
