"""The content says itself which language is the source, and in which order pages are.

A slip in it costs what cannot be made out; content of older versions works without it.
"""

import shutil

import pytest

from kiosk.errors import ContentError, Severity
from kiosk.files.content_file import ContentFile, load_content_file
from kiosk.files.snapshot import Snapshot

PAGES = (
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
)
LIST = ", ".join(f'"{page}"' for page in PAGES)
WHOLE = ContentFile("en", PAGES)


@pytest.fixture
def load(content, reported):
    return lambda: load_content_file(Snapshot.take(content), reported.append)


@pytest.fixture
def older(content):
    """Make it content of an older version, whose English pack lists the pages."""
    (content / "content.toml").unlink()
    path = content / "en" / "pack.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("[strings]", f"pages = [{LIST}]\n[strings]", 1))
    return content


def severities(reported):
    return [it.severity for error in reported for it in error.problems]


def test_the_shipped_file_names_the_language_and_all_pages(load, reported):
    assert load() == WHOLE
    assert reported == []


def test_older_content_has_the_order_of_its_pack_and_is_told_what_to_write(
    older, load, reported
):
    assert load() == ContentFile("en", PAGES, lists_all=False)
    assert severities(reported) == [Severity.WARNING]
    assert 'write format = 1, source_language = "en" and' in str(reported[0])


@pytest.mark.parametrize("name", ["aa", "en (copy)"])
def test_a_copied_folder_of_older_content_is_never_the_original(older, load, name):
    shutil.copytree(older / "en", older / name)
    assert load().source_language == "en"


def test_a_copied_folder_is_never_the_original(content, load, reported):
    shutil.copytree(content / "en", content / "aa")
    assert load() == WHOLE
    assert reported == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"vision",', '"vision"', ":11: "),
        ('"vision",', '"vision,', ":11: "),
        ('"book",\n]', '"book",\n', "content.toml:"),
        ("pages = [", "pages = [ [", "content.toml:"),
        ("format = 1", "format = one", ":3: "),
        ("format = 1", 'format = "1"', ":3: format: expected a whole number"),
        ('"home",', '"home", 3,', "pages[1]: expected words"),
        ('"en"', '"eng"', "there is no folder 'eng' with pages"),
        ('= "en"', "= en", ":4: "),
    ],
)
def test_a_slip_costs_no_page_and_is_told(spoil, load, reported, old, new, named):
    spoil("content.toml", old, new)
    assert load() == WHOLE
    assert Severity.ERROR in severities(reported)
    assert named in "\n".join(map(str, reported))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("format = 1", "format = 2", "format: this content was made for a newer"),
        ("format = 1", "fromat = 1", "fromat: there is no such key; use format"),
    ],
)
def test_what_this_version_does_not_know_is_a_warning(
    spoil, load, reported, old, new, named
):
    spoil("content.toml", old, new)
    assert load() == WHOLE
    assert severities(reported) == [Severity.WARNING]
    assert named in str(reported[0])


def test_without_the_list_all_pages_are_shown_by_their_kind(spoil, load):
    spoil("content.toml", "pages =", "pagse =")
    assert load() == ContentFile("en", (), lists_all=False)


def test_translations_of_nothing_are_no_content(content, load):
    shutil.rmtree(content / "en")
    with pytest.raises(ContentError, match="the one that the others translate"):
        load()
