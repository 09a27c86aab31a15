"""A change is saved if it brings no error, and nothing else of the file changes."""

import shutil

import pytest

from kiosk.authoring.editing import Editor
from kiosk.authoring.passages import passages_of
from kiosk.errors import ContentError
from kiosk.files.settings import load_settings
from tests.support.shipped import CONTENT, RESOURCES


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def save(content):
    """Write a text in place of the passage of a page that begins so."""
    editor = Editor(content, load_settings(RESOURCES / "clinic.toml"))

    def saving(start, text, name="en/vision.md"):
        path = content / name
        passages = passages_of(path, path.read_text("utf-8-sig"))
        [passage, *_] = [it for it in passages if it.text.startswith(start)]
        return editor.save(passage, text)

    return saving


def test_a_change_names_the_translations_that_are_to_follow(save, content):
    outcome = save("title", "title: Eyes")
    assert outcome.errors == ()
    assert {path.parent.name for path in outcome.behind} == {"ar", "es"}
    assert "title: Eyes\n" in (content / "en" / "vision.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("title", "title: Eyes <b>both</b>"),
        ("title", "title:"),
        ("!!! emergency", '!!! emergncy "Now:"'),
        ("!!! emergency", "!!! emergency"),
        ("- ![](signs/blurred", "- ![](signs/none.svg) blurred"),
        ("## What helps", "## {nothing}"),
    ],
)
def test_a_change_that_brings_an_error_is_not_saved(save, content, start, text):
    page = content / "en" / "vision.md"
    before = page.read_bytes()
    outcome = save(start, text)
    assert [problem.path for problem in outcome.errors] == [page]
    assert page.read_bytes() == before


def test_what_was_wrong_before_keeps_nobody_from_mending_something_else(save, content):
    headaches = content / "en" / "headaches.md"
    headaches.write_text("no page", "utf-8")
    assert save("title", "title: Eyes").errors == ()


@pytest.mark.parametrize(("mark", "end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n")])
def test_every_other_byte_stays(save, content, mark, end):
    page = content / "es" / "vision.md"
    data = mark + page.read_bytes().replace(b"\n", end)
    page.write_bytes(data)
    page.chmod(0o640)
    assert save("hint", "hint: Doble", "es/vision.md").errors == ()
    [old] = [line for line in data.split(end) if line.startswith(b"hint")]
    assert page.read_bytes() == data.replace(old, b"hint: Doble")
    assert page.stat().st_mode & 0o777 == 0o640


def test_a_passage_that_is_no_longer_there_is_not_written_over(content):
    page = content / "en" / "vision.md"
    [_, passage, *_] = passages_of(page, page.read_text("utf-8"))
    page.write_text(f"\n{page.read_text('utf-8')}", "utf-8")
    editor = Editor(content, load_settings(RESOURCES / "clinic.toml"))
    with pytest.raises(ContentError, match="has changed meanwhile"):
        editor.save(passage, "tab: Eyes")
