"""Content made for an older or a newer version of the program works under this one."""

import re

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Level
from kiosk.errors import Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import ICONS

CODES = ["en", "ar", "es"]
LISTED = 'pages = ["home", "headaches", "vision", "check", "book"]\n'


@pytest.fixture
def library(content):
    """Load the content, in which nothing but warnings may be told."""

    def loading():
        loader = LibraryLoader(clinic=Clinic(name="Alaa Arif"), icons=ICONS)
        library = loader.load(Snapshot.take(content))
        errors = [it for it in library.problems if it.severity is Severity.ERROR]
        assert [*map(str, errors)] == []
        assert library.problems
        assert [len(it.pages) for it in library.packs.values()] == [10, 10, 10]
        own = [page.language for it in library.packs.values() for page in it.pages]
        assert [own.count(code) for code in CODES] == [10, 10, 10]
        return library

    return loading


@pytest.fixture
def edit(content):
    """Change every pack of the content by a pattern, which must be there."""

    def editing(pattern, new):
        for code in CODES:
            path = content / code / "pack.toml"
            text, count = re.subn(pattern, new, path.read_text("utf-8"), flags=re.M)
            assert count
            path.write_text(text, "utf-8")

    return editing


def test_content_of_an_older_version_lacks_words_and_lists_its_pages_elsewhere(
    content, edit, library
):
    whole = LibraryLoader(clinic=Clinic(name="Alaa Arif"), icons=ICONS)
    whole = whole.load(Snapshot.take(content)).packs
    edit(r"^(made_by|who_pays|have_told|told_staff|clean) = .*\n", "")
    edit(r"^\[help\.away\]\n(.+\n)+", "")
    edit(r"^\[questions\]\n(.+\n)+", "")
    edit(r"^\[advice\.information\]\n(.+\n)+", "")
    (content / "content.toml").unlink()
    pack = content / "en" / "pack.toml"
    pack.write_text(pack.read_text("utf-8").replace("[strings]", f"{LISTED}[strings]"))
    older = library()
    for code in CODES:
        assert older.packs[code].strings == whole[code].strings
        assert older.packs[code].questions == whole[code].questions
        assert older.packs[code].advice[Level.INFORMATION]
    assert "it is not said here" in "\n".join(older.lines).lower()


def test_content_of_a_newer_version_has_words_tables_and_keys_nobody_knows(
    content, edit, library
):
    edit(r"^finished = ", 'shown_in_2030 = "?"\nfinished = ')
    edit(r"^\[strings\]", 'voice = "x"\n[strings]')
    edit(r"^\[days\]", '[moods]\ncalm = "?"\n\n[help.online]\nshow = "?"\n\n[days]')
    for page in content.glob("*/vision.md"):
        text = page.read_text("utf-8").replace("written:", "mood: calm\nwritten:", 1)
        page.write_text(text, "utf-8")
    top = content / "content.toml"
    top.write_text(top.read_text("utf-8").replace("format = 1", "format = 2\nx = 1"))
    lines = "\n".join(library().lines)
    assert "this content was made for a newer version, 2" in lines
    for key in ("shown_in_2030", "voice", "moods", "help.online", "mood", "x"):
        assert f"{key}: there is no such key" in lines
